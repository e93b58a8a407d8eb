//! The demonstration store: lifelike, the same on every run, and left alone once it is there.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod support;

use std::sync::Arc;

use bienban::clock::ScriptedClock;
use bienban::demo;
use bienban::demo::scale::{self, Scale};
use bienban::domain::{EntryKind, VisitStatus};
use bienban::session::{Action, Error, Pulse, Query, Session, StoreError, Verdict, View};
use serde_json::Value;
use support::morning;

#[test]
fn the_demonstration_has_units_visits_and_open_recommendations() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("demo");
    demo::prepare_on(&store, morning()).unwrap();
    let (mut session, notices) = Session::open(&store, Arc::new(ScriptedClock::new(morning()))).unwrap();
    assert_eq!(notices, []);
    let View::Units(units) = session.ask(&Query::Units).unwrap() else { panic!() };
    assert!(units.units.iter().filter(|unit| unit.visits > 0).count() >= 3);
    let visits = session.visits().unwrap();
    for status in VisitStatus::ALL {
        assert!(visits.iter().any(|row| row.visit.record.status == status), "{status:?}");
    }
    for row in &visits {
        let View::Visit(view) = session.ask(&Query::Visit(row.visit.id)).unwrap() else { panic!() };
        assert!(view.unit.is_some() && view.unreadable.is_empty());
        if row.entries > 0 {
            assert!(view.entries.iter().any(|entry| entry.record.kind == EntryKind::RecommendationDown));
            let leftover = view.entries.iter().find(|entry| entry.record.text.contains(['^', '@', '<']));
            assert_eq!(leftover, None, "every mark of the story is understood");
        }
        session.ask(&Query::Preview(row.visit.id)).unwrap();
    }
    assert!(matches!(session.check().unwrap().0, Verdict::Sound { .. }));

    let open = visits.iter().find(|row| row.visit.record.status == VisitStatus::Open).unwrap();
    session.act(&Action::Capture { visit: open.visit.id, line: "của người xem".into() }, &mut || {}).unwrap();
    session.close().unwrap();
    demo::prepare_on(&store, morning()).unwrap();
    let (session, _) = Session::open(&store, Arc::new(ScriptedClock::new(morning()))).unwrap();
    let again = session.visits().unwrap();
    let kept = again.iter().find(|row| row.visit.id == open.visit.id).unwrap();
    assert_eq!(kept.entries, open.entries + 1, "what its user did stays");
}

#[test]
fn a_demonstration_that_was_cut_off_is_begun_again() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("demo");
    std::fs::create_dir_all(folder.path().join("demo.unfinished/journal")).unwrap();
    demo::prepare_on(&store, morning()).unwrap();
    assert!(store.join("journal").exists() && !folder.path().join("demo.unfinished").exists());
}

/// What a line of a journal says; each store signs by a key of its own, and what is signed is in the names of later changes.
fn without_signatures(line: &str) -> String {
    let mut change: Value = serde_json::from_str(line.split_once(' ').unwrap().1).unwrap();
    for name in ["prev", "saw"] {
        change.as_object_mut().unwrap().remove(name);
    }
    let writes = change["writes"].as_array_mut().unwrap();
    writes.retain(|write| write["at"]["field"] != "signature");
    writes.iter_mut().for_each(|write| drop(write.as_object_mut().unwrap().remove("over")));
    format!("{change}\n")
}

#[test]
fn a_store_to_measure_with_has_what_it_says_and_is_the_same_from_the_same_seed() {
    let folder = tempfile::tempdir().unwrap();
    let today = morning();
    let [first, second] = ["first", "second"].map(|name| {
        let data = folder.path().join(name);
        let made = scale::fill(&data, Scale { percent: 1, seed: 7 }, today, &Pulse::default()).unwrap();
        assert_eq!((made.delegations, made.visits, made.entries, made.recommendations), (1, 8, 1_350, 450));
        let mut journals: Vec<String> = std::fs::read_dir(data.join("journal"))
            .unwrap()
            .map(|file| {
                std::fs::read_to_string(file.unwrap().path()).unwrap().lines().map(without_signatures).collect()
            })
            .collect();
        journals.sort();
        journals
    });
    assert!(first.len() >= 2 && first == second);
    let (mut session, notices) =
        Session::open(&folder.path().join("first"), Arc::new(ScriptedClock::new(today))).unwrap();
    assert_eq!(notices, []);
    assert!(matches!(session.check().unwrap(), (Verdict::Sound { .. }, _)));
    assert_eq!(session.unreadable().unwrap(), []);
    let going_on = session.visits().unwrap().into_iter().filter(|row| row.visit.record.status == VisitStatus::Open);
    assert_eq!(going_on.map(|row| row.entries).collect::<Vec<usize>>(), [400], "the longest one can be typed into");
    assert!(
        scale::fill(&folder.path().join("first"), Scale { percent: 1, seed: 7 }, today, &Pulse::default()).is_err()
    );
}

#[test]
fn a_store_to_measure_with_that_was_stopped_leaves_nothing_under_its_name_and_can_be_made() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo-1");
    let pulse = Pulse::default();
    let make = || scale::fill(&data, Scale { percent: 1, seed: 7 }, morning(), &pulse);
    pulse.stop();
    assert!(matches!(make(), Err(Error::Store(StoreError::Stopped))));
    assert!(!data.exists());
    assert_eq!(make().unwrap().visits, 8);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "what was cut off is gone");
}
