//! The lock that keeps a second instance out, and tells it who is in.
//!
//! The operating system holds the lock for as long as the process lives; the file is only where it is held, so it is
//! never deleted and a leftover means nothing.

use std::fs::{File, TryLockError};
use std::io::{Read, Seek};
use std::path::Path;
use std::thread;
use std::time::Duration;

use super::Error;
use super::disk;
use super::files::{At, private_file};
use crate::clock::Clock;

const NAME: &str = "LOCK";

/// A program that is being started by another thread of ours has our files, and with them a lock that was just let go,
/// until it has become that program: so the lock is asked for again for a moment before anybody is told.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(10);

/// A held lock; it is released when this is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of a data folder, or says who has it.
    pub(super) fn take(folder: &Path, clock: &dyn Clock) -> Result<Self, Error> {
        let path = folder.join(NAME);
        let mut file =
            disk::open(private_file().read(true).write(true).create(true).truncate(false), &path).at(&path)?;
        let mut tries = 0;
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if tries < TRIES => {
                    tries += 1;
                    thread::sleep(PAUSE);
                }
                Err(TryLockError::WouldBlock) => return Err(in_use(folder, &mut file)),
                Err(TryLockError::Error(source)) => return Err(Error::Io { path, source }),
            }
        }
        let holder = format!("{}\n{}\n{}\n", std::process::id(), host(), clock.now().to_rfc3339());
        disk::set_len(&file, 0)
            .and_then(|()| file.rewind())
            .and_then(|()| disk::write_all(&file, holder.as_bytes()))
            .at(&path)?;
        Ok(Self { _file: file })
    }
}

fn in_use(folder: &Path, file: &mut File) -> Error {
    let mut bytes = Vec::new();
    // Where locks also forbid reading, the holder stays unnamed.
    let _ = file.read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes);
    let mut lines = text.lines().map(str::to_owned);
    Error::InUse {
        folder: folder.to_owned(),
        pid: lines.next().and_then(|pid| pid.parse().ok()).unwrap_or_default(),
        host: lines.next().unwrap_or_default(),
        since: lines.next().unwrap_or_default(),
    }
}

fn host() -> String {
    let from_kernel = std::fs::read_to_string("/proc/sys/kernel/hostname").ok();
    from_kernel
        .or_else(|| std::env::var("COMPUTERNAME").ok())
        .or_else(|| std::env::var("HOSTNAME").ok())
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "localhost".to_owned())
}
