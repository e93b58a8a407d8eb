//! What must hold whatever is typed.

use bienban::typing::{Choice, Placement, Style, Switch, Typist};
use proptest::prelude::*;

use super::hand::{Hand, TELEX, VNI, typed};

fn styles() -> impl Strategy<Value = Style> {
    let placement = prop_oneof![Just(Placement::Old), Just(Placement::New)];
    (prop_oneof![Just(TELEX), Just(VNI)], placement).prop_map(|(style, placement)| Style { placement, ..style })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_stream_of_keys_upsets_it(keys in "[ -~⌫⏎↶ếĐữ\u{301}\u{202f}漢\n]{0,40}", style in styles()) {
        typed(&keys, style);
    }

    #[test]
    fn keys_that_make_marks_upset_it_least(keys in "[aeiouydwsfrxjzghncqtkAEOUDW0-9⌫↶]{0,24}", style in styles()) {
        typed(&keys, style);
    }

    #[test]
    fn any_text_may_stand_before_the_caret(text in any::<String>(), key in any::<char>(), style in styles()) {
        let mut typist = Typist::new(style);
        let change = typist.key(&text, key);
        let kept = text.chars().count().checked_sub(change.back);
        prop_assert!(kept.is_some(), "no more is taken back than stands there");
        prop_assert!(change.text.ends_with(key) || !change.text.is_empty() || change.back > 0 || key == 'z' || key == 'Z');
        prop_assert!(typist.finish(&text).back <= text.chars().count());
        prop_assert!(typist.undo(&text).is_none_or(|change| change.back <= text.chars().count()));
    }

    #[test]
    fn switched_off_every_key_is_itself(keys in "[ -~ếĐữ\u{301}]{0,40}") {
        let mut switch = Switch::new(Choice::Off, Placement::Old);
        let mut text = String::new();
        for key in keys.chars() {
            prop_assert!(!switch.hears(key));
            let change = switch.key(&text, key);
            prop_assert_eq!(change.back, 0);
            text.push_str(&change.text);
            prop_assert!(switch.finish(&text).is_nothing() && switch.undo(&text).is_none());
        }
        prop_assert_eq!(text, keys);
    }

    #[test]
    fn the_keys_of_the_last_word_can_always_be_had_back(before in "([a-z]{1,6} ){0,2}", word in "[A-Za-z]{1,14}", style in styles()) {
        let mut hand = Hand::new(style);
        hand.write(&before);
        let start = hand.text.len();
        hand.write(&word).write("↶");
        prop_assert_eq!(&hand.text[start..], &word);
    }

    #[test]
    fn so_can_those_of_a_word_that_ended(word in "[a-z]{1,10}", behind in "[ .,;)]{1,3}", style in styles()) {
        let keys = word + &behind;
        prop_assert_eq!(typed(&(keys.clone() + "↶"), style), keys);
    }

    #[test]
    fn what_is_not_ascii_is_never_touched(text in "[ế-ỹ漢字 ]{1,12}", style in styles()) {
        prop_assert_eq!(typed(&text, style), text);
    }
}
