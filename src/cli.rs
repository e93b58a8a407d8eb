//! The command line: arguments in, one command out, an exit code back.
//!
//! Holds no rules of the trade; whatever it does to the record goes through the session.

mod add;
mod arguments;
mod backup;
mod bases;
mod calendar;
mod check;
mod config;
mod diary;
mod doctor;
mod export;
mod failure;
mod followed;
mod import;
mod keys;
mod lines;
mod list;
mod locking;
mod note;
mod output;
mod seal;
mod search;
mod show;
mod signing_key;
mod template;
mod verify;
mod versions;
mod visits;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::ArgMatches;
use clap::error::ErrorKind;
use clap::parser::ValueSource;

pub use arguments::command;
use config::Config;
use failure::{Failure, exit};

use crate::clock::{Clock, SystemClock};
use crate::i18n::{Language, Texts};
use crate::session::{Key, Notice, Session, Settings, Templates, explain};
use crate::tui::Options;
use crate::{demo, tui};

/// What every command needs.
struct Run {
    folder: PathBuf,
    passphrase_file: Option<PathBuf>,
    settings: Settings,
    texts: &'static Texts,
    clock: Arc<dyn Clock>,
}

impl Run {
    /// Opens the store; what it mended goes to standard error, so that output stays clean for scripts.
    fn open(&self) -> Result<Session, Failure> {
        Ok(self.told(locking::open(self)?))
    }

    /// Opens the store, and where both copies are damaged, with what a backup has.
    fn open_helped(&self, backup: &Path, key: &Key) -> Result<Session, Failure> {
        Ok(self.told(locking::open_helped(self, backup, key)?))
    }

    fn told(&self, (session, notices): (Session, Vec<Notice>)) -> Session {
        for notice in notices {
            eprintln!("{}", explain::notice(&notice, self.texts));
        }
        session.with_settings(self.settings.clone())
    }
}

/// Runs the program with the arguments and environment of the process.
#[must_use]
pub fn main() -> ExitCode {
    // Before any file is made: what the database makes itself is for its owner alone too.
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
    let arguments: Vec<OsString> = env::args_os().collect();
    let config = Config::load();
    let language = arguments::language_before_parsing(&arguments, env::var("BIENBAN_LANG").ok().as_deref())
        .or(config.as_ref().ok().and_then(|config| config.language))
        .unwrap_or_default();
    let texts = language.texts();
    match run(arguments, config, language) {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            let sentence = failure.sentence(texts);
            if !sentence.is_empty() {
                eprintln!("{sentence}");
            }
            ExitCode::from(failure.code())
        }
    }
}

fn run(arguments: Vec<OsString>, config: Result<Config, Failure>, language: Language) -> Result<u8, Failure> {
    let texts = language.texts();
    let swallowed = arguments::swallowed_mark(&arguments);
    let matches = match arguments::command(texts).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            output::say(error.render().to_string().trim_end());
            return Ok(exit::DONE);
        }
        Err(error) => return Err(Failure::usage(&error, texts)),
    };
    if swallowed {
        return Err(Failure::Usage(texts.cli.quote_the_line.to_owned()));
    }
    let named = matches.get_one::<PathBuf>("data-dir");
    let passphrase_file = matches.get_one::<PathBuf>("passphrase-file").cloned();
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let settings = config::settings();
    let options = |demonstration| Options {
        language,
        demonstration,
        keys: config::keys(),
        searches: config::searches(),
        theme: config.as_ref().map(Config::theme).unwrap_or_default(),
        mouse: config.as_ref().is_ok_and(|config| config.mouse),
        typing: config.as_ref().map(Config::typing).unwrap_or_default(),
        lock_after: config.as_ref().ok().and_then(|config| config.lock_after),
        passphrase: None,
    };
    if matches.subcommand_name() == Some("demo") {
        // The demonstration stays apart from real data, wherever that is configured to be.
        let typed = matches.value_source("data-dir") == Some(ValueSource::CommandLine);
        let folder = match named.filter(|_| typed) {
            Some(folder) => folder.join("demo"),
            None => config::default_folder("demo")?,
        };
        if let Some(percent) = matches.subcommand().and_then(|(_, demo)| demo.get_one::<u32>("scale")) {
            return fill_to_scale(&matches, *percent, &folder, texts, &*clock);
        }
        demo::prepare(&folder)?;
        return interface(&folder, options(true), settings?, clock);
    }
    let options = options(false);
    let Config { data_dir, keep, .. } = config?;
    let settings = settings.map(|settings| Settings { keep, ..settings });
    let folder = match named.cloned().or(data_dir) {
        Some(folder) => folder,
        None => config::default_folder("data")?,
    };
    match matches.subcommand() {
        None => {
            let passphrase = locking::given(&folder, passphrase_file.as_ref(), texts)?;
            interface(&folder, Options { passphrase, ..options }, settings?, clock)
        }
        Some(("calendar", matches)) => calendar::run(matches, texts),
        Some(("keys", matches)) => keys::run(matches, texts),
        Some(("template", matches)) => {
            let folder = config::folder().ok_or(Failure::NoHome)?;
            template::run(matches, &Templates::of(folder.join(Templates::FOLDER)), texts)
        }
        Some((name, matches)) => {
            subcommand(name, matches, &Run { folder, passphrase_file, settings: settings?, texts, clock })
        }
    }
}

/// Makes a large store beside the demonstration, and says where.
fn fill_to_scale(
    matches: &ArgMatches,
    percent: u32,
    beside: &Path,
    texts: &'static Texts,
    clock: &dyn Clock,
) -> Result<u8, Failure> {
    let seed = matches.subcommand().and_then(|(_, demo)| demo.get_one::<u64>("seed")).copied().unwrap_or_default();
    let folder = beside.with_file_name(format!("demo-{percent}"));
    let made = demo::scale::fill(&folder, demo::scale::Scale { percent, seed }, clock.now(), &output::pulse(texts))?;
    let counts = [made.delegations, made.visits, made.entries, made.recommendations];
    output::say((texts.cli.demo_made)(counts, &folder.display().to_string()));
    Ok(exit::DONE)
}

fn subcommand(name: &str, matches: &ArgMatches, run: &Run) -> Result<u8, Failure> {
    let reference = |id| matches.get_one::<String>(id).map(String::as_str);
    let json = matches.try_get_one::<bool>("json").ok().flatten().copied().unwrap_or_default();
    match name {
        "export" => {
            let folder = matches.get_one::<PathBuf>("to").cloned().unwrap_or_else(|| PathBuf::from("."));
            let folder = export::Folder { path: folder, make: matches.get_flag("make-folder") };
            let sealed = matches.get_one::<u32>("sealed").copied().map(export::Print::Sealed);
            let print = sealed.unwrap_or(match (matches.get_flag("redacted"), matches.get_flag("built-in")) {
                (true, _) => export::Print::Redacted,
                (false, true) => export::Print::BuiltIn,
                (false, false) => export::Print::AsChosen,
            });
            export::run(run, reference("visit"), folder, print, json)
        }
        "seal" => seal::run(run, reference("visit"), json),
        "reopen" => {
            let (visit, reason) = (reference("visit").unwrap_or_default(), reference("reason").unwrap_or_default());
            seal::reopen(run, visit, reason, json)
        }
        "versions" => versions::list(run, reference("visit"), json),
        "compare" => {
            let number = |id| matches.get_one::<u32>(id).copied();
            versions::compare(run, reference("visit").unwrap_or_default(), number("from"), number("to"))
        }
        "verify" => {
            let path = |id| matches.get_one::<PathBuf>(id).map(PathBuf::as_path);
            verify::run(run, path("file").unwrap_or(Path::new("")), path("signers"), json)
        }
        "signing-key" => signing_key::run(run, matches, json),
        "check" => check::run(run, reference("visit"), json),
        "import" => {
            let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
            let wanted = import::Wanted {
                what: reference("what").unwrap_or_default(),
                file,
                delegation: reference("delegation"),
                unit: reference("unit"),
                dry_run: matches.get_flag("dry-run"),
                json,
            };
            import::run(run, wanted)
        }
        "list" => list::run(run, reference("what").unwrap_or_default(), reference("visit"), json),
        "search" => {
            let words = matches.get_many::<String>("words").into_iter().flatten();
            search::run(run, &search::typed(words.map(String::as_str).collect()), json)
        }
        "show" => show::run(run, reference("reference").unwrap_or_default(), matches.get_flag("private"), json),
        "add" => {
            let words = matches.get_many::<String>("line");
            let line = words.map(|words| words.map(String::as_str).collect::<Vec<_>>().join(" "));
            add::run(run, reference("visit"), line.as_deref().filter(|line| *line != "-"), json)
        }
        "note" => note::run(run, reference("visit"), json),
        "diary" => {
            let words = matches.get_many::<String>("text");
            let text = words.map(|words| words.map(String::as_str).collect::<Vec<_>>().join(" "));
            diary::run(run, reference("delegation").unwrap_or_default(), text.as_deref(), json)
        }
        "lock-store" | "unlock-store" | "passphrase" | "recovery-code" => locking::run(run, name, matches),
        "backup" => backup::back_up(run, matches),
        "restore" => backup::restore(run, matches),
        "register" | "follow" | "carried" | "statistics" => followed::run(name, matches, run),
        "add-basis" => bases::run(run, reference("delegation"), reference("text").filter(|text| *text != "-"), json),
        _ => doctor::run(run, json),
    }
}

fn interface(folder: &Path, options: Options, settings: Settings, clock: Arc<dyn Clock>) -> Result<u8, Failure> {
    tui::run(folder.to_owned(), options, settings, clock)?;
    Ok(exit::DONE)
}
