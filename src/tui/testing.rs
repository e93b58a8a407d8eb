//! The interface without a terminal: the same update, effects and drawing, on a real session, one step at a time.
//!
//! For tests, and for pictures of the screens. Time stands still unless it is moved.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::backend::{Backend, TestBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::clock::{Clock, ScriptedClock};
use crate::domain::RecordId;
use crate::i18n::Language;
use crate::session::{
    Editor, Error, Event, Job, KeyFile, Notice, Passphrase, Progress, Pulse, SearchFile, Session, StoreError,
    edit_outside,
};
use crate::typing::{Choice, Placement, Switch};

use super::canvas::Canvas;
use super::draw::draw;
use super::effect::Effect;
use super::glass::Glass;
use super::hearing::is_injected;
use super::input::{Happening, Input, Moment};
use super::keys::Chord;
use super::state::State;
use super::theme::Theme;
use super::update::{begin, update};

/// A running interface without a terminal.
pub struct App {
    /// None while an encrypted store is locked; what is to be done waits.
    session: Option<Session>,
    waiting: VecDeque<Job>,
    state: State,
    clock: Arc<ScriptedClock>,
    elapsed: Duration,
    size: (u16, u16),
    held: Option<VecDeque<Job>>,
    refusals: VecDeque<Error>,
    suspended: usize,
    folder: PathBuf,
    editor: Editor,
    mouse: bool,
    stops: usize,
    /// What a terminal would show that got every frame that was looked at.
    glass: RefCell<Glass<TestBackend>>,
}

impl App {
    /// Opens a data folder and shows the first screen, as after some seconds in which the storage thread read everything.
    ///
    /// # Errors
    /// When the store cannot be opened.
    pub fn open(folder: &Path, clock: Arc<ScriptedClock>, size: (u16, u16)) -> Result<Self, Error> {
        let mut app = Self::open_unread(folder, clock, size)?;
        while app.session.as_mut().map_or(Ok(false), Session::read_ahead)? {}
        app.state.shared.known = true;
        Ok(app)
    }

    /// Opens a data folder and shows the first screen, before the storage thread had a quiet moment.
    ///
    /// # Errors
    /// When the store cannot be opened.
    pub fn open_unread(folder: &Path, clock: Arc<ScriptedClock>, size: (u16, u16)) -> Result<Self, Error> {
        Self::open_given(folder, clock, size, None)
    }

    /// Opens a data folder with a passphrase that was given beforehand, in case it asks for one.
    ///
    /// # Errors
    /// When the store cannot be opened.
    pub fn open_given(
        folder: &Path,
        clock: Arc<ScriptedClock>,
        size: (u16, u16),
        passphrase: Option<Passphrase>,
    ) -> Result<Self, Error> {
        let opened = match Session::open(folder, clock.clone()) {
            Err(Error::Store(StoreError::Locked { .. })) => None,
            opened => Some(opened?),
        };
        let elapsed = Duration::ZERO;
        let moment = Moment { now: clock.now(), elapsed, fresh: RecordId(clock.fresh_id()) };
        let mut state =
            State::new(Language::Vietnamese.texts(), Theme::default(), folder.display().to_string(), moment);
        state.passphrase = passphrase;
        let (held, refusals) = (None, VecDeque::new());
        let (folder, editor) = (folder.to_owned(), Editor(String::new()));
        let mut app = Self {
            session: None,
            waiting: VecDeque::new(),
            state,
            clock,
            elapsed,
            size,
            held,
            refusals,
            suspended: 0,
            folder,
            editor,
            mouse: false,
            stops: 0,
            glass: RefCell::new(Glass::new(TestBackend::new(size.0, size.1), true)),
        };
        app.remember(Choice::Off);
        let first = begin(&mut app.state);
        app.happen(Happening::Resize(size.0, size.1));
        match opened {
            Some((session, notices)) => app.opened(session, notices)?,
            None => app.happen(Happening::Store(Event::Locked)),
        }
        app.perform(first);
        Ok(app)
    }

    /// Begins with a way of typing that was chosen before; without this, letters come as the keyboard sends them.
    pub fn remember(&mut self, typing: Choice) -> &mut Self {
        self.state.shared.typing = Switch::new(typing, Placement::Old);
        self
    }

    /// Shows the data as invented ones, with the tour of them.
    pub fn demonstrate(&mut self) -> &mut Self {
        self.state.shared.demonstration = true;
        self.happen(Happening::Store(Event::Opened(Vec::new(), Vec::new())));
        self
    }

    /// Speaks another language.
    pub fn speak(&mut self, language: Language) -> &mut Self {
        self.state.shared.texts = language.texts();
        self
    }

    /// Takes keys as a person writes them in `keys.toml`, and opens the store with them.
    pub fn rebind(&mut self, text: &str) -> &mut Self {
        self.state.take_keys(&KeyFile::parse(KeyFile::NAME.into(), text));
        self.happen(Happening::Store(Event::Opened(Vec::new(), Vec::new())));
        self
    }

    /// Takes searches as they stand in `searches.toml`, and opens the store with them.
    pub fn keep_searches(&mut self, text: &str) -> &mut Self {
        self.state.take_searches(&SearchFile::parse(Path::new(SearchFile::NAME), text));
        self.happen(Happening::Store(Event::Opened(Vec::new(), Vec::new())));
        self
    }

    /// Chooses the person's own editor: a command to which the name of a file is added.
    pub fn edit_with(&mut self, command: &str) -> &mut Self {
        self.editor = Editor(command.to_owned());
        self
    }

    /// Presses keys by their names, parted by spaces: `n Ctrl+S Enter Shift+Down`.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split(' ').filter(|name| !name.is_empty()) {
            let key = name.parse().unwrap_or(Chord::plain(KeyCode::Null));
            self.key(KeyEvent::new(key.code, key.modifiers));
        }
        self
    }

    /// Types text letter by letter, as a terminal sends it; `⌫` is the Backspace key.
    pub fn write(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            let code = if letter == '⌫' { KeyCode::Backspace } else { KeyCode::Char(letter) };
            self.key(KeyEvent::new(code, KeyModifiers::NONE));
        }
        self
    }

    /// Sends one key event.
    pub fn key(&mut self, key: KeyEvent) -> &mut Self {
        self.happen(Happening::Key(key));
        self
    }

    /// Sends keys that came in one read, as the terminal's input thread hands them on.
    pub fn burst(&mut self, keys: impl IntoIterator<Item = KeyEvent>) -> &mut Self {
        let keys: Vec<KeyEvent> = keys.into_iter().collect();
        let made: fn(KeyEvent) -> Happening =
            if is_injected(keys.len()) { Happening::Injected } else { Happening::Key };
        keys.into_iter().for_each(|key| self.happen(made(key)));
        self
    }

    /// Has the terminal tell of the mouse.
    pub fn use_mouse(&mut self) -> &mut Self {
        self.mouse = true;
        self
    }

    /// Uses the mouse, if the program asked the terminal for it.
    pub fn point(&mut self, kind: MouseEventKind, column: u16, row: u16) -> &mut Self {
        if self.mouse {
            self.happen(Happening::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
        }
        self
    }

    /// Clicks on the first place where a text stands on the screen.
    pub fn click(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        let found = screen.lines().enumerate().find_map(|(row, line)| Some((row, line.split_once(text)?.0)));
        if let Some((row, before)) = found {
            let cell = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
            self.point(MouseEventKind::Down(MouseButton::Left), cell(crate::text::width(before)), cell(row));
        }
        self
    }

    /// Pastes a text.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.happen(Happening::Paste(text.to_owned()));
        self
    }

    /// Changes the size of the window.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.size = (columns, rows);
        self.glass = RefCell::new(Glass::new(TestBackend::new(columns, rows), true));
        self.happen(Happening::Resize(columns, rows));
        self
    }

    /// Lets time pass with the hands off the keys, in which the storage thread reads what it does not know yet.
    pub fn wait(&mut self, milliseconds: u64) -> &mut Self {
        self.elapsed += Duration::from_millis(milliseconds);
        if self.held.is_none() {
            while self.session.as_mut().is_some_and(|session| session.read_ahead().unwrap_or_default()) {}
            self.happen(Happening::Store(Event::Known));
        }
        if self.state.deadline().is_some_and(|deadline| deadline <= self.elapsed) {
            self.happen(Happening::Wake);
        }
        self
    }

    /// Has the storage thread look after the automatic backup, as in a quiet moment.
    pub fn back_up_ahead(&mut self) -> &mut Self {
        let Some(session) = &mut self.session else { return self };
        let failed = loop {
            match session.back_up_ahead(true) {
                Ok(false) => {}
                Ok(true) => break None,
                Err(error) => break Some(Event::BackupFailed(error, session.last_backup())),
            }
        };
        failed.into_iter().for_each(|failed| self.happen(Happening::Store(failed)));
        self
    }

    /// Asks the program to end, as a signal does.
    pub fn terminate(&mut self) -> &mut Self {
        self.happen(Happening::Terminate);
        self
    }

    /// Holds the storage thread up: jobs wait until [`App::release`].
    pub fn hold(&mut self) -> &mut Self {
        self.held.get_or_insert_default();
        self
    }

    /// Lets the storage thread, held up, carry out the job that waited longest.
    pub fn let_one_through(&mut self) -> &mut Self {
        if let Some(job) = self.held.as_mut().and_then(VecDeque::pop_front) {
            self.serve(job);
        }
        self
    }

    /// Lets the storage thread go on.
    pub fn release(&mut self) -> &mut Self {
        for job in self.held.take().into_iter().flatten() {
            self.serve(job);
        }
        self
    }

    /// Makes the next action fail with an error instead of being carried out.
    pub fn refuse(&mut self, error: Error) -> &mut Self {
        self.refusals.push_back(error);
        self
    }

    /// Says how far something is that takes long, as the storage thread does.
    pub fn progress(&mut self, progress: Progress) -> &mut Self {
        self.happen(Happening::Store(Event::Progress(progress)));
        self
    }

    /// How often what takes long was to be stopped.
    #[must_use]
    pub fn stops(&self) -> usize {
        self.stops
    }

    /// How often the program gave the terminal back for a while.
    #[must_use]
    pub fn suspended(&self) -> usize {
        self.suspended
    }

    /// Whether the interface asked to leave.
    #[must_use]
    pub fn left(&self) -> bool {
        self.state.leaving()
    }

    /// Hides the screens after so many minutes without a key.
    pub fn lock_after(&mut self, minutes: u32) -> &mut Self {
        self.state.shared.lock_after = Some(minutes);
        self
    }

    /// Whether an encrypted store is closed, its key forgotten.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.session.is_none()
    }

    /// Whether the interface would sleep until something happens.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.state.deadline().is_none()
    }

    /// Closes the store as a quitting program does.
    ///
    /// # Errors
    /// When the store fails.
    pub fn close(self) -> Result<(), Error> {
        self.session.map_or(Ok(()), Session::close)
    }

    /// Changes how things look.
    pub fn look(&mut self, theme: Theme) -> &mut Self {
        self.state.shared.theme = theme;
        self
    }

    /// Draws the window and returns its cells, and the place of the cursor if it is shown.
    ///
    /// # Panics
    /// When a terminal that showed the frame before would now show anything else.
    #[must_use]
    pub fn cells(&self) -> (Buffer, Option<Position>) {
        let theme = self.state.shared.theme;
        let mut canvas = Canvas::default();
        draw(&self.state, &mut canvas);
        let (whole, caret) = (canvas.cells(theme), canvas.caret());
        let Ok(()) = self.draw_on(&mut self.glass.borrow_mut());
        let glass = self.glass.borrow();
        for row in whole.area.rows() {
            assert_eq!(seen(glass.backend().buffer(), row), seen(&whole, row), "row {}", row.y);
        }
        assert_eq!(glass.backend().cursor_visible().then(|| glass.backend().cursor_position()), caret);
        (whole, caret)
    }

    /// Draws the window on a terminal that may show an earlier frame of it.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn draw_on<B: Backend>(&self, glass: &mut Glass<B>) -> Result<(), B::Error> {
        glass.show(self.state.shared.theme, |canvas| draw(&self.state, canvas))
    }

    /// Draws the window and returns its text, a line for each row, and the place of the cursor if it is shown.
    #[must_use]
    pub fn draw(&self) -> (String, Option<Position>) {
        let (buffer, cursor) = self.cells();
        let lines = buffer.area.rows().map(|row| {
            let text: String = seen(&buffer, row).into_iter().map(|(symbol, _)| symbol).collect();
            format!("{}\n", text.trim_end())
        });
        let text = lines.collect();
        (text, cursor)
    }

    /// Draws the window and returns its text.
    #[must_use]
    pub fn screen(&self) -> String {
        self.draw().0
    }

    fn happen(&mut self, what: Happening) {
        let moment = Moment { now: self.clock.now(), elapsed: self.elapsed, fresh: RecordId(self.clock.fresh_id()) };
        let effects = update(&mut self.state, Input { moment, what });
        if let Some(status) = &self.state.shared.status {
            assert!(is_said_whole(&status.text), "{:?}", status.text);
        }
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Do(job) => match &mut self.held {
                    Some(held) => held.push_back(job),
                    None => self.serve(job),
                },
                Effect::Edit { place, text } => {
                    let edited = edit_outside(&self.folder, &place, &text, &self.editor);
                    self.happen(Happening::Edited(edited));
                }
                Effect::Suspend => self.suspended += 1,
                Effect::Stop => self.stops += 1,
                Effect::Mouse(wanted) => self.mouse = wanted,
                Effect::Redraw | Effect::Quit | Effect::Fail(_) => {}
            }
        }
    }

    fn opened(&mut self, session: Session, notices: Vec<Notice>) -> Result<(), Error> {
        let searches = session.settle_searches()?;
        let drafts = session.drafts()?;
        self.session = Some(session);
        searches.into_iter().for_each(|searches| self.happen(Happening::Store(Event::Searches(searches))));
        self.happen(Happening::Store(Event::Opened(notices, drafts)));
        for job in std::mem::take(&mut self.waiting) {
            self.serve(job);
        }
        Ok(())
    }

    fn lock(&mut self) {
        if self.session.as_ref().is_some_and(Session::is_encrypted) {
            let closed = self.session.take().map_or(Ok(()), Session::close);
            if let Err(error) = closed {
                self.happen(Happening::Store(Event::CheckFailed(error)));
            }
            self.happen(Happening::Store(Event::Locked));
        }
    }

    fn unlock(&mut self, typed: &Passphrase) {
        let unlocked = Session::unlock(&self.folder, self.clock.clone(), Pulse::default(), typed)
            .and_then(|(session, notices)| self.opened(session, notices));
        if let Err(error) = unlocked {
            self.happen(Happening::Store(Event::NotUnlocked(error)));
        }
    }

    fn serve(&mut self, job: Job) {
        if let (Job::Act(ticket, _), false) = (&job, self.refusals.is_empty()) {
            let error = self.refusals.pop_front();
            let ticket = *ticket;
            if let Some(error) = error {
                self.happen(Happening::Store(Event::Done(ticket, Err(error))));
            }
            return;
        }
        match job {
            Job::Lock => return self.lock(),
            Job::Unlock(typed) => return self.unlock(&typed),
            _ => {}
        }
        let events = RefCell::new(Vec::new());
        match &mut self.session {
            Some(session) => session.serve(job, &|event| events.borrow_mut().push(event)),
            None => self.waiting.push_back(job),
        }
        for event in events.into_inner() {
            self.happen(Happening::Store(event));
        }
    }
}

/// Returns what is seen of a row: what a wide letter covers is not.
fn seen(buffer: &Buffer, row: Rect) -> Vec<(&str, Style)> {
    let mut covered = 0;
    let cells = row.columns().filter_map(|column| buffer.cell(column.as_position()));
    let seen = cells.filter(|cell| {
        let hidden = covered > 0;
        covered = if hidden { covered } else { crate::text::width(cell.symbol()).max(1) } - 1;
        !hidden
    });
    seen.map(|cell| (cell.symbol(), cell.style())).collect()
}

/// Whether a text reads as whole sentences: a capital, a sign or the name of a file first, a full stop or the like at its end.
/// A bracket or quotation mark may close behind a full stop, but not behind `…`: what stands in it was cut, or has no end.
fn is_said_whole(text: &str) -> bool {
    let closing = ['”', '"', ')', '»'];
    let names_file = text.split_whitespace().next().is_some_and(|word| word.trim_end_matches([',', ':']).contains('.'));
    let begins = text.chars().next().is_some_and(|first| !first.is_alphabetic() || first.is_uppercase());
    let ends = text.ends_with('…') || text.trim_end_matches(closing).ends_with(['.', '!', '?']);
    (begins || names_file) && ends
}

#[cfg(test)]
mod tests {
    use super::is_said_whole;

    #[test]
    fn a_sentence_that_was_cut_does_not_pass_for_a_whole_one() {
        for whole in [
            "Đã lưu.",
            "Đang đọc…",
            "Bỏ những gì vừa nhập?",
            "config.toml, dòng 3: sai.",
            "Có chữ ký (khóa SHA256:2Pu…).",
        ] {
            assert!(is_said_whole(whole), "{whole}");
        }
        for cut in ["Có chữ ký (khóa SHA256:2Pu…)", "Đã xóa “nể nang, né…”", "chưa lưu gì.", "Còn dòng gõ dở"]
        {
            assert!(!is_said_whole(cut), "{cut}");
        }
    }
}
