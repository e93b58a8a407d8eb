//! The frame around every screen: title bar, the screen, status line, hints.

use ratatui::layout::Rect;

use crate::session::explain;
use crate::text::width;

use super::canvas::Canvas;
use super::command::{Command, Group, Spec};
use super::curtain;
use super::keys::Chord;
use super::screen::Screen;
use super::state::{Shared, State, Tone};
use super::tour;
use super::typing;
use super::widgets::paint::{inset, line, paragraph, pieces, row, rows, rule, wrapped};

/// A window smaller than this shows only that it is too small.
pub const SMALLEST: (u16, u16) = (40, 10);

/// Whether a window of these columns and rows shows only that it is too small.
#[must_use]
pub fn too_small(size: (u16, u16)) -> bool {
    size.0 < SMALLEST.0 || size.1 < SMALLEST.1
}

/// Draws the whole window.
pub fn draw(state: &State, canvas: &mut Canvas) {
    canvas.begin(state.shared.size);
    let area = canvas.area();
    let shared = &state.shared;
    if let Some(curtain) = &state.curtain {
        curtain::draw(curtain, shared, canvas);
        return;
    }
    let Some(layer) = state.layers.last() else { return };
    if too_small((area.width, area.height)) {
        paragraph(canvas, area, 0, &(shared.texts.screens.too_small)(area.width, area.height), shared.theme.warning());
        return;
    }
    let screen = layer.screen.as_ref();
    draw_title(state, canvas, row(area, 0));
    let told = status_lines(shared, area.width);
    let below = u16::try_from(told.len().max(1)).unwrap_or(1).saturating_add(1);
    let guided = draw_tour(screen, shared, canvas, rows(area, 1, area.height.saturating_sub(below).saturating_sub(1)));
    let body = rows(area, 1, area.height.saturating_sub(below).saturating_sub(guided).saturating_sub(1));
    screen.draw(shared, canvas, body);
    draw_status(shared, &told, canvas, rows(area, area.height.saturating_sub(below), below.saturating_sub(1)));
    draw_hints(screen, shared, canvas, row(area, area.height.saturating_sub(1)));
}

/// In a window lower than this the tour says its sentence without a heading.
const HEADED_TOUR: u16 = 18;
/// In a window lower than this there is no room for the tour beside what it speaks of.
const LOWEST_TOUR: u16 = 10;

/// Draws the tour at the bottom of an area, and says how many rows it took; the screen has the rest.
fn draw_tour(screen: &dyn Screen, shared: &Shared, canvas: &mut Canvas, area: Rect) -> u16 {
    let panel = tour::panel(screen.context(), shared, usize::from(area.width).saturating_sub(2));
    let Some(panel) = panel.filter(|_| area.height >= LOWEST_TOUR) else { return 0 };
    let headed = u16::from(area.height >= HEADED_TOUR);
    let rows_said = u16::try_from(panel.rows.len()).unwrap_or(u16::MAX).min(area.height / 4);
    let height = rows_said.saturating_add(headed);
    let place = inset(rows(area, area.height.saturating_sub(height), height), 1);
    if headed > 0 {
        rule(canvas, place, 0, &panel.heading, shared.theme);
    }
    for (at, said) in (headed..height).zip(&panel.rows) {
        line(canvas, place, at, said, shared.theme.key());
    }
    height
}

fn draw_title(state: &State, canvas: &mut Canvas, area: Rect) {
    let shared = &state.shared;
    let theme = shared.theme;
    let name = if shared.demonstration { shared.texts.screens.demonstration } else { "bienban" };
    let name_style = if shared.demonstration { theme.warning() } else { theme.faint() };
    let title = state.layers.last().map(|layer| layer.screen.title(shared)).unwrap_or_default();
    let room = usize::from(area.width).saturating_sub(width(name) + 3);
    let title = crate::text::pad(&format!(" {title}"), room);
    pieces(canvas, area, 0, &[(title, theme.title()), (format!("  {name} "), name_style)]);
}

/// A long sentence, as an error with a path may be, takes as many rows as it needs, up to these.
const STATUS_ROWS: usize = 4;

fn status_lines(shared: &Shared, columns: u16) -> Vec<String> {
    let (text, tone) = match (&shared.progress, &shared.status) {
        (Some(progress), _) => {
            (explain::progress(progress, shared.texts) + shared.texts.progress.esc_stops, Tone::Notice)
        }
        (None, Some(status)) => (shared.keyed(&status.text), status.tone),
        (None, None) => return Vec::new(),
    };
    let sign = if tone == Tone::Good { "·" } else { "!" };
    let room = usize::from(columns).saturating_sub(4);
    let rows = wrapped(&text, room).into_iter().take(STATUS_ROWS).enumerate();
    let mut rows: Vec<String> =
        rows.map(|(at, text)| format!(" {} {text}", if at == 0 { sign } else { " " })).collect();
    // The last row has room for how Vietnamese is typed.
    if rows.last().is_some_and(|row| width(row) + width(typing::label(shared)) + 2 > usize::from(columns)) {
        rows.push(String::new());
    }
    rows
}

fn draw_status(shared: &Shared, told: &[String], canvas: &mut Canvas, area: Rect) {
    let style = match shared.status.as_ref().map(|status| status.tone) {
        Some(Tone::Wrong) => shared.theme.error(),
        Some(Tone::Notice) => shared.theme.warning(),
        Some(Tone::Good) | None => shared.theme.good(),
    };
    for (at, text) in (0..).zip(told) {
        line(canvas, area, at, text, style);
    }
    let label = typing::label(shared);
    let cells = u16::try_from(width(label)).unwrap_or(u16::MAX).saturating_add(1).min(area.width);
    let corner = Rect { x: area.right().saturating_sub(cells), width: cells, ..area };
    line(canvas, corner, area.height.saturating_sub(1), label, shared.theme.faint());
}

/// What is the same on every list, or in every text, is left to the help, however much room there is.
const LEFT_TO_HELP: [Command; 6] =
    [Command::Redo, Command::History, Command::Trash, Command::MoveUp, Command::MoveDown, Command::EditOutside];

fn draw_hints(screen: &dyn Screen, shared: &Shared, canvas: &mut Canvas, area: Rect) {
    let theme = shared.theme;
    let hints = hints(screen, shared, area.width).into_iter();
    let parts: Vec<_> = hints.flat_map(|(_, key, name)| [(key, theme.key()), (name, theme.faint())]).collect();
    pieces(canvas, area, 0, &parts);
}

/// Names the commands with their keys for one row: first what the screen says is needed now, then what its commands hint, then what else still
/// fits. The way back and the help are always there.
pub(super) fn hints(screen: &dyn Screen, shared: &Shared, columns: u16) -> Vec<(Command, String, String)> {
    let needed = screen.needed(shared);
    let weight = |spec: &Spec| match needed.iter().position(|command| *command == spec.command) {
        Some(at) => Some((0, at)),
        None if spec.hinted => Some((1, 0)),
        None => (spec.group == Group::Work && !LEFT_TO_HELP.contains(&spec.command)).then_some((2, 0)),
    };
    let of_one = |a: &(&Spec, Chord), b: &(&Spec, Chord)| a.0.command == b.0.command;
    let first_keys = shared.keymap.of(screen.context()).chunk_by(of_one).filter_map(|keys| keys.first());
    let mut weighed: Vec<((usize, usize), &Spec, Chord)> = first_keys
        .filter_map(|(spec, key)| Some((weight(spec)?, *spec, *key)))
        .filter(|(_, spec, _)| screen.applies(spec.command, shared))
        .collect();
    weighed.sort_by_key(|(weight, ..)| *weight);
    let name_of = |spec: &Spec| {
        screen.called(spec.command, shared).unwrap_or_else(|| spec.command.label(&shared.texts.commands).name)
    };
    let hint = |spec: &Spec, key: Chord| {
        let (key, name) = (key.named(shared.texts, shared.theme.ascii), name_of(spec));
        (spec.command, format!(" {key}"), format!(" {name} "))
    };
    let is_last = |(_, spec, _): &((usize, usize), &Spec, Chord)| matches!(spec.command, Command::Back | Command::Help);
    let (last, first): (Vec<_>, Vec<_>) = weighed.into_iter().partition(is_last);
    let last: Vec<_> = last.into_iter().map(|(_, spec, key)| hint(spec, key)).collect();
    let cells = |(_, key, name): &(Command, String, String)| width(key) + width(name);
    let mut room = usize::from(columns).saturating_sub(last.iter().map(cells).sum());
    let mut hints = Vec::new();
    // A shorter one further on may still fit; what cannot, by its name alone, is not written out to be measured.
    for (_, spec, key) in first {
        if width(name_of(spec)) >= room {
            continue;
        }
        let hint = hint(spec, key);
        if let Some(left) = room.checked_sub(cells(&hint)) {
            room = left;
            hints.push(hint);
        }
    }
    hints.extend(last);
    hints
}
