//! Help: the key table, what applies on this screen first.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::capture::marks;
use crate::text::{pad, width};

use super::super::canvas::Canvas;
use super::super::command::{COMMANDS, Command, Context, Group, Spec};
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::list::Selection;
use super::super::widgets::paint::{inset, line, wrapped};

/// The help of one screen.
#[derive(Debug)]
pub struct Help {
    lines: Vec<(String, bool)>,
    top: Selection,
}

impl Help {
    /// Makes the help of a screen as it stands.
    #[must_use]
    pub fn about(screen: &dyn Screen, shared: &Shared) -> Self {
        let context = screen.context();
        let mut lines = Vec::new();
        // Who asks while typing asks for the marks first.
        if context == Context::Capture {
            add_marks(&mut lines, shared);
        }
        for now in [true, false] {
            for group in Group::ALL {
                let specs = COMMANDS.iter().filter(|spec| spec.group == group);
                let here: Vec<&Spec> = specs
                    .filter(|spec| shared.keymap.keys(spec, context).next().is_some())
                    .filter(|spec| screen.applies(spec.command, shared) == now)
                    .collect();
                if here.is_empty() {
                    continue;
                }
                let words = &shared.texts.screens;
                let name = (words.group)(group as usize);
                let heading = if now { name } else { format!("{name} – {}", words.not_here_now.to_lowercase()) };
                lines.push((heading, true));
                lines.extend(here.into_iter().map(|spec| (describe(spec, context, shared), false)));
                lines.push((String::new(), false));
                let work = now && group == Group::Work;
                if work && context == Context::Entries {
                    add_marks(&mut lines, shared);
                }
            }
        }
        Self { lines, top: Selection::default() }
    }
}

fn describe(spec: &Spec, context: Context, shared: &Shared) -> String {
    let keys: Vec<String> =
        shared.keymap.keys(spec, context).map(|key| key.named(shared.texts, shared.theme.ascii)).collect();
    let label = spec.command.label(&shared.texts.commands);
    format!("  {} {}: {}", pad(&keys.join("  "), 21), label.name, label.summary)
}

fn add_marks(lines: &mut Vec<(String, bool)>, shared: &Shared) {
    lines.push((shared.texts.screens.marks_heading.to_owned(), true));
    for mark in marks() {
        let typed = if mark.mark.is_empty() { shared.texts.screens.none } else { mark.mark };
        lines.push((format!("  {} {}", pad(typed, 8), (shared.texts.terms.entry_kind)(mark.kind)), false));
    }
    for (mark, meaning) in shared.texts.screens.inner_marks {
        lines.push((format!("  {} {meaning}", pad(mark, 16)), false));
    }
    lines.push((String::new(), false));
}

/// Cells that a line wrapped in the help is moved in by: under what the keys mean.
const INDENT: usize = 24;

impl Help {
    /// Lays the lines out in a window of so many columns: what is too long goes on below its beginning.
    fn laid_out(&self, columns: u16) -> Vec<(String, bool)> {
        let cells = usize::from(columns).saturating_sub(2);
        let mut rows = Vec::new();
        for (text, heading) in &self.lines {
            let indent = INDENT.min(cells / 3);
            let head = wrapped(text, cells).into_iter().next().unwrap_or_default();
            let rest = text.get(head.len()..).unwrap_or_default().trim_start();
            rows.push((head, *heading));
            if !rest.is_empty() {
                let parts = wrapped(rest, cells.saturating_sub(indent)).into_iter();
                rows.extend(parts.map(|part| (format!("{}{part}", " ".repeat(indent)), *heading)));
            }
        }
        rows
    }
}

impl Screen for Help {
    fn context(&self) -> Context {
        Context::Help
    }

    fn title(&self, shared: &Shared) -> String {
        shared.texts.screens.help_title.to_owned()
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let page = usize::from(cx.shared.size.1).saturating_sub(4);
        let count = self.laid_out(cx.shared.size.0).len().saturating_sub(page).saturating_add(1);
        if !self.top.follow(command, count, page) && command == Command::Back {
            cx.pop();
        }
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        let page = usize::from(area.height);
        let lines = self.laid_out(shared.size.0);
        let first = self.top.within(lines.len()).min(lines.len().saturating_sub(page));
        let more = shared.texts.screens.more_below;
        let goes_on = lines.len() > first.saturating_add(page);
        for (at, (text, heading)) in (0..area.height).zip(lines.iter().skip(first)) {
            // The last row leaves room for the sign that there is more.
            let room = if goes_on && at + 1 == area.height { width(more) } else { 0 };
            let place = Rect { width: area.width.saturating_sub(u16::try_from(room).unwrap_or(0)), ..area };
            line(canvas, place, at, text, if *heading { shared.theme.heading() } else { Style::new() });
        }
        if goes_on {
            let place = Rect { x: area.right().saturating_sub(u16::try_from(width(more)).unwrap_or(0)), ..area };
            line(canvas, place, area.height.saturating_sub(1), more, shared.theme.key());
        }
    }
}
