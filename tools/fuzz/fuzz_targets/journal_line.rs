//! A line of the journal, plain and encrypted: what is read keeps its bytes and has one meaning, what is not is refused.
//!
//! No fuzzer finds a BLAKE3, so the input is tried as a whole line, and as the JSON behind a hash that proves it.
#![no_main]

use bienban::domain::{Change, Logged, RecordState};
use bienban::store::fuzzing::{Format, is_sealed_change, prove};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (plain, sealed) = (Format::plain(), Format::sealed());
    let _ = (plain.read_change(bytes), sealed.read_change(bytes), is_sealed_change(bytes));

    let line = prove(bytes);
    let line = line.strip_suffix(b"\n").expect("a line ends");
    assert_eq!(sealed.read_change(line), None, "nobody sealed it");
    let Some(logged) = plain.read_change(line) else { return };
    assert_eq!(logged.raw, bytes);
    assert!(!is_sealed_change(line), "a line is one thing or the other");
    let again: Change = serde_json::from_slice(&serde_json::to_vec(&logged.change).unwrap()).unwrap();
    assert_eq!(again, logged.change);
    // Only whole lines are ever handed on, and JSON as the program writes it has no line breaks.
    if !bytes.contains(&b'\n') {
        for format in [&plain, &sealed] {
            let written = format.write_change(&logged).unwrap();
            assert_eq!(written.len() as u64, format.length_of_change(&logged));
            let written = written.strip_suffix(b"\n").unwrap();
            assert!(!written.contains(&b'\n'));
            assert_eq!(format.read_change(written).as_ref(), Some(&logged));
        }
        assert_eq!(plain.write_change(&logged).unwrap().strip_suffix(b"\n"), Some(line));
        let hidden = sealed.write_change(&logged).unwrap();
        let hidden = hidden.strip_suffix(b"\n").unwrap();
        assert!(is_sealed_change(hidden));
        assert_eq!(plain.read_change(hidden), None);
    }
    fold(&logged);
});

/// What was read is folded into records, once and twice: a change that comes again changes nothing.
fn fold(logged: &Logged) {
    for write in &logged.change.writes {
        let mut state = RecordState::new(write.at.kind.clone(), write.at.id, logged.change.scope);
        state.fold(logged);
        let once = state.clone();
        state.fold(logged);
        assert_eq!(state, once);
        let _ = (state.removal(), state.references(), state.heads(), state.contested().count());
        typed(&state);
    }
}

/// Reads a record as whatever kind it is.
fn typed(state: &RecordState) {
    use bienban::domain::{
        Answer, Attendee, Checklist, Citation, Criterion, Delegation, DiaryEntry, Entry, FollowUp, LegalBasis,
        Material, Member, OutsideItem, PromptedIssue, Seal, SealedTexts, Unit, Verdict, Visit, Waiver,
    };
    macro_rules! read {
        ($($record:ty),*) => { $(
            if let Ok(record) = state.read::<$record>() {
                let json = serde_json::to_value(&record).unwrap();
                assert_eq!(serde_json::from_value::<$record>(json).ok().as_ref(), Some(&record));
            }
        )* };
    }
    read!(Answer, Attendee, Checklist, Citation, Criterion, Delegation, DiaryEntry, Entry, FollowUp, LegalBasis);
    read!(Material, Member, OutsideItem, PromptedIssue, Seal, SealedTexts, Unit, Verdict, Visit, Waiver);
}
