//! Figures as bars: what is drawn of each row, the number always beside it.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::figures::print_count;
use crate::session::{Figures, StatisticsView, Tallied, row_name, span_name};
use crate::text::{pad, width};

use super::super::super::canvas::Canvas;
use super::super::super::state::Shared;
use super::super::super::widgets::list::Scroll;
use super::super::super::widgets::paint::pieces;
use super::super::register::columns::short_name;

/// A part of a bar: how much, by which sign, in which style.
type Part = (usize, char, Style);

/// Sign of what is meant first,
const FULL: char = '█';
/// and of what stands behind it in the same bar.
const LIGHT: char = '░';
/// Bars longer than this say no more.
const LONGEST: usize = 80;
/// Cells of a name at most, where there is room.
const NAME: usize = 44;

/// One bar with its name and its figure.
struct Bar {
    label: &'static str,
    parts: Vec<Part>,
    figure: String,
}

/// What is drawn of one row.
struct Group {
    name: String,
    bars: Vec<Bar>,
}

/// Draws the rows that fit around the selected one.
pub(super) fn draw(
    view: &StatisticsView,
    figures: Figures,
    selected: usize,
    scroll: &Scroll,
    shared: &Shared,
    canvas: &mut Canvas,
    area: Rect,
) {
    let mut groups = groups(view, figures, shared);
    let cells = usize::from(area.width);
    let name = groups.iter().map(|group| width(&group.name)).max().unwrap_or_default().min(NAME).min(cells * 2 / 5);
    if is_told_apart_at_the_end(figures) {
        groups.iter_mut().for_each(|group| group.name = short_name(&group.name, name + 1));
    }
    let bars = || groups.iter().flat_map(|group| &group.bars);
    let label = bars().map(|bar| width(bar.label)).max().unwrap_or_default();
    let figure = bars().map(|bar| width(&bar.figure)).max().unwrap_or_default();
    let room = cells.saturating_sub(name + label + figure + 6).min(LONGEST);
    let most = bars().map(length).max().unwrap_or_default().max(1);
    let lines = groups.iter().map(|group| group.bars.len()).max().unwrap_or(1).max(1);
    let fitting = (usize::from(area.height) / lines).max(1);
    let selected = selected.min(groups.len().saturating_sub(1));
    let first = scroll.first(selected, groups.len(), fitting);
    let mut at = 0;
    for (index, group) in groups.iter().enumerate().skip(first).take(fitting) {
        for (number, bar) in group.bars.iter().enumerate() {
            let is_first = number == 0;
            let (sign, style) = match (is_first, index == selected) {
                (true, true) => ("▸ ", shared.theme.selected()),
                _ => ("  ", Style::new()),
            };
            let mut parts = vec![
                (format!("{sign}{}", pad(if is_first { &group.name } else { "" }, name)), style),
                (format!(" {} ", pad(bar.label, label)), shared.theme.faint()),
            ];
            let drawn: usize = scaled(&bar.parts, most, room).iter().map(|(cells, ..)| cells).sum();
            let blocks = scaled(&bar.parts, most, room).into_iter();
            parts.extend(blocks.map(|(cells, sign, style)| (sign.to_string().repeat(cells), style)));
            let gap = if drawn == 0 { "" } else { " " };
            parts.push((format!("{gap}{}", bar.figure), Style::new()));
            pieces(canvas, area, at, &parts);
            at = at.saturating_add(1);
        }
    }
}

/// Whether names begin alike and differ at their end, as those of units and delegations do.
pub(super) fn is_told_apart_at_the_end(figures: Figures) -> bool {
    matches!(figures, Figures::Units | Figures::Delegations)
}

/// Says what the signs of a bar mean, where it has several.
pub(super) fn legend(figures: Figures, shared: &Shared) -> Option<String> {
    let words = &shared.texts.statistics;
    let (full, light) = match figures {
        Figures::Units | Figures::Delegations => (words.overdue, words.open),
        Figures::Time => (words.open_at_end, words.closed_by_end),
        Figures::Topics | Figures::Causes | Figures::Checklists => return None,
    };
    Some(format!("{}: {FULL} {full}  {LIGHT} {light}", words.recommendations))
}

fn length(bar: &Bar) -> usize {
    bar.parts.iter().map(|(count, ..)| count).sum()
}

/// Brings the parts of a bar to cells; what is there at all has one.
fn scaled(parts: &[Part], most: usize, room: usize) -> Vec<Part> {
    let cells = |count: usize| if count == 0 { 0 } else { (count * room / most).max(usize::from(room > 0)) };
    parts.iter().map(|(count, sign, style)| (cells(*count), *sign, *style)).collect()
}

fn count(number: usize) -> String {
    print_count(u64::try_from(number).unwrap_or(u64::MAX))
}

fn groups(view: &StatisticsView, figures: Figures, shared: &Shared) -> Vec<Group> {
    let (words, theme) = (&shared.texts.statistics, shared.theme);
    let plain = |label, number: usize, style| Bar { label, parts: vec![(number, FULL, style)], figure: count(number) };
    let named = |row: &Tallied, bars| Group { name: row_name(row, shared.texts).to_owned(), bars };
    let findings = |row: &Tallied| {
        vec![
            plain(words.strengths, row.tally.strengths, theme.good()),
            plain(words.faults, row.tally.faults(), theme.warning()),
        ]
    };
    match figures {
        Figures::Topics => view.by_topic.iter().map(|row| named(row, findings(row))).collect(),
        Figures::Causes => {
            let causes = |row: &Tallied| {
                vec![
                    plain(words.subjective, row.tally.causes.subjective, theme.warning()),
                    plain(words.objective, row.tally.causes.objective, Style::new()),
                    plain(words.unexplained, row.tally.unexplained, theme.error()),
                ]
            };
            let any = |row: &&Tallied| causes(row).iter().any(|bar| length(bar) > 0);
            view.by_topic.iter().filter(any).map(|row| named(row, causes(row))).collect()
        }
        Figures::Units | Figures::Delegations => {
            let rows = if figures == Figures::Units { &view.by_unit } else { &view.by_delegation };
            let asked = |row: &Tallied| {
                let (open, overdue) = (row.tally.open, row.tally.overdue);
                let parts = vec![(overdue, FULL, theme.error()), (open - overdue.min(open), LIGHT, Style::new())];
                let said =
                    if overdue > 0 { format!(" ({})", (words.of_which)(&count(overdue))) } else { String::new() };
                Bar { label: words.open, parts, figure: format!("{}{said}", count(open)) }
            };
            let all = |row: &Tallied| findings(row).into_iter().chain([asked(row)]).collect();
            rows.iter().map(|row| named(row, all(row))).collect()
        }
        Figures::Time => {
            let bar = |span: &crate::session::Span| {
                let (open, closed) = (span.open_at_end, span.closed_by_end);
                let parts = vec![(open, FULL, theme.warning()), (closed, LIGHT, theme.good())];
                Bar { label: "", parts, figure: (words.open_and_closed)(&count(open), &count(closed)) }
            };
            let group = |span| Group { name: span_name(span, view.step, shared.texts), bars: vec![bar(span)] };
            view.spans.iter().map(group).collect()
        }
        Figures::Checklists => {
            let lists = view.checklists.iter().flat_map(|list| {
                list.criteria.iter().map(|criterion| {
                    let (seen, all) = (criterion.visits, list.visits);
                    let parts = vec![(seen, FULL, theme.good()), (all - seen.min(all), LIGHT, theme.faint())];
                    let name = format!("{} {}", criterion.code, criterion.title);
                    Group {
                        name,
                        bars: vec![Bar { label: "", parts, figure: format!("{}/{}", count(seen), count(all)) }],
                    }
                })
            });
            lists.collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_keep_to_their_room_and_nothing_that_is_there_is_left_out() {
        let part = |count| (count, FULL, Style::new());
        let cells = |parts: &[Part], most, room| -> Vec<usize> {
            scaled(parts, most, room).into_iter().map(|(cells, ..)| cells).collect()
        };
        assert_eq!(cells(&[part(10)], 10, 40), [40]);
        assert_eq!(cells(&[part(5), part(5)], 10, 41), [20, 20]);
        assert_eq!(cells(&[part(1), part(0)], 1_000, 40), [1, 0]);
        assert_eq!(cells(&[part(3)], 3, 0), [0]);
    }
}
