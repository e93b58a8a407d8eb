//! Members of a delegation from a table, found again by name.

use chrono::NaiveDate;

use super::columns::{Columns, Names, date, has_reference, is_new, note};
use super::{Fate, Fault, ImportRow, Judged, Stop, key};
use crate::domain::{Edit, Member, Post, RecordId, Role};
use crate::figures::{PostsError, parse_posts, print_posts};
use crate::i18n::Language;
use crate::session::{Row, Session, order};
use crate::tables::Table;
use crate::text::fold;

pub(super) const NAMES: Names = &[
    ("name", &["ho ten", "ho va ten", "ten", "name", "full name"]),
    ("posts", &["chuc vu", "cac chuc vu", "chuc danh", "posts", "post"]),
    ("role", &["vai tro", "vai tro trong doan", "role"]),
    ("area", &["phu trach", "linh vuc phu trach", "area"]),
    ("from", &["tu", "tu ngay", "giu chuc tu", "from"]),
    ("until", &["den", "den ngay", "giu chuc den", "until", "to"]),
    ("reference", &["ma", "reference", "ref", "code"]),
];

/// What a row says of a member; what it leaves open stays as it is.
struct Said<'a> {
    name: &'a str,
    posts: Vec<Post>,
    role: Option<Role>,
    area: &'a str,
    reference: &'a str,
    target: Option<&'a Row<Member>>,
}

/// What tells an earlier row of the file apart.
struct Earlier {
    line: usize,
    name: String,
    posts: Vec<Post>,
    has_reference: bool,
    target: Option<RecordId>,
}

impl Earlier {
    fn of(line: usize, said: &Said<'_>) -> Self {
        Self {
            line,
            name: key(said.name),
            posts: said.posts.clone(),
            has_reference: !said.reference.is_empty(),
            target: said.target.map(|row| row.id),
        }
    }

    /// Whether another row is about the same member: people of one name are told apart by what both rows say of it.
    fn is_same(&self, said: &Said<'_>) -> bool {
        let target = said.target.map(|row| row.id);
        let both_say = self.has_reference && !said.reference.is_empty();
        let alike = if both_say { self.target.is_none() && target.is_none() && self.posts == said.posts } else { true };
        (self.name == key(said.name) && alike) || (target.is_some() && self.target == target)
    }
}

pub(super) fn judge(table: &Table, delegation: RecordId, session: &Session) -> Result<Vec<Judged>, Stop> {
    let columns = Columns::of(table, NAMES)?;
    let stored = session.of::<Member>(delegation)?.rows;
    let mut last = stored.iter().map(|row| row.record.order.clone()).max();
    let mut earlier: Vec<Earlier> = Vec::new();
    let mut judged = Vec::with_capacity(table.rows.len());
    for (number, row) in (1..).zip(&table.rows) {
        session.row_of_import(number, table)?;
        let cell = |field| columns.cell(row, field);
        let name = cell("name");
        let said = said(&cell, &stored).and_then(|said| {
            let twice = earlier.iter().find(|other| other.is_same(&said)).map(|other| Fault::Twice(other.line));
            earlier.push(Earlier::of(row.line, &said));
            twice.map_or(Ok(said), Err)
        });
        let told = |fate| ImportRow { line: row.line, name: name.to_owned(), fate };
        judged.push(match said {
            Err(fault) => (told(Fate::Wrong(fault)), None),
            Ok(said) => {
                let before = said.target.map(|row| row.record.clone()).unwrap_or_default();
                let mut after = Member {
                    delegation: Some(delegation),
                    name: said.name.to_owned(),
                    role: said.role.unwrap_or(before.role),
                    ..before.clone()
                };
                if !said.posts.is_empty() {
                    after.posts = said.posts;
                }
                if !said.area.is_empty() {
                    said.area.clone_into(&mut after.area);
                }
                match said.target {
                    None => {
                        after.order = order::after(last.as_deref());
                        last = Some(after.order.clone());
                        (told(Fate::New), Some(Edit::create(session.fresh_id(), &after)))
                    }
                    Some(_) if before == after => (told(Fate::Same), None),
                    Some(row) => {
                        let fate = Fate::Changed(changes(&before, &after));
                        (told(fate), Some(Edit::change(row.id, &before, &after)))
                    }
                }
            }
        });
    }
    Ok(judged)
}

fn said<'a>(cell: &impl Fn(&'static str) -> &'a str, stored: &'a [Row<Member>]) -> Result<Said<'a>, Fault> {
    let (name, reference) = (cell("name"), cell("reference"));
    if name.is_empty() {
        return Err(Fault::Empty("name"));
    }
    let posts = posts(cell("posts"), date(cell("from"))?, date(cell("until"))?)?;
    let same: Vec<&Row<Member>> = if reference.is_empty() || is_new(reference) {
        let same = stored.iter().filter(|row| key(&row.record.name) == key(name));
        same.filter(|row| reference.is_empty() || row.record.posts == posts).collect()
    } else {
        let named = |row: &&Row<Member>| has_reference(row.id, reference);
        vec![stored.iter().find(named).ok_or_else(|| Fault::NoReference(reference.to_owned()))?]
    };
    if same.len() > 1 {
        let which = same.iter().map(|row| row.id.reference()).collect::<Vec<_>>().join(", ");
        return Err(Fault::Several(name.to_owned(), which));
    }
    Ok(Said { name, posts, role: role(cell("role"))?, area: cell("area"), reference, target: same.first().copied() })
}

fn posts(cell: &str, from: Option<NaiveDate>, until: Option<NaiveDate>) -> Result<Vec<Post>, Fault> {
    let mut posts = parse_posts(cell).map_err(|error| match error {
        PostsError::Date { typed, .. } => Fault::Date(typed),
        PostsError::Reversed(title) => Fault::Reversed(title),
    })?;
    if from.is_some() || until.is_some() {
        match posts.as_mut_slice() {
            [only] if only.from.is_none() && only.until.is_none() => {
                (only.from, only.until) = (from, until);
                if let (Some(first), Some(last)) = (from, until)
                    && last < first
                {
                    return Err(Fault::Reversed(only.title.clone()));
                }
            }
            _ => return Err(Fault::DatesOfSeveral),
        }
    }
    Ok(posts)
}

/// Reads a role as either language names it.
fn role(cell: &str) -> Result<Option<Role>, Fault> {
    let typed = fold(cell);
    let known = |role: &Role| {
        let named =
            [Language::Vietnamese, Language::English].map(|language| fold((language.texts().terms.role)(*role)));
        let short = match role {
            Role::Head => "head",
            Role::Deputy => "pho doan",
            Role::Secretary => "thu ky doan",
            Role::Member => "thanh vien doan",
        };
        named.contains(&typed) || typed == short
    };
    match (typed.is_empty(), Role::ALL.into_iter().find(known)) {
        (true, _) => Ok(None),
        (false, Some(role)) => Ok(Some(role)),
        (false, None) => Err(Fault::Role(cell.to_owned())),
    }
}

/// Writes a role as it is stored; the words for it are the reader's.
fn code(role: Role) -> String {
    serde_json::to_value(role).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn changes(before: &Member, after: &Member) -> Vec<(&'static str, String, String)> {
    let mut changes = Vec::new();
    note(&mut changes, "name", before.name.clone(), after.name.clone());
    note(&mut changes, "posts", print_posts(&before.posts), print_posts(&after.posts));
    note(&mut changes, "role", code(before.role), code(after.role));
    note(&mut changes, "area", before.area.clone(), after.area.clone());
    changes
}
