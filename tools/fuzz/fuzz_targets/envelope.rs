//! The envelope of a stored value, and what lies in it: what opens is what this program would write, byte for byte.
//!
//! Input: number of the tree, number of the content, length of the key, the key, the value. No fuzzer finds a checksum, so the value is
//! tried as it is, with its checksum put right, and as the payload of a whole envelope.
#![no_main]

use bienban::store::fuzzing::{Format, Place, displayed, recoded};
use libfuzzer_sys::fuzz_target;

const HEADER: usize = 11;

fuzz_target!(|input: &[u8]| {
    let Some(([tree, content, length], rest)) = input.split_first_chunk() else { return };
    let Some((key, value)) = rest.split_at_checked((*length).into()) else { return };
    let place = Place { tree: *tree, key, content: *content };
    opened(place, value);
    opened(place, &summed(place, value));
    for format in [Format::plain(), Format::sealed()] {
        for chunked in [false, true] {
            let whole = format.write_value(place, chunked, value).unwrap();
            assert_eq!(format.read_value(place, &whole), Ok((value.to_vec(), chunked)));
        }
    }
    for chunked in [false, true] {
        // A payload may be spelt in more than one way; what it says is spelt in one way only.
        if let Ok(spelt) = recoded(place, chunked, value) {
            assert_eq!(recoded(place, chunked, &spelt).as_ref(), Ok(&spelt));
            listed_as_it_is(&spelt);
        }
    }
});

/// Whatever opens is written again as the very same bytes.
fn opened(place: Place<'_>, value: &[u8]) {
    let plain = Format::plain();
    if let Ok((payload, chunked)) = plain.read_value(place, value) {
        assert_eq!(plain.write_value(place, chunked, &payload).as_deref(), Ok(value));
    }
    assert!(Format::sealed().read_value(place, value).is_err(), "nobody sealed it");
}

/// A list shows of a record what its whole state displays.
fn listed_as_it_is(payload: &[u8]) {
    match displayed(payload) {
        Ok([whole, listed]) => assert_eq!(listed, whole),
        // It is the payload of something else.
        Err(why) => assert!(!why.starts_with("lists"), "{why}"),
    }
}

/// Puts the checksum where it belongs, reckoned here and not by the program.
fn summed(place: Place<'_>, value: &[u8]) -> Vec<u8> {
    let Some((header, rest)) = value.split_at_checked(HEADER) else { return value.to_vec() };
    let Some((_, payload)) = rest.split_first_chunk::<4>() else { return value.to_vec() };
    let parts = [header, place.tree_name().as_bytes(), &[0], place.key, payload];
    let sum = parts.iter().fold(0, |sum, part| crc32c::crc32c_append(sum, part));
    [header, &sum.to_le_bytes(), payload].concat()
}
