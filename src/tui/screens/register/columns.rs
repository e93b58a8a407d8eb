//! The columns of the register, for the width at hand.

use ratatui::style::Style;

use crate::domain::ItemKind;
use crate::figures::print_date;
use crate::session::RegisterRow;
use crate::text::{column, graphemes, truncate, width};

use super::super::super::state::Shared;
use super::super::super::widgets::paint::visible;

/// Cells of each column; a column of none is left out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    due: usize,
    standing: usize,
    unit: usize,
    words: usize,
    doer: usize,
}

/// Cells of the signs before the columns: selected, marked.
const LEAD: usize = 4;
/// A list narrower than this has no column of the doers.
const NARROW: usize = 70;
/// From this width on every column has room for its words.
const WIDE: usize = 100;

/// Words in a column narrower than this do not begin with what the item is; that stands below the list.
const ROOM_FOR_KIND: usize = 34;

impl Columns {
    /// Divides a row; the unit has no column where all are of one.
    pub(super) fn of(cells: usize, units: bool) -> Self {
        let (due, standing) = (12, 11);
        let (unit, doer) = match cells {
            WIDE.. => (22, 20),
            NARROW.. => (14, 12),
            _ => (0, 0),
        };
        // Where the unit needs no column, the doers get its room.
        let (unit, doer) = if units { (unit, doer) } else { (0, doer + unit / 2) };
        let words = cells.saturating_sub(LEAD + due + standing + unit + doer);
        Self { due, standing, unit, words, doer }
    }

    /// Writes the names of the columns.
    pub(super) fn head(self, models: bool, shared: &Shared) -> String {
        let words = &shared.texts.register;
        let field = shared.texts.terms.field;
        let (first, last) =
            if models { (field("topic"), words.proposal_column) } else { (words.due_column, words.doer_column) };
        let second = if models { "" } else { words.standing_column };
        let cells = [(first, self.due), (second, self.standing), (words.unit_column, self.unit)];
        let mut head = " ".repeat(LEAD);
        for (name, room) in cells.into_iter().chain([(words.words_column, self.words), (last, self.doer)]) {
            head.push_str(&column(name, room));
        }
        head
    }

    /// Writes one row in pieces, the overdue ones with a sign and a style of their own.
    pub(super) fn row(self, row: &RegisterRow<'_>, shared: &Shared) -> Vec<(String, Style)> {
        let words = &shared.texts.register;
        let theme = shared.theme;
        let item = &row.item;
        if let Some(model) = &row.model {
            let name =
                if model.name.is_empty() { visible(&item.text).into_owned() } else { format!("“{}”", model.name) };
            let proposal = model.proposal.map_or("", shared.texts.terms.proposal);
            return vec![
                (column(&model.topic, self.due + self.standing), theme.faint()),
                (
                    format!("{}{}", column(&short_name(row.unit, self.unit), self.unit), column(&name, self.words)),
                    Style::new(),
                ),
                (column(proposal, self.doer), theme.faint()),
            ];
        }
        let due = item.due.map_or_else(|| "–".to_owned(), print_date);
        let sign = if row.overdue { "!" } else { "" };
        let due_style = if row.overdue { theme.error() } else { Style::new() };
        let standing = (words.standing_short)(item.standing);
        let standing_style = if item.standing.is_closed() { theme.faint() } else { Style::new() };
        let said = visible(&item.text);
        let tag = if item.is_tagged_for_review() {
            format!(", {}", shared.texts.register.deep_review_tag)
        } else {
            String::new()
        };
        let said = if self.words < ROOM_FOR_KIND {
            said
        } else {
            [kind_sign(item.kind, shared), &tag, ": ", &said].concat().into()
        };
        vec![
            (column(&format!("{due}{sign}"), self.due), due_style),
            (column(standing, self.standing), standing_style),
            (column(&short_name(row.unit, self.unit), self.unit), Style::new()),
            (column(&said, self.words), Style::new()),
            (column(&item.doers.join(", "), self.doer), theme.faint()),
        ]
    }
}

/// Names what an item is as short as lists of entries do.
fn kind_sign(kind: ItemKind, shared: &Shared) -> &'static str {
    match kind {
        ItemKind::Entry(kind) => (shared.texts.terms.entry_kind_short)(kind),
        ItemKind::DeepReview => shared.texts.register.deep_review_short,
        ItemKind::Outside => shared.texts.register.outside_short,
    }
}

/// Shortens the name of a unit from its front: "Huyện ủy" is said of many, "Thạch Khê" of one.
pub(in super::super) fn short_name(name: &str, cells: usize) -> String {
    let room = cells.saturating_sub(1);
    if width(name) <= room {
        return name.to_owned();
    }
    let starts = graphemes(name).scan(0, |at, grapheme| {
        *at += grapheme.len();
        Some((grapheme, *at))
    });
    let tail = starts
        .filter(|(grapheme, _)| grapheme.trim().is_empty())
        .filter_map(|(_, at)| name.get(at..))
        .find(|tail| width(tail) < room);
    tail.map_or_else(|| truncate(name, room), |tail| format!("…{tail}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_keeps_the_words_that_tell_it_apart() {
        for (name, cells, shown) in [
            ("Huyện ủy Thạch Khê", 30, "Huyện ủy Thạch Khê"),
            ("Huyện ủy Thạch Khê", 13, "…Thạch Khê"),
            ("Chi bộ Trường THCS Yên Thủy", 12, "…Yên Thủy"),
            ("Nghiêngngảnghiêngngả", 8, "Nghiên…"),
            ("Huyện ủy", 0, ""),
        ] {
            assert_eq!(short_name(name, cells), shown, "{name} in {cells}");
        }
    }

    #[test]
    fn columns_fill_the_row_and_no_more() {
        for cells in [0, 10, 38, 58, 70, 78, 99, 100, 118, 198] {
            for units in [false, true] {
                let columns = Columns::of(cells, units);
                let taken = LEAD + columns.due + columns.standing + columns.unit + columns.words + columns.doer;
                assert!(taken == cells.max(LEAD + 23), "{cells}: {columns:?}");
            }
        }
    }
}
