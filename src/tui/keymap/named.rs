//! Sentences that tell a person which key to press: they name the command, and the key in force is put in.

use super::super::command::{COMMANDS, Context};
use super::Keymap;
use crate::i18n::Texts;

impl Keymap {
    /// Puts the key in force wherever a sentence names a command with its screen, as `⟨units/new⟩`; a command without a key
    /// is called by its name. What names no command stays as it is.
    #[must_use]
    pub fn filled(&self, sentence: &str, texts: &Texts, ascii: bool) -> String {
        let mut filled = String::with_capacity(sentence.len());
        let mut rest = sentence;
        while let Some((before, (named, after))) =
            rest.split_once('⟨').and_then(|(before, behind)| Some((before, behind.split_once('⟩')?)))
        {
            filled.push_str(before);
            match self.key_of(named, texts, ascii) {
                Some(key) => filled.push_str(&key),
                None => filled.extend(["⟨", named, "⟩"]),
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    fn key_of(&self, named: &str, texts: &Texts, ascii: bool) -> Option<String> {
        let (screen, command) = named.split_once('/')?;
        let context = *Context::ALL.iter().find(|context| context.name().0 == screen)?;
        let spec = COMMANDS.iter().find(|spec| spec.command.name() == command)?;
        let key = self.keys(spec, context).next().map(|key| key.named(texts, ascii));
        Some(key.unwrap_or_else(|| format!("“{}”", spec.command.label(&texts.commands).name)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::session::KeyFile;

    fn filled(keys: &str, sentence: &str) -> String {
        let (keymap, mistakes) = Keymap::read(&KeyFile::parse("keys.toml".into(), keys).lines);
        assert_eq!(mistakes, []);
        keymap.filled(sentence, Language::Vietnamese.texts(), false)
    }

    #[test]
    fn a_sentence_tells_the_key_in_force() {
        let sentence = "Nhấn ⟨units/new⟩, rồi ⟨form/save⟩; ⟨no/such⟩ và ⟨units";
        assert_eq!(filled("", sentence), "Nhấn n, rồi Ctrl+S; ⟨no/such⟩ và ⟨units");
        assert_eq!(filled("[units]\nnew = \"a\"\n", sentence), "Nhấn a, rồi Ctrl+S; ⟨no/such⟩ và ⟨units");
        assert_eq!(filled("[units]\nnew = []\n", sentence), "Nhấn “Thêm”, rồi Ctrl+S; ⟨no/such⟩ và ⟨units");
    }

    /// Every sentence of the interface, read where it is written.
    #[test]
    fn every_command_named_in_a_sentence_has_a_key_there() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/i18n");
        let (texts, mut count) = (Language::Vietnamese.texts(), 0);
        for file in std::fs::read_dir(folder).unwrap() {
            let source = std::fs::read_to_string(file.unwrap().path()).unwrap();
            let named = source.split('⟨').skip(1).filter_map(|behind| behind.split_once('⟩'));
            // A screen that is told only when the sentence is said is named by the code that says it.
            for named in named.filter(|named| !named.0.starts_with('{')) {
                let key = Keymap::default().key_of(named.0, texts, false);
                assert!(key.is_some_and(|key| !key.starts_with('“')), "{}", named.0);
                count += 1;
            }
        }
        assert!(count > 100, "{count}");
    }
}
