//! Typed letters on their way into a text: through the built-in typing, as an input method outside would do it.
//!
//! A letter takes back what stands before the caret and puts other letters in, by the same two ways that keys have: so
//! every field, its draft and its hints know nothing of Telex.

use crate::search::is_query_word;
use crate::session::{Chosen, Job};
use crate::text::graphemes;
use crate::typing::{Change, Choice, Switch};

use super::command::{COMMANDS, Command, Context};
use super::effect::Effect;
use super::screen::{Cx, Screen};
use super::state::Shared;

/// Puts a typed letter in; `injected` letters come as they are.
pub(super) fn letter(screen: &mut dyn Screen, letter: char, injected: bool, cx: &mut Cx<'_>) {
    if !injected && cx.shared.typing.hears(letter) {
        let words = &cx.shared.texts.typing;
        let back = switch_key(screen, cx.shared).map(|key| (words.switch_back)(&key)).unwrap_or_default();
        cx.notify(format!("{} {back}", words.stepped_aside).trim_end());
    }
    if screen.editor().is_some_and(|editor| editor.selected().is_some()) {
        // What is typed takes its place, and is no part of the word before it.
        screen.command(Command::DeleteBack, cx);
    }
    if !injected && matches!(letter, ':' | '-') {
        leave_query_words(screen, Some(letter), cx);
    }
    let before = screen.editor().filter(|_| !injected).map(|editor| editor.before_caret());
    let change = match before {
        Some(before) => cx.shared.typing.key(before, letter),
        None => Change { back: 0, text: letter.into() },
    };
    retype(screen, &change, cx);
    if !injected {
        leave_query_words(screen, None, cx);
    }
}

/// Gives a word of the language of searching back as it was typed: `is:` is no `í:`. `next` is a sign about to be typed.
fn leave_query_words(screen: &mut dyn Screen, next: Option<char>, cx: &mut Cx<'_>) {
    let Some(editor) = screen.editor().filter(|_| screen.context() == Context::Search) else { return };
    let before = editor.before_caret();
    // What it would give back is looked at first.
    let Some(change) = cx.shared.typing.clone().undo(before) else { return };
    let kept = graphemes(before).count().saturating_sub(change.back);
    let typed: String = graphemes(before).take(kept).chain([change.text.as_str()]).collect();
    let word: String = typed.rsplit(' ').next().into_iter().flat_map(str::chars).chain(next).collect();
    let may_be = next.is_some() || word.contains(':');
    if may_be && is_query_word(&word) {
        undo(screen, cx);
    }
}

/// Ends the word before the caret, before anything is done that types nothing.
pub(super) fn finish(screen: &mut dyn Screen, cx: &mut Cx<'_>) {
    let Some(editor) = screen.editor() else { return };
    let change = cx.shared.typing.finish(editor.before_caret());
    retype(screen, &change, cx);
}

/// Whether a command leaves the word before the caret as it is being typed.
pub(super) fn goes_on(command: Command) -> bool {
    matches!(
        command,
        Command::DeleteBack
            | Command::UndoTyping
            | Command::SwitchTyping
            | Command::Suspend
            | Command::Redraw
            | Command::Hide
            | Command::Interrupt
    )
}

/// Gives back the keys of the last word; says whether there was one that had become something else.
pub(super) fn undo(screen: &mut dyn Screen, cx: &mut Cx<'_>) -> bool {
    let Some(editor) = screen.editor() else { return false };
    let change = cx.shared.typing.undo(editor.before_caret());
    change.inspect(|change| retype(screen, change, cx)).is_some()
}

/// Goes on to the next way of typing.
pub(super) fn switch(cx: &mut Cx<'_>) {
    let choice = cx.shared.typing.turn();
    let words = &cx.shared.texts.typing;
    cx.say(match choice {
        Choice::Off => words.switched_off,
        Choice::Telex => words.telex_on,
        Choice::Vni => words.vni_on,
    });
    cx.effects.push(Effect::Do(Job::KeepChoice("typing", Chosen::Word(choice.code()))));
}

/// What the status line says of it.
pub(super) fn label(shared: &Shared) -> &'static str {
    let (words, typing): (_, &Switch) = (&shared.texts.typing, &shared.typing);
    match typing.now() {
        Choice::Off if typing.is_aside() => words.aside,
        Choice::Off => words.off,
        Choice::Telex => words.telex,
        Choice::Vni => words.vni,
    }
}

fn switch_key(screen: &dyn Screen, shared: &Shared) -> Option<String> {
    let spec = COMMANDS.iter().find(|spec| spec.command == Command::SwitchTyping)?;
    shared.keymap.keys(spec, screen.context()).next().map(|key| key.named(shared.texts, shared.theme.ascii))
}

fn retype(screen: &mut dyn Screen, change: &Change, cx: &mut Cx<'_>) {
    for _ in 0..change.back {
        screen.command(Command::DeleteBack, cx);
    }
    if !change.text.is_empty() {
        screen.insert(&change.text, false, cx);
    }
}
