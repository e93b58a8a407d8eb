//! Failures and notices as sentences: what happened, where, and what to do next.

mod figures;
mod line;
mod sealing;
mod signatures;

use std::io;
use std::path::Path;

use chrono::{DateTime, FixedOffset, Local};

use super::imports::{Fate, Fault, ImportRow};
use super::{Error, Long, Notice, Progress, Refusal, SettingsError, SettingsMistake, Wanted};
use crate::checks::{Check, Detail, Warning};
use crate::domain::Unreadable;
use crate::figures::print_date;
use crate::i18n::Texts;
use crate::minutes::{Mistake, SIZE_LIMIT, What};
use crate::search::Remark;
use crate::store;
use crate::tables::TableError;
use crate::text::truncate;

pub use figures::{Understood, figures, impossible, mismatch};
pub use line::{left_open, line, linked, unquoted_names};
pub use sealing::verified;
pub use signatures::{short_key, signed, signed_briefly};

/// Cells of a line that is named in a sentence about it.
const WRONG_LINE: usize = 40;

/// Says what of a search was not taken as it may have been meant.
#[must_use]
pub fn remark(remark: &Remark, texts: &Texts) -> String {
    match remark {
        Remark::UnknownFilter(name) => (texts.search.unknown_filter)(name),
        Remark::UnknownValue { filter, value } => (texts.search.unknown_value)(filter, value),
    }
}

/// Says what went wrong and what to do.
#[must_use]
pub fn error(error: &Error, texts: &Texts) -> String {
    let (say, terms) = (&texts.errors, &texts.terms);
    match error {
        Error::Store(error) => store_error(error, texts),
        Error::Behind(error) => (say.behind)(&store_error(error, texts)),
        Error::Unreadable(why) => unreadable(why, texts),
        Error::NotFound { kind, id } => (say.not_found)((terms.kind)(kind), &id.reference()),
        Error::Removed { kind, id } => (say.removed)((terms.kind)(kind), &id.reference()),
        Error::Stale { kind, id, field } => (say.stale)((terms.kind)(kind), &id.reference(), (terms.field)(field)),
        Error::Incomplete(missing) => {
            let which: Vec<String> = missing.iter().map(|why| unreadable(why, texts)).collect();
            (say.incomplete)(missing.len(), &which.join(" "))
        }
        Error::EmptyField(field) => (say.empty_field)((terms.field)(field)),
        Error::VisitTimes(times) => {
            (say.visit_times)(&times.start.format("%-H:%M").to_string(), &times.end.format("%-H:%M").to_string())
        }
        Error::Period { from, to } => (say.period)(&print_date(*from), &print_date(*to)),
        Error::Transition { from, to } => (say.transition)((terms.visit_status)(*from), (terms.visit_status)(*to)),
        Error::VisitNotOpen(status) => (say.visit_not_open)((terms.visit_status)(*status)),
        Error::Sealed { visit, version } => (texts.sealing.sealed)(*version, &visit.reference()),
        Error::NoVersion { visit, version } => (texts.sealing.no_version)(*version, &visit.reference()),
        Error::Signers { path, line } => (texts.signatures.wrong_signers)(&shown(path), *line),
        Error::SealStays => texts.sealing.seal_stays.to_owned(),
        Error::SealTooLong { bytes, limit } => (texts.sealing.too_long)(bytes.div_ceil(1024), limit.div_ceil(1024)),
        Error::NoCut => texts.parting.no_cut.to_owned(),
        Error::NothingBelow => texts.parting.nothing_below.to_owned(),
        Error::Differ(fields) => {
            let named: Vec<String> = fields.iter().map(|field| (terms.field)(field).to_lowercase()).collect();
            (texts.parting.differ)(&named.join(", "))
        }
        Error::Followed { id, .. } => (texts.parting.followed)(&id.reference()),
        Error::NoLink { to, .. } => (texts.chain.no_link)(&to.reference()),
        Error::NotFollowed { kind, id } => (texts.follow.not_followed)((terms.kind)(kind), &id.reference()),
        Error::NotCarried { item } => (texts.follow.not_carried)(item),
        Error::Move { item, from, to } => {
            let allowed: Vec<&str> = from.moves().iter().map(|standing| (terms.standing)(*standing)).collect();
            (texts.follow.no_move)(item, (terms.standing)(*from), (terms.standing)(*to), &allowed.join("; "))
        }
        Error::NoProof { item, .. } => (texts.follow.no_proof)(item),
        Error::Future { date, today } => (texts.follow.future)(&print_date(*date), &print_date(*today)),
        Error::WrongLine { number, line, why } => {
            (texts.line.wrong_line)(*number, &truncate(line, WRONG_LINE), &self::error(why, texts))
        }
        Error::NothingToUndo => say.nothing_to_undo.to_owned(),
        Error::ImportFile { path, source } => {
            let why = match source.kind() {
                io::ErrorKind::FileTooLarge => texts.imports.too_large.to_owned(),
                io::ErrorKind::IsADirectory => texts.imports.a_folder.to_owned(),
                _ => cause(source, texts),
            };
            (texts.imports.unreadable)(&shown(path), &why)
        }
        Error::Import { path, line, fault: why } => {
            let at = line.map(|line| format!("{}: ", (texts.imports.line)(line))).unwrap_or_default();
            (texts.imports.refused)(&shown(path), &format!("{at}{}", fault(why, texts)))
        }
        Error::DiaryIsWritten => texts.preparation.diary_is_written.to_owned(),
        Error::DelegationCycle => texts.preparation.delegation_cycle.to_owned(),
        Error::Answered(code) => (texts.checklists.answered_already)(code),
        Error::UnitCycle => say.unit_cycle.to_owned(),
        Error::Impossible(found) => impossible(*found, texts),
        Error::Minutes(why) => (say.minutes)(why),
        Error::Template { path, mistake } => (texts.templates.wrong)(&template_mistake(path, mistake, texts)),
        Error::NoTemplate { name, folder } => {
            (texts.templates.missing)(name, &folder.as_deref().map(shown).unwrap_or_default())
        }
        Error::TemplateName(name) => (texts.templates.bad_name)(name),
        Error::TemplateFile { path, source } if source.kind() == io::ErrorKind::AlreadyExists => {
            (texts.templates.taken)(&shown(path))
        }
        Error::TemplateFile { path, source } => (texts.templates.file)(&shown(path), &cause(source, texts)),
        Error::EditorInTheClear => texts.locking.no_editor.to_owned(),
        Error::NoEditor { editor } => (texts.editing.no_editor)(editor),
        Error::EditorFailed { editor, code, kept } => {
            let code = code.map(|code| format!(" {code}")).unwrap_or_default();
            let kept = kept.as_deref().map(|path| (texts.editing.kept)(&shown(path))).unwrap_or_default();
            (texts.editing.failed)(editor, &code, &kept)
        }
        Error::EditorText { path } => (texts.editing.not_text)(&shown(path)),
        Error::NotKept { path, source } => (texts.palette.not_kept)(&shown(path), &cause(source, texts)),
        Error::Export { path, source } if source.kind() == io::ErrorKind::NotFound => (say.no_folder)(&shown(path)),
        Error::Export { path, source } => (say.export)(&shown(path), &cause(source, texts)),
    }
}

/// Says what is wrong in a template, and where.
#[must_use]
pub fn template_mistake(path: &Path, mistake: &Mistake, texts: &Texts) -> String {
    let say = &texts.templates;
    let meant = |nearest: &Option<String>| nearest.as_deref().map(|name| (say.meant)(name)).unwrap_or_default();
    let token = |found: &str| {
        say.tokens.iter().fold(found.to_owned(), |found, (engine, own)| match *engine {
            "in" if found == "in" => (*own).to_owned(),
            "in" => found,
            _ => found.replace(engine, own),
        })
    };
    let what = match &mistake.what {
        What::UnknownField { name, nearest } => (say.unknown_field)(name) + &meant(nearest),
        What::UnknownHelper { name, nearest } => (say.unknown_helper)(name) + &meant(nearest),
        What::Syntax { found, expected } => (say.syntax)(&token(found), &token(expected)),
        What::OtherFile => say.other_file.to_owned(),
        What::TooLarge { size } => (say.too_large)(*size, SIZE_LIMIT),
        What::NotText => say.not_text.to_owned(),
        What::TooSlow => say.too_slow.to_owned(),
        What::TooDeep => say.too_deep.to_owned(),
        What::Other(what) => (say.other)(what),
    };
    (say.mistake)(&shown(path), mistake.line, mistake.column, &what)
}

/// Says what a check found.
#[must_use]
pub fn warning(warning: &Warning, texts: &Texts) -> String {
    let say = &texts.checks;
    let name = (say.name)(warning.check);
    match &warning.detail {
        Detail::Nothing => name.to_owned(),
        Detail::Sign => match warning.check {
            Check::NoRecommendation => say.sign_without_recommendation,
            Check::NoPosition => say.sign_without_position,
            _ => name,
        }
        .to_owned(),
        Detail::Words(found) => (say.words)(name, found),
        Detail::Copies { all, each } => (say.copies)(name, *all, *each),
        Detail::Due(day) => (say.due)(name, &print_date(*day)),
        Detail::Late { last, received, left } => {
            let late = (say.late)(name, &print_date(*last), &print_date(*received));
            left.map_or_else(|| late.clone(), |(left, needed)| (say.left_before)(&late, left, needed))
        }
        Detail::Figures(found) => (say.figures)(name, &mismatch(found, texts)),
        Detail::Times(times) => (say.times)(name, *times),
    }
}

/// Names a check by its code; one that only a newer program knows goes by the code itself.
#[must_use]
pub fn check_name<'a>(code: &'a str, texts: &Texts) -> &'a str {
    Check::from_code(code).map_or(code, texts.checks.name)
}

/// Says why a row or a file cannot be taken.
#[must_use]
pub fn fault(fault: &Fault, texts: &Texts) -> String {
    let (say, field) = (&texts.imports, texts.terms.field);
    match fault {
        Fault::Table(TableError::NotUtf8(_)) => (say.not_utf8)(),
        Fault::Table(TableError::NotAWorkbook) => say.not_a_workbook.to_owned(),
        Fault::Table(TableError::Empty) => say.empty_table.to_owned(),
        Fault::Table(TableError::TooManyRows) => say.too_many_rows.to_owned(),
        Fault::Table(TableError::TooManyColumns) => say.too_many_columns.to_owned(),
        Fault::NoColumn(name, there) => (say.no_column)(field(name), there),
        Fault::BadLine(text) => (say.bad_line)(text),
        Fault::Empty(name) => (say.empty)(field(name)),
        Fault::Twice(line) => (say.twice)(*line),
        Fault::NoParent(name) => (say.no_parent)(name),
        Fault::SeveralParents(name, which) => (say.several_parents)(name, which),
        Fault::Several(name, which) => (say.several)(name, which),
        Fault::Elsewhere(name, which) => (say.elsewhere)(name, which),
        Fault::NoReference(text) => (say.no_reference)(text),
        Fault::Ring => say.ring.to_owned(),
        Fault::TooDeep => say.too_deep.to_owned(),
        Fault::Role(text) => (say.role)(text),
        Fault::Date(text) => (say.date)(text),
        Fault::Reversed(post) => (say.reversed)(post),
        Fault::DatesOfSeveral => say.dates_of_several.to_owned(),
        Fault::NoUnit(name) => (say.no_unit)(name),
        Fault::SeveralUnits(name, which) => (say.several_units)(name, which),
        Fault::Number(text) => (say.number)(text),
        Fault::Flag(text) => (say.flag)(text),
        Fault::NoChecklist(code) => (say.no_checklist)(code),
    }
}

/// Says in one line what becomes of a row of a file.
#[must_use]
pub fn import_row(row: &ImportRow, texts: &Texts) -> String {
    let say = &texts.imports;
    let plain = |name: &str, value: &str| match (name, value) {
        ("pilot" | "text_verified", "true") => texts.screens.flag_yes.to_owned(),
        ("pilot" | "text_verified", _) => texts.screens.flag_no.to_owned(),
        ("role", code) => {
            let role = serde_json::from_value(code.into()).ok();
            role.map_or_else(|| code.to_owned(), |role| (texts.terms.role)(role).to_owned())
        }
        (_, other) => other.to_owned(),
    };
    let (word, more) = match &row.fate {
        Fate::New => (say.new, String::new()),
        Fate::Same => (say.same, String::new()),
        Fate::Changed(changes) => {
            let told: Vec<String> = changes
                .iter()
                .map(|(name, before, after)| {
                    (say.change)((texts.terms.field)(name), &plain(name, before), &plain(name, after))
                })
                .collect();
            (say.changed, told.join("; "))
        }
        Fate::Wrong(why) => (say.wrong, fault(why, texts)),
    };
    let parts = [(say.line)(row.line), word.to_owned(), row.name.clone()];
    let head = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    if more.is_empty() { head } else { format!("{head} · {more}") }
}

/// Says which record cannot be read, and why.
#[must_use]
pub fn unreadable(why: &Unreadable, texts: &Texts) -> String {
    (texts.errors.unreadable)((texts.terms.kind)(&why.kind), &why.id.reference(), &why.why)
}

fn store_error(error: &store::Error, texts: &Texts) -> String {
    let say = &texts.errors;
    match error {
        store::Error::Stopped => texts.progress.stopped.to_owned(),
        store::Error::InUse { folder, pid, host, since } => {
            let local =
                |moment: DateTime<FixedOffset>| moment.with_timezone(&Local).format("%-H:%M, %-d/%-m/%Y").to_string();
            let since = since.parse().map_or_else(|_| since.clone(), local);
            (say.in_use)(&shown(folder), *pid, host, &since)
        }
        store::Error::Io { path, source } => (say.io)(&shown(path), &cause(source, texts)),
        store::Error::Newer { path, found, known } => (say.newer)(&shown(path), *found, *known),
        store::Error::BothDamaged { folder, what, backup } => {
            let newest = backup.as_deref().map(|path| (texts.backup.newest)(&shown(path))).unwrap_or_default();
            (say.both_damaged)(&shown(folder), &what.join("; ")) + &newest
        }
        store::Error::Backup { path, why } => (texts.backup.refused)(&shown(path), &refusal(why, texts)),
        store::Error::Locked { folder } => (texts.locking.locked)(&shown(folder)),
        store::Error::WrongPassphrase { folder } => (texts.locking.wrong)(&shown(folder)),
        store::Error::KeyLost { folder } => (texts.locking.key_lost)(&shown(folder)),
        store::Error::Database { path, why } => (say.database)(&shown(path), why),
        store::Error::NotSaved { path, source } if source.kind() == io::ErrorKind::InvalidInput => {
            (say.not_saved)(&shown(path), texts.progress.too_long)
        }
        store::Error::NotSaved { path, source } => (say.not_saved)(&shown(path), &cause(source, texts)),
    }
}

fn refusal(why: &Refusal, texts: &Texts) -> String {
    let say = &texts.backup;
    match why {
        Refusal::NotABackup => say.not_here.to_owned(),
        Refusal::Newer { found, known } => (say.newer)(*found, *known),
        Refusal::NeedsPassphrase => say.needs_passphrase.to_owned(),
        Refusal::NeedsIdentity => say.needs_identity.to_owned(),
        Refusal::WrongKey => say.wrong_key.to_owned(),
        Refusal::BadKey(key) => (say.bad_key)(key),
        Refusal::Ends { line } => (say.ends)(*line),
        Refusal::Damaged { line } => (say.damaged)(*line),
        Refusal::Diverged { from, here, there, .. } => (say.diverged)(*from, *here, *there),
        Refusal::InTheOpen => say.in_the_open.to_owned(),
        Refusal::Exists => say.exists.to_owned(),
        Refusal::NotAsWritten => say.not_as_written.to_owned(),
    }
}

/// Says how far something is that takes long.
#[must_use]
pub fn progress(progress: &Progress, texts: &Texts) -> String {
    let say = &texts.progress;
    let what = match progress.long {
        Long::Copying => say.copying,
        Long::Mending => say.mending,
        Long::Checking => say.checking,
        Long::Encrypting => texts.locking.encrypting,
        Long::Reading => say.reading,
        Long::Importing => say.importing,
        Long::BackingUp => texts.backup.backing_up,
        Long::Restoring => texts.backup.restoring,
        Long::Saving => say.saving,
        Long::Making => say.making,
    };
    match progress.percent() {
        Some(percent) => (say.share)(what, percent),
        None => (say.count)(what, progress.done),
    }
}

/// Says what the store mended on its own.
#[must_use]
pub fn notice(notice: &Notice, texts: &Texts) -> String {
    let say = &texts.errors;
    let place = |path: &Option<std::path::PathBuf>| path.as_deref().map(shown).unwrap_or_default();
    match notice {
        Notice::DatabaseRebuilt { changes, set_aside } => (say.database_rebuilt)(*changes, &place(set_aside)),
        Notice::JournalRestored { changes, set_aside } => (say.journal_restored)(*changes, &place(set_aside)),
        Notice::TornLineSetAside { set_aside } => (say.torn_line)(&shown(set_aside)),
        Notice::Upgraded { backup, .. } => (say.upgraded)(&shown(backup)),
        Notice::Replayed { changes } => (say.replayed)(*changes),
        Notice::InstallationRenewed { .. } => say.installation_renewed.to_owned(),
        Notice::KeyRestored => texts.locking.key_restored.to_owned(),
        Notice::SigningKeyRestored => texts.signatures.restored.to_owned(),
        Notice::SigningKeyRenewed { set_aside } => {
            let aside: Vec<String> = set_aside.iter().map(|path| shown(path)).collect();
            (texts.signatures.lost)(&aside.join(", "))
        }
        Notice::EncryptionChanged { encrypted: true } => texts.locking.encryption_finished.to_owned(),
        Notice::EncryptionChanged { encrypted: false } => texts.locking.decryption_finished.to_owned(),
        Notice::TextLeft { path } => (texts.editing.left)(&shown(path)),
        Notice::MendedFromBackup { changes, missing } => match missing.as_slice() {
            [] => (texts.backup.mended)(*changes),
            _ => (texts.backup.mended_in_part)(*changes, &missing.join("; ")),
        },
        Notice::DraftSetAside { set_aside } => (say.draft_set_aside)(&shown(set_aside)),
    }
}

/// Says what is wrong in a settings file, with its place.
#[must_use]
pub fn settings(error: &SettingsError, texts: &Texts) -> String {
    let say = &texts.settings;
    let path = shown(&error.path);
    let wanted = |wanted: Wanted| match wanted {
        Wanted::Text => say.wants_text.to_owned(),
        Wanted::Days => say.wants_days.to_owned(),
        Wanted::Flag => say.wants_flag.to_owned(),
        Wanted::Keys => say.wants_keys.to_owned(),
        Wanted::Date => say.wants_date.to_owned(),
        Wanted::List => say.wants_list.to_owned(),
        Wanted::Table => say.wants_table.to_owned(),
        Wanted::Percent => say.wants_percent.to_owned(),
        Wanted::Extension => say.wants_extension.to_owned(),
        Wanted::Word(words) => (say.wants_word)(&words.join(", ")),
    };
    let what = match &error.what {
        SettingsMistake::Unreadable(cause) => return (say.unreadable)(&path, cause),
        SettingsMistake::Syntax(cause) => return (say.syntax)(&path, error.line, cause),
        SettingsMistake::UnknownField => say.unknown_field.to_owned(),
        SettingsMistake::Missing => say.missing.to_owned(),
        SettingsMistake::Wanted(what) => wanted(*what),
        SettingsMistake::Reversed => say.reversed.to_owned(),
        SettingsMistake::Twice => say.twice.to_owned(),
    };
    (say.mistake)(&path, error.line, &error.field, &what)
}

/// Says a size as people read it.
#[must_use]
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    }
}

/// Says that a settings file could not be written.
#[must_use]
pub fn not_copied(path: &Path, error: &io::Error, texts: &Texts) -> String {
    (texts.settings.not_copied)(&shown(path), &cause(error, texts))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn cause(error: &io::Error, texts: &Texts) -> String {
    let say = &texts.errors;
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => say.disk_full.into(),
        io::ErrorKind::PermissionDenied => say.permission_denied.into(),
        io::ErrorKind::NotFound => say.no_such_file.into(),
        io::ErrorKind::ReadOnlyFilesystem => say.read_only.into(),
        _ => error.to_string(),
    }
}
