//! Whom a typed name means among the people at the visit.

use super::inside::split_punctuation;
use crate::text::{fold, nfc};

/// Whom a typed name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonMatch {
    /// This one of the known people.
    One(usize),
    /// Any of these; a person must choose.
    Several(Vec<usize>),
    /// Nobody who is known.
    None,
}

/// Finds whom `typed` means among the full names of the people known at the visit.
///
/// The full name as written counts first, then the full name in any case, then the last words of a name: "Em" and "văn em"
/// mean Hoàng Văn Em. A name typed with accents must match them; one typed without any matches with and without them, so
/// "An" means both Nguyễn Văn An and Trần Thị Ân. Nothing is decided between several.
#[must_use]
pub fn resolve_person(typed: &str, known: &[&str]) -> PersonMatch {
    let typed = words(typed);
    if typed.is_empty() {
        return PersonMatch::None;
    }
    let known: Vec<Vec<String>> = known.iter().map(|name| words(name)).collect();
    let lower = |name: &[String]| -> Vec<String> { name.iter().map(|word| word.to_lowercase()).collect() };
    let folded = |name: &[String]| -> Vec<String> { name.iter().map(|word| fold(word)).collect() };
    let unaccented = lower(&typed) == folded(&typed);
    let plain = |name: &[String]| if unaccented { folded(name) } else { lower(name) };

    [Name::AsWritten, Name::InAnyCase, Name::LastWords]
        .into_iter()
        .map(|name| {
            let meets = |known: &[String]| match name {
                Name::AsWritten => known == typed,
                Name::InAnyCase => lower(known) == lower(&typed),
                Name::LastWords => plain(known).ends_with(&plain(&typed)),
            };
            known.iter().enumerate().filter(|(_, known)| meets(known)).map(|(at, _)| at).collect::<Vec<_>>()
        })
        .find(|found| !found.is_empty())
        .map_or(PersonMatch::None, |found| match found.as_slice() {
            [one] => PersonMatch::One(*one),
            _ => PersonMatch::Several(found),
        })
}

/// The most words that a name typed without quotes is taken to have.
const NAME_WORDS: usize = 6;

/// Finds the name that somebody may have meant who typed `@Nguyễn Văn A` without quotes, of which only the first word is a
/// mark: that word and those behind it that begin with a capital letter, up to the first one that punctuation ends.
///
/// `at` is where the `@` stands. Nothing where the mark is quoted or no such word follows.
#[must_use]
pub fn unquoted_name(line: &str, at: usize) -> Option<String> {
    let typed = line.get(at..)?.strip_prefix('@')?;
    let mut name: Vec<&str> = Vec::new();
    for word in typed.split(char::is_whitespace).take(NAME_WORDS) {
        let (core, punctuation) = split_punctuation(word);
        if !core.starts_with(char::is_uppercase) {
            break;
        }
        name.push(core);
        if !punctuation.is_empty() {
            break;
        }
    }
    (name.len() > 1).then(|| name.join(" "))
}

/// The ways in which a typed name may be somebody's, the surest first.
enum Name {
    AsWritten,
    InAnyCase,
    LastWords,
}

fn words(name: &str) -> Vec<String> {
    nfc(name).split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::PersonMatch::{None, One, Several};
    use super::*;

    const AT_THE_VISIT: [&str; 8] = [
        "Nguyễn Văn An",
        "Trần Thị Bình",
        "Phạm Quốc Dũng",
        "Hoàng Văn Em",
        "Vũ Thị Giang",
        "Đỗ Khắc Hải",
        "Lê Minh Châu",
        "Trần Thị Ân",
    ];

    #[test]
    fn a_given_name_means_whoever_bears_it() {
        for (typed, meant) in [
            ("Em", One(3)),
            ("em", One(3)),
            ("Văn Em", One(3)),
            ("hoàng  văn em", One(3)),
            ("Hoang Van Em", One(3)),
            ("Dũng", One(2)),
            ("dung", One(2)),
            ("Dùng", None),
            ("Đỗ Khắc Hải", One(5)),
            ("do khac hai", One(5)),
            ("Đo Khắc Hải", None),
            ("Ha\u{309}i", One(5)),
            ("Ân", One(7)),
            ("An", Several(vec![0, 7])),
            ("Văn An", One(0)),
            ("Văn", None),
            ("ang", None),
            ("Kiên", None),
            ("", None),
            (" ", None),
        ] {
            assert_eq!(resolve_person(typed, &AT_THE_VISIT), meant, "{typed}");
        }
    }

    #[test]
    fn a_full_name_comes_before_a_longer_name_that_ends_in_it() {
        let known = ["Nguyễn Hoàng Văn Em", "Hoàng Văn Em", "Ban Tổ chức", "ban tổ chức"];
        assert_eq!(resolve_person("Hoàng Văn Em", &known), One(1));
        assert_eq!(resolve_person("hoàng văn em", &known), One(1));
        assert_eq!(resolve_person("Ban Tổ chức", &known), One(2));
        assert_eq!(resolve_person("BAN TỔ CHỨC", &known), Several(vec![2, 3]));
        assert_eq!(resolve_person("Em", &known), Several(vec![0, 1]));
    }

    #[test]
    fn a_name_without_its_quotes_goes_on_as_long_as_words_begin_with_a_capital() {
        for (line, name) in [
            ("@Nguyễn Văn A báo cáo", "Nguyễn Văn A"),
            ("@Nguyễn Văn A, Bí thư", "Nguyễn Văn A"),
            ("@Nguyễn Văn", "Nguyễn Văn"),
            ("@Em báo cáo", ""),
            ("@Em, Hội nghị", ""),
            ("@\"Nguyễn Văn A\" Hội nghị", ""),
            ("@em Văn", ""),
            ("Nguyễn Văn A", ""),
        ] {
            assert_eq!(unquoted_name(line, 0).unwrap_or_default(), name, "{line}");
        }
    }

    #[test]
    fn two_people_of_one_name_are_never_told_apart_silently() {
        assert_eq!(resolve_person("Lê Văn An", &["Lê Văn An", "Lê Văn An"]), Several(vec![0, 1]));
    }
}
