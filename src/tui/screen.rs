//! What a screen is, and what it may do to the rest of the interface.

use std::fmt::Debug;
use std::time::Duration;

use ratatui::layout::Rect;

use crate::domain::RecordId;
use crate::session::{Action, Error, Job, Outcome, Query, SavedSearch, Ticket, View};

use super::canvas::Canvas;
use super::command::{Command, Context};
use super::effect::Effect;
use super::state::{Doing, Shared, Status, Tone};
use super::widgets::editor::LineEditor;

/// Tells the screens of the stack apart.
pub type Serial = u64;

/// One screen or dialog. Holds its own state; draws from it; changes it only when told what happened.
pub trait Screen: Debug + Send {
    /// What keys mean here now.
    fn context(&self) -> Context;

    /// What the screen is called, for the bar at the top.
    fn title(&self, shared: &Shared) -> String;

    /// What to ask when the screen comes up and after every change.
    fn query(&self) -> Option<Query> {
        None
    }

    /// Whether a command makes sense now; decides what the hint bar and the help show first.
    fn applies(&self, _command: Command, _shared: &Shared) -> bool {
        true
    }

    /// Another context whose commands work here too, once Esc was pressed: those of the list around a line that is typed.
    fn also(&self) -> Option<Context> {
        None
    }

    /// Says why a command makes no sense now and what to do instead, where there is more to say than that it does not.
    fn why_not(&self, _command: Command, _shared: &Shared) -> Option<String> {
        None
    }

    /// Whether it shows a time that goes on by itself.
    fn runs(&self) -> bool {
        false
    }

    /// Whether keys must wait until an action is answered.
    fn is_busy(&self) -> bool {
        false
    }

    /// Names a record that the screen shows, by its words.
    fn words_of(&self, _id: RecordId, _shared: &Shared) -> Option<String> {
        None
    }

    /// Carries out a command of the current context.
    fn command(&mut self, command: Command, cx: &mut Cx<'_>);

    /// Whether letters typed now become text that is kept as it is typed.
    fn takes_letters(&self) -> bool {
        self.context().takes_text()
    }

    /// Which commands a person needs first as things stand, for the hint bar.
    fn needed(&self, _shared: &Shared) -> &'static [Command] {
        &[]
    }

    /// What a command is called in the hints here and now, where its usual name would mislead.
    fn called(&self, _command: Command, _shared: &Shared) -> Option<&'static str> {
        None
    }

    /// The text that letters typed now go into; none where they take the place of what stands there.
    fn editor(&self) -> Option<&LineEditor> {
        None
    }

    /// Takes typed or pasted text; says whether it had a place for it.
    fn insert(&mut self, _text: &str, _pasted: bool, _cx: &mut Cx<'_>) -> bool {
        false
    }

    /// Whose text and which an editor of the person's own may take, if there is one.
    fn lends(&self) -> Option<(String, String)> {
        None
    }

    /// Takes that text back as it was written there.
    fn take_back(&mut self, _text: &str, _cx: &mut Cx<'_>) {}

    /// Takes the answer to its query.
    fn answered(&mut self, _view: View, _cx: &mut Cx<'_>) {}

    /// All records were read: what could not be said until then can be asked for.
    fn known(&mut self, _cx: &mut Cx<'_>) {}

    /// Its question could not be answered.
    fn unanswered(&mut self, error: &Error, cx: &mut Cx<'_>) {
        cx.complain(crate::session::explain::error(error, cx.shared.texts));
    }

    /// An action of this screen is on the disk.
    fn durable(&mut self, _ticket: Ticket, _cx: &mut Cx<'_>) {}

    /// An action of this screen is complete.
    fn done(&mut self, _ticket: Ticket, outcome: Outcome, cx: &mut Cx<'_>) {
        cx.tell_outcome(&outcome);
    }

    /// An action of this screen was not carried out; the error has been told.
    fn failed(&mut self, _ticket: Ticket, _error: &Error, _cx: &mut Cx<'_>) {}

    /// A question that this screen put was answered with yes.
    fn confirmed(&mut self, _cx: &mut Cx<'_>) {}

    /// The window has another size, or the screen came up again.
    fn shown(&mut self, _cx: &mut Cx<'_>) {}

    /// Draws the screen into its area.
    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect);
}

/// A screen in the stack.
#[derive(Debug)]
pub struct Layer {
    pub(super) serial: Serial,
    pub(super) screen: Box<dyn Screen>,
    /// The newest question put for it; answers to older ones are stale.
    pub(super) asked: Option<Ticket>,
    /// Whether any question of it was ever answered.
    pub(super) answered: bool,
}

impl Layer {
    pub(super) fn new(serial: Serial, screen: Box<dyn Screen>) -> Self {
        Self { serial, screen, asked: None, answered: false }
    }
}

/// A change of the stack.
#[derive(Debug)]
pub(super) enum Move {
    Push(Box<dyn Screen>),
    Pop,
    Confirmed,
    Run(Command),
}

/// A short message goes away after this long.
const MESSAGE: Duration = Duration::from_secs(8);
/// An unfinished text is kept this long after the last key,
const QUIET: Duration = Duration::from_millis(250);
/// and at least this often while somebody types without a pause.
const AT_MOST: Duration = Duration::from_millis(400);

/// What a screen may do while it handles something.
#[derive(Debug)]
pub struct Cx<'a> {
    /// What all screens share.
    pub shared: &'a mut Shared,
    pub(super) serial: Serial,
    pub(super) effects: &'a mut Vec<Effect>,
    pub(super) moves: &'a mut Vec<Move>,
    pub(super) asked: Option<Ticket>,
}

impl Cx<'_> {
    fn ticket(&mut self) -> Ticket {
        let ticket = self.shared.next_ticket;
        self.shared.next_ticket += 1;
        self.shared.waiting.insert(ticket, self.serial);
        ticket
    }

    /// Puts a question; the answer to any earlier one of this screen becomes stale.
    pub fn ask(&mut self, query: Query) -> Ticket {
        let ticket = self.ticket();
        self.asked = Some(ticket);
        self.effects.push(Effect::Do(Job::Ask(ticket, query)));
        ticket
    }

    /// Asks for something to be done.
    pub fn act(&mut self, action: Action) -> Ticket {
        let ticket = self.ticket();
        // What was said before was about another change.
        self.shared.status = None;
        self.shared.acting.insert(ticket, Doing::of(&action));
        self.effects.push(Effect::Do(Job::Act(ticket, action)));
        ticket
    }

    /// Returns an identifier for a new record; one for each input.
    #[must_use]
    pub fn fresh(&self) -> RecordId {
        self.shared.moment.fresh
    }

    /// Puts a screen on top.
    pub fn push(&mut self, screen: impl Screen + 'static) {
        self.moves.push(Move::Push(Box::new(screen)));
    }

    /// Takes this screen away.
    pub fn pop(&mut self) {
        self.moves.push(Move::Pop);
    }

    /// Takes this question away and tells the screen below that the answer was yes.
    pub fn confirm(&mut self) {
        self.moves.push(Move::Confirmed);
    }

    /// Takes this screen away and runs a command on the one below.
    pub fn run(&mut self, command: Command) {
        self.moves.push(Move::Run(command));
    }

    /// Says something in the status line for a while.
    pub fn say(&mut self, text: impl Into<String>) {
        let until = Some(self.shared.moment.elapsed.saturating_add(MESSAGE));
        self.set_status(text.into(), Tone::Good, until);
    }

    /// Says what somebody must read; it stays until something else is said.
    pub fn notify(&mut self, text: impl Into<String>) {
        self.set_status(text.into(), Tone::Notice, None);
    }

    /// Says what went wrong; it stays until something else is said.
    pub fn complain(&mut self, text: impl Into<String>) {
        self.set_status(text.into(), Tone::Wrong, None);
    }

    /// Takes back what was said to be wrong: it is being put right.
    pub fn forgive(&mut self) {
        if self.shared.status.as_ref().is_some_and(|status| status.tone == Tone::Wrong) {
            self.shared.status = None;
        }
    }

    fn set_status(&mut self, text: String, tone: Tone, until: Option<Duration>) {
        self.shared.status = Some(Status { text, tone, until, input: self.shared.inputs });
    }

    /// Says what an action came to.
    pub fn tell_outcome(&mut self, outcome: &Outcome) {
        let words = &self.shared.texts.screens;
        let text = match outcome {
            Outcome::Saved(id) => {
                self.shared.select = Some(*id);
                if self.shared.did == Doing::Removing { words.removed } else { words.saved }.to_owned()
            }
            Outcome::Sealed { visit, version, code } => {
                self.shared.select = Some(*visit);
                (self.shared.texts.sealing.sealed_now)(*version, code)
            }
            Outcome::SavedAll(ids) => {
                self.shared.select = ids.last().copied().or(self.shared.select);
                words.saved.to_owned()
            }
            Outcome::Unchanged => words.unchanged.to_owned(),
            Outcome::TakenBack(records) => {
                let kind = self.shared.texts.terms.kind;
                let mut names: Vec<String> =
                    records.iter().map(|record| format!("{} {}", kind(&record.kind), record.id.reference())).collect();
                names.dedup();
                if let Some(record) = records.first() {
                    self.shared.select = Some(record.id);
                }
                let said = if self.shared.did == Doing::Redoing { words.made_again } else { words.taken_back };
                said(&names.join(", "))
            }
            Outcome::Exported(path) | Outcome::ExportedSealed { path, .. } => {
                let mut text = (words.exported)(&path.display().to_string());
                if let Outcome::ExportedSealed { key, .. } = outcome {
                    text += &(self.shared.texts.signatures.beside)(&crate::session::explain::short_key(key));
                }
                if let Some(folder) = path.parent() {
                    self.shared.export_folder = folder.display().to_string();
                }
                self.set_status(text, Tone::Good, None);
                return;
            }
            Outcome::BackedUp(made) => {
                let (path, size) = (made.path.display().to_string(), crate::session::explain::size(made.bytes));
                let text = (self.shared.texts.backup.made)(&path, made.content.changes, &size);
                self.shared.backup_wanting = None;
                self.set_status(text, Tone::Good, None);
                return;
            }
        };
        self.say(text);
    }

    /// Notes an unfinished text, to be kept when the hands rest.
    pub fn note_draft(&mut self, key: &str, text: &str) {
        let drafts = &mut self.shared.drafts;
        if drafts.texts.get(key).map_or("", String::as_str) == text {
            return;
        }
        drafts.texts.insert(key.to_owned(), text.to_owned());
        drafts.unkept.insert(key.to_owned());
        let now = self.shared.moment.elapsed;
        let since = *drafts.since.get_or_insert(now);
        drafts.due = Some(now.saturating_add(QUIET).min(since.saturating_add(AT_MOST)));
    }

    /// Keeps a search under a name, over the one of that name; without something to type the one of that name goes.
    pub fn keep_search(&mut self, name: &str, typed: Option<&str>) {
        let searches = &mut self.shared.searches;
        let at = searches.iter().position(|search| search.name == name);
        let new = typed.map(|typed| SavedSearch { name: name.to_owned(), typed: typed.to_owned() });
        let end = at.map_or(searches.len(), |at| at + 1);
        drop(searches.splice(at.unwrap_or(end)..end, new));
        self.effects.push(Effect::Do(Job::KeepSearch(name.to_owned(), typed.map(str::to_owned))));
    }

    /// Keeps every unfinished text now.
    pub fn keep_drafts(&mut self) {
        keep_drafts(self.shared, self.effects);
    }

    /// Drops an unfinished text: it was saved, or given up.
    pub fn drop_draft(&mut self, key: &str) {
        self.note_draft(key, "");
        self.keep_drafts();
    }
}

/// Hands every unfinished text that changed to the storage thread.
pub(super) fn keep_drafts(shared: &mut Shared, effects: &mut Vec<Effect>) {
    let drafts = &mut shared.drafts;
    for key in std::mem::take(&mut drafts.unkept) {
        let text = drafts.texts.get(&key).cloned().unwrap_or_default();
        if text.is_empty() {
            drafts.texts.remove(&key);
        }
        effects.push(Effect::Do(Job::KeepDraft(crate::session::Draft { key, text })));
    }
    drafts.due = None;
    drafts.since = None;
}
