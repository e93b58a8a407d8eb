//! Lists of signers as `ssh-keygen -Y verify -f` reads them (`man ssh-keygen`, ALLOWED SIGNERS): a name, a key, a line each.

use ssh_key::public::PublicKey as Described;

use super::{NAMESPACE, PublicKey};

/// The keys of known devices, each with the name that it is known by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signers(Vec<(String, PublicKey)>);

impl Signers {
    /// Reads a list; keys of other kinds and for other purposes are passed over.
    ///
    /// # Errors
    /// The number of the first line that cannot be read, or limits a key in a way that is not understood here.
    pub fn read(text: &str) -> Result<Self, usize> {
        let mut signers = Vec::new();
        for (at, line) in text.lines().enumerate() {
            let line = line.trim();
            if !line.is_empty() && !line.starts_with('#') {
                signers.extend(signer(line).ok_or(at + 1)?);
            }
        }
        Ok(Self(signers))
    }

    /// Returns the name that a key is known by.
    #[must_use]
    pub fn name(&self, key: &PublicKey) -> Option<&str> {
        self.0.iter().find(|(_, known)| known == key).map(|(name, _)| name.as_str())
    }

    /// Writes the line by which others know a key.
    #[must_use]
    pub fn line(identity: &str, key: &PublicKey) -> String {
        format!("{identity} namespaces=\"{NAMESPACE}\" {key}")
    }
}

/// Whether a name may stand for a device in a list: one word, and no pattern that would stand for others too.
#[must_use]
pub fn is_identity(name: &str) -> bool {
    let is_wrong = |letter: char| letter.is_whitespace() || letter.is_control() || "\"'\\,*?!#".contains(letter);
    !name.is_empty() && !name.contains(is_wrong)
}

/// Reads a line: nothing inside when it vouches for no signature of this program; nothing at all when it is not understood.
fn signer(line: &str) -> Option<Option<(String, PublicKey)>> {
    let words = words(line);
    let mut words = words.iter().map(String::as_str);
    let name = words.next()?;
    let mut kind = words.next()?;
    let mut is_for_minutes = true;
    if !is_kind(kind) {
        for option in options(kind) {
            // A limit that is not understood must not be taken for none.
            let purposes = option.strip_prefix("namespaces=").filter(|purposes| !purposes.contains(['*', '?', '!']))?;
            is_for_minutes &= purposes.trim_matches('"').split(',').any(|purpose| purpose == NAMESPACE);
        }
        kind = words.next().filter(|kind| is_kind(kind))?;
    }
    let key = words.next()?;
    if kind != "ssh-ed25519" {
        return Some(None);
    }
    let key = Described::from_openssh(&format!("{kind} {key}")).ok()?;
    Some(is_for_minutes.then(|| (name.trim_matches('"').to_owned(), PublicKey(key.key_data().clone()))))
}

fn is_kind(word: &str) -> bool {
    ["ssh-", "ecdsa-", "sk-"].iter().any(|start| word.starts_with(start))
}

/// Splits a line at its spaces, but not at those between quotes.
fn words(line: &str) -> Vec<String> {
    parts(line, char::is_whitespace)
}

/// Splits options at their commas, but not at those between quotes.
fn options(word: &str) -> Vec<String> {
    parts(word, |letter| letter == ',')
}

fn parts(text: &str, is_between: impl Fn(char) -> bool) -> Vec<String> {
    let mut is_quoted = false;
    let split = text.split(|letter: char| {
        is_quoted ^= letter == '"';
        !is_quoted && is_between(letter)
    });
    split.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{DeviceKey, SEED};
    use super::*;

    fn key(number: u8) -> PublicKey {
        DeviceKey::from_seed(&[number; SEED]).public()
    }

    #[test]
    fn a_key_is_known_by_its_name() {
        let (one, two) = (key(1), key(2));
        let text = format!(
            "# thiết bị của đoàn\n\n{}\n\"lê minh châu\" namespaces=\"file,bienban\" {two} laptop 2\n",
            Signers::line("tổ-1@tu", &one)
        );
        let signers = Signers::read(&text).unwrap();
        assert_eq!((signers.name(&one), signers.name(&two)), (Some("tổ-1@tu"), Some("lê minh châu")));
        assert_eq!(signers.name(&key(3)), None);
    }

    #[test]
    fn what_a_key_is_not_for_is_not_taken_from_it() {
        let one = key(1);
        let known = |line: &str| Signers::read(line).map(|signers| signers.name(&one).is_some());
        assert_eq!(known(&format!("a {one}")), Ok(true));
        assert_eq!(known(&format!("a\t{one}\tcomment")), Ok(true));
        assert_eq!(known(&format!("a namespaces=\"git\" {one}")), Ok(false));
        assert_eq!(known("a ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ== x"), Ok(false));
        for limited in [
            "valid-before=\"20260101\"",
            "cert-authority",
            "namespaces=\"*\"",
            "namespaces=\"bienban\",valid-after=\"20300101\"",
        ] {
            assert_eq!(known(&format!("# first\na {limited} {one}")), Err(2), "{limited}");
        }
        for broken in ["a", "a ssh-ed25519", "a ssh-ed25519 xyz", "a b c d", "ssh-ed25519 AAAA"] {
            assert_eq!(known(broken), Err(1), "{broken}");
        }
    }

    #[test]
    fn a_name_is_one_word_that_stands_for_one_device() {
        for name in ["bienban-7k2m", "lê.minh.châu@ubkt", "tổ-2"] {
            assert!(is_identity(name), "{name}");
        }
        for name in ["", "a b", "a,b", "*", "a\"b", "#a", "a\n"] {
            assert!(!is_identity(name), "{name}");
        }
    }
}
