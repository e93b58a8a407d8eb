//! What stands before everything else: a blank screen, or the question for the passphrase.
//!
//! Not a screen of the stack: nothing that happens behind it can come before it, and no key gets through.

use std::time::Duration;

use ratatui::layout::Rect;
use zeroize::Zeroizing;

use crate::session::{Error, Job, Passphrase, StoreError, explain};

use super::canvas::Canvas;
use super::command::{Command, Context};
use super::effect::Effect;
use super::keys::Chord;
use super::screen::keep_drafts;
use super::state::{Shared, State, Typed};
use super::widgets::paint::{caret, inset, line, paragraph};

/// An encrypted store locks itself after so long without a key, unless the person settled something else.
const USUAL: Duration = Duration::from_secs(15 * 60);
/// Nobody types a passphrase longer than this; what a paste brings beyond it is left out.
const LONGEST: usize = 4096;

/// What hides the screens.
#[derive(Debug)]
pub(super) enum Curtain {
    /// Nothing to be seen; any key opens it.
    Blank,
    /// The store is closed; its passphrase opens it.
    Locked(Asking),
}

/// A passphrase being typed.
#[derive(Default)]
pub(super) struct Asking {
    typed: Zeroizing<String>,
    /// Whether its letters are shown rather than dots.
    shown: bool,
    /// Whether it was given, and the store is being opened.
    opening: bool,
    /// Why it did not open.
    said: Option<String>,
}

impl std::fmt::Debug for Asking {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Asking").field("opening", &self.opening).finish_non_exhaustive()
    }
}

impl Asking {
    fn new() -> Self {
        // Room for all of it at once, so that no half of it stays behind in memory.
        Self { typed: Zeroizing::new(String::with_capacity(LONGEST)), ..Self::default() }
    }

    fn put(&mut self, letters: impl Iterator<Item = char>) {
        self.said = None;
        for letter in letters.filter(|letter| !letter.is_control()) {
            if self.typed.len() + letter.len_utf8() <= LONGEST {
                self.typed.push(letter);
            }
        }
    }
}

/// When the screens are to be hidden because nobody touches them.
pub(super) fn due(state: &State) -> Option<Duration> {
    let shared = &state.shared;
    let after = match shared.lock_after {
        Some(minutes) => (minutes > 0).then(|| Duration::from_secs(u64::from(minutes) * 60)),
        None => shared.encrypted.then_some(USUAL),
    };
    after.filter(|_| shared.opened && state.curtain.is_none()).map(|after| shared.touched.saturating_add(after))
}

/// Hides the screens at once; an encrypted store is closed and its key forgotten.
pub(super) fn hide(state: &mut State, effects: &mut Vec<Effect>) {
    if state.curtain.is_some() {
        return;
    }
    keep_drafts(&mut state.shared, effects);
    if state.shared.encrypted && state.shared.opened {
        effects.push(Effect::Do(Job::Lock));
        lock(state);
    } else {
        state.curtain = Some(Curtain::Blank);
    }
}

/// Asks for the passphrase before anything else can be seen.
fn lock(state: &mut State) {
    state.shared.encrypted = true;
    state.shared.opened = false;
    state.shared.known = false;
    state.curtain = Some(Curtain::Locked(Asking::new()));
}

/// The store says that it is closed: what was given beforehand opens it, or else what was typed since the start.
pub(super) fn locked(state: &mut State, effects: &mut Vec<Effect>) {
    if matches!(state.curtain, Some(Curtain::Locked(_))) {
        return;
    }
    lock(state);
    if let Some(typed) = state.passphrase.take() {
        state.curtain = Some(Curtain::Locked(Asking { opening: true, ..Asking::new() }));
        effects.push(Effect::Do(Job::Unlock(typed)));
        return;
    }
    for typed in std::mem::take(&mut state.ahead) {
        match typed {
            Typed::Key(chord) | Typed::Injected(chord) => drop(key(state, chord, effects)),
            Typed::Paste(text) => paste(state, &text),
        }
    }
}

/// Says why the passphrase did not open the store, and waits for another.
pub(super) fn refused(state: &mut State, error: &Error) {
    let texts = state.shared.texts;
    let said = match error {
        Error::Store(StoreError::WrongPassphrase { .. }) => texts.locking.try_again.to_owned(),
        other => explain::error(other, texts),
    };
    state.curtain = Some(Curtain::Locked(Asking { said: Some(said), ..Asking::new() }));
}

/// Lets the screens be seen again, the store being open; says whether they were locked.
pub(super) fn open(state: &mut State) -> bool {
    let was_locked = matches!(state.curtain, Some(Curtain::Locked(_)));
    if was_locked {
        state.curtain = None;
        state.shared.touched = state.shared.moment.elapsed;
    }
    was_locked
}

/// What a key means while everything is hidden; commands other than a typed text's belong to the whole program.
pub(super) enum Meant {
    /// Nothing more.
    Nothing,
    /// A command that works everywhere.
    Command(Command),
}

/// Takes a key.
pub(super) fn key(state: &mut State, chord: Chord, effects: &mut Vec<Effect>) -> Meant {
    // A passphrase is typed as a form is; the built-in typing never touches it.
    let command = state.shared.keymap.command(Context::Form, chord);
    if let Some(command @ (Command::Quit | Command::Redraw)) = command {
        return Meant::Command(command);
    }
    match &mut state.curtain {
        Some(Curtain::Blank) => state.curtain = None,
        Some(Curtain::Locked(asking)) if !asking.opening => match (command, chord.types()) {
            (Some(Command::Accept), _) if !asking.typed.is_empty() => {
                asking.opening = true;
                asking.said = None;
                let typed = Passphrase::typed(&std::mem::take(&mut asking.typed));
                effects.push(Effect::Do(Job::Unlock(typed)));
            }
            (Some(Command::DeleteBack), _) => drop(asking.typed.pop()),
            (Some(Command::DeleteToStart | Command::Interrupt | Command::Back), _) => {
                asking.typed = Asking::new().typed;
            }
            (Some(Command::NextField), _) => asking.shown = !asking.shown,
            (Some(Command::UndoTyping), _) => return Meant::Command(Command::Suspend),
            (None, Some(letter)) => asking.put(std::iter::once(letter)),
            _ => {}
        },
        _ => {}
    }
    Meant::Nothing
}

/// Takes a paste.
pub(super) fn paste(state: &mut State, text: &str) {
    match &mut state.curtain {
        Some(Curtain::Blank) => state.curtain = None,
        Some(Curtain::Locked(asking)) if !asking.opening => asking.put(text.lines().next().unwrap_or_default().chars()),
        _ => {}
    }
}

/// Draws nothing of what is behind it.
pub(super) fn draw(curtain: &Curtain, shared: &Shared, canvas: &mut Canvas) {
    let whole = canvas.area();
    let (words, theme) = (&shared.texts.locking, shared.theme);
    let last = whole.height.saturating_sub(1);
    let asking = match curtain {
        Curtain::Blank => {
            line(canvas, inset(whole, 1), last, words.any_key, theme.faint());
            return;
        }
        Curtain::Locked(asking) => asking,
    };
    let area = inset(whole, 2);
    let top = (whole.height / 3).min(last.saturating_sub(2));
    if asking.opening {
        let told = shared.progress.as_ref().map(|progress| explain::progress(progress, shared.texts));
        line(canvas, area, top, told.as_deref().unwrap_or(words.opening), theme.faint());
        return;
    }
    let letters = crate::text::graphemes(&asking.typed);
    let typed = if asking.shown { asking.typed.as_str().into() } else { "•".repeat(letters.count()) };
    field(canvas, area, top, words.ask, &typed, shared);
    let told = asking.said.as_deref();
    let used = told.map_or(0, |said| paragraph(canvas, area, top.saturating_add(2), said, theme.error()) + 1);
    paragraph(canvas, area, top.saturating_add(2).saturating_add(used), &shared.keyed(words.keys), theme.faint());
}

/// Draws the end of what is typed, as far as there is room.
fn field(canvas: &mut Canvas, area: Rect, at: u16, ask: &str, typed: &str, shared: &Shared) {
    let before = crate::text::width(ask);
    let room = usize::from(area.width).saturating_sub(before + 1);
    let mut end = typed;
    while crate::text::width(end) > room {
        let mut letters = end.chars();
        letters.next();
        end = letters.as_str();
    }
    line(canvas, area, at, &format!("{ask}{end}"), shared.theme.title());
    caret(canvas, area, before + crate::text::width(end), at);
}
