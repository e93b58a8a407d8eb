//! Why a command failed: a sentence for the person, a code for the script.

use std::io;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::i18n::Texts;
use crate::session::{self, SettingsError, StoreError, explain};
use crate::tui;

/// Exit codes; `bienban --help` documents them.
pub(super) mod exit {
    pub(in crate::cli) const DONE: u8 = 0;
    pub(in crate::cli) const FAILED: u8 = 1;
    pub(in crate::cli) const USAGE: u8 = 2;
    pub(in crate::cli) const NOT_FOUND: u8 = 3;
    pub(in crate::cli) const IN_USE: u8 = 4;
    pub(in crate::cli) const MENDED: u8 = 5;
    pub(in crate::cli) const DAMAGED: u8 = 6;
    pub(in crate::cli) const TO_REVIEW: u8 = 7;
    pub(in crate::cli) const SUPERSEDED: u8 = 8;
    pub(in crate::cli) const ALTERED: u8 = 9;
    pub(in crate::cli) const DRAFT: u8 = 10;
    pub(in crate::cli) const LOCKED: u8 = 11;
    pub(in crate::cli) const NOT_SIGNED: u8 = 12;
    pub(in crate::cli) const UNKNOWN_SIGNER: u8 = 13;
}

/// Why a command failed.
#[derive(Debug)]
pub(super) enum Failure {
    Session(session::Error),
    Usage(String),
    NoReference(String),
    Several {
        reference: String,
        which: String,
    },
    WrongKind {
        reference: String,
        is: crate::domain::Kind,
        wanted: crate::domain::Kind,
    },
    NoOpenVisit,
    SeveralOpen(String),
    Config {
        path: PathBuf,
        what: String,
    },
    /// Mistakes in the files of holidays and rules.
    Settings(Vec<SettingsError>),
    /// A settings file could not be written.
    NotCopied {
        path: PathBuf,
        source: io::Error,
    },
    NoHome,
    Input(io::Error),
    /// Lines that were not saved; each was told as it failed.
    LinesFailed,
    /// The person did not agree to go on; the sentence says what then holds.
    Refused(&'static str),
    Interface(io::Error),
}

impl Failure {
    /// Says which word of the command line is wrong; clap's own sentences are English.
    pub(super) fn usage(error: &clap::Error, texts: &Texts) -> Self {
        let say = &texts.cli;
        let word = [ContextKind::InvalidSubcommand, ContextKind::InvalidValue, ContextKind::InvalidArg]
            .into_iter()
            .filter_map(|kind| error.get(kind))
            .find_map(|value| match value {
                ContextValue::String(word) => Some(word.clone()),
                ContextValue::Strings(words) => Some(words.join(" ")),
                _ => None,
            })
            .unwrap_or_default();
        Self::Usage(match error.kind() {
            ErrorKind::MissingRequiredArgument => (say.missing_word)(&word),
            _ => (say.unknown_word)(&word),
        })
    }

    pub(super) fn code(&self) -> u8 {
        match self {
            Self::Session(session::Error::Store(error)) => match error {
                StoreError::InUse { .. } => exit::IN_USE,
                StoreError::BothDamaged { .. } | StoreError::KeyLost { .. } => exit::DAMAGED,
                StoreError::Locked { .. } | StoreError::WrongPassphrase { .. } => exit::LOCKED,
                _ => exit::FAILED,
            },
            Self::Session(
                session::Error::NotFound { .. }
                | session::Error::NotFollowed { .. }
                | session::Error::NoTemplate { .. },
            )
            | Self::NoReference(_)
            | Self::Several { .. }
            | Self::WrongKind { .. }
            | Self::NoOpenVisit
            | Self::SeveralOpen(_) => exit::NOT_FOUND,
            Self::Usage(_) | Self::Config { .. } | Self::Settings(_) => exit::USAGE,
            Self::Session(_)
            | Self::NotCopied { .. }
            | Self::NoHome
            | Self::Input(_)
            | Self::LinesFailed
            | Self::Refused(_)
            | Self::Interface(_) => exit::FAILED,
        }
    }

    pub(super) fn sentence(&self, texts: &Texts) -> String {
        let (say, terms) = (&texts.cli, &texts.terms);
        match self {
            Self::Session(error) => explain::error(error, texts),
            Self::Usage(why) => (say.bad_usage)(why),
            Self::NoReference(reference) => (say.no_reference)(reference),
            Self::Several { reference, which } => (say.several)(reference, which),
            Self::WrongKind { reference, is, wanted } => {
                (say.wrong_kind)(reference, (terms.kind)(is), (terms.kind)(wanted))
            }
            Self::NoOpenVisit => say.no_open_visit.to_owned(),
            Self::SeveralOpen(which) => (say.several_open)(which),
            Self::Config { path, what } => (say.bad_config)(&path.display().to_string(), what),
            Self::Settings(mistakes) => {
                let said: Vec<String> = mistakes.iter().map(|mistake| explain::settings(mistake, texts)).collect();
                said.join("\n")
            }
            Self::NotCopied { path, source } => explain::not_copied(path, source, texts),
            Self::NoHome => say.no_home.to_owned(),
            Self::Input(error) => (say.bad_input)(&error.to_string()),
            Self::LinesFailed => String::new(),
            Self::Refused(what) => (*what).to_owned(),
            Self::Interface(error) => (say.no_terminal)(&error.to_string()),
        }
    }
}

impl From<session::Error> for Failure {
    fn from(error: session::Error) -> Self {
        Self::Session(error)
    }
}

impl From<tui::Error> for Failure {
    fn from(error: tui::Error) -> Self {
        match error {
            tui::Error::Store(error) => Self::Session(error),
            tui::Error::Terminal(error) => Self::Interface(error),
        }
    }
}
