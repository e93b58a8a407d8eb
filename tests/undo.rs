//! Undo and redo over any run of changes: what was, is again.

#![allow(clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod support;

use bienban::domain::{EntryKind, Kind, RecordId};
use bienban::session::{Action, Direction, Error, Query, Row, View};
use proptest::prelude::*;
use support::{Office, opened};

/// Something an inspector does to the lines of a visit; numbers pick a line, whatever lines there are.
#[derive(Clone, Debug)]
enum Step {
    Capture(String),
    Recapture(usize, String),
    ChangeKind(usize, usize),
    Move(usize, bool),
    Remove(usize),
    Undo,
    Redo,
}

fn step() -> impl Strategy<Value = Step> {
    let line = "(-- |\\+\\+ |>> |)[a-zđếạ ]{0,9}[a-zđế]( \\^| !2)?";
    prop_oneof![
        3 => line.prop_map(Step::Capture),
        2 => (any::<usize>(), line).prop_map(|(at, line)| Step::Recapture(at, line)),
        1 => (any::<usize>(), any::<usize>()).prop_map(|(at, kind)| Step::ChangeKind(at, kind)),
        1 => (any::<usize>(), any::<bool>()).prop_map(|(at, up)| Step::Move(at, up)),
        1 => any::<usize>().prop_map(Step::Remove),
        1 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

fn take(office: &mut Office, visit: RecordId, step: &Step) {
    let scope = office.visit(visit).visit.scope;
    let entries = office.visit(visit).entries;
    let pick = |at: usize| entries.get(at % entries.len().max(1)).map(|row: &Row<_>| row.id);
    let action = match step {
        Step::Capture(line) => Some(Action::Capture { visit, line: line.clone() }),
        Step::Recapture(at, line) => pick(*at).map(|entry| Action::Recapture { entry, line: line.clone() }),
        Step::ChangeKind(at, kind) => {
            let kind = EntryKind::ALL[kind % EntryKind::ALL.len()];
            pick(*at).map(|entry| Action::ChangeKind { entry, kind })
        }
        Step::Move(at, up) => {
            let direction = if *up { Direction::Up } else { Direction::Down };
            pick(*at).map(|entry| Action::Move { entry, direction })
        }
        Step::Remove(at) => pick(*at).map(|id| Action::Remove { kind: Kind::ENTRY, id, reason: String::new() }),
        Step::Undo => Some(Action::Undo(scope)),
        Step::Redo => Some(Action::Redo(scope)),
    };
    match action.map(|action| office.act(action)) {
        // Undo may have gone back to before the visit was opened, or made.
        None | Some(Ok(_) | Err(Error::NothingToUndo | Error::VisitNotOpen(_) | Error::Removed { .. })) => {}
        Some(Err(error)) => panic!("{step:?}: {error}"),
    }
}

fn all(office: &mut Office, action: Action) -> usize {
    let mut times = 0;
    while office.act(action.clone()).is_ok() {
        times += 1;
    }
    times
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_everything_and_redoing_it_gives_the_same_record(
        steps in prop::collection::vec(step(), 1..25),
        restart in any::<bool>(),
    ) {
        let mut office = Office::new();
        let place = opened(&mut office);
        for step in &steps {
            take(&mut office, place.visit, step);
        }
        let after = office.visit(place.visit);
        // What is not yet redone would be lost by nothing: redo it first, then go all the way back and forth.
        all(&mut office, Action::Redo(place.scope));
        let full = office.visit(place.visit);
        if restart {
            office = office.reopen();
        }
        let undone = all(&mut office, Action::Undo(place.scope));
        prop_assert!(undone > 0);
        prop_assert!(matches!(
            office.session.ask(&Query::Home),
            Ok(View::Home(home)) if home.delegations.is_empty()
        ));
        let redone = all(&mut office, Action::Redo(place.scope));
        prop_assert_eq!(undone, redone);
        let again = office.visit(place.visit);
        prop_assert_eq!(&again.entries, &full.entries);
        prop_assert_eq!(&again.visit, &full.visit);
        prop_assert_eq!(&after.delegation, &again.delegation);
    }

    #[test]
    fn one_undo_takes_back_exactly_the_last_step(
        before in prop::collection::vec(step(), 0..12),
        last in step(),
    ) {
        prop_assume!(!matches!(last, Step::Undo | Step::Redo));
        let mut office = Office::new();
        let place = opened(&mut office);
        for step in &before {
            take(&mut office, place.visit, step);
        }
        let was = office.visit(place.visit).entries;
        take(&mut office, place.visit, &last);
        let is = office.visit(place.visit).entries;
        if was != is {
            office.act(Action::Undo(place.scope)).unwrap();
            prop_assert_eq!(office.visit(place.visit).entries, was);
            office.act(Action::Redo(place.scope)).unwrap();
            prop_assert_eq!(office.visit(place.visit).entries, is);
        }
    }
}
