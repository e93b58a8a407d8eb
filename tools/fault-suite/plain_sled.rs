//! A plain sled with texts in it, as a program would keep them that takes the library as it is: for `peers.py`, which
//! damages its files.
//!
//! `plain-sled write FOLDER` stores the lines of its input under their numbers; `plain-sled read FOLDER` prints all it finds.

use std::io::{self, BufRead, Write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [work, folder] = arguments.as_slice() else { return Err("write or read, and a folder".into()) };
    let database = sled::open(folder)?;
    if work == "write" {
        for (number, line) in (0_u64..).zip(io::stdin().lock().lines()) {
            database.insert(number.to_be_bytes(), line?.as_bytes())?;
        }
        database.flush()?;
        return Ok(());
    }
    let mut out = io::stdout().lock();
    for found in database.iter() {
        let (_, text) = found?;
        out.write_all(&text)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
