//! Which of some known names was probably meant.

/// Finds the known name most like a typed one; nothing when none is alike enough to be worth offering.
#[must_use]
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let far = (name.chars().count() / 3).max(1);
    let distances = known.into_iter().map(|other| (strsim::damerau_levenshtein(name, other), other));
    distances.filter(|(distance, _)| *distance <= far).min().map(|(_, other)| other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_alike_is_offered_and_nothing_else() {
        let known = ["undo", "redo", "register"];
        assert_eq!(nearest("regsiter", known), Some("register"));
        assert_eq!(nearest("undi", known), Some("undo"));
        assert_eq!(nearest("history", known), None);
    }
}
