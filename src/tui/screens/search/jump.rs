//! Where a find leads: the screen that shows it, with the record selected there.

use crate::domain::Kind;
use crate::session::Found;

use super::super::super::screen::Cx;
use super::super::attendance::AttendanceScreen;
use super::super::bases::Bases;
use super::super::checklist::ChecklistScreen;
use super::super::delegation::DelegationScreen;
use super::super::diary::Diary;
use super::super::issues::Issues;
use super::super::item::ItemScreen;
use super::super::materials::Materials;
use super::super::units::Units;
use super::super::visit::VisitScreen;

/// Opens the screen of a find over the search, so that leaving it comes back there.
pub(in super::super) fn to(found: &Found, cx: &mut Cx<'_>) {
    let is = |kind: Kind| found.kind == kind;
    let item = if is(Kind::FOLLOW_UP) { found.home } else { Some(found.id).filter(|_| is(Kind::OUTSIDE_ITEM)) };
    if let Some(item) = item {
        return cx.push(ItemScreen::of(item));
    }
    cx.shared.select = Some(found.id);
    match (found.home, found.visit) {
        (_, Some(visit)) if is(Kind::ATTENDEE) => cx.push(AttendanceScreen::of(visit)),
        (_, Some(visit)) if is(Kind::MATERIAL) => cx.push(Materials::of(visit)),
        (_, Some(visit)) if is(Kind::PROMPTED_ISSUE) => cx.push(Issues::of(visit)),
        (_, Some(visit)) if is(Kind::ANSWER) => cx.push(ChecklistScreen::of(visit)),
        (_, Some(visit)) => cx.push(VisitScreen::of(visit)),
        (Some(delegation), _) if is(Kind::DIARY_ENTRY) => cx.push(Diary::of(delegation)),
        (Some(delegation), _) if is(Kind::MEMBER) || is(Kind::DELEGATION) => cx.push(DelegationScreen::of(delegation)),
        _ if is(Kind::UNIT) => cx.push(Units::default()),
        _ if is(Kind::LEGAL_BASIS) => cx.push(Bases::default()),
        _ => {
            cx.shared.select = None;
            cx.say(cx.shared.texts.search.nowhere);
        }
    }
}
