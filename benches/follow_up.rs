//! What following up and searching cost in a large office: items carried to a visit, the register with filters, a search over
//! all texts beside a plain look at each, and what they keep in memory.
//!
//! `cargo bench --bench follow_up`; `BIENBAN_BENCH_PERCENT=100` makes the store of 50 delegations and 60,000 entries, which takes
//! minutes; `BIENBAN_BENCH_DATA=FOLDER` takes one made before by `bienban demo --scale 100`.
//! `docs/performance.md` has the figures and says what they mean.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "a measurement, not a part of the program")]

mod office;

use std::sync::Arc;
use std::time::Instant;

use bienban::clock::SystemClock;
use bienban::session::{Filter, Query, Session, Stage, View};
use bienban::text::{Corpus, Needle};
use criterion::{Criterion, criterion_group, criterion_main};
use office::office;

/// Resident memory of this process in MiB, where the system tells.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or_default() / 1024
}

fn register(session: &Session, filter: &Filter) -> usize {
    match session.ask(&Query::Register(filter.clone())).unwrap() {
        View::Register(view) => view.rows.len(),
        other => panic!("{other:?}"),
    }
}

fn a_large_office(criterion: &mut Criterion) {
    let (folder, _temp) = office();
    let (session, _) = Session::open(&folder, Arc::new(SystemClock)).unwrap();
    let mut visits = session.visits().unwrap();
    visits.sort_by_key(|row| row.visit.record.date);
    let visit = visits.last().unwrap().visit.id;
    // Every record is read once, so that what the store keeps of them is not counted below.
    session.find("00000").unwrap();
    println!("{} MiB resident after every record was read", resident());
    let begun = Instant::now();
    session.ask(&Query::Carried(visit)).unwrap();
    println!("{} MiB with everything known, which took {:?}", resident(), begun.elapsed());
    let all = Filter { stage: Stage::All, ..Filter::default() };
    let words = Filter { text: "giao đất".into(), stage: Stage::All, ..Filter::default() };
    let overdue = Filter { stage: Stage::Overdue, doer: "nguyen van".into(), ..Filter::default() };
    for (name, filter) in [("everything", &all), ("words with accents", &words), ("overdue of a doer", &overdue)] {
        println!("{name}: {} items", register(&session, filter));
    }
    criterion.bench_function("items carried to the newest visit", |bencher| {
        bencher.iter(|| session.ask(&Query::Carried(visit)).unwrap());
    });
    for (name, filter) in [("everything", &all), ("words with accents", &words), ("overdue of a doer", &overdue)] {
        criterion
            .bench_function(&format!("the register: {name}"), |bencher| bencher.iter(|| register(&session, filter)));
    }
    searching(criterion, &session);
}

/// What a person has typed at one keystroke after another.
const TYPED: [&str; 5] = ["g", "giao", "giao đất", "\"hồ sơ giao đất\" chua", "loai:hc don-vi:\"số 7\" dat"];

fn searching(criterion: &mut Criterion, session: &Session) {
    let found = |typed: &str| match session.ask(&Query::Search(typed.into())).unwrap() {
        View::Search(view) => view.total,
        other => panic!("{other:?}"),
    };
    for typed in TYPED {
        println!("{typed}: {} found", found(typed));
        criterion.bench_function(&format!("search: {typed}"), |bencher| bencher.iter(|| found(typed)));
    }
    let visits = session.visits().unwrap();
    let entries = visits.iter().flat_map(|row| match session.ask(&Query::Visit(row.visit.id)).unwrap() {
        View::Visit(view) => view.entries.into_iter().map(|row| (row.id, row.record.text)).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    });
    let texts: Vec<_> = entries.collect();
    let mut corpus = Corpus::default();
    texts.iter().for_each(|(id, text)| corpus.add(*id, (), "", text));
    corpus.settle();
    for typed in TYPED.into_iter().take(4) {
        let needle = Needle::new(typed);
        let plain = || texts.iter().filter(|(_, text)| needle.is_in(text)).count();
        let at_once = || {
            let mut count = 0;
            corpus.search(&needle, |_| count += 1);
            count
        };
        assert_eq!(plain(), at_once());
        criterion
            .bench_function(&format!("the words of all entries at once: {typed}"), |bencher| bencher.iter(at_once));
        criterion.bench_function(&format!("the same, each folded anew: {typed}"), |bencher| bencher.iter(plain));
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = a_large_office
}
criterion_main!(benches);
