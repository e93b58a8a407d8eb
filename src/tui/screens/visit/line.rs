//! The capture line: what is being typed, what was sent and is not saved yet, and what came back.
//!
//! A typed line is always in exactly one place until the disk has it: in the editor, among the pending, or among those
//! that came back. All of them are part of the unfinished text that is kept.

use std::collections::VecDeque;

use chrono::NaiveDate;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::capture::{self, SpanRole};
use crate::domain::RecordId;
use crate::session::{Action, Ticket, VisitView, capture_key};
use crate::text::wrap;

use super::super::super::canvas::Canvas;
use super::super::super::command::{COMMANDS, Command, Context};
use super::super::super::screen::Cx;
use super::super::super::state::Shared;
use super::super::super::theme::Theme;
use super::super::super::widgets::editor::{LineEditor, caret_place};
use super::super::super::widgets::paint::{caret, line, pieces, select, visible};
use super::completing::Completing;
use super::pasted;

/// A line that was sent and is not among the entries read back yet.
#[derive(Debug)]
pub(super) struct Pending {
    ticket: Ticket,
    pub(super) text: String,
    /// The entry it replaces, or none for a new one.
    pub(super) entry: Option<RecordId>,
    /// Whether the entry is cut in two there.
    how: How,
    /// Whether the disk has it.
    pub(super) durable: bool,
    complete: bool,
}

/// What a line was sent to become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// One entry.
    Entry,
    /// An entry, cut in two.
    Cut,
    /// As many entries as it has lines.
    Lines(usize),
}

#[derive(Debug)]
struct Recapture {
    entry: RecordId,
    original: String,
    /// The line that was being typed when the entry was opened.
    parked: String,
}

/// The capture line of one visit.
#[derive(Debug)]
pub(super) struct CaptureLine {
    visit: RecordId,
    /// Key of its unfinished text.
    key: String,
    pub(super) editor: LineEditor,
    /// What the line may go on with.
    pub(super) completing: Completing,
    recapture: Option<Recapture>,
    pub(super) pending: Vec<Pending>,
    returned: VecDeque<(String, Option<RecordId>)>,
}

/// Returns the cells that the text of the line may take in an area of this width: mark in front, caret behind.
pub(super) fn cells(width: usize) -> usize {
    width.saturating_sub(3)
}

impl CaptureLine {
    pub(super) fn of(visit: RecordId) -> Self {
        Self::keyed(visit, capture_key(visit))
    }

    /// Makes a second line of the visit, which lies over the first one and is kept apart from it.
    pub(super) fn beside(visit: RecordId) -> Self {
        Self::keyed(visit, beside(visit))
    }

    fn keyed(visit: RecordId, key: String) -> Self {
        let (editor, pending, returned) = (LineEditor::multiline(), Vec::new(), VecDeque::new());
        let completing = Completing::default();
        Self { visit, key, editor, completing, recapture: None, pending, returned }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.editor.is_blank()
    }

    /// Whether nothing but marks is typed, so that nothing is lost when others take their place.
    pub(super) fn has_no_words(&self) -> bool {
        self.recapture.is_none()
            && capture::parse(self.editor.text(), &capture::Context::default()).draft.text.is_empty()
    }

    /// Takes back marks that were typed for the user.
    pub(super) fn clear(&mut self, cx: &mut Cx<'_>) {
        self.editor.set("");
        self.note(cx);
    }

    /// Types marks for the user, the caret between them.
    pub(super) fn prefill(&mut self, before: &str, after: &str, cx: &mut Cx<'_>) {
        self.editor.set(after);
        self.editor.edit(Command::LineStart);
        self.editor.insert(before);
        self.note(cx);
    }

    pub(super) fn is_recapture(&self) -> bool {
        self.recapture.is_some()
    }

    /// Whether a line is on its way to the disk.
    pub(super) fn is_sending(&self) -> bool {
        self.pending.iter().any(|sent| !sent.durable)
    }

    /// The entry whose line is being edited.
    pub(super) fn entry(&self) -> Option<RecordId> {
        self.recapture.as_ref().map(|recapture| recapture.entry)
    }

    pub(super) fn recapture_changed(&self) -> bool {
        self.recapture.as_ref().is_some_and(|recapture| recapture.original != self.editor.text())
    }

    pub(super) fn rows(&self, cells: usize) -> usize {
        wrap(self.editor.text(), cells).len()
    }

    /// Brings back what was being typed when the program stopped.
    pub(super) fn recover(&mut self, cx: &mut Cx<'_>) {
        if let Some(text) = cx.shared.drafts.get(&self.key).filter(|_| self.editor.is_blank()) {
            self.editor.set(text);
            cx.say(cx.shared.texts.screens.line_recovered);
        }
    }

    /// Follows what became of the line on another screen of the same visit, which lay over this one.
    pub(super) fn catch_up(&mut self, cx: &Cx<'_>) {
        let kept = cx.shared.drafts.get(&self.key).unwrap_or_default();
        let is_settled = self.recapture.is_none() && self.pending.is_empty() && self.returned.is_empty();
        if is_settled && kept.trim() != self.editor.text().trim() {
            self.editor.set(kept);
        }
    }

    /// Takes over what was being typed beside it when the program stopped.
    pub(super) fn recover_beside(&mut self, cx: &mut Cx<'_>) {
        let key = beside(self.visit);
        let kept = cx.shared.drafts.get(&key).filter(|_| self.editor.is_blank()).map(str::to_owned);
        if let Some(text) = kept {
            self.editor.set(&text);
            self.note(cx);
            cx.drop_draft(&key);
            cx.say(cx.shared.texts.screens.line_recovered);
        }
    }

    /// Takes over what the line may go on with; where there is nothing, nothing happens.
    pub(super) fn complete(&mut self, cx: &mut Cx<'_>) {
        if self.completing.take_over(&mut self.editor) {
            self.edited(cx);
        }
    }

    /// Puts a phrase in place of the words of the line; its marks stay.
    pub(super) fn take_phrase(&mut self, text: &str, view: &VisitView, cx: &mut Cx<'_>) {
        let context = capture::Context { date: view.visit.record.date };
        let draft = capture::parse(self.editor.text(), &context).draft;
        self.editor.set(&capture::format(&capture::Draft { text: text.to_owned(), ..draft }));
        self.edited(cx);
    }

    /// Begins a line with a mark of a kind and, behind the caret, a link.
    pub(super) fn begin(&mut self, mark: &str, reference: &str, cx: &mut Cx<'_>) {
        self.editor.set(&format!(" ^{reference}"));
        self.editor.edit(Command::LineStart);
        self.editor.insert(&format!("{mark} "));
        self.note(cx);
    }

    pub(super) fn insert(&mut self, text: &str, cx: &mut Cx<'_>) {
        self.editor.insert(text);
        self.edited(cx);
    }

    /// Whose text it is, and the text.
    pub(super) fn lends(&self) -> (String, String) {
        let place = self.entry().map_or_else(|| self.key.clone(), |entry| format!("recapture:{entry}"));
        (place, self.editor.text().to_owned())
    }

    /// Takes the text as it was written elsewhere.
    pub(super) fn take_back(&mut self, text: &str, cx: &mut Cx<'_>) {
        self.editor.set(text);
        self.edited(cx);
    }

    /// The line was changed by hand: what was wrong with it is no longer said.
    pub(super) fn edited(&mut self, cx: &mut Cx<'_>) {
        if self.returned.is_empty() {
            cx.forgive();
        }
        self.note(cx);
    }

    /// Notes everything that is not on the disk yet as unfinished.
    pub(super) fn note(&self, cx: &mut Cx<'_>) {
        let new = |entry: &Option<RecordId>| entry.is_none();
        let own = match &self.recapture {
            Some(recapture) => {
                let text = if self.recapture_changed() { self.editor.text() } else { "" };
                cx.note_draft(&format!("recapture:{}", recapture.entry), text);
                recapture.parked.as_str()
            }
            None => self.editor.text(),
        };
        let returned = self.returned.iter().filter(|(_, entry)| new(entry)).map(|(text, _)| text.as_str());
        let sent = self.pending.iter().filter(|sent| !sent.durable && new(&sent.entry)).map(|sent| sent.text.as_str());
        let all: Vec<&str> = returned.chain(sent).chain([own]).filter(|text| !text.trim().is_empty()).collect();
        cx.note_draft(&self.key, &all.join("\n"));
    }

    /// Opens an entry as the line that makes it.
    pub(super) fn recapture(&mut self, entry: RecordId, original: String, cx: &mut Cx<'_>) {
        let parked = match self.recapture.take() {
            Some(before) => before.parked,
            None => self.editor.text().to_owned(),
        };
        match cx.shared.drafts.get(&format!("recapture:{entry}")) {
            Some(kept) => {
                self.editor.set(kept);
                cx.say(cx.shared.texts.screens.line_recovered);
            }
            None => self.editor.set(&original),
        }
        self.recapture = Some(Recapture { entry, original, parked });
    }

    /// Puts the caret of an entry's line where its second sentence begins, where it is most likely cut.
    pub(super) fn propose_cut(&mut self) {
        let text = self.editor.text().to_owned();
        let ends = text.match_indices(['.', ';', '?', '!', '\n']).map(|(at, mark)| at + mark.len());
        let after =
            |at: &usize| text.get(*at..).is_some_and(|rest| rest.starts_with([' ', '\n']) && !rest.trim().is_empty());
        if let Some((before, rest)) = ends.into_iter().find(after).and_then(|at| text.split_at_checked(at)) {
            let gap = rest.len() - rest.trim_start().len();
            self.editor.set(rest.get(gap..).unwrap_or_default());
            self.editor.edit(Command::LineStart);
            self.editor.insert(&format!("{before}{}", rest.get(..gap).unwrap_or_default()));
        }
    }

    /// Leaves the entry as it was and goes back to the line typed before.
    pub(super) fn give_up(&mut self, cx: &mut Cx<'_>) {
        if let Some(recapture) = self.recapture.take() {
            cx.drop_draft(&format!("recapture:{}", recapture.entry));
            self.editor.set(&recapture.parked);
            self.note(cx);
        }
    }

    /// Sends the line to be stored; it stays unfinished until the disk has it.
    pub(super) fn submit(&mut self, cx: &mut Cx<'_>) {
        self.send(None, cx);
    }

    /// Sends a text to be stored as an entry for each of its lines.
    pub(super) fn submit_lines(&mut self, cx: &mut Cx<'_>) {
        let text = self.editor.text().to_owned();
        let lines: Vec<String> = pasted::lines(&text).into_iter().map(str::to_owned).collect();
        let how = How::Lines(lines.len());
        let ticket = cx.act(Action::CaptureLines { visit: self.visit, lines });
        self.sent(Pending { ticket, text, entry: None, how, durable: false, complete: false }, "", cx);
    }

    /// Sends a text to be stored as one entry, its lines joined.
    pub(super) fn submit_joined(&mut self, cx: &mut Cx<'_>) {
        let joined = pasted::lines(self.editor.text()).join(" ");
        self.editor.set(&joined);
        self.send(None, cx);
    }

    /// Sends the line of an entry to be stored as two entries, cut at the caret.
    pub(super) fn submit_cut(&mut self, cx: &mut Cx<'_>) {
        self.send(Some(self.editor.caret()), cx);
    }

    fn send(&mut self, cut: Option<usize>, cx: &mut Cx<'_>) {
        let text = self.editor.text().to_owned();
        let (action, entry, next) = match self.recapture.take() {
            Some(recapture) => {
                let (entry, line) = (recapture.entry, text.clone());
                let action = match cut {
                    Some(at) => Action::Split { entry, line, at },
                    None => Action::Recapture { entry, line },
                };
                (action, Some(recapture.entry), recapture.parked)
            }
            None => (Action::Capture { visit: self.visit, line: text.clone() }, None, String::new()),
        };
        let ticket = cx.act(action);
        let how = if cut.is_some() { How::Cut } else { How::Entry };
        self.sent(Pending { ticket, text, entry, how, durable: false, complete: false }, &next, cx);
    }

    fn sent(&mut self, pending: Pending, next: &str, cx: &mut Cx<'_>) {
        self.pending.push(pending);
        self.editor.set(next);
        self.take_returned();
        self.note(cx);
    }

    /// The disk has a line; returns it, the entry it replaces, and what it became, if it was one of these.
    pub(super) fn durable(&mut self, ticket: Ticket, cx: &mut Cx<'_>) -> Option<(String, Option<RecordId>, How)> {
        let sent = self.pending.iter_mut().find(|sent| sent.ticket == ticket)?;
        sent.durable = true;
        let (text, entry, how) = (sent.text.clone(), sent.entry, sent.how);
        self.note(cx);
        if let Some(entry) = entry {
            cx.note_draft(&format!("recapture:{entry}"), "");
        }
        cx.keep_drafts();
        Some((text, entry, how))
    }

    /// A line is among the entries; says whether it was one of these.
    pub(super) fn done(&mut self, ticket: Ticket, cx: &mut Cx<'_>) -> bool {
        let Some(sent) = self.pending.iter_mut().find(|sent| sent.ticket == ticket) else { return false };
        sent.complete = true;
        if !sent.durable {
            // Nothing had to be written, as when an entry was stored unchanged.
            sent.durable = true;
            let entry = sent.entry;
            if let Some(entry) = entry {
                cx.note_draft(&format!("recapture:{entry}"), "");
            }
            self.note(cx);
            cx.say(cx.shared.texts.screens.unchanged);
        }
        true
    }

    /// A line was not stored: it goes back into the editor, or waits until the one being typed is out of the way. Returns what it was
    /// to become, if it was one of these.
    pub(super) fn failed(&mut self, ticket: Ticket, cx: &mut Cx<'_>) -> Option<How> {
        let at = self.pending.iter().position(|sent| sent.ticket == ticket)?;
        let Pending { text, entry, how, .. } = self.pending.remove(at);
        self.returned.push_back((text, entry));
        self.take_returned();
        self.note(cx);
        Some(how)
    }

    fn take_returned(&mut self) {
        if !self.editor.is_blank() || self.recapture.is_some() {
            return;
        }
        if let Some((text, entry)) = self.returned.pop_front() {
            self.editor.set(&text);
            self.recapture = entry.map(|entry| Recapture { entry, original: String::new(), parked: String::new() });
        }
    }

    /// The entries were read anew: what is among them is no longer pending.
    pub(super) fn seen(&mut self) {
        self.pending.retain(|sent| !sent.complete);
    }

    /// Lines that came back and wait for their turn.
    pub(super) fn returned(&self) -> impl Iterator<Item = &str> {
        self.returned.iter().map(|(text, _)| text.as_str())
    }

    /// Whether the change of an entry came back.
    pub(super) fn has_returned(&self, entry: RecordId) -> bool {
        self.returned.iter().any(|(_, returned)| *returned == Some(entry))
    }

    /// What stands above the line: what it is and, while it is typed, what one key completes it to.
    pub(super) fn heading(&self, typing: bool, shared: &Shared) -> String {
        let proposed = if typing { self.completing.proposed(&self.editor) } else { Vec::new() };
        let spec = COMMANDS.iter().find(|spec| spec.command == Command::Complete);
        let key = spec.and_then(|spec| shared.keymap.keys(spec, Context::Capture).next());
        if let (Some(key), false) = (key, proposed.is_empty()) {
            return format!("{}: {}", key.named(shared.texts, shared.theme.ascii), proposed.join(" · "));
        }
        match &self.recapture {
            Some(recapture) => (shared.texts.screens.editing_entry)(&recapture.entry.reference()),
            None => shared.texts.screens.capture_line.to_owned(),
        }
    }

    pub(super) fn draw(&self, view: &VisitView, focused: bool, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let mark = if self.recapture.is_some() { "✎" } else { "›" };
        draw_typed(&self.editor, view.visit.record.date, mark, focused, shared, canvas, area);
    }
}

/// Draws a line being typed, each part in the style of what it says; `date` is the day that a date without a year is of.
pub(super) fn draw_typed(
    editor: &LineEditor,
    date: Option<NaiveDate>,
    mark: &str,
    focused: bool,
    shared: &Shared,
    canvas: &mut Canvas,
    area: Rect,
) {
    let text = editor.text();
    let cells = cells(usize::from(area.width));
    let rows = wrap(text, cells);
    let (caret_row, column) = caret_place(text, editor.caret(), cells);
    let height = usize::from(area.height).max(1);
    let first = (caret_row + 1).saturating_sub(height).min(rows.len().saturating_sub(height));
    let spans = capture::parse(text, &capture::Context { date }).spans;
    let theme = shared.theme;
    // The colour of the mark is its own: what is typed beside it has that of what it says.
    line(canvas, Rect { width: area.width.min(1), ..area }, 0, mark, theme.key());
    if text.is_empty() && !focused {
        line(canvas, indented(area), 0, &shared.keyed(shared.texts.screens.line_invitation), theme.faint());
    }
    for (at, range) in (0..area.height).zip(rows.iter().skip(first)) {
        let mut parts = Vec::new();
        for span in spans.iter().filter(|span| span.range.start < range.end && span.range.end > range.start) {
            let part = span.range.start.max(range.start)..span.range.end.min(range.end);
            let piece = visible(text.get(part).unwrap_or_default()).into_owned();
            parts.push((piece, role_style(span.role, theme)));
        }
        pieces(canvas, indented(area), at, &parts);
    }
    if let Some(selected) = editor.selected() {
        select(canvas, indented(area), text, rows.iter().skip(first).cloned(), &selected, theme.selected());
    }
    if focused {
        caret(canvas, indented(area), column, u16::try_from(caret_row.saturating_sub(first)).unwrap_or(0));
    }
}

/// Key of what is typed beside the line of a visit.
fn beside(visit: RecordId) -> String {
    format!("chain:{visit}")
}

fn indented(area: Rect) -> Rect {
    Rect { x: area.x.saturating_add(2.min(area.width)), width: area.width.saturating_sub(2), ..area }
}

fn role_style(role: SpanRole, theme: Theme) -> Style {
    match role {
        SpanRole::Kind => theme.kind(),
        SpanRole::Text => Style::new(),
        SpanRole::Person => theme.person(),
        SpanRole::Time | SpanRole::Due => theme.due(),
        SpanRole::Criterion | SpanRole::Severity | SpanRole::Link => theme.tag(),
        SpanRole::Escape => theme.faint(),
        SpanRole::Doubtful => theme.warning(),
    }
}
