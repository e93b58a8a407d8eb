//! A checklist as a TOML file: its head, groups with their items, or local criteria below those of another list.

use serde::Deserialize;
use toml::Spanned;

use super::BUILT_IN;
use crate::domain::{Checklist, Criterion};
use crate::text::nfc;

/// What a file says: the checklist, and its criteria with the lines they stand on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::session) struct ChecklistFile {
    pub(in crate::session) checklist: Checklist,
    pub(in crate::session) criteria: Vec<Numbered>,
}

/// A criterion and the line of the file it begins on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::session) struct Numbered {
    pub(in crate::session) line: usize,
    pub(in crate::session) criterion: Criterion,
}

/// A line that cannot be understood, as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::session) struct BadLine {
    pub(in crate::session) line: usize,
    pub(in crate::session) text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, alias = "checklist")]
    id: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    source: String,
    #[serde(default)]
    version: String,
    #[serde(default)]
    groups: Vec<Item>,
    #[serde(default)]
    criteria: Vec<Item>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    code: Spanned<String>,
    #[serde(default)]
    parent: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    text_verified: bool,
    #[serde(default)]
    items: Vec<Item>,
}

/// Reads a file; one that names no checklist adds to the built-in one.
pub(in crate::session) fn read_toml(text: &str) -> Result<ChecklistFile, BadLine> {
    let line_at = |offset: usize| text.get(..offset).unwrap_or(text).matches('\n').count() + 1;
    let file: File = toml::from_str(text).map_err(|error| {
        let line = line_at(error.span().map_or(0, |span| span.start));
        BadLine { line, text: text.lines().nth(line - 1).unwrap_or_default().trim().to_owned() }
    })?;
    let code = if file.id.trim().is_empty() { BUILT_IN.to_owned() } else { clean(&file.id) };
    let checklist =
        Checklist { code, title: clean(&file.title), source: clean(&file.source), version: clean(&file.version) };
    let mut criteria = Vec::new();
    let mut waiting: Vec<(Item, Option<String>)> =
        file.groups.into_iter().chain(file.criteria).rev().map(|item| (item, None)).collect();
    while let Some((item, above)) = waiting.pop() {
        let criterion = Criterion {
            checklist: checklist.code.clone(),
            code: clean(item.code.get_ref()),
            parent: above.unwrap_or_else(|| clean(&item.parent)),
            title: clean(&item.title),
            text: clean(&item.text),
            text_verified: item.text_verified,
            order: String::new(),
        };
        let below = item.items.into_iter().rev().map(|inner| (inner, Some(criterion.code.clone())));
        waiting.extend(below.collect::<Vec<_>>());
        criteria.push(Numbered { line: line_at(item.code.span().start), criterion });
    }
    Ok(ChecklistFile { checklist, criteria })
}

fn clean(text: &str) -> String {
    nfc(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_in_order_with_its_lines() {
        let file = read_toml(
            "id = \"tp-85\"\ntitle = \"85 biểu hiện\"\n[[groups]]\ncode = \"I\"\ntitle = \"Một\"\n\
             [[groups.items]]\ncode = \"I.1\"\ntitle = \"Phai nhạt\"\n[[groups.items.items]]\ncode = \"I.1.a\"\ntitle = \"a\"\n\
             [[groups]]\ncode = \"II\"\n",
        )
        .unwrap();
        let found: Vec<_> = file
            .criteria
            .iter()
            .map(|row| (row.line, row.criterion.code.as_str(), row.criterion.parent.as_str()))
            .collect();
        assert_eq!(found, [(4, "I", ""), (7, "I.1", "I"), (10, "I.1.a", "I.1"), (13, "II", "")]);
        assert_eq!(file.checklist.title, "85 biểu hiện");
        assert!(file.criteria.iter().all(|row| row.criterion.checklist == "tp-85"));
    }

    #[test]
    fn local_criteria_name_the_one_above_them() {
        let file = read_toml("[[criteria]]\nparent = \"I.5\"\ncode = \"I.5.a\"\ntitle = \"Nể  nang\"\n").unwrap();
        assert_eq!(file.checklist.code, BUILT_IN);
        assert_eq!(
            (file.criteria[0].criterion.parent.as_str(), file.criteria[0].criterion.title.as_str()),
            ("I.5", "Nể nang")
        );
    }

    #[test]
    fn a_line_that_is_not_understood_is_named() {
        for (text, line, said) in [
            ("id = \"x\"\ntitel = \"y\"\n", 2, "titel = \"y\""),
            ("[[groups]]\ncode = 5\n", 2, "code = 5"),
            ("[[groups]]\ntitle = \"x\"\n", 1, "[[groups]]"),
            ("id = \n", 1, "id ="),
        ] {
            assert_eq!(read_toml(text), Err(BadLine { line, text: said.into() }), "{text}");
        }
    }
}
