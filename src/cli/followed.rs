//! Commands about what is followed: the register, the log of an item, what a visit finds waiting, causes.

pub(super) mod act;
pub(super) mod arguments;
pub(super) mod carried;
pub(super) mod register;
pub(super) mod statistics;

use clap::ArgMatches;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::{Failure, Run, visits};
use crate::domain::{EntryKind, FollowedItem, ItemKind, Kind, RecordId};
use crate::figures::print_date;
use crate::i18n::Texts;
use crate::session::{Session, explain};

/// Runs one of these commands.
pub(super) fn run(name: &str, matches: &ArgMatches, run: &Run) -> Result<u8, Failure> {
    match name {
        "register" => register::run(run, matches),
        "follow" => act::run(run, matches),
        "carried" => carried::run(run, matches),
        _ => statistics::run(run, matches),
    }
}

/// Reads an argument, empty when it was not given.
fn text<'a>(matches: &'a ArgMatches, name: &str) -> &'a str {
    matches.get_one::<String>(name).map_or("", String::as_str)
}

/// Reads an argument that is a code, as the journal and `--json` have it.
fn code<T: DeserializeOwned>(run: &Run, typed: &str) -> Result<T, Failure> {
    serde_json::from_value(typed.into()).map_err(|_| Failure::Usage((run.texts.cli.unknown_word)(typed)))
}

/// Finds the record of a reference argument, which must be of a kind; nothing when it was not given.
fn of_kind(session: &Session, matches: &ArgMatches, name: &str, wanted: Kind) -> Result<Option<RecordId>, Failure> {
    let Some(reference) = matches.get_one::<String>(name) else { return Ok(None) };
    match visits::find(session, reference)? {
        (is, id) if is == wanted => Ok(Some(id)),
        (is, _) => Err(Failure::WrongKind { reference: reference.clone(), is, wanted }),
    }
}

/// Reads a kind of item by its code.
fn kind(run: &Run, typed: &str) -> Result<ItemKind, Failure> {
    match typed {
        "outside" => Ok(ItemKind::Outside),
        "deep_review" => Ok(ItemKind::DeepReview),
        entry => code::<EntryKind>(run, entry).map(ItemKind::Entry),
    }
}

fn kind_code(kind: ItemKind) -> Value {
    match kind {
        ItemKind::Entry(kind) => json!(kind),
        ItemKind::DeepReview => json!("deep_review"),
        ItemKind::Outside => json!("outside"),
    }
}

/// Says what an item is, and that a deeper review of it was suggested.
fn kind_name(item: &FollowedItem, texts: &'static Texts) -> String {
    let kind = match item.kind {
        ItemKind::Entry(kind) => (texts.terms.entry_kind)(kind),
        ItemKind::DeepReview => (texts.terms.field)("deep_review"),
        ItemKind::Outside => (texts.terms.field)("outside_item"),
    };
    let tag = if item.is_tagged_for_review() { texts.register.deep_review_tag } else { "" };
    [kind, tag].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// One item for people: reference, due date, then what matters.
fn line(item: &FollowedItem, parts: &[&str]) -> String {
    let due = item.due.map(print_date).unwrap_or_default();
    let doers = item.doers.join(", ");
    let text = item.text.replace('\n', " ");
    let parts: Vec<&str> =
        parts.iter().copied().chain([doers.as_str(), text.as_str()]).filter(|part| !part.is_empty()).collect();
    format!("{}  {due:>10}  {}", item.id.reference(), parts.join("  ·  "))
}

/// One item for scripts.
fn as_json(item: &FollowedItem) -> Map<String, Value> {
    let fields = [
        ("reference", json!(item.id.reference())),
        ("id", json!(item.id)),
        ("kind", kind_code(item.kind)),
        ("deep_review", json!(item.deep_review)),
        ("unit", json!(item.unit.map(|unit| unit.reference()))),
        ("delegation", json!(item.delegation.map(|delegation| delegation.reference()))),
        ("visit", json!(item.visit.map(|visit| visit.reference()))),
        ("raised", json!(item.raised)),
        ("source", json!(*item.source)),
        ("text", json!(*item.text)),
        ("doers", json!(*item.doers)),
        ("criteria", json!(*item.criteria)),
        ("first_due", json!(item.first_due)),
        ("due", json!(item.due)),
        ("standing", json!(item.standing)),
        ("class", json!(*item.class)),
    ];
    fields.map(|(name, value)| (name.to_owned(), value)).into_iter().collect()
}

/// Tells on standard error what could not be read, so that no list seems whole that is not.
fn tell_unreadable(run: &Run, unreadable: &[crate::domain::Unreadable]) {
    for missing in unreadable {
        eprintln!("{}", explain::unreadable(missing, run.texts));
    }
}
