//! Every command of the screen below and every record by its name or, behind those, by its words; what is typed narrows them.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::Kind;
use crate::figures::print_date;
use crate::session::{Found, Place, Query, View, Where};
use crate::text::{Needle, fold, pad, width};

use super::super::command::{COMMANDS, Command, Context, Group, Spec};
use super::super::keymap::has;
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::editor::LineEditor;
use super::super::widgets::list::{Selection, first_visible};
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
    /// Records that have the words typed: entries, recommendations, documents.
    finds: Vec<Item>,
    /// Enter was pressed before anything was found.
    hurried: bool,
    selection: Selection,
}

/// One row.
#[derive(Debug)]
struct Item {
    does: Does,
    /// A key, or what kind of record it is.
    mark: String,
    name: String,
    beside: String,
    /// Its words without accents, to tell what begins as typed.
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
        let folded = fold(&format!("{name} {beside}"));
        Self { does, mark, name, beside, folded }
    }

    fn fits(&self, needle: &Needle) -> bool {
        needle.is_in(&format!("{} {}", self.name, self.beside))
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
        Self {
            typed: LineEditor::default(),
            commands,
            places: None,
            finds: Vec::new(),
            hurried: false,
            selection: Selection::default(),
        }
    }

    fn found(&self) -> Vec<&Item> {
        let typed = self.typed.text();
        let needle = Needle::new(typed);
        let begins = fold(typed.trim());
        let mut commands: Vec<&Item> = self.commands.iter().filter(|item| item.fits(&needle)).collect();
        commands.sort_by_key(|item| {
            let named = Needle::new(typed).is_in(&item.name);
            (matches!(item.does, Does::Refuse(_)), !item.folded.starts_with(&begins), !named)
        });
        let places = self.places.iter().flatten();
        let mut places: Vec<&Item> = places.filter(|item| item.fits(&needle)).collect();
        places.sort_by_key(|item| !item.folded.starts_with(&begins));
        commands.extend(places);
        commands.extend(&self.finds);
        commands
    }

    fn choose(&mut self, cx: &mut Cx<'_>) {
        let found = self.found();
        let Some(item) = found.get(self.selection.within(found.len())) else {
            self.hurried = true;
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
}

impl Palette {
    /// Asks for the records that have the words typed, once the names are there.
    fn seek(&mut self, cx: &mut Cx<'_>) {
        self.selection = Selection::default();
        self.finds.clear();
        self.hurried = false;
        if self.places.is_some() && !self.typed.is_blank() {
            cx.ask(Query::Search(self.typed.text().to_owned()));
        }
    }
}

/// Whether a find is listed by its name already.
fn has_a_name(found: &Found) -> bool {
    [Kind::DELEGATION, Kind::VISIT, Kind::UNIT, Kind::MEMBER, Kind::ATTENDEE].contains(&found.kind)
}

fn find_of(found: Found, shared: &Shared) -> Item {
    let terms = &shared.texts.terms;
    let kind = found.entry.map_or_else(|| (terms.kind)(&found.kind), |kind| (terms.entry_kind_short)(kind)).to_owned();
    let named = if found.title.text.is_empty() { &found.words.text } else { &found.title.text };
    let place = [found.unit.to_string(), found.date.map(print_date).unwrap_or_default()];
    let beside = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let name = visible(named);
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
        let count = self.found().len();
        if self.selection.follow(command, count, page) {
            return;
        }
        match command {
            Command::Back => cx.pop(),
            Command::Choose => self.choose(cx),
            _ => {
                let before = self.typed.text().to_owned();
                if self.typed.edit(command) && self.typed.text() != before {
                    self.seek(cx);
                }
            }
        }
    }

    fn editor(&self) -> Option<&LineEditor> {
        Some(&self.typed)
    }

    fn insert(&mut self, text: &str, _pasted: bool, cx: &mut Cx<'_>) -> bool {
        self.typed.insert(text);
        self.seek(cx);
        true
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        // Not its query: commands can be found and run before the names are read.
        if self.places.is_none() {
            cx.ask(Query::Places);
        }
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        match view {
            View::Places(places) => {
                self.places = Some(places.into_iter().map(|place| item_of(place, cx.shared)).collect());
                let hurried = self.hurried;
                self.seek(cx);
                self.hurried = hurried;
            }
            View::Search(view) => {
                let finds = view.found.into_iter().filter(|found| !has_a_name(found));
                self.finds = finds.map(|found| find_of(found, cx.shared)).collect();
            }
            _ => return,
        }
        if self.hurried && !self.found().is_empty() {
            self.choose(cx);
        }
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let area = inset(area, 1);
        let field = Rect { x: area.x.saturating_add(2), width: area.width.saturating_sub(2), ..rows(area, 0, 1) };
        line(frame, area, 0, "›", shared.theme.key());
        let (shown, column) = window(self.typed.text(), self.typed.caret(), usize::from(field.width));
        if shown.is_empty() {
            line(frame, field, 0, shared.texts.palette.invitation, shared.theme.faint());
        }
        line(frame, field, 0, &shown, Style::new());
        caret(frame, field, column, 0);
        let list = rows(area, 2, area.height.saturating_sub(2));
        let found = self.found();
        if found.is_empty() {
            let said =
                if self.places.is_none() { shared.texts.screens.loading } else { shared.texts.palette.nothing_found };
            paragraph(frame, list, 0, said, shared.theme.faint());
        }
        let selected = self.selection.within(found.len());
        let first = first_visible(selected, found.len(), usize::from(list.height));
        let marks = found.iter().skip(first).take(usize::from(list.height)).map(|item| width(&item.mark));
        let mark = marks.max().unwrap_or(0).min(usize::from(list.width / 3));
        for (at, (index, item)) in (0..list.height).zip(found.iter().enumerate().skip(first)) {
            let (style, beside) = match &item.does {
                Does::Refuse(why) => (shared.theme.faint(), why),
                Does::Run(_) | Does::Go(_) | Does::Show(_) => (Style::new(), &item.beside),
            };
            let text = format!("{}  {}", pad(&item.mark, mark), item.name);
            let text = if beside.is_empty() { text } else { format!("{text}: {beside}") };
            list_row(frame, list, at, &text, index == selected, shared.theme, style);
        }
    }
}
