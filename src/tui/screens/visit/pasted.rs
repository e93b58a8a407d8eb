//! The question what several lines become that were pasted into the capture line at once.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::capture::{self, Context};
use crate::session::VisitView;
use crate::text::{pad, truncate, width};

use super::super::super::canvas::Canvas;
use super::super::super::state::Shared;
use super::super::super::widgets::paint::{line, pieces, rule};

/// Cells of the kind in front of a line.
const KIND: usize = 13;

/// Returns the lines of a text that say something.
pub(super) fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// Shows what each line becomes, as many as fit, and how many more there are.
pub(super) fn draw(text: &str, view: &VisitView, shared: &Shared, canvas: &mut Canvas, area: Rect) {
    let words = &shared.texts.line;
    let lines = lines(text);
    rule(canvas, area, 0, words.pasted_heading, shared.theme);
    let room = usize::from(area.height).saturating_sub(1);
    let shown = if lines.len() > room { room.saturating_sub(1) } else { lines.len() };
    let context = Context { date: view.visit.record.date };
    for (at, text) in (1..area.height).zip(lines.iter().take(shown)) {
        let parsed = capture::parse(text, &context);
        let kind = (shared.texts.terms.entry_kind_short)(parsed.draft.kind);
        let kind = format!("{} ", pad(&truncate(kind, KIND), KIND));
        let doubt = if parsed.notices.is_empty() && !parsed.draft.text.is_empty() { "" } else { "⚠ " };
        let style = if parsed.draft.kind.is_fault() { shared.theme.warning() } else { shared.theme.heading() };
        let cells = usize::from(area.width).saturating_sub(width(&kind) + width(doubt));
        let said = truncate(text, cells);
        pieces(canvas, area, at, &[(kind, style), (doubt.to_owned(), shared.theme.warning()), (said, Style::new())]);
    }
    if shown < lines.len() {
        let row = u16::try_from(shown + 1).unwrap_or(u16::MAX);
        line(canvas, area, row, &(words.more_lines)(lines.len() - shown), shared.theme.faint());
    }
}
