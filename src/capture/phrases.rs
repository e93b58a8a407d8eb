//! Phrases typed before, proposed again for a line that is being typed.

use crate::domain::EntryKind;
use crate::text::fold;

/// Something that was typed before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The words.
    pub text: String,
    /// What they were.
    pub kind: EntryKind,
    /// The criteria that they, or the fault they belong to, touch.
    pub criteria: Vec<String>,
    /// How often they were typed.
    pub used: usize,
}

/// What is being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// Its kind so far.
    pub kind: EntryKind,
    /// Its words so far.
    pub words: String,
    /// The criteria that it, or the fault it belongs to, touches.
    pub criteria: Vec<String>,
}

/// Chooses at most `limit` of the phrases, given newest first, that have every word typed so far at the beginning of a word.
///
/// Those of the same kind for the same criterion come first, then those of the same kind, then the others; among each the most
/// used first, then the newest. Words without accents find accented ones; words with accents find only themselves.
#[must_use]
pub fn propose(phrases: Vec<Phrase>, sought: &Sought, limit: usize) -> Vec<Phrase> {
    let words: Vec<String> = sought.words.to_lowercase().split_whitespace().map(str::to_owned).collect();
    let typed = sought.words.trim().to_lowercase();
    let mut found: Vec<Phrase> = phrases
        .into_iter()
        .filter(|phrase| {
            let lower = phrase.text.to_lowercase();
            let plain = fold(&phrase.text);
            let begins = |word: &String| {
                let text = if fold(word) == *word { &plain } else { &lower };
                text.split(|letter: char| !letter.is_alphanumeric()).any(|own| own.starts_with(word.as_str()))
                    || text.contains(&format!(" {word}"))
            };
            lower != typed && words.iter().all(begins)
        })
        .collect();
    let touches = |phrase: &Phrase| phrase.criteria.iter().any(|code| sought.criteria.contains(code));
    // The order given, newest first, decides what is left.
    found.sort_by_key(|phrase| {
        let alike = phrase.kind == sought.kind;
        (!(alike && touches(phrase)), !alike, std::cmp::Reverse(phrase.used))
    });
    found.truncate(limit);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrase(kind: EntryKind, text: &str, criterion: &str, used: usize) -> Phrase {
        Phrase { text: text.into(), kind, criteria: vec![criterion.into()], used }
    }

    fn texts(sought: &Sought) -> Vec<String> {
        use EntryKind::{RecommendationDown, Shortcoming, SubjectiveCause};
        let past = vec![
            phrase(SubjectiveCause, "kiểm tra, giám sát chưa thường xuyên", "I.5", 1),
            phrase(SubjectiveCause, "người đứng đầu thiếu kiểm tra", "II.4", 3),
            phrase(SubjectiveCause, "chưa kịp thời kiểm tra", "III.1", 3),
            phrase(RecommendationDown, "Kiểm điểm trách nhiệm", "I.5", 9),
            phrase(Shortcoming, "đường giao thông xuống cấp", "IV.2", 1),
            phrase(Shortcoming, "đồng chí Dương chưa dự họp", "IV.2", 1),
        ];
        propose(past, sought, 10).into_iter().map(|phrase| phrase.text).collect()
    }

    #[test]
    fn the_same_kind_and_criterion_come_first_then_the_most_used() {
        let sought = Sought { kind: EntryKind::SubjectiveCause, words: "kiem".into(), criteria: vec!["I.5".into()] };
        assert_eq!(
            texts(&sought),
            [
                "kiểm tra, giám sát chưa thường xuyên",
                "người đứng đầu thiếu kiểm tra",
                "chưa kịp thời kiểm tra",
                "Kiểm điểm trách nhiệm",
            ]
        );
    }

    #[test]
    fn accents_count_only_where_they_are_typed() {
        let found = |words: &str| texts(&Sought { words: words.into(), ..Sought::default() });
        assert_eq!(found("duong"), ["đường giao thông xuống cấp", "đồng chí Dương chưa dự họp"]);
        assert_eq!(found("đường"), ["đường giao thông xuống cấp"]);
        assert_eq!(found("dương"), ["đồng chí Dương chưa dự họp"]);
        assert_eq!(found("giao duong"), ["đường giao thông xuống cấp"]);
        assert_eq!(found("ường"), Vec::<String>::new(), "a word is found by its beginning");
        assert_eq!(found("đường giao thông xuống cấp"), Vec::<String>::new(), "what is typed already is not proposed");
    }
}
