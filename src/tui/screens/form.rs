//! The one form: fields under each other, saved together; what was typed outlives a crash.

use std::collections::{BTreeMap, VecDeque};

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::session::{Action, Error, Outcome, Ticket};
use crate::text::{pad, width, wrap};

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::forms::answers::{Answers, Wrong};
use super::super::forms::field::{Field, FieldKind};
use super::super::forms::{FormSpec, Next, Purpose};
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::editor::LineEditor;
use super::super::widgets::editor::caret_place;
use super::super::widgets::list::Scroll;
use super::super::widgets::paint::{caret, inset, line, paragraph, pieces, row, rows, select, wrapped};
use super::confirm::Confirm;
use super::import::Import;

/// Under this name, which no field has, an unfinished form keeps its title, for the first screen to name it.
pub(super) const DRAFT_TITLE: &str = "(title)";

/// Empty columns on both sides.
const MARGIN: u16 = 1;

/// Most rows that a long text takes while it is in focus; beyond, it scrolls within itself.
const LONG_ROWS: u16 = 8;

/// Most rows that what is said of the field in focus takes.
const HINT_ROWS: u16 = 2;

/// Reads the title of an unfinished form.
pub(super) fn draft_title(draft: &str) -> Option<String> {
    serde_json::from_str::<BTreeMap<String, String>>(draft).ok()?.remove(DRAFT_TITLE)
}

/// A form being filled in.
#[derive(Debug)]
pub struct Form {
    title: String,
    key: String,
    fields: Vec<Field>,
    purpose: Box<dyn Purpose>,
    focus: usize,
    scroll: Scroll,
    recovered: bool,
    saving: Option<Ticket>,
    todo: VecDeque<Action>,
    /// What is done when the question above is answered with yes.
    offered: Vec<Action>,
}

impl Form {
    /// Shows a form, with what was typed into it before a crash if there is any.
    #[must_use]
    pub fn open(spec: FormSpec, shared: &Shared) -> Self {
        let key = format!("form:{}", spec.key);
        let mut form = Self {
            title: spec.title,
            fields: spec.fields,
            purpose: spec.purpose,
            focus: 0,
            scroll: Scroll::default(),
            recovered: false,
            saving: None,
            todo: VecDeque::new(),
            offered: Vec::new(),
            key,
        };
        let kept = shared.drafts.get(&form.key).and_then(|text| serde_json::from_str(text).ok());
        let kept: BTreeMap<String, String> = kept.unwrap_or_default();
        for field in &mut form.fields {
            if let Some(value) = kept.get(field.name) {
                field.set_value(value);
            }
        }
        form.recovered = form.is_changed();
        form
    }

    /// Begins at a field instead of the first one.
    #[must_use]
    pub fn at(mut self, name: &str) -> Self {
        self.focus = self.fields.iter().position(|field| field.name == name).unwrap_or(self.focus);
        self
    }

    fn is_changed(&self) -> bool {
        self.fields.iter().any(Field::is_changed)
    }

    /// How many cells of a window the labels take, and how many are left for the text of a field: those behind a mark, but for
    /// the last one, where the caret stands.
    fn columns(&self, window: u16) -> (usize, usize) {
        let width_within = usize::from(window.saturating_sub(2 * MARGIN));
        let widest = self.fields.iter().map(|field| width(&field.label)).max().unwrap_or(0);
        let labels = (widest + 2).min(width_within / 2);
        (labels, width_within.saturating_sub(labels + 3).max(1))
    }

    /// Moves the caret to the next row of a long text, and behind its last one to the next field.
    fn move_row(&mut self, command: Command, cells: usize) {
        let field = self.fields.get_mut(self.focus).filter(|field| !matches!(field.kind, FieldKind::Choice(_)));
        let moved = field.is_some_and(|field| {
            let moved = field.editor.edit_rows(command, cells);
            field.untouched &= !moved;
            moved
        });
        if !moved {
            self.move_focus(command == Command::Down);
        }
    }

    fn move_focus(&mut self, forward: bool) {
        let count = self.fields.len().max(1);
        self.focus = (self.focus + if forward { 1 } else { count - 1 }) % count;
        for field in &mut self.fields {
            // What was sought in vain stays to be seen: the choice is not the one meant.
            if matches!(field.kind, FieldKind::Choice(_)) && field.sought_in_vain().is_none() {
                field.editor.set("");
            }
        }
    }

    fn note(&self, cx: &mut Cx<'_>) {
        let typed: BTreeMap<&str, String> = if self.is_changed() {
            let titled = std::iter::once((DRAFT_TITLE, self.title.clone()));
            titled.chain(self.fields.iter().map(|field| (field.name, field.value()))).collect()
        } else {
            BTreeMap::new()
        };
        let text = if typed.is_empty() { String::new() } else { serde_json::to_string(&typed).unwrap_or_default() };
        cx.note_draft(&self.key, &text);
    }

    fn save(&mut self, cx: &mut Cx<'_>) {
        if self.saving.is_some() {
            return;
        }
        if let Some(wrong) = self.fields.iter().find_map(|field| not_found(field, cx.shared)) {
            return self.point_out(wrong, cx);
        }
        let answers = Answers::of(&self.fields, cx.shared.texts);
        match self.purpose.next(&answers).and_then(|next| Ok((next, self.purpose.actions(&answers)?))) {
            Ok((Some(Next::Filter(filter)), _)) => {
                cx.shared.filter = Some(filter);
                self.leave(cx);
            }
            Ok((Some(Next::Over(over)), _)) => {
                cx.shared.over = Some(over);
                self.leave(cx);
            }
            Ok((Some(Next::Import(what, path)), _)) => {
                self.leave(cx);
                cx.push(Import::of(what, path));
            }
            Ok((None, actions)) => {
                self.todo = actions.into();
                self.go_on(cx);
            }
            Err(wrong) => self.point_out(wrong, cx),
        }
    }

    /// Does the next thing that saving consists of; returns whether there was one.
    fn go_on(&mut self, cx: &mut Cx<'_>) -> bool {
        self.saving = self.todo.pop_front().map(|action| cx.act(action));
        self.saving.is_some()
    }

    fn point_out(&mut self, wrong: Wrong, cx: &mut Cx<'_>) {
        cx.complain(wrong.why.clone());
        if let Some(at) = self.fields.iter().position(|field| field.name == wrong.field) {
            self.focus = at;
            if let Some(field) = self.fields.get_mut(at) {
                field.wrong = Some(wrong.why);
            }
        }
    }

    fn edit(&mut self, cx: &mut Cx<'_>, change: impl FnOnce(&mut Field)) {
        let focus = self.focus;
        if let Some(field) = self.fields.get_mut(focus) {
            let (before, typed) = (field.value(), field.editor.text().to_owned());
            change(field);
            let typed_on = field.editor.text() != typed;
            if typed_on {
                field.find();
            }
            if (typed_on || field.value() != before) && field.wrong.take().is_some() {
                cx.forgive();
            }
        }
        self.note(cx);
    }

    fn leave(&self, cx: &mut Cx<'_>) {
        cx.drop_draft(&self.key);
        cx.pop();
    }
}

impl Screen for Form {
    fn context(&self) -> Context {
        Context::Form
    }

    fn title(&self, _shared: &Shared) -> String {
        self.title.clone()
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        match command {
            Command::DropDraft => self.recovered,
            Command::NextField | Command::PreviousField => self.fields.len() > 1,
            Command::EditOutside => self.lends().is_some(),
            _ => true,
        }
    }

    fn is_busy(&self) -> bool {
        self.saving.is_some()
    }

    fn takes_letters(&self) -> bool {
        self.fields.get(self.focus).is_some_and(|field| !matches!(field.kind, FieldKind::Choice(_)))
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        self.offered.clear();
        let (_, cells) = self.columns(cx.shared.size.0);
        let choice = self.fields.get(self.focus).is_some_and(|field| matches!(field.kind, FieldKind::Choice(_)));
        match command {
            Command::Up | Command::Down => self.move_row(command, cells),
            Command::NextField => self.move_focus(true),
            Command::PreviousField => self.move_focus(false),
            Command::Accept if self.focus + 1 < self.fields.len() => {
                match self.fields.get(self.focus).and_then(|field| not_found(field, cx.shared)) {
                    Some(wrong) => self.point_out(wrong, cx),
                    None => self.move_focus(true),
                }
            }
            Command::Accept | Command::Save => self.save(cx),
            Command::DropDraft => {
                self.fields.iter_mut().for_each(Field::reset);
                self.recovered = false;
                cx.forgive();
                cx.drop_draft(&self.key);
            }
            Command::Back if self.is_changed() => cx.push(Confirm::asking(cx.shared.texts.screens.drop_form)),
            Command::Back => self.leave(cx),
            Command::Left | Command::Right if choice => self.edit(cx, |field| field.turn(command == Command::Right)),
            _ => self.edit(cx, |field| {
                if command != Command::Right || !field.complete() {
                    field.untouched &= !field.editor.edit_rows(command, cells);
                }
            }),
        }
    }

    fn editor(&self) -> Option<&LineEditor> {
        self.fields.get(self.focus).filter(|field| !field.is_untouched()).map(|field| &field.editor)
    }

    fn lends(&self) -> Option<(String, String)> {
        let field = self.fields.get(self.focus).filter(|field| !matches!(field.kind, FieldKind::Choice(_)))?;
        Some((format!("{}:{}", self.key, field.name), field.value()))
    }

    fn take_back(&mut self, text: &str, cx: &mut Cx<'_>) {
        let parts: Vec<&str> = text.lines().map(str::trim).filter(|part| !part.is_empty()).collect();
        self.edit(cx, |field| {
            field.untouched = false;
            field.editor.set(&parts.join(" "));
        });
    }

    fn insert(&mut self, text: &str, _pasted: bool, cx: &mut Cx<'_>) -> bool {
        self.edit(cx, |field| field.insert(text));
        true
    }

    fn done(&mut self, ticket: Ticket, outcome: Outcome, cx: &mut Cx<'_>) {
        if self.saving == Some(ticket) && !self.go_on(cx) {
            cx.tell_outcome(&outcome);
            self.leave(cx);
        }
    }

    fn failed(&mut self, _ticket: Ticket, error: &Error, cx: &mut Cx<'_>) {
        self.saving = None;
        self.todo.clear();
        if let Some(offer) = self.purpose.offer(error, &Answers::of(&self.fields, cx.shared.texts)) {
            self.offered = offer.actions;
            cx.forgive();
            return cx.push(Confirm::asking(offer.question));
        }
        let field = match error {
            Error::EmptyField(name) => name,
            Error::VisitTimes(_) => "end",
            Error::Period { .. } => "period_to",
            Error::UnitCycle => "parent",
            Error::DelegationCycle => "part_of",
            Error::Export { .. } => "folder",
            Error::NoProof { field, .. } => field,
            Error::Move { .. } => "standing",
            Error::Future { .. } => "date",
            Error::Template { .. } | Error::NoTemplate { .. } | Error::TemplateFile { .. } => "built_in",
            _ => return,
        };
        let why = crate::session::explain::error(error, cx.shared.texts);
        self.point_out(Wrong { field, why }, cx);
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>) {
        if !self.offered.is_empty() {
            self.todo = std::mem::take(&mut self.offered).into();
            self.go_on(cx);
            return;
        }
        self.leave(cx);
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let window = area.width;
        let area = inset(area, MARGIN);
        let mut top = 1;
        if self.recovered {
            top = paragraph(
                canvas,
                area,
                0,
                &format!("✎ {}", shared.keyed(shared.texts.screens.form_recovered)),
                shared.theme.warning(),
            ) + 1;
        }
        let hint = wrapped(&self.hint(shared), usize::from(area.width));
        let hint_rows = u16::try_from(hint.len()).unwrap_or(1).clamp(1, HINT_ROWS);
        let hint_row = area.height.saturating_sub(hint_rows);
        let list = rows(area, top, hint_row.saturating_sub(top));
        let (labels, cells) = self.columns(window);
        // Each field takes one row, a text in focus as many as it needs, and more when something is wrong with it.
        let height = usize::from(list.height).max(1);
        let room = usize::from(list.width).saturating_sub(labels + 4).max(1);
        let wrong = |field: &Field| field.wrong.as_ref().map_or_else(Vec::new, |why| wrapped(why, room));
        let wrong_rows: usize = self.fields.iter().map(|field| wrong(field).len()).sum();
        let long = self.fields.get(self.focus).map_or(1, |field| rows_of(field, cells)).min(height);
        let taken = wrong_rows + long - 1;
        let first = self.scroll.first(self.focus, self.fields.len(), height.saturating_sub(taken).max(1));
        let mut at = 0;
        for (index, field) in self.fields.iter().enumerate().skip(first) {
            if at >= list.height {
                break;
            }
            self.draw_field(shared, canvas, list, at, index, labels);
            at += if index == self.focus { u16::try_from(long).unwrap_or(1) } else { 1 };
            for (row, why) in wrong(field).iter().enumerate() {
                let sign = if row == 0 { "✗" } else { " " };
                line(canvas, list, at, &format!("{}{sign} {why}", " ".repeat(labels + 2)), shared.theme.error());
                at += 1;
            }
        }
        for (row, text) in (hint_row..area.height).zip(&hint) {
            line(canvas, area, row, text, shared.theme.faint());
        }
    }
}

impl Form {
    /// Says how the field in focus is filled in.
    fn hint(&self, shared: &Shared) -> String {
        let words = &shared.texts.screens;
        let focused = self.fields.get(self.focus);
        let hint = match (self.fields.as_slice(), focused) {
            (_, Some(field)) if !field.suggestions.is_empty() => (words.suggestion_hint)(&field.suggestions.join("; ")),
            ([only], _) if only.hint.is_none() => words.one_field_hint.to_owned(),
            (_, field) => field.map_or("", |field| field_hint(field, shared)).to_owned(),
        };
        let untouched = focused.is_some_and(|field| field.untouched);
        if untouched { format!("{} {hint}", words.untouched_hint) } else { hint }
    }

    fn draw_field(&self, shared: &Shared, canvas: &mut Canvas, area: Rect, at: u16, index: usize, labels: usize) {
        let Some(field) = self.fields.get(index) else { return };
        let focused = index == self.focus;
        let theme = shared.theme;
        let mark = if focused { "▸ " } else { "  " };
        let label_style = if focused { theme.heading() } else { theme.faint() };
        let cells = usize::from(area.width).saturating_sub(labels + 2);
        let place = row(area, at);
        let place = Rect {
            x: place.x.saturating_add(u16::try_from(labels + 2).unwrap_or(u16::MAX)),
            width: u16::try_from(cells).unwrap_or(0),
            ..place
        };
        pieces(canvas, area, at, &[(mark.to_owned(), theme.key()), (pad(&field.label, labels), label_style)]);
        match &field.kind {
            FieldKind::Choice(choices) => {
                let label = choices.get(field.chosen).map_or("", |choice| choice.label.as_str());
                let typed = field.editor.text();
                let (at, count) = field.place();
                let shown = match field.sought_in_vain() {
                    Some(sought) => (shared.texts.screens.no_match)(sought),
                    None if !focused => label.to_owned(),
                    None if typed.is_empty() => format!("‹ {label} ›  {at}/{count}"),
                    None => format!("‹ {label} ›  {at}/{count}  {}: {typed}", shared.texts.screens.searching),
                };
                line(canvas, place, 0, &shown, theme.field(focused));
                if focused {
                    let column = if typed.is_empty() { 0 } else { width(&shown) };
                    caret(canvas, place, column, 0);
                }
            }
            _ => {
                if focused {
                    let height = area.height.saturating_sub(at).min(LONG_ROWS);
                    draw_text(field, shared, canvas, Rect { height, ..place });
                } else {
                    line(canvas, place, 0, field.editor.text(), Style::new());
                }
            }
        }
    }
}

/// Returns the rows that a field in focus takes.
fn rows_of(field: &Field, cells: usize) -> usize {
    match field.kind {
        FieldKind::Choice(_) => 1,
        _ => wrap(field.editor.text(), cells).len().min(usize::from(LONG_ROWS)),
    }
}

/// Draws the text of a field in focus, wrapped by words; of a very long one the rows around the caret.
fn draw_text(field: &Field, shared: &Shared, canvas: &mut Canvas, area: Rect) {
    let text = field.editor.text();
    let cells = usize::from(area.width).saturating_sub(1).max(1);
    let wrapped = wrap(text, cells);
    let (caret_row, column) = caret_place(text, field.editor.caret(), cells);
    let height = wrapped.len().min(usize::from(area.height)).max(1);
    let first = (caret_row + 1).saturating_sub(height).min(wrapped.len().saturating_sub(height));
    for (at, range) in (0..area.height).zip(wrapped.iter().skip(first).take(height)) {
        let shown = text.get(range.clone()).unwrap_or_default();
        if field.untouched {
            line(canvas, area, at, shown.trim_end(), shared.theme.selected());
        } else {
            line(canvas, area, at, &pad(shown, usize::from(area.width)), shared.theme.field(true));
        }
    }
    if let Some(selected) = field.editor.selected() {
        select(canvas, area, text, wrapped.into_iter().skip(first), &selected, shared.theme.selected());
    }
    caret(canvas, area, column, u16::try_from(caret_row.saturating_sub(first)).unwrap_or(0));
}

/// Refuses a choice while what is searched for is not among the choices.
fn not_found(field: &Field, shared: &Shared) -> Option<Wrong> {
    let sought = field.sought_in_vain()?;
    Some(Wrong { field: field.name, why: (shared.texts.screens.nothing_matches)(sought) })
}

fn field_hint(field: &Field, shared: &Shared) -> &'static str {
    let words = &shared.texts.screens;
    if matches!(&field.kind, FieldKind::Choice(choices) if choices.len() < 2) {
        return words.nothing_else;
    }
    if let Some(hint) = field.hint {
        return hint;
    }
    match field.kind {
        FieldKind::Text => "",
        FieldKind::Date => words.date_hint,
        FieldKind::Time => words.time_hint,
        FieldKind::Number => words.number_hint,
        FieldKind::Posts => words.posts_hint,
        FieldKind::List => shared.texts.chain.list_hint,
        FieldKind::Choice(_) => words.choice_hint,
    }
}
