//! Words that leave open who or where: "một số chi bộ", "nhiều nơi", "chung chung".

/// Groups of several that are not named, each as its words in lower case.
const GROUPS: &[&str] = &[
    "một số",
    "một vài",
    "một bộ phận",
    "không ít",
    "nhiều nơi",
    "nhiều đơn vị",
    "nhiều chi bộ",
    "nhiều đồng chí",
    "nhiều cán bộ",
    "nhiều đảng viên",
    "các nơi",
    "vài nơi",
    "phần lớn",
    "đa số",
    "hầu hết",
];

/// Words that leave open more than a group: which one, when, or what.
const OPEN: &[&str] = &[
    "có nơi",
    "có lúc",
    "có đơn vị",
    "có chi bộ",
    "có đồng chí",
    "có cán bộ",
    "có việc",
    "đôi khi",
    "đôi lúc",
    "nơi này nơi khác",
    "chung chung",
];

/// Finds the first vague words of a text, as they are written there.
pub(super) fn words_in(text: &str) -> Option<String> {
    first_of(text, &[GROUPS, OPEN])
}

/// Finds the first words of a text that mean a group of several.
pub(super) fn group_in(text: &str) -> Option<String> {
    first_of(text, &[GROUPS])
}

fn first_of(text: &str, lists: &[&[&str]]) -> Option<String> {
    let words: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let phrases: Vec<Vec<&str>> =
        lists.iter().flat_map(|list| list.iter()).map(|phrase| phrase.split(' ').collect()).collect();
    (0..words.len()).find_map(|at| {
        let rest = lower.get(at..)?;
        let phrase = phrases.iter().find(|phrase| {
            phrase.len() <= rest.len() && phrase.iter().zip(rest).all(|(wanted, word)| wanted == word)
        })?;
        Some(words.get(at..at + phrase.len())?.join(" "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vague_words_are_found_as_whole_words_in_any_case() {
        for (text, found) in [
            ("một số chi bộ sinh hoạt còn nặng chuyên môn", Some("một số")),
            ("Sinh hoạt tại MỘT VÀI chi bộ", Some("MỘT VÀI")),
            ("có lúc, có nơi còn nể nang", Some("có lúc")),
            ("kế hoạch còn chung chung.", Some("chung chung")),
            ("một số\nchi bộ", Some("một số")),
            ("tự phê bình và phê bình còn nể nang", None),
            ("thu nhập một sốt ruột", None),
            ("một", None),
            ("", None),
        ] {
            assert_eq!(words_in(text).as_deref(), found, "{text}");
        }
    }

    #[test]
    fn a_group_is_of_several() {
        assert_eq!(group_in("một số chi bộ").as_deref(), Some("một số"));
        assert_eq!(group_in("có nơi còn nể nang"), None);
    }
}
