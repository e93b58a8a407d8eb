//! Criteria as a tree: groups, items, local items below them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Row;
use crate::domain::{Criterion, RecordId, code_key};

/// What a criterion is by its place in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// A heading with items below it.
    Group,
    /// What is held against.
    Item,
    /// A local item below one of the list.
    SubItem,
}

/// A criterion at its place in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The criterion, as the program has it or the office completed it.
    pub criterion: Criterion,
    /// What it is by its place.
    pub level: Level,
    /// How many criteria stand above it.
    pub depth: usize,
    /// Whether it comes with the program.
    pub built_in: bool,
    /// The records that say something of it, oldest first.
    pub records: Vec<RecordId>,
    /// Whether those records differ, so that somebody must choose; the oldest is shown.
    pub differing: bool,
}

impl Node {
    fn new(criterion: Criterion, built_in: bool, record: Option<RecordId>) -> Self {
        let records = record.into_iter().collect();
        Self { criterion, level: Level::Item, depth: 0, built_in, records, differing: false }
    }

    /// Takes in what another record says of the same criterion.
    fn merge(&mut self, row: &Row<Criterion>) {
        let said = &row.record;
        if !self.records.is_empty() {
            let own = &self.criterion;
            self.differing |=
                (&said.title, &said.text, code_key(&said.parent)) != (&own.title, &own.text, code_key(&own.parent));
        } else {
            // The office completes the built-in list; a wording that nobody compared never replaces one that somebody did.
            if !said.title.is_empty() {
                self.criterion.title.clone_from(&said.title);
            }
            if said.official_text().is_some() || self.criterion.official_text().is_none() {
                self.criterion.text.clone_from(&said.text);
                self.criterion.text_verified = said.text_verified;
            }
        }
        self.records.push(row.id);
    }
}

/// Reads the criteria of one checklist as a tree. Every criterion is in it once: one whose parent is missing stands at the
/// top, and so do those that two laptops put below each other.
pub(in crate::session) fn tree<'a>(
    built_in: impl Iterator<Item = &'a Criterion>,
    stored: &[Row<Criterion>],
) -> Vec<Node> {
    let mut nodes: Vec<Node> = built_in.map(|criterion| Node::new(criterion.clone(), true, None)).collect();
    let mut places: BTreeMap<String, usize> =
        nodes.iter().enumerate().map(|(at, node)| (code_key(&node.criterion.code), at)).collect();
    let mut sorted: Vec<&Row<Criterion>> = stored.iter().collect();
    sorted.sort_by(|a, b| (&a.record.order, a.id).cmp(&(&b.record.order, b.id)));
    let mut oldest: Vec<&Row<Criterion>> = sorted.clone();
    oldest.sort_by_key(|row| row.id);
    for row in &sorted {
        let key = code_key(&row.record.code);
        if places.contains_key(&key) {
            continue;
        }
        places.insert(key.clone(), nodes.len());
        // Among records of one code the oldest is shown, whatever place a later one claims.
        if let Some(first) = oldest.iter().find(|other| code_key(&other.record.code) == key) {
            nodes.push(Node::new(first.record.clone(), false, Some(first.id)));
        }
    }
    for row in oldest {
        if let Some(node) = places.get(&code_key(&row.record.code)).and_then(|at| nodes.get_mut(*at))
            && !node.records.contains(&row.id)
        {
            node.merge(row);
        }
    }
    placed(nodes, &places)
}

/// Puts parents before their children and says what each is.
fn placed(nodes: Vec<Node>, places: &BTreeMap<String, usize>) -> Vec<Node> {
    let mut children: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    for (at, node) in nodes.iter().enumerate() {
        let parent = places.get(&code_key(&node.criterion.parent)).copied().filter(|parent| *parent != at);
        children.entry(parent).or_default().push(at);
    }
    let below = |parent: Option<usize>| children.get(&parent).into_iter().flatten().rev().copied();
    let mut order: Vec<(usize, usize)> = Vec::with_capacity(nodes.len());
    let mut unseen: BTreeSet<usize> = (0..nodes.len()).collect();
    let mut waiting: Vec<(usize, usize)> = below(None).map(|at| (at, 0)).collect();
    loop {
        while let Some((at, depth)) = waiting.pop() {
            if unseen.remove(&at) {
                order.push((at, depth));
                waiting.extend(below(Some(at)).map(|child| (child, depth + 1)));
            }
        }
        // A ring hangs from no top: it is listed from one of its criteria on.
        match unseen.first() {
            Some(at) => waiting.push((*at, 0)),
            None => break,
        }
    }
    let mut nodes: Vec<Option<Node>> = nodes.into_iter().map(Some).collect();
    let mut found = Vec::with_capacity(order.len());
    for (at, depth) in order {
        let Some(node) = nodes.get_mut(at).and_then(Option::take) else { continue };
        let level = match depth {
            0 if children.contains_key(&Some(at)) => Level::Group,
            0 | 1 => Level::Item,
            _ => Level::SubItem,
        };
        found.push(Node { level, depth, ..node });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ScopeId;

    fn stored(number: u128, code: &str, parent: &str, title: &str) -> Row<Criterion> {
        let record =
            Criterion { code: code.into(), parent: parent.into(), title: title.into(), ..Criterion::default() };
        Row { id: RecordId(uuid::Uuid::from_u128(number)), scope: ScopeId::Office, record, contested: Vec::new() }
    }

    fn built_in() -> Vec<Criterion> {
        [("I", ""), ("I.1", "I"), ("I.2", "I")]
            .map(|(code, parent)| Criterion { code: code.into(), parent: parent.into(), ..Criterion::default() })
            .into()
    }

    fn shape(stored: &[Row<Criterion>]) -> Vec<(String, Level)> {
        let nodes = tree(built_in().iter(), stored);
        nodes.into_iter().map(|node| (node.criterion.code, node.level)).collect()
    }

    #[test]
    fn local_items_stand_below_the_one_they_name() {
        let found = shape(&[stored(1, "I.1.b", "I.1", "b"), stored(2, "I.1.a", "i-1", "a"), stored(3, "X", "?", "x")]);
        let codes: Vec<&str> = found.iter().map(|(code, _)| code.as_str()).collect();
        assert_eq!(codes, ["I", "I.1", "I.1.b", "I.1.a", "I.2", "X"]);
        assert_eq!(found[0].1, Level::Group);
        assert_eq!((found[1].1, found[2].1, found[5].1), (Level::Item, Level::SubItem, Level::Item));
    }

    #[test]
    fn one_code_brought_in_twice_is_one_criterion_and_tells() {
        let twice = [stored(2, "I.1.a", "I.1", "mới"), stored(1, "i.1.a", "I.1", "cũ")];
        let nodes = tree(built_in().iter(), &twice);
        let node = nodes.iter().find(|node| node.criterion.title == "cũ").unwrap();
        assert!(node.differing && node.records.len() == 2);
        assert_eq!(nodes.len(), 4);
        let same = [stored(1, "I.1.a", "I.1", "cũ"), stored(2, "I.1.a", "I.1", "cũ")];
        assert!(tree(built_in().iter(), &same).iter().all(|node| !node.differing));
    }

    #[test]
    fn the_office_completes_a_criterion_but_never_replaces_a_compared_wording_by_another() {
        let text = |text: &str, text_verified| {
            let mut row = stored(1, "I.1", "I", "");
            row.record.text = text.into();
            row.record.text_verified = text_verified;
            row
        };
        let completed = |own: &str, row| {
            let mut built_in = built_in();
            built_in[1].text = own.into();
            built_in[1].text_verified = !own.is_empty();
            tree(built_in.iter(), &[row])[1].criterion.official_text().map(str::to_owned)
        };
        assert_eq!(completed("", text("đủ lời", true)).as_deref(), Some("đủ lời"));
        assert_eq!(completed("", text("chép vội", false)), None);
        assert_eq!(completed("nguyên văn", text("chép vội", false)).as_deref(), Some("nguyên văn"));
    }

    #[test]
    fn a_ring_is_listed_whole() {
        let ring = [stored(1, "A", "B", ""), stored(2, "B", "A", ""), stored(3, "C", "C", "")];
        assert_eq!(shape(&ring).len(), 6);
    }
}
