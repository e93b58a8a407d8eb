//! The people whom the minutes can name, and how each is named wherever the minutes speak of them.

use super::phrases::{capital, known, norm_key};
use super::words::{Words, role};
use super::{Source, norm};
use crate::domain::{Attendee, Member, Post, Presence, RecordId, Role, Side, Visit};

/// Forms of address that stand before a name, printed by us or typed.
const ADDRESSES: [&str; 7] = ["đồng chí ", "đ/c ", "ông (bà) ", "ông ", "bà ", "anh ", "chị "];

/// A member or attendee as the minutes name them.
#[derive(Clone, Debug)]
pub(super) struct Person {
    /// The member that this is.
    pub(super) member: Option<RecordId>,
    /// Full name, as typed.
    pub(super) name: String,
    /// Role in the delegation.
    pub(super) role: Option<Role>,
    /// Side, presence and reason of absence, when listed in the attendance.
    pub(super) seat: Option<(Side, Presence, String)>,
    post: String,
    /// Name without form of address, in small letters.
    key: String,
}

/// Everybody whom the minutes can name.
pub(super) struct Directory {
    pub(super) words: Words,
    people: Vec<Person>,
}

impl Directory {
    /// Lists the attendance, then members who are not in it.
    pub(super) fn of(source: &Source, words: Words) -> Self {
        let mut people: Vec<Person> = source
            .attendees
            .iter()
            .map(|attendee| Person::attending(attendee, member_of(source, attendee), source.visit))
            .collect();
        for (id, member) in &source.members {
            if people.iter().all(|person| person.member != Some(*id)) {
                people.push(Person::from_member(*id, member, source.visit));
            }
        }
        Self { words, people }
    }

    /// Returns everybody: the attendance in its order, then the other members.
    pub(super) fn people(&self) -> &[Person] {
        &self.people
    }

    /// Finds a member of the delegation.
    pub(super) fn member(&self, id: Option<RecordId>) -> Option<&Person> {
        id.and_then(|id| self.people.iter().find(|person| person.member == Some(id)))
    }

    /// Returns everybody listed on a side.
    pub(super) fn side(&self, side: Side) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(move |person| person.is_of(side))
    }

    /// Returns the only member who heads the delegation.
    pub(super) fn head(&self) -> Option<&Person> {
        only(self.people.iter().filter(|person| person.role == Some(Role::Head)))
    }

    /// Finds who is meant by a name: the full name, or its last words when only one person's name ends so.
    fn find(&self, typed: &str) -> Option<&Person> {
        let wanted = norm_key(without_address(&norm(typed)));
        if wanted.is_empty() {
            return None;
        }
        let tail = format!(" {wanted}");
        // Namesakes stay as typed: the minutes must not choose between them.
        if self.people.iter().any(|person| person.key == wanted) {
            only(self.people.iter().filter(|person| person.key == wanted))
        } else {
            only(self.people.iter().filter(|person| person.is_human() && person.key.ends_with(&tail)))
        }
    }

    /// Whether a name means somebody of the delegation.
    pub(super) fn is_inspector(&self, typed: &str) -> bool {
        self.find(typed).is_some_and(|person| person.role.is_some() || person.is_of(Side::Delegation))
    }

    /// Names somebody with form of address and posts when they are known here, as typed otherwise.
    pub(super) fn name(&self, typed: &str) -> String {
        self.find(typed).map_or_else(|| norm(typed), |person| person.described(self.words))
    }

    /// Names several people as [`Self::name`] does; nothing when nobody is named.
    pub(super) fn names<'a>(&self, typed: impl IntoIterator<Item = &'a String>) -> Option<String> {
        let names: Vec<String> =
            typed.into_iter().map(|name| self.name(name)).filter(|name| !name.is_empty()).collect();
        (!names.is_empty()).then(|| names.join("; "))
    }
}

impl Person {
    fn attending(attendee: &Attendee, member: Option<(RecordId, &Member)>, visit: &Visit) -> Self {
        let (id, member) = member.unzip();
        let name = known(&attendee.name).or_else(|| member.and_then(|member| known(&member.name))).unwrap_or_default();
        let post = known(&attendee.post).or_else(|| member.map(|member| posts(member, visit)));
        Self {
            member: id,
            key: norm_key(without_address(&name)),
            name,
            role: member.map(|member| member.role),
            seat: Some((attendee.side, attendee.presence, norm(&attendee.reason))),
            post: post.unwrap_or_default(),
        }
    }

    fn from_member(id: RecordId, member: &Member, visit: &Visit) -> Self {
        let name = norm(&member.name);
        Self {
            member: Some(id),
            key: norm_key(without_address(&name)),
            name,
            role: Some(member.role),
            seat: None,
            post: posts(member, visit),
        }
    }

    fn is_of(&self, wanted: Side) -> bool {
        self.seat.as_ref().is_some_and(|(side, ..)| *side == wanted)
    }

    /// Whether this person is known not to have come.
    pub(super) fn is_absent(&self) -> bool {
        self.seat.as_ref().is_some_and(|(_, presence, _)| *presence == Presence::Absent)
    }

    /// Whether this is a person by name, not a body such as "đại diện Đảng ủy xã": members are, and so is whoever holds a post.
    pub(super) fn is_human(&self) -> bool {
        let is_capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
        let held = self.role.is_some() || !self.post.is_empty();
        self.has_address() || is_capital(&self.name) && (held || self.name.split(' ').all(is_capital))
    }

    fn has_address(&self) -> bool {
        self.bare_name().len() < self.name.len()
    }

    /// Returns the name without a form of address, as people sign.
    pub(super) fn bare_name(&self) -> &str {
        without_address(&self.name)
    }

    /// Names the person with form of address: "đồng chí Nguyễn Văn An".
    fn addressed(&self, words: Words) -> String {
        match self.name.as_str() {
            "" => "…".to_owned(),
            name if self.has_address() || !self.is_human() => name.to_owned(),
            name => format!("{} {name}", words.address),
        }
    }

    /// Names the person with form of address, posts and rank in the delegation; that the others are members goes without
    /// saying.
    pub(super) fn described(&self, words: Words) -> String {
        self.with_role(words, self.role.filter(|held| *held != Role::Member))
    }

    /// Names the person as [`Self::described`] does, with the role given.
    pub(super) fn with_role(&self, words: Words, held: Option<Role>) -> String {
        let mut parts = vec![self.addressed(words)];
        parts.extend((!self.post.is_empty()).then(|| self.post.clone()));
        // The post of a standing secretary may say the role already.
        let role = held.map(role).filter(|role| self.post.split(", ").all(|post| norm_key(post) != norm_key(role)));
        parts.extend(role.map(str::to_owned));
        parts.join(", ")
    }
}

/// Starts a line with a capital where it starts with a form of address; names stay as typed.
pub(super) fn capital_address(text: &str) -> String {
    if without_address(text).len() < text.len() { capital(text) } else { text.to_owned() }
}

/// Finds the member that an attendee is: the one referred to, or on the delegation's side the one of the same name.
fn member_of<'a>(source: &Source<'a>, attendee: &Attendee) -> Option<(RecordId, &'a Member)> {
    let named =
        |member: &Member| attendee.side == Side::Delegation && norm_key(&attendee.name) == norm_key(&member.name);
    let referred = source.members.iter().find(|(id, _)| Some(*id) == attendee.member);
    referred.or_else(|| source.members.iter().find(|(_, member)| named(member))).copied()
}

/// Returns the only one of several, if it is the only one.
fn only<'a>(mut people: impl Iterator<Item = &'a Person>) -> Option<&'a Person> {
    people.next().filter(|_| people.next().is_none())
}

pub(super) fn without_address(name: &str) -> &str {
    let lower = name.to_lowercase();
    ADDRESSES
        .iter()
        .find(|address| lower.starts_with(*address))
        .and_then(|address| name.split_at_checked(address.len()))
        .map_or(name, |(_, rest)| rest)
}

/// Joins the posts held on the day of the visit; without a day, those without any limit.
fn posts(member: &Member, visit: &Visit) -> String {
    let unlimited = |post: &&Post| post.from.is_none() && post.until.is_none();
    norm(&match visit.date {
        Some(day) => member.posts_on(day),
        None => member.posts.iter().filter(unlimited).map(|post| post.title.as_str()).collect::<Vec<_>>().join(", "),
    })
}
