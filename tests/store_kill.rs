//! kill -9 at any moment loses nothing that was acknowledged. `BIENBAN_ROUNDS` plays more rounds.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "store/chance.rs"]
mod chance;
#[path = "store/kit.rs"]
mod kit;
#[path = "store/writer.rs"]
mod writer;

use std::time::Duration;

use bienban::store::Verdict;
use chance::{Chance, rounds};
use kit::{Folder, How};
use writer::Writer;

#[test]
fn writer() {
    writer::run_if_asked();
}

#[test]
fn every_acknowledged_change_outlives_kill_9() {
    How::BOTH.into_iter().for_each(kill_again_and_again);
}

/// So many rounds are played with one folder, all of which is compared after each.
const ROUNDS_OF_A_FOLDER: u64 = 50;

fn kill_again_and_again(how: How) {
    let mut chance = Chance::new("kill");
    let mut folder = Folder::written(how);
    let (mut acknowledged, mut before, mut early, mut half_snapshots, mut replayed) = (0, 0, 0, 0, 0);
    let rounds = rounds(10);
    for round in 0..rounds {
        if round > 0 && round % ROUNDS_OF_A_FOLDER == 0 {
            folder = Folder::written(how);
            before += std::mem::take(&mut acknowledged);
        }
        if folder.path().join("db").is_dir() && chance.once_in(3) {
            half_snapshots += 1;
            std::fs::write(folder.path().join("db/snap.00000000000000FF.generating"), b"half").unwrap();
        }
        let mut writer = Writer::start(folder.path());
        if chance.once_in(3) {
            // Into the start of the process, the opening and the snapshot that sled then writes.
            early += 1;
            std::thread::sleep(Duration::from_micros(chance.below(30_000)));
        } else {
            writer.await_acknowledgements(1 + chance.below(60));
        }
        acknowledged = writer.kill().max(acknowledged);

        let (store, notices) = folder.try_open().unwrap_or_else(|error| panic!("round {round}: {error}"));
        replayed += u64::from(!notices.is_empty());
        writer::assert_all_there(&store, acknowledged);
        assert!(matches!(store.check().unwrap(), Verdict::Sound { .. }), "round {round}");
        if chance.once_in(2) {
            store.close().unwrap();
        }
    }
    println!(
        "kill -9, {how:?}: {rounds} rounds ({early} within 30 ms, {half_snapshots} with half a snapshot), \
         {} acknowledged, {replayed} openings had to mend, 0 lost",
        before + acknowledged
    );
}
