//! The first screen as drawn: what waits now beside the delegations, in as many columns as there is room for.

use chrono::{Datelike, NaiveDate};
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::figures::{print_count, print_date};
use crate::session::{AwaitedAtVisit, DelegationRow, HomeView, NowView, NowVisit, OpenAtUnit, When};
use crate::text::{pad, truncate, width};

use super::super::super::canvas::Canvas;
use super::super::super::forms::visit::short_time;
use super::super::super::state::Shared;
use super::super::super::widgets::paint::{line, pieces, rows, rule, visible};
use super::Target;

/// From this width on what waits stands beside the delegations, not above them.
const TWO_COLUMNS: u16 = 110;
/// From this width on the recommendations have a column of their own.
const THREE_COLUMNS: u16 = 180;
/// Rows that the delegations keep below what waits, however much that is.
const KEPT: u16 = 7;
/// Cells of the day or time of a visit.
const DAY: usize = 10;
/// A column narrower than this does not say since when something is overdue.
const ROOM_FOR_SINCE: usize = 64;

/// A drawn row in pieces, and what it leads to; nothing for a heading.
type Drawn = (Option<Target>, Vec<(String, Style)>);

/// Draws everything that the view has.
pub(super) fn paint(view: &HomeView, selected: Option<Target>, shared: &Shared, canvas: &mut Canvas, area: Rect) {
    let column = |at: u16, of: u16| {
        let wide = (area.width.saturating_sub(2 * (of - 1))) / of;
        Rect { x: area.x.saturating_add(at * (wide + 2)), width: wide, ..area }
    };
    let page = Page { view, shared };
    match area.width {
        THREE_COLUMNS.. => {
            let both = |at| column(at, 3);
            let waiting = [page.visits(both(0)), page.awaited()].concat();
            draw_column(&waiting, selected, shared, canvas, both(0));
            draw_column(&page.open(both(1)), selected, shared, canvas, both(1));
            draw_column(&page.delegations(), selected, shared, canvas, both(2));
        }
        TWO_COLUMNS.. => {
            draw_column(&page.waiting(column(0, 2)), selected, shared, canvas, column(0, 2));
            draw_column(&page.delegations(), selected, shared, canvas, column(1, 2));
        }
        _ => {
            let (above, below) = (page.waiting(area), page.delegations());
            let cells = |drawn: &[Drawn]| u16::try_from(drawn.len()).unwrap_or(u16::MAX);
            // The delegations keep some rows, and get what is left over.
            let kept = cells(&below).min(KEPT.max(area.height / 2)).min(area.height);
            let height = cells(&above).min(area.height - kept);
            draw_column(&above, selected, shared, canvas, rows(area, 0, height));
            draw_column(&below, selected, shared, canvas, rows(area, height, area.height));
        }
    }
}

/// Draws a column from its beginning, or so that the selected rows are in it.
fn draw_column(drawn: &[Drawn], selected: Option<Target>, shared: &Shared, canvas: &mut Canvas, area: Rect) {
    let height = usize::from(area.height);
    let is_selected = |(target, _): &Drawn| target.is_some() && *target == selected;
    let begins = drawn.iter().position(is_selected);
    let ends = drawn.iter().rposition(is_selected).map_or(0, |at| at + 1);
    // One row more shows that there is something below.
    let first = (ends + usize::from(ends < drawn.len())).saturating_sub(height).min(begins.unwrap_or_default());
    for (at, (index, (_, parts))) in (0..area.height).zip(drawn.iter().enumerate().skip(first)) {
        if begins == Some(index) {
            let text: String = parts.iter().map(|(text, _)| text.as_str()).collect();
            let text = format!("▸ {}", text.strip_prefix("  ").unwrap_or(&text));
            line(canvas, area, at, &pad(&visible(&text), usize::from(area.width)), shared.theme.selected());
        } else if let [(heading, _)] = parts.as_slice()
            && drawn.get(index).is_some_and(|(target, _)| target.is_none())
            && !heading.starts_with(' ')
        {
            rule(canvas, area, at, heading, shared.theme);
        } else {
            pieces(canvas, area, at, parts);
        }
    }
}

fn count(number: usize) -> String {
    print_count(u64::try_from(number).unwrap_or(u64::MAX))
}

/// What is drawn, and with what.
struct Page<'a> {
    view: &'a HomeView,
    shared: &'a Shared,
}

impl Page<'_> {
    fn now(&self) -> &NowView {
        &self.view.now
    }

    /// Everything that waits, one part below the other.
    fn waiting(&self, area: Rect) -> Vec<Drawn> {
        let parts = [self.visits(area), self.awaited(), self.open(area)];
        parts.into_iter().flatten().collect()
    }

    fn heading(&self, text: &str) -> Drawn {
        (None, vec![(text.to_owned(), self.shared.theme.faint())])
    }

    fn said(&self, text: &str) -> Drawn {
        (None, vec![(format!("  {text}"), self.shared.theme.faint())])
    }

    fn visits(&self, area: Rect) -> Vec<Drawn> {
        let words = &self.shared.texts.home;
        let mut drawn = vec![self.heading(words.visits)];
        if self.now().visits.is_empty() {
            drawn.push(self.said(&truncate(words.no_visits, usize::from(area.width).saturating_sub(2))));
        }
        drawn.extend(self.now().visits.iter().map(|visit| (Some(Target::Visit(visit.visit)), self.visit(visit))));
        drawn
    }

    fn visit(&self, visit: &NowVisit) -> Vec<(String, Style)> {
        let (words, theme) = (&self.shared.texts.home, self.shared.theme);
        let (sign, said, style) = match visit.when {
            When::UnderWay => ("● ", words.under_way, theme.good()),
            When::Today if visit.start.is_none() => ("  ", "", Style::new()),
            When::Today => ("  ", words.is_today, Style::new()),
            When::Over => ("✓ ", words.over, theme.faint()),
            When::Missed => ("! ", words.missed, theme.warning()),
            When::Next if visit.date == self.now().today.succ_opt() => ("  ", words.tomorrow, Style::new()),
            When::Next => ("  ", "", Style::new()),
        };
        let time = visit.start.map(|time| short_time(Some(time)));
        let is_today = visit.date == Some(self.now().today);
        let day = visit.date.map(|date| self.day(date)).unwrap_or_default();
        let (day, time) =
            if is_today { (time.unwrap_or_else(|| words.is_today.to_owned()), None) } else { (day, time) };
        let unit = if visit.unit.is_empty() { self.shared.texts.screens.no_unit } else { &visit.unit };
        let about = [said, time.as_deref().unwrap_or_default(), &visit.decision, &visit.place];
        let about: String =
            about.into_iter().filter(|part| !part.is_empty()).map(|part| format!(" · {part}")).collect();
        let faint = if visit.when == When::Next || visit.when == When::Today { theme.faint() } else { style };
        vec![
            ("  ".to_owned(), Style::new()),
            (format!("{sign}{} ", pad(&day, DAY)), style),
            (unit.to_owned(), if visit.when == When::Over { style } else { Style::new() }),
            (about, faint),
        ]
    }

    /// Names a day by its weekday and date, with the year where that is another one.
    fn day(&self, date: NaiveDate) -> String {
        if date.year() != self.now().today.year() {
            return print_date(date);
        }
        format!("{} {}/{}", (self.shared.texts.home.short_weekday)(date.weekday()), date.day(), date.month())
    }

    fn awaited(&self) -> Vec<Drawn> {
        let awaited = &self.now().awaited;
        let heading = (!awaited.is_empty()).then(|| self.heading(self.shared.texts.home.awaited));
        let rows = awaited.iter().map(|row| (Some(Target::Awaited(row.visit)), self.awaited_row(row)));
        heading.into_iter().chain(rows).collect()
    }

    fn awaited_row(&self, row: &AwaitedAtVisit) -> Vec<(String, Style)> {
        let (words, theme) = (&self.shared.texts.home, self.shared.theme);
        let day = row.date.map(|date| self.day(date)).unwrap_or_default();
        let due = self.day(row.first_due);
        let said = match (row.late, row.soon) {
            (0, soon) => (words.soon_on)(soon, &due),
            (late, 0) => (words.late)(late, &due),
            (late, soon) => format!("{}; {}", (words.late)(late, &due), (words.soon)(soon)),
        };
        let unit = if row.unit.is_empty() { self.shared.texts.screens.no_unit } else { &row.unit };
        let (sign, style) = if row.late > 0 { ("! ", theme.warning()) } else { ("  ", Style::new()) };
        vec![
            ("  ".to_owned(), Style::new()),
            (format!("{sign}{} ", pad(&day, DAY)), style),
            (unit.to_owned(), Style::new()),
            (format!(" · {said}"), style),
            (format!(" · {}", row.names.join("; ")), theme.faint()),
        ]
    }

    fn open(&self, area: Rect) -> Vec<Drawn> {
        let words = &self.shared.texts.home;
        let Some(units) = &self.now().open else { return vec![self.heading(words.counting)] };
        let sum = |of: fn(&OpenAtUnit) -> usize| units.iter().map(of).sum();
        let overdue = sum(|unit| unit.overdue);
        let any_overdue = overdue > 0;
        let overdue = if any_overdue { count(overdue) } else { String::new() };
        let heading = (words.open)(&count(sum(|unit| unit.open)), &overdue);
        let heading = (!units.is_empty()).then(|| self.heading(&heading));
        let cells = usize::from(area.width);
        let rows = units.iter().map(|unit| (Some(Target::Unit(unit.unit)), self.open_row(unit, any_overdue, cells)));
        heading.into_iter().chain(rows).collect()
    }

    /// One unit, its figures below those of the others; where nothing is overdue, its name has the room that would say so.
    fn open_row(&self, unit: &OpenAtUnit, any_overdue: bool, cells: usize) -> Vec<(String, Style)> {
        let (words, theme) = (&self.shared.texts.home, self.shared.theme);
        let column = |text: String, cells: usize| format!("{}{text}", " ".repeat(cells.saturating_sub(width(&text))));
        let overdue = if unit.overdue > 0 { (words.overdue)(&count(unit.overdue)) } else { String::new() };
        let overdue = if any_overdue { column(overdue, width(&(words.overdue)("1.000"))) } else { String::new() };
        let open = column((words.still_open)(&count(unit.open)), width(&(words.still_open)("1.000")) + 2);
        let since = unit.since.map(|day| (words.since)(&print_date(day))).unwrap_or_default();
        let since = match cells {
            ROOM_FOR_SINCE.. if any_overdue => format!("  {}", pad(&since, width(&(words.since)("30/12/2026")))),
            _ => String::new(),
        };
        let name = if unit.name.is_empty() { self.shared.texts.screens.no_unit } else { &unit.name };
        let sign = if unit.overdue > 0 { "! " } else { "  " };
        let room = cells.saturating_sub(5 + width(&overdue) + width(&open) + width(&since));
        vec![
            (format!("  {sign}"), theme.error()),
            (format!("{} ", pad(name, room)), Style::new()),
            (overdue, theme.error()),
            (open, Style::new()),
            (since, theme.faint()),
        ]
    }

    fn delegations(&self) -> Vec<Drawn> {
        let rows = &self.view.delegations;
        let heading = match rows.len() {
            0..=3 => self.shared.texts.home.delegations.to_owned(),
            many => format!("{} ({many})", self.shared.texts.home.delegations),
        };
        let rows = rows.iter().flat_map(|row| {
            let target = Target::Delegation(row.delegation.id);
            self.delegation(row).map(move |part| (Some(target), vec![part]))
        });
        std::iter::once(self.heading(&heading)).chain(rows).collect()
    }

    fn delegation(&self, row: &DelegationRow) -> [(String, Style); 3] {
        let (words, theme) = (&self.shared.texts.screens, self.shared.theme);
        let delegation = &row.delegation.record;
        let theme_of = delegation.theme.as_str();
        let kind = (self.shared.texts.terms.delegation_kind)(delegation.kind);
        let head = if theme_of.is_empty() { kind.to_owned() } else { format!("{kind}: {theme_of}") };
        let branch = super::super::branch(row.depth);
        let indent = " ".repeat(4 + width(&branch));
        let date = delegation.decision_date.map(print_date).unwrap_or_default();
        let decision = (words.decision_of)(&delegation.decision_symbol, &date, &delegation.authority);
        let counts = (words.visit_counts)(row.visits, row.open_visits);
        let (counts, style) =
            if row.open_visits > 0 { (format!("● {counts}"), theme.good()) } else { (counts, theme.faint()) };
        [
            (format!("  {branch}{head}"), theme.heading()),
            (format!("{indent}{decision}"), theme.faint()),
            (format!("{indent}{counts}"), style),
        ]
    }
}
