//! Every command of the interface, declared once.
//!
//! The key map, the hint bar, the help screen and `docs/keys.md` are all made from this table.

use crossterm::event::{KeyCode, KeyModifiers};

use super::keys::Chord;
use crate::i18n::{Commands, Label};

macro_rules! contexts {
    ($($variant:ident $name:literal $about:literal;)*) => {
        /// What a person sees when a key is pressed; decides which keys mean what.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Context {
            $(#[doc = $about] $variant,)*
        }

        impl Context {
            /// Every context, in the order of the key reference.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// Its name in a configuration file, and what a person sees there.
            #[must_use]
            pub fn name(self) -> (&'static str, &'static str) {
                match self {
                    $(Self::$variant => ($name, $about),)*
                }
            }
        }
    };
}

contexts! {
    Home "home" "The list of delegations.";
    Delegation "delegation" "One delegation.";
    Units "units" "The units.";
    Bases "bases" "The register of legal documents.";
    Paste "paste" "A paste of citations.";
    Entries "entries" "The entries of a visit.";
    Chain "chain" "What an entry of a visit is linked to.";
    Capture "capture" "The capture line of a visit.";
    PastedLines "pasted-lines" "Several lines just pasted into the capture line.";
    Attendance "attendance" "The attendance of a visit.";
    Checklist "checklist" "The checklist of a visit.";
    Checklists "checklists" "The checklists of the office.";
    Criteria "criteria" "The criteria of a checklist.";
    Materials "materials" "The documents of a visit.";
    Issues "issues" "The prompted issues of a visit.";
    Diary "diary" "The diary of a delegation.";
    Carried "carried" "What a visit finds open from before.";
    Register "register" "The register of everything followed.";
    Statistics "statistics" "Figures over many visits.";
    Item "item" "One followed item.";
    Preview "preview" "The minutes on screen.";
    Reading "reading" "The minutes being read back.";
    Import "import" "What importing a file would do.";
    Trash "trash" "What was removed.";
    History "history" "The changes of a record.";
    Timeline "timeline" "What a visit went through.";
    Versions "versions" "The sealed versions of a visit.";
    Comparison "comparison" "What differs between two versions.";
    Checks "checks" "The warnings of the checks.";
    Gate "gate" "The warnings before something is done.";
    Form "form" "A form.";
    Palette "palette" "Commands and records by name.";
    Search "search" "Searching everything that is kept.";
    Choice "choice" "A list to choose one thing from.";
    Confirm "confirm" "A question with yes and no.";
    Help "help" "The help screen.";
}

impl Context {
    /// Whether letters are text here, so that no letter alone can be a command.
    #[must_use]
    pub fn takes_text(self) -> bool {
        matches!(self, Self::Capture | Self::PastedLines | Self::Form | Self::Paste | Self::Palette | Self::Search)
    }
}

/// What commands belong together in the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// What this screen is for.
    Work,
    /// Moving about.
    Moving,
    /// Editing text.
    Typing,
    /// The same everywhere.
    General,
}

impl Group {
    /// Every group in the order of the help.
    pub const ALL: [Self; 4] = [Self::Work, Self::Moving, Self::Typing, Self::General];
}

/// Keys of a command in some contexts.
#[derive(Debug)]
pub struct Binding {
    /// Where.
    pub contexts: &'static [Context],
    /// Which keys; the first is the one shown. Letters alone are left out where text is typed.
    pub keys: &'static [Chord],
}

/// A command's declaration.
#[derive(Debug)]
pub struct Spec {
    /// Which command.
    pub command: Command,
    /// What it belongs to.
    pub group: Group,
    /// Whether the hint bar shows it.
    pub hinted: bool,
    /// Its keys.
    pub bindings: &'static [Binding],
}

macro_rules! commands {
    ($($variant:ident $name:literal $field:ident, $group:ident $hint:ident { $($contexts:expr => [$($key:expr),*];)* })*) => {
        /// A command.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command {
            $(#[doc = $name] $variant,)*
        }

        impl Command {
            /// Its name in a configuration file.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// Its words.
            #[must_use]
            pub fn label(self, texts: &Commands) -> Label {
                match self {
                    $(Self::$variant => texts.$field,)*
                }
            }
        }

        /// Every command, most useful first: the order of hints and help.
        pub static COMMANDS: &[Spec] = &[
            $(Spec {
                command: Command::$variant,
                group: Group::$group,
                hinted: commands!(@ $hint),
                bindings: &[$(Binding { contexts: $contexts, keys: &[$($key),*] },)*],
            },)*
        ];
    };
    (@ hint) => { true };
    (@ quiet) => { false };
}

const LISTS: &[Context] = &[
    Context::Home,
    Context::Delegation,
    Context::Units,
    Context::Bases,
    Context::Entries,
    Context::Chain,
    Context::Attendance,
    Context::Checklist,
    Context::Checklists,
    Context::Criteria,
    Context::Materials,
    Context::Issues,
    Context::Diary,
    Context::Carried,
    Context::Item,
    Context::Preview,
    Context::Reading,
    Context::Import,
    Context::Trash,
    Context::History,
    Context::Timeline,
    Context::Versions,
    Context::Comparison,
    Context::Checks,
    Context::Gate,
    Context::Choice,
    Context::Help,
    // Those with a filter of their own stand last.
    Context::Statistics,
    Context::Register,
];
/// Lists that have no filter of their own.
const UNFILTERED: &[Context] = match LISTS {
    [others @ .., Context::Statistics, Context::Register] => others,
    all => all,
};
const EVERYWHERE: &[Context] = Context::ALL;
const TEXT: &[Context] =
    &[Context::Capture, Context::PastedLines, Context::Form, Context::Paste, Context::Palette, Context::Search];
/// Lists that what is typed narrows.
const FINDING: &[Context] = &[Context::Palette, Context::Search];
const UNDOABLE: &[Context] = &[
    Context::Home,
    Context::Delegation,
    Context::Units,
    Context::Bases,
    Context::Entries,
    Context::Chain,
    Context::Attendance,
    Context::Checklist,
    Context::Checklists,
    Context::Materials,
    Context::Issues,
    Context::Carried,
    Context::Register,
    Context::Item,
    Context::Checks,
];
const CHECKLIST: &[Context] = &[Context::Checklist];
/// What is prepared for a visit.
const PREPARED: &[Context] = &[Context::Materials, Context::Issues];
const HOME: &[Context] = &[Context::Home];
const DELEGATION: &[Context] = &[Context::Delegation];
const ENTRIES: &[Context] = &[Context::Entries];
const CHAIN: &[Context] = &[Context::Chain];
const READING: &[Context] = &[Context::Reading];
const CAPTURE: &[Context] = &[Context::Capture];
const PASTED: &[Context] = &[Context::PastedLines];
const CHECKS: &[Context] = &[Context::Checks];
const GATE: &[Context] = &[Context::Gate];
const FORM: &[Context] = &[Context::Form];
const CONFIRM: &[Context] = &[Context::Confirm];
const CARRIED: &[Context] = &[Context::Carried];
const REGISTER: &[Context] = &[Context::Register];
const STATISTICS: &[Context] = &[Context::Statistics];
/// Lists that have a filter of their own.
const FILTERED: &[Context] = &[Context::Register, Context::Statistics];

const fn key(letter: char) -> Chord {
    Chord::letter(letter)
}
const fn code(code: KeyCode) -> Chord {
    Chord::plain(code)
}
const fn ctrl(letter: char) -> Chord {
    Chord::ctrl(letter)
}
const fn shift(code: KeyCode) -> Chord {
    Chord::with(KeyModifiers::SHIFT, code)
}
const fn alt(code: KeyCode) -> Chord {
    Chord::with(KeyModifiers::ALT, code)
}
const fn ctrl_with(code: KeyCode) -> Chord {
    Chord::with(KeyModifiers::CONTROL, code)
}

commands! {
    NextItem "next-item" next_item, Work hint { READING => [code(KeyCode::Right), code(KeyCode::Enter), key(' ')]; }
    PreviousItem "previous-item" previous_item, Work hint { READING => [code(KeyCode::Left)]; }
    StoreLine "store-line" store_line, Work hint { CAPTURE => [code(KeyCode::Enter)]; }
    EachLine "each-line" each_line, Work hint { PASTED => [code(KeyCode::Enter)]; }
    OneEntry "one-entry" one_entry, Work hint { PASTED => [code(KeyCode::Tab)]; }
    KeepLines "keep-lines" keep_lines, Work hint { PASTED => [code(KeyCode::Esc)]; }
    Capture "capture" capture, Work hint { ENTRIES => [key('i'), code(KeyCode::Enter), code(KeyCode::Tab)]; }
    OpenVisit "open-visit" open_visit, Work hint { ENTRIES => [key('o')]; }
    VerdictDone "verdict-done" verdict_done, Work hint { CARRIED => [key('1')]; }
    VerdictPartly "verdict-partly" verdict_partly, Work hint { CARRIED => [key('2')]; }
    VerdictNot "verdict-not" verdict_not, Work hint { CARRIED => [key('3')]; }
    VerdictUnverifiable "verdict-unverifiable" verdict_unverifiable, Work hint { CARRIED => [key('4')]; }
    Open "open" open, Work hint {
        &[Context::Home, Context::Delegation, Context::Carried, Context::Register, Context::Chain,
          Context::Statistics, Context::Versions, Context::Checklists] => [code(KeyCode::Enter)];
    }
    Filter "filter" filter, Work hint { FILTERED => [key('/')]; }
    ClearFilter "clear-filter" clear_filter, Work hint { FILTERED => [key('c')]; }
    OnlyOverdue "only-overdue" only_overdue, Work hint { REGISTER => [key('o')]; }
    Follow "follow-up" follow, Work hint { &[Context::Item] => [key('n'), key('t')]; REGISTER => [key('t')]; }
    Mark "mark" mark, Work hint { REGISTER => [key(' ')]; &[Context::Versions] => [key(' ')]; }
    AlsoClosed "also-closed" also_closed, Work quiet { REGISTER => [key('x')]; }
    Models "models" models, Work quiet { REGISTER => [key('m')]; }
    Cases "cases" cases, Work quiet { REGISTER => [key('p')]; }
    Sort "sort" sort, Work quiet { FILTERED => [key('s')]; }
    AsTable "as-table" as_table, Work hint { STATISTICS => [key('b')]; }
    ExportTable "export-table" export_table, Work hint { STATISTICS => [key('x')]; }
    MarkAll "mark-all" mark_all, Work quiet { REGISTER => [key('A')]; }
    RaisedAt "raised-at" raised_at, Work quiet { &[Context::Item] => [key('v')]; }
    Mend "mend" mend, Work hint { CHECKS => [code(KeyCode::Enter)]; }
    Waive "waive" waive, Work hint { CHECKS => [key('x')]; }
    Proceed "proceed" proceed, Work hint { GATE => [code(KeyCode::Enter), key('y')]; }
    Review "review" review, Work hint { GATE => [key('w')]; }
    ImportAll "import-all" import_all, Work hint { &[Context::Import] => [code(KeyCode::Enter)]; }
    Choose "choose" choose, Work hint { &[Context::Choice] => [code(KeyCode::Enter)]; FINDING => [code(KeyCode::Enter)]; }
    Restore "restore" restore, Work hint { &[Context::Trash, Context::History] => [code(KeyCode::Enter), key('r')]; }
    Cite "cite" cite, Work hint { &[Context::Bases] => [key(' ')]; }
    Presence "presence" presence, Work hint { &[Context::Attendance] => [key(' ')]; }
    New "new" new, Work hint {
        &[Context::Home, Context::Units, Context::Bases, Context::Attendance, Context::Register, Context::Chain] => [key('n')];
        PREPARED => [key('n')];
        &[Context::Diary] => [key('n')];
    }
    NewBelow "new-below" new_below, Work hint { &[Context::Units] => [key('N')]; }
    NewVisit "new-visit" new_visit, Work hint { DELEGATION => [key('n')]; }
    NewMember "new-member" new_member, Work hint { DELEGATION => [key('m')]; }
    PickBases "pick-legal-bases" pick_bases, Work hint { DELEGATION => [key('b')]; }
    Diary "diary" diary, Work quiet { DELEGATION => [key('y')]; }
    NewPart "new-part" new_part, Work quiet { DELEGATION => [key('S')]; }
    ThisIsMe "this-is-me" this_is_me, Work quiet { DELEGATION => [key('M')]; }
    PasteCitations "paste-citations" paste_citations, Work hint { &[Context::Bases] => [key('p')]; }
    ReceivedToday "received-today" received_today, Work hint { &[Context::Materials] => [key('r')]; }
    CopyIssues "copy-issues" copy_issues, Work hint { &[Context::Issues] => [key('c')]; }
    AddDelegation "add-delegation" add_delegation, Work hint { &[Context::Attendance] => [key('A')]; }
    Edit "edit" edit, Work hint {
        &[Context::Home, Context::Delegation, Context::Entries, Context::Item, Context::Reading, Context::Chain] => [key('e')];
        &[Context::Units, Context::Bases, Context::Attendance] => [key('e'), code(KeyCode::Enter)];
        PREPARED => [key('e'), code(KeyCode::Enter)];
    }
    ChangeKind "change-kind" change_kind, Work hint { ENTRIES => [key('t')]; }
    Chain "chain" chain, Work hint { ENTRIES => [key('l')]; CHECKS => [key('l')]; }
    Details "details" details, Work quiet { &[Context::Entries, Context::Chain, Context::Reading] => [key('D')]; }
    Split "split" split, Work quiet { ENTRIES => [key('S')]; CAPTURE => [ctrl('o')]; }
    Merge "merge" merge, Work quiet { ENTRIES => [key('M')]; }
    Complete "complete" complete, Work quiet { CAPTURE => [code(KeyCode::Tab)]; }
    MarkStrength "mark-strength" mark_strength, Work quiet { CAPTURE => [alt(KeyCode::Char('+'))]; }
    MarkShortcoming "mark-shortcoming" mark_shortcoming, Work quiet { CAPTURE => [alt(KeyCode::Char('-'))]; }
    MarkCause "mark-cause" mark_cause, Work quiet { CAPTURE => [alt(KeyCode::Char('c'))]; }
    MarkObjectiveCause "mark-objective-cause" mark_objective_cause, Work quiet { CAPTURE => [alt(KeyCode::Char('k'))]; }
    MarkRecommendation "mark-recommendation" mark_recommendation, Work quiet { CAPTURE => [alt(KeyCode::Char('>'))]; }
    MarkKind "mark-kind" mark_kind, Work quiet { CAPTURE => [alt(KeyCode::Char('t'))]; }
    MarkSeverity1 "mark-severity-1" mark_severity_1, Work quiet { CAPTURE => [alt(KeyCode::Char('1'))]; }
    MarkSeverity2 "mark-severity-2" mark_severity_2, Work quiet { CAPTURE => [alt(KeyCode::Char('2'))]; }
    MarkSeverity3 "mark-severity-3" mark_severity_3, Work quiet { CAPTURE => [alt(KeyCode::Char('3'))]; }
    MarkSeverity4 "mark-severity-4" mark_severity_4, Work quiet { CAPTURE => [alt(KeyCode::Char('4'))]; }
    MarkEarlier "mark-earlier" mark_earlier, Work quiet { CAPTURE => [alt(KeyCode::Up)]; }
    MarkLater "mark-later" mark_later, Work quiet { CAPTURE => [alt(KeyCode::Down)]; }
    LinkToFault "link-to-fault" link_to_fault, Work quiet { CAPTURE => [alt(KeyCode::Char('l'))]; }
    Phrases "phrases" phrases, Work hint { CAPTURE => [ctrl('f')]; }
    Link "link" link, Work hint { CHAIN => [key('a')]; }
    Unlink "unlink" unlink, Work hint { CHAIN => [key('d'), code(KeyCode::Delete)]; }
    Position "position" position, Work hint { CHAIN => [key('p')]; }
    NextFault "next-fault" next_fault, Moving hint { CHAIN => [code(KeyCode::Right)]; }
    PreviousFault "previous-fault" previous_fault, Moving quiet { CHAIN => [code(KeyCode::Left)]; }
    Attendance "attendance" attendance, Work hint { ENTRIES => [key('a')]; }
    Materials "materials" materials, Work quiet { ENTRIES => [key('m')]; }
    Issues "prompted-issues" issues, Work quiet { ENTRIES => [key('s')]; }
    Carried "carried-items" carried, Work quiet { ENTRIES => [key('b')]; }
    Preview "preview" preview, Work hint { ENTRIES => [key('p')]; }
    ReadBack "read-back" read_back, Work quiet { &[Context::Entries, Context::Preview] => [key('R')]; }
    Answer "answer" answer, Work hint { CHECKLIST => [code(KeyCode::Enter), key('e')]; }
    NextUnseen "next-unseen" next_unseen, Work hint { CHECKLIST => [code(KeyCode::Tab)]; }
    OnlyUnseen "only-unseen" only_unseen, Work hint { CHECKLIST => [key('o')]; }
    ChooseChecklist "choose-checklist" choose_checklist, Work hint { CHECKLIST => [key('c')]; }
    Checklist "checklist" checklist, Work quiet { ENTRIES => [key('L')]; }
    CloseVisit "close-visit" close_visit, Work hint { ENTRIES => [key('c')]; }
    Versions "versions" versions, Work quiet { ENTRIES => [key('v')]; }
    Checks "checks" checks, Work quiet { ENTRIES => [key('w')]; }
    Export "export" export, Work hint { &[Context::Entries, Context::Preview] => [key('x')]; }
    BuiltIn "built-in-template" built_in, Work hint { &[Context::Preview, Context::Reading] => [key('b')]; }
    Redacted "redacted-copy" redacted_copy, Work hint { &[Context::Preview] => [key('l')]; }
    EditFacts "edit-facts" edit_facts, Work quiet { &[Context::Delegation, Context::Entries, Context::Reading] => [key('E')]; }
    CancelVisit "cancel-visit" cancel_visit, Work quiet { &[Context::Delegation, Context::Entries] => [key('X')]; }
    PlanAgain "plan-again" plan_again, Work hint { &[Context::Delegation, Context::Entries] => [key('P')]; }
    Register "register" register, Work hint { &[Context::Home, Context::Delegation, Context::Units] => [key('f')]; }
    Statistics "statistics" statistics, Work quiet { &[Context::Home, Context::Delegation] => [key('t')]; }
    Remove "remove" remove, Work hint {
        &[Context::Home, Context::Delegation, Context::Units, Context::Bases, Context::Entries, Context::Attendance,
          Context::Carried, Context::Register] => [key('d'), code(KeyCode::Delete)];
        CHECKLIST => [key('d'), code(KeyCode::Delete)];
        PREPARED => [key('d'), code(KeyCode::Delete)];
    }
    MoveUp "move-up" move_up, Work quiet { &[Context::Entries, Context::Issues] => [key('K'), shift(KeyCode::Up)]; }
    MoveDown "move-down" move_down, Work quiet { &[Context::Entries, Context::Issues] => [key('J'), shift(KeyCode::Down)]; }
    History "history" history, Work quiet {
        UNDOABLE => [key('h')];
        &[Context::Timeline] => [code(KeyCode::Enter), key('h')];
    }
    Timeline "timeline" timeline, Work quiet { ENTRIES => [key('H')]; }
    Resume "resume" resume, Work hint { HOME => [key('r')]; }
    Units "units" units, Work hint { &[Context::Home, Context::Delegation] => [key('v')]; }
    Bases "legal-bases" bases, Work hint { HOME => [key('b')]; }
    Checklists "checklists" checklists, Work quiet { HOME => [key('c')]; }
    ImportFile "import-file" import_file, Work quiet {
        &[Context::Home, Context::Units, Context::Checklists, Context::Register] => [key('I')];
        DELEGATION => [key('I')];
    }
    BackUp "back-up" back_up, Work quiet { HOME => [key('B')]; }
    Undo "undo" undo, Work hint { UNDOABLE => [key('u')]; READING => [key('u')]; }
    OutsideItems "outside-items" outside_items, Work quiet { &[Context::Units, Context::Carried] => [key('o')]; }
    Redo "redo" redo, Work quiet { UNDOABLE => [ctrl('r')]; READING => [ctrl('r')]; }
    Trash "trash" trash, Work quiet { UNDOABLE => [key('T')]; }
    Save "save" save, Work hint { &[Context::Form, Context::Paste] => [ctrl('s')]; }
    KeepSearch "keep-search" keep_search, Work hint { &[Context::Search] => [ctrl('s')]; }
    DropSearch "drop-search" drop_search, Work hint { &[Context::Search] => [ctrl('d')]; }
    Accept "accept" accept, Work hint { FORM => [code(KeyCode::Enter)]; }
    DropDraft "drop-draft" drop_draft, Work hint { FORM => [ctrl('d')]; }
    Yes "yes" yes, Work hint { CONFIRM => [code(KeyCode::Enter), key('y')]; }
    No "no" no, Work hint { CONFIRM => [code(KeyCode::Esc), key('n')]; }
    NextSection "next-section" next_section, Moving quiet { HOME => [code(KeyCode::Tab)]; STATISTICS => [code(KeyCode::Tab), code(KeyCode::Right)]; }
    PreviousSection "previous-section" previous_section, Moving quiet { HOME => [code(KeyCode::BackTab)]; STATISTICS => [code(KeyCode::BackTab), code(KeyCode::Left)]; }
    NextField "next-field" next_field, Moving hint { FORM => [code(KeyCode::Tab)]; }
    PreviousField "previous-field" previous_field, Moving quiet { FORM => [code(KeyCode::BackTab)]; }
    Up "up" up, Moving quiet { LISTS => [code(KeyCode::Up), key('k')]; &[Context::Capture, Context::Paste, Context::Form] => [code(KeyCode::Up)]; FINDING => [code(KeyCode::Up)]; }
    Down "down" down, Moving quiet { LISTS => [code(KeyCode::Down), key('j')]; &[Context::Capture, Context::Paste, Context::Form] => [code(KeyCode::Down)]; FINDING => [code(KeyCode::Down)]; }
    PageUp "page-up" page_up, Moving quiet { LISTS => [code(KeyCode::PageUp)]; FINDING => [code(KeyCode::PageUp)]; }
    PageDown "page-down" page_down, Moving quiet { LISTS => [code(KeyCode::PageDown)]; FINDING => [code(KeyCode::PageDown)]; }
    First "first" first, Moving quiet { LISTS => [code(KeyCode::Home), key('g')]; }
    Last "last" last, Moving quiet { LISTS => [code(KeyCode::End), key('G')]; }
    Left "left" left, Typing quiet { TEXT => [code(KeyCode::Left)]; }
    Right "right" right, Typing quiet { TEXT => [code(KeyCode::Right)]; }
    SelectLeft "select-left" select_left, Typing quiet { TEXT => [shift(KeyCode::Left)]; }
    SelectRight "select-right" select_right, Typing quiet { TEXT => [shift(KeyCode::Right)]; }
    WordLeft "word-left" word_left, Typing quiet { TEXT => [ctrl_with(KeyCode::Left), alt(KeyCode::Left)]; }
    WordRight "word-right" word_right, Typing quiet { TEXT => [ctrl_with(KeyCode::Right), alt(KeyCode::Right)]; }
    LineStart "line-start" line_start, Typing quiet { TEXT => [code(KeyCode::Home), ctrl('a')]; }
    LineEnd "line-end" line_end, Typing quiet { TEXT => [code(KeyCode::End), ctrl('e')]; }
    DeleteBack "delete-back" delete_back, Typing quiet { TEXT => [code(KeyCode::Backspace)]; }
    DeleteForward "delete-forward" delete, Typing quiet { TEXT => [code(KeyCode::Delete)]; }
    DeleteWord "delete-word" delete_word, Typing quiet { TEXT => [ctrl('w'), alt(KeyCode::Backspace)]; }
    DeleteToStart "delete-to-start" delete_to_start, Typing hint { TEXT => [ctrl('u')]; }
    DeleteToEnd "delete-to-end" delete_to_end, Typing quiet { TEXT => [ctrl('k')]; }
    EditOutside "edit-outside" edit_outside, Work quiet {
        &[Context::Capture, Context::PastedLines, Context::Form, Context::Paste] => [code(KeyCode::F(4))];
    }
    NewLine "new-line" newline, Typing quiet {
        CAPTURE => [alt(KeyCode::Enter), ctrl('j')];
        &[Context::Paste] => [code(KeyCode::Enter), alt(KeyCode::Enter), ctrl('j')];
    }
    Back "back" back, General hint {
        &[Context::Delegation, Context::Units, Context::Bases, Context::Entries, Context::Chain, Context::Attendance, Context::Carried,
          Context::Register, Context::Item, Context::Preview, Context::Reading, Context::Trash, Context::History, Context::Timeline, Context::Choice,
          Context::Checks, Context::Gate, Context::Help] => [code(KeyCode::Esc), key('q')];
        &[Context::Checklist, Context::Checklists, Context::Criteria] => [code(KeyCode::Esc), key('q')];
        PREPARED => [code(KeyCode::Esc), key('q')];
        &[Context::Diary, Context::Import, Context::Versions, Context::Comparison] => [code(KeyCode::Esc), key('q')];
        STATISTICS => [code(KeyCode::Esc), key('q')];
        &[Context::Capture, Context::Form, Context::Paste] => [code(KeyCode::Esc)];
        FINDING => [code(KeyCode::Esc)];
    }
    Help "help" help, General hint { EVERYWHERE => [code(KeyCode::F(1))]; LISTS => [key('?')]; }
    Palette "palette" palette, General quiet { EVERYWHERE => [ctrl('p')]; LISTS => [key(':')]; }
    Search "search" search, General quiet { EVERYWHERE => [ctrl('g')]; UNFILTERED => [key('/')]; }
    TourBegin "tour-begin" tour_begin, General quiet { EVERYWHERE => []; }
    TourSkip "tour-skip" tour_skip, General quiet { EVERYWHERE => [ctrl('n')]; }
    TourEnd "tour-end" tour_end, General quiet { EVERYWHERE => [ctrl('x')]; }
    ThemeTerminal "theme-terminal" theme_terminal, General quiet { EVERYWHERE => []; }
    ThemeLight "theme-light" theme_light, General quiet { EVERYWHERE => []; }
    ThemeDark "theme-dark" theme_dark, General quiet { EVERYWHERE => []; }
    ThemeContrast "theme-high-contrast" theme_contrast, General quiet { EVERYWHERE => []; }
    ThemeNone "theme-no-colour" theme_none, General quiet { EVERYWHERE => []; }
    Ascii "ascii-signs" ascii, General quiet { EVERYWHERE => []; }
    Mouse "mouse" mouse, General quiet { EVERYWHERE => []; }
    Quit "quit" quit, General quiet { EVERYWHERE => [ctrl('q')]; HOME => [key('q')]; }
    Redraw "redraw" redraw, General quiet { EVERYWHERE => [ctrl('l')]; }
    Hide "hide" hide, General quiet { EVERYWHERE => [code(KeyCode::F(8))]; }
    SwitchTyping "switch-typing" switch_typing, General quiet { EVERYWHERE => [code(KeyCode::F(9))]; }
    UndoTyping "undo-typing" undo_typing, Typing quiet { TEXT => [ctrl('z')]; }
    Suspend "suspend" suspend, General quiet { LISTS => [ctrl('z')]; CONFIRM => [ctrl('z')]; }
    Interrupt "interrupt" interrupt, General quiet { EVERYWHERE => [ctrl('c')]; HOME => [code(KeyCode::Esc)]; }
}
