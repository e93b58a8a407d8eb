//! The figures on screen: what they are of, which part is shown, bars or a table, or both where there is room.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::figures::{print_count, print_date};
use crate::session::{Cell, Figures, Sheet, StatisticsView, sheet};

use super::super::super::canvas::Canvas;
use super::super::super::state::Shared;
use super::super::super::widgets::paint::{halves, inset, line, paragraph, pieces, rows};
use super::super::register::columns::short_name;
use super::{StatisticsScreen, bars, grid};

/// From this width on the table stands beside the bars.
const BOTH: u16 = 150;

impl StatisticsScreen {
    pub(super) fn paint(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        let words = &shared.texts.statistics;
        let Some(view) = &self.view else {
            line(canvas, area, 1, shared.texts.screens.loading, shared.theme.faint());
            return;
        };
        if view.total.visits == 0 {
            let said = if self.over == self.base { words.empty } else { words.none_over };
            paragraph(canvas, area, 1, &shared.keyed(said), Style::new());
            return;
        }
        line(canvas, area, 0, &self.told(view, shared), Style::new());
        line(canvas, area, 1, &summed(view, shared), shared.theme.faint());
        self.draw_parts(shared, canvas, rows(area, 2, 1));
        let mut top = 3;
        for said in self.remarks(view, shared) {
            line(canvas, area, top, &said, shared.theme.faint());
            top += 1;
        }
        if let Some(first) = view.unreadable.first() {
            let text = (shared.texts.screens.unreadable)(view.unreadable.len(), &first.to_string());
            line(canvas, area, top, &format!("! {text}"), shared.theme.error());
            top += 1;
        }
        let area = rows(area, top, area.height);
        let beside = !self.as_table && area.width >= BOTH;
        let (left, right) = halves(area);
        let table = self.table(view, shared, if beside { right.width } else { area.width });
        if table.rows.is_empty() {
            line(canvas, area, 0, words.nothing, shared.theme.faint());
            return;
        }
        let selected = self.selection.within(table.rows.len());
        match (self.as_table, beside) {
            (true, _) => grid::draw(&table, selected, &self.selection.scroll, shared, canvas, area),
            (false, true) => {
                bars::draw(view, self.figures, selected, &self.bars, shared, canvas, left);
                grid::draw(&table, selected, &self.selection.scroll, shared, canvas, right);
            }
            (false, false) => bars::draw(view, self.figures, selected, &self.bars, shared, canvas, area),
        }
    }

    /// The table of the part in so many cells; where there is one checklist, its name stands above.
    fn table(&self, view: &StatisticsView, shared: &Shared, cells: u16) -> Sheet {
        let mut table = sheet(view, self.figures, shared.texts);
        if bars::is_told_apart_at_the_end(self.figures) {
            let room = grid::room_for_names(&table, usize::from(cells));
            for name in table.rows.iter_mut().filter_map(|row| row.first_mut()) {
                if let Cell::Words(words) = name {
                    *words = short_name(words, room + 1);
                }
            }
        }
        if self.figures == Figures::Checklists && view.checklists.len() == 1 {
            table.head.remove(0);
            table.rows.iter_mut().for_each(|row| drop(row.remove(0)));
        }
        table
    }

    /// Says what the figures are of.
    fn told(&self, view: &StatisticsView, shared: &Shared) -> String {
        let words = &shared.texts.statistics;
        let date = |date: Option<chrono::NaiveDate>| date.map(print_date).unwrap_or_default();
        let delegation = if view.delegation.is_empty() { words.everything } else { &view.delegation };
        let parts = [
            delegation.to_owned(),
            view.unit.clone(),
            (words.between)(&date(self.over.from), &date(self.over.to)),
            (words.held)(view.total.visits),
            (words.sorted)(self.by_name),
        ];
        // Time and checklists have an order of their own.
        let sorted = usize::from(!matches!(self.figures, Figures::Time | Figures::Checklists));
        parts.into_iter().take(4 + sorted).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// Names the parts, that on screen among them.
    fn draw_parts(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let names = Figures::ALL.map(|figures| {
            let (name, _) = figures.names(shared.texts);
            match figures == self.figures {
                true => (format!("▸{name} "), shared.theme.selected()),
                false => (format!(" {name} "), shared.theme.key()),
            }
        });
        pieces(canvas, area, 0, &names);
    }

    /// Says what has to be known to read the part.
    fn remarks(&self, view: &StatisticsView, shared: &Shared) -> Vec<String> {
        let words = &shared.texts.statistics;
        let covered = view.checklists.iter().filter(|_| self.figures == Figures::Checklists).map(|list| {
            let (seen, items) = list.progress();
            (words.covered)(&list.title, seen, items, list.visits)
        });
        let legend = bars::legend(self.figures, shared).filter(|_| !self.as_table);
        covered.chain(legend).collect()
    }
}

/// Says what all of it comes to.
fn summed(view: &StatisticsView, shared: &Shared) -> String {
    let count = |number: usize| print_count(u64::try_from(number).unwrap_or(u64::MAX));
    let total = &view.total;
    let (strengths, faults) = (count(total.strengths), count(total.faults()));
    (shared.texts.statistics.of_faults)(&strengths, &faults, &count(total.open), &count(total.overdue))
}
