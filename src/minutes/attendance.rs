//! Section I: who came and who did not, side by side of the table.

use super::outline::Attendance;
use super::people::{Directory, Person};
use super::phrases::{capital, known, listed, two_digits};
use crate::domain::Side;

/// Lists the sides that somebody was expected on; `unit` names the second one.
pub(super) fn groups(directory: &Directory, unit: &str) -> Vec<Attendance> {
    let words = directory.words;
    let unit = known(unit).map(|unit| format!(": {unit}")).unwrap_or_default();
    let titles = [
        (Side::Delegation, "delegation", words.delegation.to_owned()),
        (Side::Unit, "unit", format!("Đơn vị được {}{unit}", words.act)),
        (Side::Invited, "invited", "Đại biểu mời dự".to_owned()),
    ];
    let mut groups: Vec<Attendance> = Vec::new();
    for (side, key, title) in titles {
        let (absent, present): (Vec<&Person>, Vec<&Person>) =
            directory.side(side).partition(|person| person.is_absent());
        if absent.is_empty() && present.is_empty() {
            continue;
        }
        let mut people: Vec<String> =
            present.iter().map(|person| capital(&person.with_role(words, person.role))).collect();
        people.extend(absent.iter().map(|person| {
            let reason = person.seat.as_ref().and_then(|(_, _, reason)| known(reason));
            format!("Vắng: {}; lý do: {}", person.with_role(words, person.role), reason.as_deref().unwrap_or("…"))
        }));
        groups.push(Attendance {
            key,
            number: (groups.len() + 1).to_string(),
            title,
            present: two_digits(present.len()),
            expected: two_digits(present.len() + absent.len()),
            absent: (!absent.is_empty()).then(|| two_digits(absent.len())),
            people: listed(people),
        });
    }
    groups
}
