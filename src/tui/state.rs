//! What the interface knows: a stack of screens, and what all of them share.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

use chrono::Timelike;

use crate::domain::{FollowUp, RecordId};
use crate::i18n::Texts;
use crate::session::{
    Action, Filter, KeyFile, Over, Passphrase, Progress, ReadItem, SavedSearch, SearchFile, Settings, Ticket, Touched,
    explain,
};

use super::curtain::{self, Curtain};
use super::input::Moment;
use super::keymap::Keymap;
use super::keys::Chord;
use super::screen::{Layer, Serial};
use super::screens::home::Home;
use super::theme::Theme;
use super::tour::Tour;
use crate::typing::Switch;

/// How much a sentence at the bottom matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// All is well.
    Good,
    /// Worth knowing, as what was mended on the way.
    Notice,
    /// Something went wrong.
    Wrong,
}

/// A sentence at the bottom of the screen.
#[derive(Clone, Debug)]
pub struct Status {
    /// The sentence.
    pub text: String,
    /// How much it matters.
    pub tone: Tone,
    /// When it goes away, in time since the start.
    pub until: Option<Duration>,
    /// Which input it was said at.
    pub(super) input: u64,
}

/// Unfinished texts by what they belong to, and which of them are not kept yet.
#[derive(Debug, Default)]
pub struct Drafts {
    pub(super) texts: BTreeMap<String, String>,
    pub(super) unkept: BTreeSet<String>,
    pub(super) due: Option<Duration>,
    pub(super) since: Option<Duration>,
}

impl Drafts {
    /// Returns the unfinished text of a key, if there is one.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// Lists the unfinished texts whose key begins with `prefix`, without it.
    pub fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let texts = self.texts.iter().filter(|(_, text)| !text.is_empty());
        texts.filter_map(move |(key, text)| Some((key.strip_prefix(prefix)?, text.as_str())))
    }

    /// Names the visits where a line is unfinished.
    pub fn visits(&self) -> impl Iterator<Item = RecordId> {
        let beside = self.records("chain:").filter(|id| self.get(&format!("capture:{id}")).is_none());
        self.records("capture:").chain(beside)
    }

    /// Names the records whose key begins with `prefix` and that have an unfinished text.
    pub fn records(&self, prefix: &str) -> impl Iterator<Item = RecordId> {
        self.texts
            .iter()
            .filter(|(_, text)| !text.is_empty())
            .filter_map(move |(key, _)| key.strip_prefix(prefix)?.parse().ok())
    }
}

/// What kind of change an action makes, for the words that tell that it was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Doing {
    #[default]
    Saving,
    Removing,
    Undoing,
    Redoing,
}

impl Doing {
    pub(super) fn of(action: &Action) -> Self {
        match action {
            Action::Remove { .. } => Self::Removing,
            Action::Undo(_) => Self::Undoing,
            Action::Redo(_) => Self::Redoing,
            _ => Self::Saving,
        }
    }
}

/// More records than this are counted when a change of them is taken back.
const MOST_NAMED: usize = 3;

/// A change taken back or made again: the screen that shows its records, and what each was called there before.
#[derive(Debug)]
pub(super) struct Turned {
    pub(super) serial: Serial,
    /// Which input told that it was done.
    pub(super) input: u64,
    pub(super) doing: Doing,
    pub(super) records: Vec<(Touched, Option<String>)>,
}

impl Turned {
    /// Says what the change was: `words_of` names the records as they are now.
    pub(super) fn told(&self, texts: &Texts, words_of: impl Fn(RecordId) -> Option<String>) -> String {
        let words = &texts.screens;
        let mut named: Vec<String> = Vec::new();
        let mut acts: Vec<(String, usize)> = Vec::new();
        for (record, before) in &self.records {
            let after = words_of(record.id);
            if let (None, None, Some(act)) = (before, &after, &record.act) {
                let said = said_of(act, texts);
                match acts.iter_mut().find(|(other, _)| *other == said) {
                    Some((_, count)) => *count += 1,
                    None => acts.push((said, 1)),
                }
                continue;
            }
            let name = match (before, after, self.doing) {
                (Some(_), Some(after), _) => (words.was_changed)(&after),
                (Some(before), None, Doing::Undoing) => (words.was_added)(before),
                (Some(before), None, _) => (words.was_removed)(before),
                (None, Some(after), Doing::Undoing) => (words.was_removed)(&after),
                (None, Some(after), _) => (words.was_added)(&after),
                (None, None, _) => format!("{} {}", (texts.terms.kind)(&record.kind), record.id.reference()),
            };
            if !named.contains(&name) {
                named.push(name);
            }
        }
        let more = named.len().saturating_sub(MOST_NAMED);
        if more > 1 {
            named.truncate(MOST_NAMED);
            named.push((words.and_more)(more));
        }
        named.extend(acts.into_iter().map(|(said, count)| (texts.register.acts_on)(count, &said)));
        let said = if self.doing == Doing::Redoing { words.made_again } else { words.taken_back };
        said(&named.join(", "))
    }
}

/// Says what an act on a followed item is: where it moved the item, or else what was done.
fn said_of(act: &FollowUp, texts: &Texts) -> String {
    match act.standing {
        Some(standing) => (texts.register.moved_to)((texts.terms.standing)(standing)),
        None => (texts.terms.follow_act)(act.act).to_lowercase(),
    }
}

/// What every screen may read, and change through [`super::screen::Cx`].
#[derive(Debug)]
pub struct Shared {
    /// The interface's language.
    pub texts: &'static Texts,
    /// How things look.
    pub theme: Theme,
    /// What keys mean.
    pub keymap: Keymap,
    /// The searches that the person keeps.
    pub searches: Vec<SavedSearch>,
    /// What is to be told once the store is open.
    pub(super) untold: Vec<String>,
    /// Whether the terminal tells of the mouse.
    pub mouse: bool,
    /// How Vietnamese is typed.
    pub typing: Switch,
    /// When the newest input came.
    pub moment: Moment,
    /// Columns and rows of the window.
    pub size: (u16, u16),
    /// Folder that exports are proposed to go to: that of the last one.
    pub export_folder: String,
    /// Path that an import is proposed from: that of the last one.
    pub import_path: String,
    /// What takes long, and how far it is.
    pub progress: Option<Progress>,
    /// The sentence at the bottom.
    pub status: Option<Status>,
    /// The phrase that was chosen for the line below the list of phrases.
    pub phrase: Option<String>,
    /// Unfinished texts.
    pub drafts: Drafts,
    /// Whether the store is open.
    pub opened: bool,
    /// Whether the store is encrypted.
    pub(super) encrypted: bool,
    /// After how many minutes without a key the screens are hidden; 0 is never, nothing is what is usual.
    pub lock_after: Option<u32>,
    /// Whether all records were read, so that questions about them are answered at once.
    pub known: bool,
    /// That the automatic backup could not be made, and what there is instead.
    pub backup_wanting: Option<String>,
    /// The record that a list should select when it next gets its rows.
    pub select: Option<RecordId>,
    /// What the filter form asks for, until the register takes it.
    pub filter: Option<Filter>,
    /// Which visits the form asks for, until the statistics take it.
    pub over: Option<Over>,
    /// What the screen of the visit is to open, and what is to be done there.
    pub wish: Option<Wished>,
    /// Whether the data are invented.
    pub demonstration: bool,
    /// The guided tour, while it goes on.
    pub tour: Option<Tour>,
    /// What the office settled for itself.
    pub settings: Settings,
    /// Entries whose line was typed and saved in this run.
    pub kept: BTreeSet<RecordId>,
    /// Where the reading back of each visit was left.
    pub read_to: BTreeMap<RecordId, ReadItem>,
    /// When the newest key or paste came, in time since the start.
    pub(super) touched: Duration,
    /// How many inputs there were.
    pub(super) inputs: u64,
    pub(super) next_ticket: Ticket,
    pub(super) next_serial: Serial,
    pub(super) waiting: BTreeMap<Ticket, Serial>,
    /// Actions that the storage thread has not answered yet.
    pub(super) acting: BTreeMap<Ticket, Doing>,
    /// What was just taken back or made again, until the list read anew shows what became of it.
    pub(super) turned: Option<Turned>,
    /// What the action that was just answered did.
    pub(super) did: Doing,
}

impl Shared {
    /// Puts the keys in force into a sentence that names commands.
    #[must_use]
    pub fn keyed(&self, sentence: &str) -> String {
        self.keymap.filled(sentence, self.texts, self.theme.ascii)
    }
}

/// A wish of the checks to the screen of the visit.
#[derive(Clone, Debug)]
pub struct Wished {
    /// What is to be opened.
    pub wish: Wish,
    /// What is to be done there.
    pub why: String,
    /// The row of the checks to come back to.
    pub row: usize,
}

/// What the screen of a visit is to open once it is on top again.
#[derive(Clone, Debug)]
pub enum Wish {
    /// The capture line with this text before and behind the caret.
    Line {
        /// Before the caret.
        before: String,
        /// Behind the caret.
        after: String,
    },
    /// The line of an entry.
    Entry(RecordId),
}

/// What hands do at the keyboard.
#[derive(Clone, Debug)]
pub(super) enum Typed {
    Key(Chord),
    Injected(Chord),
    Paste(String),
}

/// After this long without a key no running time is shown any more, and nothing wakes the interface for it.
const RESTING: Duration = Duration::from_secs(10 * 60);

impl Shared {
    /// Whether nobody has touched a key for so long that running times have stopped.
    #[must_use]
    pub fn is_resting(&self) -> bool {
        self.moment.elapsed.saturating_sub(self.touched) >= RESTING
    }
}

/// Everything the interface knows.
#[derive(Debug)]
pub struct State {
    pub(super) shared: Shared,
    pub(super) layers: Vec<Layer>,
    /// What was typed while the screen on top could not take it yet.
    pub(super) ahead: VecDeque<Typed>,
    /// The screen whose text is in an editor of the person's own.
    pub(super) lent: Option<Serial>,
    /// What hides everything else.
    pub(super) curtain: Option<Curtain>,
    /// What opens an encrypted store the first time, where it was given beforehand.
    pub(super) passphrase: Option<Passphrase>,
    pub(super) leaving: bool,
    /// The user left while actions were on their way; the end waits for them.
    pub(super) closing: bool,
}

impl State {
    /// Begins with the home screen, before the store is open.
    #[must_use]
    pub fn new(texts: &'static Texts, theme: Theme, export_folder: String, moment: Moment) -> Self {
        Self {
            shared: Shared {
                texts,
                theme,
                keymap: Keymap::default(),
                searches: Vec::new(),
                untold: Vec::new(),
                mouse: false,
                typing: Switch::default(),
                moment,
                size: (80, 24),
                export_folder,
                import_path: String::new(),
                progress: None,
                status: None,
                drafts: Drafts::default(),
                opened: false,
                encrypted: false,
                lock_after: None,
                known: false,
                backup_wanting: None,
                select: None,
                filter: None,
                over: None,
                wish: None,
                phrase: None,
                demonstration: false,
                tour: None,
                settings: Settings::default(),
                turned: None,
                kept: BTreeSet::new(),
                read_to: BTreeMap::new(),
                touched: moment.elapsed,
                inputs: 0,
                next_ticket: 1,
                next_serial: 1,
                waiting: BTreeMap::new(),
                acting: BTreeMap::new(),
                did: Doing::default(),
            },
            layers: vec![Layer::new(0, Box::new(Home::default()))],
            ahead: VecDeque::new(),
            lent: None,
            curtain: None,
            passphrase: None,
            leaving: false,
            closing: false,
        }
    }

    /// Takes the keys that a person wrote; what is wrong with them is told once the store is open.
    pub fn take_keys(&mut self, file: &KeyFile) {
        let (keymap, mistakes) = Keymap::read(&file.lines);
        self.shared.keymap = keymap;
        match file.mistakes.len() + mistakes.len() {
            0 => {}
            count => self.shared.untold.push((self.shared.texts.keys.left_out)(count)),
        }
    }

    /// Takes the searches that a person keeps; what is wrong with them is told once the store is open.
    pub fn take_searches(&mut self, file: &SearchFile) {
        self.shared.searches.clone_from(&file.searches);
        let texts = self.shared.texts;
        self.shared.untold.extend(file.mistakes.iter().map(|mistake| explain::settings(mistake, texts)));
    }

    /// When the interface must be woken though nothing happens; never, while nothing waits.
    #[must_use]
    pub fn deadline(&self) -> Option<Duration> {
        let status = self.shared.status.as_ref().and_then(|status| status.until);
        let hidden = curtain::due(self);
        [status, self.shared.drafts.due, self.minute_change(), hidden].into_iter().flatten().min()
    }

    /// When a running time shows another minute, while somebody is at work on a screen that has one.
    fn minute_change(&self) -> Option<Duration> {
        let runs = self.curtain.is_none() && self.layers.last().is_some_and(|layer| layer.screen.runs());
        let moment = self.shared.moment;
        let left = 60 - u64::from(moment.now.second().min(59));
        (runs && !self.shared.is_resting()).then(|| moment.elapsed.saturating_add(Duration::from_secs(left)))
    }

    /// Whether the interface only waits for its last actions before it leaves.
    #[must_use]
    pub fn is_closing(&self) -> bool {
        self.closing
    }

    /// Whether the interface asked to leave.
    #[must_use]
    pub fn leaving(&self) -> bool {
        self.leaving
    }
}
