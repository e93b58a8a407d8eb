//! Two entries made one, and one made two: what goes where.

use super::{Entry, RecordId};

impl Entry {
    /// Returns the entry that says what both say, this one first; its time, author and place are this one's.
    ///
    /// # Errors
    /// With the fields that both fill differently where only one value can stand: a person must choose.
    pub fn joined_with(&self, id: RecordId, below: &Self, below_id: RecordId) -> Result<Self, Vec<&'static str>> {
        let mut differing = Vec::new();
        if self.kind != below.kind {
            differing.push("kind");
        }
        let mut links = both(&self.links, &below.links);
        // What linked one half to the other is within the entry now.
        links.retain(|link| *link != id && *link != below_id);
        let joined = Self {
            visit: self.visit,
            kind: self.kind,
            text: words(&self.text, &below.text),
            noted_at: self.noted_at,
            people: both(&self.people, &below.people),
            due: only("due", &self.due, &below.due, &mut differing),
            criteria: both(&self.criteria, &below.criteria),
            severity: only("severity", &self.severity, &below.severity, &mut differing),
            links,
            order: self.order.clone(),
            author: self.author,
            topic: only("topic", &self.topic, &below.topic, &mut differing),
            locality: only("locality", &self.locality, &below.locality, &mut differing),
            extent: only("extent", &self.extent, &below.extent, &mut differing),
            private_names: both(&self.private_names, &below.private_names),
            bearer: only("bearer", &self.bearer, &below.bearer, &mut differing),
            provenance: only("provenance", &self.provenance, &below.provenance, &mut differing),
            material: only("material", &self.material, &below.material, &mut differing),
            document: only("document", &self.document, &below.document, &mut differing),
            page: only("page", &self.page, &below.page, &mut differing),
            position: only("position", &self.position, &below.position, &mut differing),
            category: only("category", &self.category, &below.category, &mut differing),
            remedy: words(&self.remedy, &below.remedy),
            measure: words(&self.measure, &below.measure),
            model_name: only("model_name", &self.model_name, &below.model_name, &mut differing),
            result: words(&self.result, &below.result),
            proposal: only("proposal", &self.proposal, &below.proposal, &mut differing),
            deep_review: self.deep_review || below.deep_review,
        };
        if differing.is_empty() { Ok(joined) } else { Err(differing) }
    }

    /// Returns the two entries that a cut at `at` bytes of the words makes; none where one of them would have no words.
    ///
    /// Both keep everything said beside the words, a list of names not printed included: nobody can tell which half it
    /// is about. Only the name of a model stays with the first, or there would be two of it.
    #[must_use]
    pub fn cut(&self, at: usize) -> Option<(Self, Self)> {
        let (before, after) = self.text.split_at_checked(at)?;
        let (before, after) = (before.trim(), after.trim());
        if before.is_empty() || after.is_empty() {
            return None;
        }
        let first = Self { text: before.to_owned(), ..self.clone() };
        let second = Self { text: after.to_owned(), model_name: String::new(), ..self.clone() };
        Some((first, second))
    }
}

fn both<T: Clone + PartialEq>(first: &[T], second: &[T]) -> Vec<T> {
    let mut all = first.to_vec();
    all.extend(second.iter().filter(|one| !first.contains(one)).cloned());
    all
}

fn words(first: &str, second: &str) -> String {
    let (first, second) = (first.trim_end(), second.trim_start());
    match (first.chars().last(), second.is_empty()) {
        (None, _) => second.to_owned(),
        (_, true) => first.to_owned(),
        (Some('.' | ',' | ';' | ':' | '!' | '?' | '…'), _) => format!("{first} {second}"),
        _ => format!("{first}; {second}"),
    }
}

fn only<T: Clone + Default + PartialEq>(
    field: &'static str,
    first: &T,
    second: &T,
    differing: &mut Vec<&'static str>,
) -> T {
    let nothing = T::default();
    if *first != nothing && *second != nothing && first != second {
        differing.push(field);
    }
    if *first == nothing { second.clone() } else { first.clone() }
}

#[cfg(test)]
mod tests {
    use super::super::{EntryKind, Extent, Severity};
    use super::*;

    fn id(number: u128) -> RecordId {
        RecordId(uuid::Uuid::from_u128(number))
    }

    fn entry(text: &str) -> Entry {
        Entry { kind: EntryKind::Shortcoming, text: text.into(), ..Entry::default() }
    }

    #[test]
    fn joining_loses_no_word_and_no_name() {
        let first = Entry {
            people: vec!["An".into(), "Bình".into()],
            links: vec![id(2), id(7)],
            private_names: vec!["Chi bộ 1".into()],
            severity: Some(Severity::Serious),
            ..entry("còn nể nang")
        };
        let second = Entry {
            people: vec!["Bình".into(), "Châu".into()],
            links: vec![id(1), id(8)],
            private_names: vec!["Chi bộ 2".into()],
            extent: Some(Extent::Some),
            deep_review: true,
            ..entry("né tránh")
        };
        let joined = first.joined_with(id(1), &second, id(2)).unwrap();
        assert_eq!(joined.text, "còn nể nang; né tránh");
        assert_eq!(joined.people, ["An", "Bình", "Châu"]);
        assert_eq!(joined.private_names, ["Chi bộ 1", "Chi bộ 2"]);
        assert_eq!(joined.links, [id(7), id(8)]);
        assert_eq!((joined.severity, joined.extent), (Some(Severity::Serious), Some(Extent::Some)));
        assert!(joined.deep_review);
        for (first, second, whole) in [("a.", "b", "a. b"), ("a", "b", "a; b"), ("a:", "b", "a: b"), ("", "b", "b")] {
            assert_eq!(words(first, second), whole);
        }
    }

    #[test]
    fn what_both_say_differently_is_for_a_person_to_choose() {
        let first = Entry { severity: Some(Severity::Minor), topic: "tổ chức".into(), ..entry("a") };
        let second = Entry { severity: Some(Severity::Extreme), topic: "tổ chức".into(), ..entry("b") };
        assert_eq!(first.joined_with(id(1), &second, id(2)), Err(vec!["severity"]));
        let second = Entry { kind: EntryKind::Strength, topic: "tài chính".into(), ..entry("b") };
        assert_eq!(first.joined_with(id(1), &second, id(2)), Err(vec!["kind", "topic"]));
    }

    #[test]
    fn a_cut_makes_two_entries_that_say_the_same_beside_their_words() {
        let whole =
            Entry { private_names: vec!["Chi bộ 1".into()], model_name: "Dân vận".into(), ..entry("một. hai") };
        let (first, second) = whole.cut("một.".len()).unwrap();
        assert_eq!((first.text.as_str(), second.text.as_str()), ("một.", "hai"));
        assert_eq!(second.private_names, ["Chi bộ 1"]);
        assert_eq!((first.model_name.as_str(), second.model_name.as_str()), ("Dân vận", ""));
        assert_eq!(first.joined_with(id(1), &second, id(2)), Ok(whole.clone()));
        for at in [0, whole.text.len(), 2, 99] {
            assert_eq!(whole.cut(at), None, "{at}");
        }
    }
}
