//! Members of a delegation, people at a visit, and the posts they hold.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Kind, PersonId, Record, RecordId};

/// A post (chức vụ) held from one day to another; open ends are unlimited.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Post {
    /// Its name: "Phó Bí thư Tỉnh ủy".
    pub title: String,
    /// First day in force.
    pub from: Option<NaiveDate>,
    /// Last day in force.
    pub until: Option<NaiveDate>,
}

impl Post {
    /// Whether the post is in force on `day`, both ends included.
    #[must_use]
    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// Role in a delegation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Trưởng đoàn.
    Head,
    /// Phó Trưởng đoàn.
    Deputy,
    /// Thư ký.
    Secretary,
    /// Thành viên.
    #[default]
    Member,
}

impl Role {
    /// Every role, highest first: the order members are listed in.
    pub const ALL: [Self; 4] = [Self::Head, Self::Deputy, Self::Secretary, Self::Member];
}

/// A member of a delegation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Member {
    /// The delegation.
    pub delegation: Option<RecordId>,
    /// Full name.
    pub name: String,
    /// Posts in the order they print, Party post first.
    pub posts: Vec<Post>,
    /// Role in the delegation.
    pub role: Role,
    /// Area in charge: "đánh giá, xếp loại".
    pub area: String,
    /// Fractional index among members of the same role.
    pub order: String,
    /// Units in charge.
    pub units: Vec<RecordId>,
    /// Topics in charge, of the delegation's list.
    pub topics: Vec<String>,
    /// The one at whose laptop entries are typed, when the member said so.
    pub person: Option<PersonId>,
}

impl Record for Member {
    const KIND: Kind = Kind::MEMBER;
}

impl Member {
    /// Joins the titles of the posts in force on `day`, in their printed order.
    #[must_use]
    pub fn posts_on(&self, day: NaiveDate) -> String {
        let titles: Vec<&str> =
            self.posts.iter().filter(|post| post.in_force(day)).map(|post| post.title.as_str()).collect();
        titles.join(", ")
    }
}

/// Side of the table at a visit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The delegation.
    Delegation,
    /// The unit under inspection.
    #[default]
    Unit,
    /// Invited guests.
    Invited,
}

impl Side {
    /// Every side in printed order.
    pub const ALL: [Self; 3] = [Self::Delegation, Self::Unit, Self::Invited];
}

/// Whether somebody came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// Có mặt.
    #[default]
    Present,
    /// Vắng.
    Absent,
}

impl Presence {
    /// Both, in the order screens offer them.
    pub const ALL: [Self; 2] = [Self::Present, Self::Absent];
}

/// Somebody expected at a visit (thành phần).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Attendee {
    /// The visit.
    pub visit: Option<RecordId>,
    /// Side of the table.
    pub side: Side,
    /// Full name, or what stands for it: "đại diện Đảng ủy xã Hòa Phong".
    pub name: String,
    /// Post held on the day of the visit.
    pub post: String,
    /// Present or absent.
    pub presence: Presence,
    /// Reason of the absence.
    pub reason: String,
    /// The member of the delegation that this is, on the delegation's side.
    pub member: Option<RecordId>,
    /// Fractional index within the side.
    pub order: String,
}

impl Record for Attendee {
    const KIND: Kind = Kind::ATTENDEE;
}
