//! The mouse, where a person wants one: a click goes where the arrow keys would go, the wheel turns as they do.
//!
//! No screen knows of it. What was clicked is looked up in the frame as it is drawn, and gone to step by step.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use super::command::{COMMANDS, Command, Context};
use super::draw::{draw, hints, too_small};
use super::effect::Effect;
use super::keymap::has;
use super::state::State;
use super::theme::Theme;
use super::update::{must_wait, run};
use crate::text::width;

/// What stands before the row that is selected.
const MARK: &str = "▸";
/// Rows that one turn of the wheel goes.
const WHEEL: usize = 3;
/// Cells by which a row is known again.
const KNOWN: u16 = 32;

/// Takes a click or a turn of the wheel; while the screen waits for something, neither means anything.
pub(super) fn pointed(state: &mut State, event: MouseEvent, effects: &mut Vec<Effect>) {
    if must_wait(state) || !state.ahead.is_empty() || too_small(state.shared.size) {
        return;
    }
    match event.kind {
        MouseEventKind::ScrollUp => turn(state, Command::Up, effects),
        MouseEventKind::ScrollDown => turn(state, Command::Down, effects),
        MouseEventKind::Down(MouseButton::Left) => click(state, Position::new(event.column, event.row), effects),
        _ => {}
    }
}

fn turn(state: &mut State, way: Command, effects: &mut Vec<Effect>) {
    for _ in 0..WHEEL {
        step(state, way, effects);
    }
}

fn context(state: &State) -> Option<Context> {
    state.layers.last().map(|layer| layer.screen.context())
}

/// Runs a command, if the screen on top has it and could take it by a key.
fn step(state: &mut State, command: Command, effects: &mut Vec<Effect>) -> bool {
    let Some(screen) = state.layers.last().map(|layer| layer.screen.as_ref()) else { return false };
    let there = COMMANDS.iter().any(|spec| spec.command == command && has(spec, screen.context()));
    let may = there && screen.applies(command, &state.shared) && !must_wait(state);
    if may {
        run(state, command, effects);
    }
    may
}

fn click(state: &mut State, at: Position, effects: &mut Vec<Effect>) {
    let Some(screen) = state.layers.last().map(|layer| layer.screen.as_ref()) else { return };
    let (columns, rows) = state.shared.size;
    if !Rect::new(0, 0, columns, rows).contains(at) {
        return;
    }
    if at.y + 1 == rows {
        let mut end = 0;
        let hints = hints(screen, &state.shared, columns);
        let hit = hints.into_iter().find(|(_, key, name)| {
            end += width(key) + width(name);
            usize::from(at.x) < end
        });
        if let Some((command, ..)) = hit {
            step(state, command, effects);
        }
        return;
    }
    let frame = drawn(state);
    let line = (0..rows).find(|row| cells(&frame, 0, *row, columns).contains(state.shared.texts.screens.capture_line));
    match (context(state), line) {
        (Some(Context::Entries), Some(line)) if at.y >= line => {
            step(state, Command::Capture, effects);
        }
        (Some(Context::Capture), Some(line)) if at.y < line => {
            if !cells(&frame, 0, at.y, columns).trim().is_empty() && !select(state, &frame, at, effects) {
                step(state, Command::Capture, effects);
            }
        }
        (Some(Context::Capture), _) => {}
        _ if mark(&frame).is_none() => {}
        _ => {
            select(state, &frame, at, effects);
        }
    }
}

/// Goes to what stands in a row of the frame that was clicked; says whether it can be gone to. Otherwise all stays as it was.
fn select(state: &mut State, clicked: &Buffer, at: Position, effects: &mut Vec<Effect>) -> bool {
    let serial = state.layers.last().map(|layer| layer.serial);
    let below = mark(clicked).is_some_and(|(mark, _)| mark.y < at.y);
    let ways = if below { [Command::Down, Command::Up] } else { [Command::Up, Command::Down] };
    for (way, back) in ways.into_iter().zip(ways.into_iter().rev()) {
        let mut steps = 0;
        let mut frame = Some(drawn(state));
        while let Some(now) = frame {
            if mark(&now).is_some_and(|mark| is_there(state, clicked, at, &now, mark)) {
                return true;
            }
            if steps >= clicked.area.height || !step(state, way, effects) {
                break;
            }
            if state.layers.last().map(|layer| layer.serial) != serial {
                return false;
            }
            steps += 1;
            frame = Some(drawn(state)).filter(|next| *next != now);
        }
        for _ in 0..steps {
            step(state, back, effects);
        }
    }
    false
}

/// Whether the row that is marked now is the one that was clicked.
fn is_there(state: &State, clicked: &Buffer, at: Position, now: &Buffer, (mark, end): (Position, u16)) -> bool {
    let known = |buffer: &Buffer, row: u16| {
        let cells = cells(buffer, mark.x.saturating_add(2), row, KNOWN);
        // The value of a field looks otherwise once the field is chosen; its label does not.
        let label = cells.trim_start().split("  ").next().unwrap_or_default().to_owned();
        if context(state) == Some(Context::Form) { label } else { cells.trim_end().to_owned() }
    };
    let wanted = known(clicked, at.y);
    // These two have lists side by side in a wide window.
    let end =
        if matches!(context(state), Some(Context::Home | Context::Delegation)) { end } else { clicked.area.width };
    (mark.x..end).contains(&at.x) && !wanted.trim().is_empty() && wanted == known(now, mark.y)
}

/// Finds the mark of the selected row, and where that row ends.
fn mark(frame: &Buffer) -> Option<(Position, u16)> {
    let area = frame.area;
    let at =
        area.positions().filter(|at| at.y > 0).find(|at| frame.cell(*at).is_some_and(|cell| cell.symbol() == MARK))?;
    let style = frame.cell(at)?.style();
    let alike = (at.x..area.width)
        .take_while(|x| frame.cell(Position::new(*x, at.y)).is_some_and(|cell| cell.style() == style));
    Some((at, at.x.saturating_add(u16::try_from(alike.count()).unwrap_or(u16::MAX))))
}

fn cells(frame: &Buffer, from: u16, row: u16, count: u16) -> String {
    let columns = from..from.saturating_add(count);
    columns.filter_map(|column| frame.cell(Position::new(column, row))).map(|cell| cell.symbol()).collect()
}

/// Draws what is on the screen now, with the signs as they are before they become ASCII.
fn drawn(state: &State) -> Buffer {
    let mut canvas = Canvas::default();
    draw(state, &mut canvas);
    canvas.cells(Theme { ascii: false, ..state.shared.theme })
}
