//! Every command of the screen below and every record by its name or, behind those, by its words; what is typed narrows them.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::Kind;
use crate::figures::print_date;
use crate::session::{Error, Found, Place, Query, View, Where, explain};
use crate::text::{Needle, fold, pad, width};

use super::super::canvas::Canvas;
use super::super::command::{COMMANDS, Command, Context, Group, Spec};
use super::super::keymap::has;
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::editor::LineEditor;
use super::super::widgets::list::Selection;
use super::super::widgets::paint::{caret, inset, line, list_row, paragraph, rows, visible, window};
use super::attendance::AttendanceScreen;
use super::delegation::DelegationScreen;
use super::search::jump;
use super::units::Units;
use super::visit::VisitScreen;

/// The list of commands and records.
#[derive(Debug)]
pub struct Palette {
    typed: LineEditor,
    commands: Vec<Item>,
    places: Option<Vec<Item>>,
    /// Records without a name that have the words typed.
    finds: Vec<Item>,
    /// What was asked and is not answered yet: the next question waits for the answer, however fast the letters come.
    asked: Option<String>,
    /// Whether Enter was pressed before anything was found.
    hurried: bool,
    /// What fits what is typed, in order.
    listed: Vec<Listed>,
    selection: Selection,
}

/// Where an item that is listed stands.
#[derive(Clone, Copy, Debug)]
enum Listed {
    Command(usize),
    Place(usize),
    Find(usize),
}

/// One row.
#[derive(Debug)]
struct Item {
    does: Does,
    /// A key, or what kind of record it is.
    mark: String,
    name: String,
    beside: String,
    /// Its words, as they are sought.
    words: String,
    /// The same without accents, to tell what begins as typed.
    folded: String,
}

/// What Enter does.
#[derive(Clone, Debug)]
enum Does {
    Run(Command),
    /// Nothing now, for this reason.
    Refuse(String),
    Go(Where),
    /// Opens a record found by its words.
    Show(Box<Found>),
}

impl Item {
    fn new(does: Does, mark: String, name: String, beside: String) -> Self {
        let words = format!("{name} {beside}");
        let folded = fold(&words);
        Self { does, mark, name, beside, words, folded }
    }
}

/// Never worth finding by name: what only moves about or edits, and this list itself.
fn is_listed(spec: &Spec) -> bool {
    matches!(spec.group, Group::Work | Group::General)
        && !matches!(spec.command, Command::Palette | Command::Interrupt | Command::Back)
}

impl Palette {
    /// Lists what the screen below can do as things stand.
    #[must_use]
    pub fn over(screen: &dyn Screen, shared: &Shared) -> Self {
        let contexts = [Some(screen.context()), screen.also()];
        let mut commands = Vec::new();
        for spec in COMMANDS.iter().filter(|spec| is_listed(spec)) {
            let Some(context) = contexts.into_iter().flatten().find(|context| has(spec, *context)) else { continue };
            let key = shared.keymap.keys(spec, context).next();
            let key = key.map(|key| key.named(shared.texts, shared.theme.ascii)).unwrap_or_default();
            let label = spec.command.label(&shared.texts.commands);
            let not_now = || shared.texts.palette.not_now.to_owned();
            let does = if screen.applies(spec.command, shared) {
                Does::Run(spec.command)
            } else {
                Does::Refuse(shared.keyed(&screen.why_not(spec.command, shared).unwrap_or_else(not_now)))
            };
            commands.push(Item::new(does, key, label.name.to_owned(), label.summary.to_owned()));
        }
        // What can be done comes first.
        commands.sort_by_key(|item| matches!(item.does, Does::Refuse(_)));
        let mut palette = Self {
            typed: LineEditor::default(),
            commands,
            places: None,
            finds: Vec::new(),
            asked: None,
            hurried: false,
            listed: Vec::new(),
            selection: Selection::default(),
        };
        palette.list();
        palette
    }

    /// Lists what fits what is typed: what can be done, what cannot, what has a name, and what else has the words.
    fn list(&mut self) {
        let needle = Needle::new(self.typed.text());
        let begins = fold(self.typed.text().trim());
        let fitting = |items: &[Item]| -> Vec<usize> {
            let fits = items.iter().enumerate().filter(|(_, item)| needle.is_in(&item.words));
            fits.map(|(at, _)| at).collect()
        };
        let is_begun = |items: &[Item], at: usize| items.get(at).is_some_and(|item| item.folded.starts_with(&begins));
        let mut commands = fitting(&self.commands);
        commands.sort_by_cached_key(|at| {
            let item = self.commands.get(*at);
            let is_refused = item.is_some_and(|item| matches!(item.does, Does::Refuse(_)));
            let is_named = item.is_some_and(|item| needle.is_in(&item.name));
            (is_refused, !is_begun(&self.commands, *at), !is_named)
        });
        let places = self.places.as_deref().unwrap_or_default();
        let mut named = fitting(places);
        named.sort_by_key(|at| !is_begun(places, *at));
        let finds = 0..if self.typed.is_blank() { 0 } else { self.finds.len() };
        let commands = commands.into_iter().map(Listed::Command);
        self.listed = commands.chain(named.into_iter().map(Listed::Place)).chain(finds.map(Listed::Find)).collect();
    }

    fn item(&self, listed: Listed) -> Option<&Item> {
        match listed {
            Listed::Command(at) => self.commands.get(at),
            Listed::Place(at) => self.places.as_ref()?.get(at),
            Listed::Find(at) => self.finds.get(at),
        }
    }

    /// Takes in that something else is typed.
    fn edited(&mut self, cx: &mut Cx<'_>) {
        self.selection = Selection::default();
        self.hurried = false;
        // What was found before and still fits stays until the answer comes.
        let needle = Needle::new(self.typed.text());
        self.finds.retain(|item| needle.is_in(&item.words));
        self.list();
        self.seek(cx);
    }

    /// Asks what else has the words typed, unless an answer is on its way: that one asks again where it comes too late.
    fn seek(&mut self, cx: &mut Cx<'_>) {
        // Before everything was read the question would hold up whatever is gone to by its name.
        let may_ask = cx.shared.known && self.places.is_some() && self.asked.is_none();
        if may_ask && !self.typed.is_blank() {
            self.asked = Some(self.typed.text().to_owned());
            cx.ask(Query::Unnamed(self.typed.text().to_owned()));
        }
    }

    /// Whether more may be found in a moment.
    fn is_seeking(&self, shared: &Shared) -> bool {
        self.places.is_none() || self.asked.is_some() || (!shared.known && !self.typed.is_blank())
    }

    fn choose(&mut self, cx: &mut Cx<'_>) {
        let listed = self.listed.get(self.selection.within(self.listed.len()));
        let Some(item) = listed.and_then(|listed| self.item(*listed)) else {
            self.hurried = self.is_seeking(cx.shared);
            return;
        };
        match item.does.clone() {
            Does::Run(command) => cx.run(command),
            Does::Refuse(why) => cx.say(why),
            Does::Go(to) => go(to, cx),
            Does::Show(found) => {
                jump::to(&found, cx);
                cx.pop();
            }
        }
    }

    /// Lists what came in, and goes there if Enter was pressed already.
    fn found_more(&mut self, cx: &mut Cx<'_>) {
        self.list();
        if self.hurried && !self.listed.is_empty() {
            self.choose(cx);
        }
    }
}

fn find_of(found: Found, shared: &Shared) -> Item {
    let terms = &shared.texts.terms;
    let kind = found.entry.map_or_else(|| (terms.kind)(&found.kind), |kind| (terms.entry_kind_short)(kind)).to_owned();
    let named = if found.title.text.is_empty() { &found.words.text } else { &found.title.text };
    let place = [found.unit.to_string(), found.date.map(print_date).unwrap_or_default()];
    let beside = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let name = visible(named).into_owned();
    Item::new(Does::Show(Box::new(found)), kind, name, beside)
}

/// Opens what a name leads to, over the screen this list was called from.
fn go(to: Where, cx: &mut Cx<'_>) {
    match to {
        Where::Delegation(id) => cx.push(DelegationScreen::of(id)),
        Where::Visit(id) => cx.push(VisitScreen::of(id)),
        Where::Unit(id) => {
            cx.shared.select = Some(id);
            cx.push(Units::default());
        }
        Where::Member { delegation, member } => {
            cx.shared.select = Some(member);
            cx.push(DelegationScreen::of(delegation));
        }
        Where::Attendee { visit, attendee } => {
            cx.shared.select = Some(attendee);
            cx.push(AttendanceScreen::of(visit));
        }
    }
    cx.pop();
}

fn item_of(place: Place, shared: &Shared) -> Item {
    let kind = match place.leads {
        Where::Delegation(_) => Kind::DELEGATION,
        Where::Visit(_) => Kind::VISIT,
        Where::Unit(_) => Kind::UNIT,
        Where::Member { .. } => Kind::MEMBER,
        Where::Attendee { .. } => Kind::ATTENDEE,
    };
    let date = place.date.map(print_date).unwrap_or_default();
    let beside: Vec<String> = [date, place.beside].into_iter().filter(|part| !part.is_empty()).collect();
    let name = if place.name.is_empty() { shared.texts.screens.none.to_owned() } else { place.name };
    Item::new(Does::Go(place.leads), (shared.texts.terms.kind)(&kind).to_owned(), name, beside.join(" · "))
}

impl Screen for Palette {
    fn context(&self) -> Context {
        Context::Palette
    }

    fn title(&self, shared: &Shared) -> String {
        shared.texts.commands.palette.name.to_owned()
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let page = usize::from(cx.shared.size.1).saturating_sub(4);
        if self.selection.follow(command, self.listed.len(), page) {
            return;
        }
        match command {
            Command::Back => cx.pop(),
            Command::Choose => self.choose(cx),
            _ => {
                let before = self.typed.text().to_owned();
                if self.typed.edit(command) && self.typed.text() != before {
                    self.edited(cx);
                }
            }
        }
    }

    fn editor(&self) -> Option<&LineEditor> {
        Some(&self.typed)
    }

    fn insert(&mut self, text: &str, _pasted: bool, cx: &mut Cx<'_>) -> bool {
        self.typed.insert(text);
        self.edited(cx);
        true
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        // Not its query: commands can be found and run before the names are read.
        if self.places.is_none() {
            cx.ask(Query::Places);
        }
    }

    fn known(&mut self, cx: &mut Cx<'_>) {
        self.seek(cx);
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        match view {
            View::Places(places) => {
                self.places = Some(places.into_iter().map(|place| item_of(place, cx.shared)).collect());
                self.seek(cx);
            }
            View::Search(view) => {
                if self.asked.take().as_deref() != Some(self.typed.text()) {
                    return self.seek(cx);
                }
                self.finds = view.found.into_iter().map(|found| find_of(found, cx.shared)).collect();
            }
            _ => return,
        }
        self.found_more(cx);
    }

    fn unanswered(&mut self, error: &Error, cx: &mut Cx<'_>) {
        (self.asked, self.hurried) = (None, false);
        cx.complain(explain::error(error, cx.shared.texts));
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        let field = Rect { x: area.x.saturating_add(2), width: area.width.saturating_sub(2), ..rows(area, 0, 1) };
        line(canvas, area, 0, "›", shared.theme.key());
        let (shown, column) = window(self.typed.text(), self.typed.caret(), usize::from(field.width));
        if shown.is_empty() {
            line(canvas, field, 0, shared.texts.palette.invitation, shared.theme.faint());
        }
        line(canvas, field, 0, &shown, Style::new());
        caret(canvas, field, column, 0);
        let list = rows(area, 2, area.height.saturating_sub(2));
        if self.listed.is_empty() {
            let words = &shared.texts;
            let said = if self.is_seeking(shared) { words.screens.loading } else { words.palette.nothing_found };
            paragraph(canvas, list, 0, said, shared.theme.faint());
        }
        let selected = self.selection.within(self.listed.len());
        let first = self.selection.first(selected, self.listed.len(), usize::from(list.height));
        let shown = self.listed.iter().enumerate().skip(first).take(usize::from(list.height));
        let shown: Vec<(usize, &Item)> = shown.filter_map(|(at, listed)| Some((at, self.item(*listed)?))).collect();
        let mark = shown.iter().map(|(_, item)| width(&item.mark)).max().unwrap_or(0).min(usize::from(list.width / 3));
        for (at, (index, item)) in (0..list.height).zip(shown) {
            let (style, beside) = match &item.does {
                Does::Refuse(why) => (shared.theme.faint(), why),
                Does::Run(_) | Does::Go(_) | Does::Show(_) => (Style::new(), &item.beside),
            };
            let text = format!("{}  {}", pad(&item.mark, mark), item.name);
            let text = if beside.is_empty() { text } else { format!("{text}: {beside}") };
            list_row(canvas, list, at, &text, index == selected, shared.theme, style);
        }
    }
}
