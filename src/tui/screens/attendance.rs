//! Who attends a visit, by side of the table.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::{Attendee, Kind, Presence, RecordId, Side};
use crate::session::{Action, Query, Row, View, VisitView};

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::forms;
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::paint::{inset, line, list_row, paragraph, rule};
use super::beside::{Beside, on_row};
use super::form::Form;

/// The attendance of a visit.
#[derive(Debug)]
pub struct AttendanceScreen {
    list: Beside,
}

impl AttendanceScreen {
    /// Shows who attends a visit.
    #[must_use]
    pub fn of(visit: RecordId) -> Self {
        Self { list: Beside::of(visit) }
    }

    fn rows(&self) -> Vec<&Row<Attendee>> {
        self.list.view.as_ref().map_or_else(Vec::new, |view| in_order(view))
    }

    fn selected(&self) -> Option<&Row<Attendee>> {
        let rows = self.rows();
        rows.get(self.list.selection.within(rows.len())).copied()
    }
}

impl Screen for AttendanceScreen {
    fn context(&self) -> Context {
        Context::Attendance
    }

    fn title(&self, shared: &Shared) -> String {
        self.list.title(shared.texts.screens.attendance_title, shared)
    }

    fn query(&self) -> Option<Query> {
        Some(self.list.query())
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        match command {
            Command::Edit | Command::Remove | Command::History | Command::Presence => self.selected().is_some(),
            _ => true,
        }
    }

    fn words_of(&self, id: RecordId, _shared: &Shared) -> Option<String> {
        self.rows().into_iter().find(|row| row.id == id).map(|row| row.record.name.clone())
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let count = self.rows().len();
        if self.list.follow(command, count, cx.shared.size.1 / 2, cx) {
            return;
        }
        let Some(view) = &self.list.view else { return };
        let scope = view.visit.scope;
        match command {
            Command::New => {
                let side = self.selected().map_or(Side::Unit, |row| row.record.side);
                // Members come with one key; somebody typed by hand is of the unit, unless guests are being listed.
                let side = if side == Side::Delegation { Side::Unit } else { side };
                let form = forms::attendee::new(self.list.visit, scope, side, cx);
                cx.push(Form::open(form, cx.shared));
            }
            Command::AddDelegation => drop(cx.act(Action::AddDelegationToAttendance(self.list.visit))),
            _ => {}
        }
        let Some(row) = self.selected() else { return };
        match command {
            Command::Presence if row.record.presence == Presence::Absent => {
                cx.act(forms::attendee::set_presence(row, Presence::Present, String::new()));
            }
            Command::Presence => {
                let form = forms::attendee::absent(row, cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            Command::Edit => {
                let form = forms::attendee::edit(self.list.visit, row, cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            _ => on_row(command, Kind::ATTENDEE, row.id, &row.record.name, cx),
        }
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        self.list.take(view, cx, |view| in_order(view).iter().map(|row| row.id).collect());
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        let words = &shared.texts.screens;
        let Some(view) = &self.list.view else {
            line(canvas, area, 1, words.loading, shared.theme.faint());
            return;
        };
        let selected = self.selected().map(|row| row.id);
        let mut lines: Vec<(Option<RecordId>, String)> = Vec::new();
        for side in Side::ALL {
            let there: Vec<&Row<Attendee>> = view.attendees.iter().filter(|row| row.record.side == side).collect();
            let present = there.iter().filter(|row| row.record.presence == Presence::Present).count();
            lines.push((None, (words.side_count)((shared.texts.terms.side)(side), present, there.len())));
            lines.extend(there.iter().map(|row| (Some(row.id), attendee_line(&row.record, shared))));
        }
        let at_selected = lines.iter().position(|(id, _)| id.is_some() && *id == selected).unwrap_or(0);
        let height = usize::from(area.height.saturating_sub(u16::from(view.attendees.is_empty()) * 3));
        let first = self.list.selection.first(at_selected, lines.len(), height);
        let mut at = 0;
        for (id, text) in lines.iter().skip(first).take(height) {
            match id {
                Some(id) => list_row(canvas, area, at, text, Some(*id) == selected, shared.theme, Style::new()),
                None => rule(canvas, area, at, text, shared.theme),
            }
            at += 1;
        }
        if view.attendees.is_empty() {
            paragraph(canvas, area, at + 1, &shared.keyed(words.no_attendees), Style::new());
        }
    }
}

/// Lists everybody by side of the table.
fn in_order(view: &VisitView) -> Vec<&Row<Attendee>> {
    let on = |side| view.attendees.iter().filter(move |row| row.record.side == side);
    Side::ALL.into_iter().flat_map(on).collect()
}

fn attendee_line(attendee: &Attendee, shared: &Shared) -> String {
    let (sign, absence) = match attendee.presence {
        Presence::Present => ("✓", String::new()),
        Presence::Absent if attendee.reason.is_empty() => ("✗", (shared.texts.terms.presence)(Presence::Absent).into()),
        Presence::Absent => ("✗", (shared.texts.screens.absent_because)(&attendee.reason)),
    };
    let parts = [attendee.name.as_str(), attendee.post.as_str(), absence.as_str()];
    let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    format!("{sign} {text}")
}
