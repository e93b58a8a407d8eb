//! From something that happened to a changed state and to effects. No I/O, no clock.

use crossterm::event::{KeyCode, KeyModifiers};

use crate::figures::print_date;
use crate::session::{Chosen, Event, Job, Outcome, Ticket, Touched, View, explain};

use super::command::{COMMANDS, Command, Context};
use super::curtain::{self, Meant};
use super::draw::too_small;
use super::effect::Effect;
use super::input::{Happening, Input};
use super::keymap::has;
use super::keys::Chord;
use super::mouse;
use super::screen::{Cx, Layer, Move, Screen, keep_drafts};
use super::screens::help::Help;
use super::screens::palette::Palette;
use super::screens::search::SearchScreen;
use super::state::{Shared, State, Turned, Typed};
use super::theme::Colours;
use super::tour::{self, Came};
use super::typing;

/// Takes one input in; returns what is to be done about it, in order.
pub fn update(state: &mut State, input: Input) -> Vec<Effect> {
    let mut effects = Vec::new();
    state.shared.moment = input.moment;
    state.shared.inputs += 1;
    if matches!(input.what, Happening::Key(_) | Happening::Paste(_) | Happening::Mouse(_)) {
        state.shared.touched = input.moment.elapsed;
    }
    match input.what {
        Happening::Key(event) => {
            if let Some(chord) = Chord::read(event) {
                typed(state, Typed::Key(chord), &mut effects);
            }
        }
        Happening::Injected(event) => {
            if let Some(chord) = Chord::read(event) {
                typed(state, Typed::Injected(chord), &mut effects);
            }
        }
        Happening::Mouse(_) if state.curtain.is_some() => {}
        Happening::Mouse(event) => mouse::pointed(state, event, &mut effects),
        Happening::Paste(text) => typed(state, Typed::Paste(text), &mut effects),
        Happening::Resize(columns, rows) => {
            state.shared.size = (columns, rows);
            on_top(state, &mut effects, |screen, cx| screen.shown(cx));
        }
        Happening::Store(event) => stored(state, event, &mut effects),
        Happening::StoreGone => {
            if state.closing {
                leave_now(state, &mut effects);
            } else if !state.leaving {
                state.shared.acting.clear();
                state.shared.waiting.clear();
                let gone = state.shared.texts.screens.store_gone;
                on_top(state, &mut effects, |_, cx| cx.complain(gone));
            }
        }
        Happening::Edited(outcome) => edited(state, outcome, &mut effects),
        Happening::Wake => wake(state, &mut effects),
        Happening::Suspend => suspend(state, &mut effects),
        Happening::Terminate => leave(state, &mut effects),
    }
    while let Some(next) = state.ahead.pop_front() {
        if must_wait(state) || state.curtain.is_some() {
            state.ahead.push_front(next);
            break;
        }
        take(state, next, &mut effects);
    }
    // While keys come without a pause nothing else wakes the interface.
    if state.shared.drafts.due.is_some_and(|due| due <= state.shared.moment.elapsed) {
        keep_drafts(&mut state.shared, &mut effects);
    }
    effects
}

/// Takes a key or a paste at once, or keeps it until the screen it is meant for is there.
///
/// Somebody who opens a visit and types on must not have the first letters taken for commands of a list that is about
/// to go away. What ends or stops the program never waits.
fn typed(state: &mut State, typed: Typed, effects: &mut Vec<Effect>) {
    if state.curtain.is_some() {
        match typed {
            Typed::Key(chord) | Typed::Injected(chord) => {
                if let Meant::Command(command) = curtain::key(state, chord, effects) {
                    run(state, command, effects);
                }
            }
            Typed::Paste(text) => curtain::paste(state, &text),
        }
        return;
    }
    let urgent = match &typed {
        Typed::Key(chord) | Typed::Injected(chord) => {
            let context = state.layers.last().map(|layer| layer.screen.context());
            let command = context.and_then(|context| state.shared.keymap.command(context, *chord));
            command == Some(Command::Hide)
                || chord.modifiers.contains(KeyModifiers::CONTROL)
                    && matches!(
                        command,
                        Some(
                            Command::Quit
                                | Command::Suspend
                                | Command::UndoTyping
                                | Command::Interrupt
                                | Command::Redraw
                        )
                    )
        }
        Typed::Paste(_) => false,
    };
    // While something takes long, Esc stops that and means nothing else.
    if state.shared.progress.is_some() && matches!(typed, Typed::Key(chord) if chord == Chord::plain(KeyCode::Esc)) {
        effects.push(Effect::Stop);
        return;
    }
    if urgent || (state.ahead.is_empty() && !must_wait(state)) {
        take(state, typed, effects);
    } else {
        state.ahead.push_back(typed);
    }
}

pub(super) fn must_wait(state: &State) -> bool {
    let Some(layer) = state.layers.last() else { return false };
    let never_shown = layer.screen.query().is_some() && !layer.answered;
    // Text is typed on while earlier lines are saved; a command is about what the list will show in a moment.
    let about_to_change =
        !layer.screen.context().takes_text() && state.shared.waiting.values().any(|serial| *serial == layer.serial);
    never_shown || about_to_change || state.lent.is_some() || layer.screen.is_busy()
}

/// In a window too small to show anything, only what nobody has to see may be done: typing on, and leaving.
fn is_blind(state: &State, typed: &Typed) -> bool {
    let Some(layer) = state.layers.last().filter(|_| too_small(state.shared.size)) else { return false };
    let takes_letters = layer.screen.takes_letters();
    match typed {
        Typed::Paste(_) => !takes_letters,
        Typed::Key(chord) | Typed::Injected(chord) => match state.shared.keymap.command(layer.screen.context(), *chord)
        {
            Some(Command::Quit) => !chord.modifiers.contains(KeyModifiers::CONTROL),
            Some(Command::Suspend | Command::UndoTyping | Command::SwitchTyping | Command::Redraw | Command::Hide) => {
                false
            }
            // Input methods take letters back to put composed ones in their place.
            Some(Command::DeleteBack) | None => !takes_letters,
            Some(_) => true,
        },
    }
}

fn take(state: &mut State, typed: Typed, effects: &mut Vec<Effect>) {
    if is_blind(state, &typed) {
        return;
    }
    match typed {
        Typed::Key(chord) => key(state, chord, false, effects),
        Typed::Injected(chord) => key(state, chord, true, effects),
        Typed::Paste(text) => paste(state, &text, effects),
    }
}

/// Asks what the first screen needs; to be called once, before anything happened.
pub fn begin(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    refresh(state, &mut effects);
    effects
}

/// Keeps what is unfinished, whatever became of the rest.
pub fn last_words(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    keep_drafts(&mut state.shared, &mut effects);
    effects
}

fn key(state: &mut State, chord: Chord, injected: bool, effects: &mut Vec<Effect>) {
    let Some(context) = state.layers.last().map(|layer| layer.screen.context()) else { return };
    let command = state.shared.keymap.command(context, chord);
    if command.is_some_and(|command| !typing::goes_on(command)) {
        on_top(state, effects, typing::finish);
    }
    let Some(layer) = state.layers.last() else { return };
    match command {
        Some(command) if layer.screen.applies(command, &state.shared) => run(state, command, effects),
        Some(command) => {
            let shared = &state.shared;
            let not_now = || (shared.texts.screens.not_now)(&chord.named(shared.texts, shared.theme.ascii));
            let said = layer.screen.why_not(command, shared).unwrap_or_else(not_now);
            on_top(state, effects, |_, cx| cx.say(said));
        }
        None => {
            let Some(letter) = chord.types().filter(|_| context.takes_text()) else { return };
            on_top(state, effects, |screen, cx| typing::letter(screen, letter, injected, cx));
        }
    }
}

pub(super) fn run(state: &mut State, command: Command, effects: &mut Vec<Effect>) {
    match command {
        Command::Quit => leave(state, effects),
        Command::Suspend => suspend(state, effects),
        Command::UndoTyping => {
            let mut undone = false;
            if !must_wait(state) {
                on_top(state, effects, |screen, cx| undone = typing::undo(screen, cx));
            }
            if !undone {
                suspend(state, effects);
            }
        }
        Command::SwitchTyping => on_top(state, effects, |_, cx| typing::switch(cx)),
        Command::Redraw => effects.push(Effect::Redraw),
        Command::Hide => curtain::hide(state, effects),
        Command::Mouse => {
            let wanted = !state.shared.mouse;
            state.shared.mouse = wanted;
            effects.push(Effect::Mouse(wanted));
            effects.push(Effect::Do(Job::KeepChoice("mouse", Chosen::Flag(wanted))));
            let words = &state.shared.texts.palette;
            let said = if wanted { words.mouse_on } else { words.mouse_off };
            on_top(state, effects, |_, cx| cx.say(said));
        }
        Command::EditOutside => lend(state, effects),
        Command::Interrupt => {
            let how = state.shared.texts.screens.how_to_quit;
            on_top(state, effects, |_, cx| cx.say(how));
        }
        Command::ThemeTerminal
        | Command::ThemeLight
        | Command::ThemeDark
        | Command::ThemeContrast
        | Command::ThemeNone
        | Command::Ascii => look(state, command, effects),
        Command::TourBegin | Command::TourSkip | Command::TourEnd => {
            on_top(state, effects, |_, cx| tour::command(command, cx));
        }
        Command::Help => on_top(state, effects, |screen, cx| {
            if screen.context() != Context::Help {
                let help = Help::about(screen, cx.shared);
                cx.push(help);
            }
        }),
        Command::Palette => on_top(state, effects, |screen, cx| {
            if screen.context() != Context::Palette {
                let palette = Palette::over(screen, cx.shared);
                cx.push(palette);
            }
        }),
        Command::Search => on_top(state, effects, |screen, cx| {
            if screen.context() != Context::Search {
                cx.push(SearchScreen::default());
            }
        }),
        _ => on_top(state, effects, |screen, cx| screen.command(command, cx)),
    }
}

/// Runs a command that was found by its name on the screen on top. One of the list around a line that is typed is run there:
/// the line is left as Esc leaves it, unless that asks something first.
fn run_found(state: &mut State, command: Command, effects: &mut Vec<Effect>) {
    let Some(screen) = state.layers.last().map(|layer| layer.screen.as_ref()) else { return };
    let has_it = |context| COMMANDS.iter().any(|spec| spec.command == command && has(spec, context));
    let around = screen.also().filter(|_| !has_it(screen.context()));
    if around.is_some() {
        on_top(state, effects, |screen, cx| screen.command(Command::Back, cx));
    }
    let Some(screen) = state.layers.last().map(|layer| layer.screen.as_ref()) else { return };
    if has_it(screen.context()) && screen.applies(command, &state.shared) {
        run(state, command, effects);
    }
}

/// Lets the text on top be written in an editor of the person's own; what is typed meanwhile waits for it.
fn lend(state: &mut State, effects: &mut Vec<Effect>) {
    let Some(layer) = state.layers.last() else { return };
    if let Some((place, text)) = layer.screen.lends() {
        state.lent = Some(layer.serial);
        keep_drafts(&mut state.shared, effects);
        effects.push(Effect::Edit { place, text });
        effects.push(Effect::Redraw);
    }
}

/// Takes a text back from the editor of the person's own.
fn edited(state: &mut State, outcome: Result<Option<String>, crate::session::Error>, effects: &mut Vec<Effect>) {
    let serial = state.lent.take();
    let Some(at) = state.layers.iter().position(|layer| Some(layer.serial) == serial) else { return };
    at_layer(state, at, effects, |screen, cx| {
        let words = &cx.shared.texts.editing;
        match outcome {
            Ok(Some(text)) => {
                screen.take_back(&text, cx);
                cx.say(words.taken);
            }
            Ok(None) => cx.say(words.unchanged),
            Err(error) => cx.complain(explain::error(&error, cx.shared.texts)),
        }
    });
    keep_drafts(&mut state.shared, effects);
}

/// Changes how the interface looks, now and from now on.
fn look(state: &mut State, command: Command, effects: &mut Vec<Effect>) {
    let texts = state.shared.texts;
    let theme = &mut state.shared.theme;
    let colours = match command {
        Command::ThemeLight => Some(Colours::Light),
        Command::ThemeDark => Some(Colours::Dark),
        Command::ThemeContrast => Some(Colours::HighContrast),
        Command::ThemeNone => Some(Colours::None),
        Command::ThemeTerminal => Some(Colours::Terminal),
        _ => None,
    };
    let (kept, said) = match colours {
        Some(colours) => {
            theme.colours = colours;
            let said = (texts.palette.looks)(command.label(&texts.commands).name);
            (("theme", Chosen::Word(colours.name())), said)
        }
        None => {
            theme.ascii = !theme.ascii;
            let said = if theme.ascii { texts.palette.ascii_on } else { texts.palette.ascii_off };
            (("ascii", Chosen::Flag(theme.ascii)), said.to_owned())
        }
    };
    effects.push(Effect::Do(Job::KeepChoice(kept.0, kept.1)));
    on_top(state, effects, |_, cx| cx.say(said));
}

fn paste(state: &mut State, text: &str, effects: &mut Vec<Effect>) {
    let nowhere = state.shared.texts.screens.nowhere_to_paste;
    on_top(state, effects, |screen, cx| {
        typing::finish(screen, cx);
        if !screen.insert(text, true, cx) {
            cx.say(nowhere);
        }
    });
}

fn stored(state: &mut State, event: Event, effects: &mut Vec<Effect>) {
    let texts = state.shared.texts;
    match event {
        Event::Progress(progress) => state.shared.progress = Some(progress).filter(|progress| !progress.is_over),
        Event::Opened(notices, drafts) => {
            state.shared.progress = None;
            state.shared.opened = true;
            let was_locked = curtain::open(state);
            state.shared.drafts.texts.extend(drafts.into_iter().map(|draft| (draft.key, draft.text)));
            let mut said: Vec<String> = notices.iter().map(|notice| explain::notice(notice, texts)).collect();
            said.append(&mut state.shared.untold);
            tour::resume(&mut state.shared);
            on_top(state, effects, |screen, cx| {
                if !said.is_empty() {
                    cx.notify(said.join(" "));
                }
                screen.shown(cx);
            });
            if was_locked {
                refresh(state, effects);
            }
        }
        Event::Locked => curtain::locked(state, effects),
        Event::NotUnlocked(error) => {
            state.shared.progress = None;
            curtain::refused(state, &error);
        }
        Event::Searches(file) => state.take_searches(&file),
        Event::Known => {
            state.shared.known = true;
            on_top(state, effects, |screen, cx| screen.known(cx));
        }
        Event::OpenFailed(error) => {
            state.leaving = true;
            effects.push(Effect::Fail(error));
        }
        Event::Answered(ticket, answer) => answered(state, ticket, answer, effects),
        Event::Durable(ticket) => {
            if let Some(at) = waiting_layer(state, ticket) {
                at_layer(state, at, effects, |screen, cx| screen.durable(ticket, cx));
            }
        }
        Event::Done(ticket, result) => {
            let at = waiting_layer(state, ticket);
            state.shared.waiting.remove(&ticket);
            state.shared.did = state.shared.acting.remove(&ticket).unwrap_or_default();
            let top = state.layers.len().saturating_sub(1);
            let at = at.unwrap_or(top);
            if let Ok(Outcome::TakenBack(records)) = &result {
                note_turned(state, at, records);
            }
            let did = state.shared.did;
            at_layer(state, at, effects, |screen, cx| match result {
                Ok(outcome) => {
                    screen.done(ticket, outcome.clone(), cx);
                    tour::see(Came::Done(&outcome, did), screen.context(), cx);
                }
                Err(error) => {
                    cx.complain(explain::error(&error, cx.shared.texts));
                    screen.failed(ticket, &error, cx);
                }
            });
            if state.closing {
                leave(state, effects);
            } else {
                refresh(state, effects);
            }
        }
        Event::DraftFailed(error) | Event::ChoiceFailed(error) | Event::CheckFailed(error) => {
            let said = explain::error(&error, texts);
            on_top(state, effects, |_, cx| cx.complain(said));
        }
        Event::BackupFailed(error, last) => {
            let last = last.as_ref().map(|(path, day)| (path.display().to_string(), print_date(*day)));
            let last = last.as_ref().map(|(path, day)| (path.as_str(), day.as_str()));
            state.shared.backup_wanting = Some((texts.backup.wanting)(last));
            let said = (texts.backup.automatic_failed)(&explain::error(&error, texts));
            on_top(state, effects, |_, cx| cx.complain(said));
        }
        Event::Mended(notices) => {
            let said: Vec<String> = notices.iter().map(|notice| explain::notice(notice, texts)).collect();
            on_top(state, effects, |_, cx| cx.notify(said.join(" ")));
            refresh(state, effects);
        }
    }
}

fn answered(state: &mut State, ticket: Ticket, answer: Result<View, crate::session::Error>, effects: &mut Vec<Effect>) {
    let at = waiting_layer(state, ticket);
    state.shared.waiting.remove(&ticket);
    let Some(at) = at else { return };
    let stale = state.layers.get(at).is_none_or(|layer| layer.asked != Some(ticket));
    if stale {
        return;
    }
    if let Some(layer) = state.layers.get_mut(at) {
        layer.answered = true;
    }
    if let Ok(view) = &answer {
        at_layer(state, at, effects, |screen, cx| tour::see(Came::Read(view), screen.context(), cx));
    }
    at_layer(state, at, effects, |screen, cx| match answer {
        Ok(view) => screen.answered(view, cx),
        Err(error) => screen.unanswered(&error, cx),
    });
    tell_turned(state, at);
}

/// Remembers what a screen calls the records of a change that was taken back, before it reads them anew.
///
/// What was done in several scopes at once is several changes, told as one.
fn note_turned(state: &mut State, at: usize, records: &[Touched]) {
    let Some(layer) = state.layers.get(at) else { return };
    let (serial, input, doing) = (layer.serial, state.shared.inputs, state.shared.did);
    let named = |record: &Touched| (record.clone(), layer.screen.words_of(record.id, &state.shared));
    let named: Vec<(Touched, Option<String>)> = records.iter().map(named).collect();
    let before = state.shared.turned.take().filter(|turned| turned.serial == serial && turned.doing == doing);
    let records = before.map(|turned| turned.records).into_iter().flatten().chain(named).collect();
    state.shared.turned = Some(Turned { serial, input, doing, records });
}

/// Says in words what a change was that was taken back or made again, now that the screen shows what became of it.
fn tell_turned(state: &mut State, at: usize) {
    let Some(layer) = state.layers.get(at) else { return };
    let shared = &state.shared;
    // What is still on its way belongs to the same key.
    if !shared.acting.is_empty() {
        return;
    }
    let Some(turned) = shared.turned.as_ref().filter(|turned| turned.serial == layer.serial) else { return };
    let (input, text) = (turned.input, turned.told(shared.texts, |id| layer.screen.words_of(id, shared)));
    if let Some(status) = state.shared.status.as_mut().filter(|status| status.input == input) {
        status.text = text;
    }
    state.shared.turned = None;
}

fn waiting_layer(state: &State, ticket: Ticket) -> Option<usize> {
    let serial = state.shared.waiting.get(&ticket)?;
    state.layers.iter().position(|layer| layer.serial == *serial)
}

fn wake(state: &mut State, effects: &mut Vec<Effect>) {
    if curtain::due(state).is_some_and(|due| due <= state.shared.moment.elapsed) {
        curtain::hide(state, effects);
    }
    let shared = &mut state.shared;
    let now = shared.moment.elapsed;
    if shared.status.as_ref().and_then(|status| status.until).is_some_and(|until| until <= now) {
        shared.status = None;
    }
}

fn suspend(state: &mut State, effects: &mut Vec<Effect>) {
    keep_drafts(&mut state.shared, effects);
    effects.push(Effect::Suspend);
    effects.push(Effect::Redraw);
}

/// Leaves once every action is answered: only then it is known which lines are still unfinished.
fn leave(state: &mut State, effects: &mut Vec<Effect>) {
    state.closing = true;
    if state.shared.acting.is_empty() {
        leave_now(state, effects);
    }
}

fn leave_now(state: &mut State, effects: &mut Vec<Effect>) {
    keep_drafts(&mut state.shared, effects);
    state.leaving = true;
    effects.push(Effect::Quit);
}

fn on_top(state: &mut State, effects: &mut Vec<Effect>, act: impl FnOnce(&mut dyn Screen, &mut Cx<'_>)) {
    let top = state.layers.len().saturating_sub(1);
    at_layer(state, top, effects, act);
}

fn at_layer(state: &mut State, at: usize, effects: &mut Vec<Effect>, act: impl FnOnce(&mut dyn Screen, &mut Cx<'_>)) {
    let Some(layer) = state.layers.get_mut(at) else { return };
    let mut moves = Vec::new();
    let mut cx = context(&mut state.shared, layer, effects, &mut moves);
    act(layer.screen.as_mut(), &mut cx);
    layer.asked = cx.asked;
    for step in moves {
        follow(state, at, step, effects);
    }
}

fn context<'a>(
    shared: &'a mut Shared,
    layer: &Layer,
    effects: &'a mut Vec<Effect>,
    moves: &'a mut Vec<Move>,
) -> Cx<'a> {
    Cx { shared, serial: layer.serial, effects, moves, asked: layer.asked }
}

fn follow(state: &mut State, at: usize, step: Move, effects: &mut Vec<Effect>) {
    // What was said on the screen before has been read; what this very input came to has not.
    let pushes = matches!(step, Move::Push(_));
    if state.shared.status.as_ref().is_some_and(|status| pushes || status.input != state.shared.inputs) {
        state.shared.status = None;
    }
    match step {
        Move::Push(screen) => {
            let serial = state.shared.next_serial;
            state.shared.next_serial += 1;
            state.layers.push(Layer::new(serial, screen));
        }
        Move::Pop | Move::Confirmed if at == 0 => return leave(state, effects),
        Move::Pop => drop(state.layers.remove(at)),
        Move::Run(command) => {
            state.layers.remove(at);
            return run_found(state, command, effects);
        }
        Move::Confirmed => {
            state.layers.remove(at);
            at_layer(state, at.saturating_sub(1), effects, |screen, cx| screen.confirmed(cx));
        }
    }
    refresh(state, effects);
    on_top(state, effects, |screen, cx| screen.shown(cx));
}

/// Asks again what the screen on top shows.
fn refresh(state: &mut State, effects: &mut Vec<Effect>) {
    on_top(state, effects, |screen, cx| {
        if let Some(query) = screen.query() {
            cx.ask(query);
        }
    });
}
