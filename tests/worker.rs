//! The storage thread: what it says, in which order, and that it mends what it finds.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use bienban::clock::ScriptedClock;
use bienban::session::{Action, Cost, Draft, Event, Job, Notice, Passphrase, Query, Settings, View, Worker};
use support::{Office, Thachkhe, opened};

/// Gives the storage of a folder a thread of its own.
fn started(data: PathBuf, clock: Arc<ScriptedClock>, events: Sender<Event>) -> Worker {
    let (worker, storage) = Worker::prepare(data, clock, Settings::default(), move |event| drop(events.send(event)));
    thread::spawn(|| storage.serve());
    worker
}

/// Starts the storage thread on an office whose visit is open.
fn at_work(prepare: impl FnOnce(&Office)) -> (tempfile::TempDir, Thachkhe, Worker, Receiver<Event>) {
    let mut office = Office::new();
    let place = opened(&mut office);
    let clock = office.clock.clone();
    let data = office.data();
    prepare(&office);
    let Office { folder, session, .. } = office;
    session.close().unwrap();
    let (events, inbox) = mpsc::channel();
    let worker = started(data, clock, events);
    (folder, place, worker, inbox)
}

/// The next event but that everything was read once: that comes in whatever moment is quiet.
fn next(inbox: &Receiver<Event>) -> Event {
    loop {
        match inbox.recv_timeout(Duration::from_secs(20)).expect("the storage thread answers") {
            Event::Known => {}
            event => return event,
        }
    }
}

#[test]
fn saved_is_said_when_the_journal_has_it_and_done_when_it_can_be_read() {
    let (_folder, place, worker, inbox) = at_work(|_| {});
    assert!(matches!(next(&inbox), Event::Opened(notices, drafts) if notices.is_empty() && drafts.is_empty()));
    worker.send(Job::Act(7, Action::Capture { visit: place.visit, line: "một dòng".into() }));
    worker.send(Job::Ask(8, Query::Visit(place.visit)));
    assert!(matches!(next(&inbox), Event::Durable(7)));
    assert!(matches!(next(&inbox), Event::Done(7, Ok(_))));
    let Event::Answered(8, Ok(View::Visit(view))) = next(&inbox) else { panic!("the question is answered") };
    assert_eq!(view.entries[0].record.text, "một dòng");
    worker.close();
}

#[test]
fn a_visit_is_shown_before_everything_was_read_and_its_warnings_are_counted_after() {
    let (_folder, place, worker, inbox) = at_work(|_| {});
    // Asked before any quiet moment: nothing was read yet.
    worker.send(Job::Ask(1, Query::Visit(place.visit)));
    assert!(matches!(next(&inbox), Event::Opened(..)));
    let Event::Answered(1, Ok(View::Visit(view))) = next(&inbox) else { panic!("the question is answered") };
    assert_eq!((view.visit.id, view.warnings), (place.visit, None));
    while !matches!(inbox.recv_timeout(Duration::from_secs(20)), Ok(Event::Known)) {}
    worker.send(Job::Ask(2, Query::Visit(place.visit)));
    let Event::Answered(2, Ok(View::Visit(view))) = next(&inbox) else { panic!("the question is answered") };
    assert!(view.warnings.is_some_and(|count| count > 0), "{:?}", view.warnings);
    worker.close();
}

#[test]
fn unfinished_texts_are_given_back_at_the_next_start() {
    let draft = Draft { key: "capture:x".into(), text: "-- còn dở".into() };
    let kept = draft.clone();
    let (_folder, _, worker, inbox) = at_work(move |office| office.session.keep_draft(&kept).unwrap());
    let Event::Opened(_, drafts) = next(&inbox) else { panic!("the store opens") };
    assert_eq!(drafts, [draft]);
    worker.close();
}

#[test]
fn damage_that_opening_does_not_meet_is_found_beside_the_work_mended_and_said() {
    let (_folder, place, worker, inbox) = at_work(|office| {
        // The first line of the longest log: opening looks at the last ones only.
        let journal = office.data().join("journal");
        let longest = support::files(&journal).into_iter().max_by_key(|(_, content)| content.len()).unwrap();
        let (path, mut content) = longest;
        content[100] ^= 1;
        std::fs::write(path, content).unwrap();
    });
    assert!(matches!(next(&inbox), Event::Opened(notices, _) if notices.is_empty()));
    let Event::Mended(notices) = next(&inbox) else { panic!("the damage is mended") };
    assert!(matches!(notices.as_slice(), [Notice::JournalRestored { .. }]), "{notices:?}");
    worker.send(Job::Act(1, Action::Capture { visit: place.visit, line: "vẫn ghi được".into() }));
    assert!(matches!(next(&inbox), Event::Durable(1)));
    worker.close();
}

#[test]
fn a_folder_in_use_is_said_and_the_thread_ends() {
    let mut office = Office::new();
    opened(&mut office);
    let (events, inbox) = mpsc::channel();
    let worker = started(office.data(), office.clock.clone(), events);
    assert!(matches!(next(&inbox), Event::OpenFailed(_)));
    worker.send(Job::Ask(1, Query::Home));
    worker.close();
}

#[test]
fn an_encrypted_store_waits_for_its_passphrase_and_jobs_wait_with_it() {
    let passphrase = Passphrase::typed("suối mây họp lúc tám giờ");
    let mut office = Office::new();
    let place = opened(&mut office);
    let (data, clock) = (office.data(), office.clock.clone());
    let Office { folder: _folder, session, .. } = office;
    session.encrypt(&passphrase, Some(Cost { memory_kib: 8, passes: 1 })).unwrap();
    let (events, inbox) = mpsc::channel();
    let worker = started(data, clock, events);
    assert!(matches!(next(&inbox), Event::Locked));
    worker.send(Job::Ask(1, Query::Visit(place.visit)));
    worker.send(Job::Unlock(Passphrase::typed("không phải")));
    assert!(matches!(next(&inbox), Event::NotUnlocked(_)));
    worker.send(Job::Unlock(passphrase.clone()));
    assert!(matches!(next(&inbox), Event::Searches(_)));
    assert!(matches!(next(&inbox), Event::Opened(..)));
    assert!(matches!(next(&inbox), Event::Answered(1, Ok(View::Visit(_)))));

    let draft = Draft { key: "capture:1".into(), text: "- chưa xong".into() };
    worker.send(Job::KeepDraft(draft.clone()));
    worker.send(Job::Lock);
    assert!(matches!(next(&inbox), Event::Locked));
    worker.send(Job::Unlock(passphrase));
    assert!(matches!(next(&inbox), Event::Searches(_)));
    assert!(matches!(next(&inbox), Event::Opened(_, drafts) if drafts == [draft]));
    worker.send(Job::Lock);
    assert!(matches!(next(&inbox), Event::Locked));
    worker.close();
}
