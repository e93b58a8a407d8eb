//! Every sentence the program prints, in Vietnamese and in English.
//!
//! Plain structs with one static value for each language: a sentence missing in either does not compile. The minutes'
//! own words are not here; they are Vietnamese whatever the interface speaks.

mod backup;
mod both;
mod chain;
mod checklists;
mod checks;
mod cli;
mod commands;
mod editing;
mod errors;
mod figures;
mod follow;
mod home;
mod imports;
mod keys;
mod line;
mod locking;
mod note;
mod palette;
mod parting;
mod past;
mod preparation;
mod progress;
mod register;
mod screens;
mod sealing;
mod search;
mod settings;
mod signatures;
mod statistics;
mod templates;
mod terms;
mod tour;
mod typing;

pub use backup::Backup;
pub use chain::Chain;
pub use checklists::Checklists;
pub use checks::Checks;
pub use cli::Cli;
pub use commands::{Commands, Label};
pub use editing::Editing;
pub use errors::Errors;
pub use figures::Figures;
pub use follow::Follow;
pub use home::Home;
pub use imports::Imports;
pub use keys::Keys;
pub use line::Line;
pub use locking::Locking;
pub use note::Note;
pub use palette::Palette;
pub use parting::Parting;
pub use past::Past;
pub use preparation::Preparation;
pub use progress::Progress;
pub use register::Register;
pub use screens::Screens;
pub use sealing::Sealing;
pub use search::Search;
pub use settings::Settings;
pub use signatures::Signatures;
pub use statistics::Statistics;
pub use templates::Templates;
pub use terms::Terms;
pub use tour::Tour;
pub use typing::Typing;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Tiếng Việt.
    #[default]
    Vietnamese,
    /// English.
    English,
}

impl Language {
    /// Reads a language code: `vi` or `en`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "vi" => Some(Self::Vietnamese),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// Returns everything printed in this language.
    #[must_use]
    pub fn texts(self) -> &'static Texts {
        match self {
            Self::Vietnamese => &VIETNAMESE,
            Self::English => &ENGLISH,
        }
    }
}

/// All sentences of one language.
#[derive(Debug)]
pub struct Texts {
    /// Names of the things of the trade.
    pub terms: Terms,
    /// What went wrong, and what to do.
    pub errors: Errors,
    /// Following up, in errors and on the command line.
    pub follow: Follow,
    /// What the command line prints.
    pub cli: Cli,
    /// What the screens say.
    pub screens: Screens,
    /// What is said of an entry's details, of what it is linked to, and of phrases used before.
    pub chain: Chain,
    /// What the screens say about preparing a visit.
    pub preparation: Preparation,
    /// Names of the commands.
    pub commands: Commands,
    /// What the first screen says of today.
    pub home: Home,
    /// What is said around the capture line.
    pub line: Line,
    /// What the line mode says.
    pub note: Note,
    /// What is said of entries parted and put together.
    pub parting: Parting,
    /// What records and visits went through.
    pub past: Past,
    /// What is said of imports.
    pub imports: Imports,
    /// What the screens of checklists say.
    pub checklists: Checklists,
    /// What the screens of following up say.
    pub register: Register,
    /// What the checks say.
    pub checks: Checks,
    /// What is said of figures.
    pub figures: Figures,
    /// What is said of the office's own settings.
    pub settings: Settings,
    /// Names of figures over many visits.
    pub statistics: Statistics,
    /// What is said of a person's own keys.
    pub keys: Keys,
    /// What is said of typing Vietnamese.
    pub typing: Typing,
    /// What is said of what takes long.
    pub progress: Progress,
    /// Encryption, the passphrase, hiding the screen.
    pub locking: Locking,
    /// What is said of an editor of the person's own.
    pub editing: Editing,
    /// Backups.
    pub backup: Backup,
    /// What is said of looks, and of finding by name.
    pub palette: Palette,
    /// What is said of searching.
    pub search: Search,
    /// What the tour of the demonstration says.
    pub tour: Tour,
    /// What is said of sealed minutes.
    pub sealing: Sealing,
    /// What is said of signatures.
    pub signatures: Signatures,
    /// What is said of templates and of reading back.
    pub templates: Templates,
}

static VIETNAMESE: Texts = Texts {
    terms: terms::VIETNAMESE,
    typing: typing::VIETNAMESE,
    progress: progress::VIETNAMESE,
    locking: locking::VIETNAMESE,
    editing: editing::VIETNAMESE,
    backup: backup::VIETNAMESE,
    errors: errors::VIETNAMESE,
    follow: follow::VIETNAMESE,
    cli: cli::VIETNAMESE,
    screens: screens::VIETNAMESE,
    chain: chain::VIETNAMESE,
    preparation: preparation::VIETNAMESE,
    commands: commands::VIETNAMESE,
    home: home::VIETNAMESE,
    line: line::VIETNAMESE,
    note: note::VIETNAMESE,
    parting: parting::VIETNAMESE,
    past: past::VIETNAMESE,
    imports: imports::VIETNAMESE,
    checklists: checklists::VIETNAMESE,
    register: register::VIETNAMESE,
    checks: checks::VIETNAMESE,
    figures: figures::VIETNAMESE,
    settings: settings::VIETNAMESE,
    statistics: statistics::VIETNAMESE,
    keys: keys::VIETNAMESE,
    palette: palette::VIETNAMESE,
    search: search::VIETNAMESE,
    tour: tour::VIETNAMESE,
    sealing: sealing::VIETNAMESE,
    signatures: signatures::VIETNAMESE,
    templates: templates::VIETNAMESE,
};
static ENGLISH: Texts = Texts {
    terms: terms::ENGLISH,
    typing: typing::ENGLISH,
    progress: progress::ENGLISH,
    locking: locking::ENGLISH,
    editing: editing::ENGLISH,
    backup: backup::ENGLISH,
    errors: errors::ENGLISH,
    follow: follow::ENGLISH,
    cli: cli::ENGLISH,
    screens: screens::ENGLISH,
    chain: chain::ENGLISH,
    preparation: preparation::ENGLISH,
    commands: commands::ENGLISH,
    home: home::ENGLISH,
    line: line::ENGLISH,
    note: note::ENGLISH,
    parting: parting::ENGLISH,
    past: past::ENGLISH,
    imports: imports::ENGLISH,
    checklists: checklists::ENGLISH,
    register: register::ENGLISH,
    checks: checks::ENGLISH,
    figures: figures::ENGLISH,
    settings: settings::ENGLISH,
    statistics: statistics::ENGLISH,
    keys: keys::ENGLISH,
    palette: palette::ENGLISH,
    search: search::ENGLISH,
    tour: tour::ENGLISH,
    sealing: sealing::ENGLISH,
    signatures: signatures::ENGLISH,
    templates: templates::ENGLISH,
};
