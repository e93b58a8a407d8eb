//! The power goes: the disk is left as it was at that moment. Needs root and a loop device, so it runs only when asked:
//! `BIENBAN_POWER_CUT=1 cargo test --test store_power_cut -- --nocapture`, with `BIENBAN_ROUNDS` for more rounds.
//!
//! The data folder is on an ext4 image. The writer is stopped in the middle, the image copied as it is (what only the
//! memory of the machine knew is not in it), and the copy mounted: what the next start of the machine would find.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
#![cfg(target_os = "linux")]

#[path = "store/chance.rs"]
mod chance;
#[path = "store/disk.rs"]
mod disk;
#[path = "store/kit.rs"]
mod kit;
#[path = "store/writer.rs"]
mod writer;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bienban::clock::SystemClock;
use bienban::store::{Passphrase, Pulse, Verdict};
use chance::{Chance, rounds};
use disk::{Mounted, run};
use writer::Writer;

#[test]
fn writer() {
    writer::run_if_asked();
}

/// Kills a stopped writer when the test leaves.
struct Stopped(Writer);

impl Drop for Stopped {
    fn drop(&mut self) {
        let _ = self.0.child.kill();
        let _ = self.0.child.wait();
    }
}

#[test]
fn every_acknowledged_change_outlives_a_power_cut() {
    if std::env::var_os("BIENBAN_POWER_CUT").is_none() {
        println!("SKIPPED: power cuts need root and a loop device; set BIENBAN_POWER_CUT=1");
        return;
    }
    let mut chance = Chance::new("power cut");
    let rounds = rounds(3);
    let (mut acknowledged, mut mended, mut longest, mut encrypted) = (0, 0, 0, 0);
    for round in 0..rounds {
        let temp = tempfile::tempdir().unwrap();
        let [image, after, disk, later] = ["image", "after", "disk", "later"].map(|name| temp.path().join(name));
        disk::image(&image, 64);
        let last = {
            let _disk = Mounted::mount(&image, &disk);
            if chance.once_in(2) {
                encrypted += 1;
                let (store, _) = kit::open(&disk.join("data"), Arc::new(SystemClock)).unwrap();
                store.encrypt(&Passphrase::typed(kit::PASSPHRASE), kit::CHEAP, &Pulse::default()).unwrap();
            }
            let mut writer = Stopped(Writer::start(&disk.join("data")));
            writer.0.await_opened();
            writer.0.await_acknowledgements(chance.below(400));
            std::thread::sleep(Duration::from_micros(chance.below(20_000)));
            let pid = writer.0.child.id().to_string();
            run("kill", &[Path::new("-STOP"), Path::new(&pid)]);
            // A write of the disk that was under way when the process stopped may still end; acknowledgements do not.
            std::thread::sleep(Duration::from_millis(20));
            std::fs::copy(&image, &after).unwrap();
            writer.0.child.kill().unwrap();
            writer.0.hear_out();
            writer.0.acknowledged
        };
        let _later = Mounted::mount(&after, &later);
        let (store, notices) = kit::open(&later.join("data"), Arc::new(SystemClock)).unwrap();
        writer::assert_all_there(&store, last);
        assert!(matches!(store.check().unwrap(), Verdict::Sound { .. }), "round {round}: {notices:?}");
        mended += u64::from(!notices.is_empty());
        acknowledged += last;
        longest = longest.max(last);
        drop(store);
    }
    println!(
        "power cut: {rounds} rounds ({encrypted} encrypted), {acknowledged} acknowledged (at most {longest} in one), \
         {mended} openings had to mend, 0 lost"
    );
}
