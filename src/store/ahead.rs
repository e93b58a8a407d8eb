//! What every first screen lists, read while the rest of an opening goes on: sled reads a page when it is first asked for it.

use std::thread::{self, JoinHandle};

use super::database::Database;
use super::tree::{self, Tree};
use crate::domain::Kind;

/// Reading ahead; it is over at the latest when this is dropped, so that nothing holds the database longer than its store.
#[derive(Debug)]
pub(super) struct Ahead(Option<JoinHandle<()>>);

impl Ahead {
    /// Begins to read. What cannot be read is told to whoever really wants it.
    pub(super) fn of(database: &Database) -> Self {
        let database = database.clone();
        let read = move || {
            for kind in [Kind::VISIT, Kind::DELEGATION] {
                let _ = database.each(Tree::Records, &tree::records_of(&kind), |_, _| Ok(true));
            }
        };
        Self(thread::Builder::new().spawn(read).ok())
    }
}

impl Drop for Ahead {
    fn drop(&mut self) {
        let _ = self.0.take().map(JoinHandle::join);
    }
}
