//! The one table of all checks.

use super::warning::{Detail, Place};
use super::{Facts, beside, entries, figures, visit};
use crate::domain::Kind;

/// How much a warning matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// The minutes do not stand as they are.
    Heavy,
    /// Somebody will ask about it.
    Medium,
    /// Worth another look.
    Light,
}

impl Weight {
    /// Every weight, the heaviest first.
    pub const ALL: [Self; 3] = [Self::Heavy, Self::Medium, Self::Light];

    /// Returns the name that scripts see.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Heavy => "heavy",
            Self::Medium => "medium",
            Self::Light => "light",
        }
    }
}

/// From when on a check makes sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// While the visit is prepared.
    Preparation,
    /// Once the visit has begun.
    Session,
}

/// One row of the table.
#[derive(Debug)]
pub struct Rule {
    /// The check.
    pub check: Check,
    /// How much its warnings matter.
    pub weight: Weight,
    /// From when on it makes sense.
    pub stage: Stage,
    /// Kind of the records that it looks at.
    pub looks_at: Kind,
    /// Finds what is wrong.
    pub(super) find: fn(&Facts<'_>) -> Vec<(Place, Detail)>,
}

macro_rules! checks {
    ($($(#[doc = $doc:literal])* $check:ident $code:literal $weight:ident $stage:ident $kind:ident $find:path;)*) => {
        /// A check.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Check {
            $($(#[doc = $doc])* $check,)*
        }

        impl Check {
            /// Returns the code that records and scripts name it by.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$check => $code,)* }
            }
        }

        /// Every check, the weightiest first.
        pub static CHECKS: &[Rule] = &[
            $(Rule {
                check: Check::$check,
                weight: Weight::$weight,
                stage: Stage::$stage,
                looks_at: Kind::$kind,
                find: $find,
            },)*
        ];
    };
}

checks! {
    /// Nobody presides.
    ChairMissing "chair-missing" Heavy Preparation VISIT visit::chair_missing;
    /// Nobody records.
    RecorderMissing "recorder-missing" Heavy Preparation VISIT visit::recorder_missing;
    /// Nobody of the delegation is present.
    NoDelegation "no-delegation" Heavy Session ATTENDEE visit::no_delegation;
    /// Nobody of the unit is present.
    NoUnit "no-unit" Heavy Session ATTENDEE visit::no_unit;
    /// The start is not known.
    StartMissing "start-missing" Heavy Session VISIT visit::start_missing;
    /// The end is not known.
    EndMissing "end-missing" Heavy Session VISIT visit::end_missing;
    /// Nothing was found wrong at all.
    NoShortcoming "no-shortcoming" Heavy Session ENTRY entries::no_shortcoming;
    /// The chair did not conclude.
    NoConclusion "no-conclusion" Heavy Session ENTRY entries::no_conclusion;
    /// An item of an earlier visit has no verdict.
    NoVerdict "no-verdict" Heavy Session VERDICT beside::no_verdict;
    /// A stated percent is not the one computed.
    PercentMismatch "percent-mismatch" Heavy Session ENTRY figures::percent_mismatch;
    /// Parts do not add up to the stated total.
    SumMismatch "sum-mismatch" Heavy Session ENTRY figures::sum_mismatch;
    /// A shortcoming has no cause.
    NoCause "no-cause" Medium Session ENTRY entries::no_cause;
    /// Nobody is responsible for a shortcoming.
    NoResponsibility "no-responsibility" Medium Session ENTRY entries::no_responsibility;
    /// No recommendation answers a fault.
    NoRecommendation "no-recommendation" Medium Session ENTRY entries::no_recommendation;
    /// The unit did not say what it holds of a fault.
    NoPosition "no-position" Medium Session ENTRY entries::no_position;
    /// The subject of a fault is a vague group that nobody named.
    VagueSubject "vague-subject" Medium Session ENTRY entries::vague_subject;
    /// Nobody has to carry a recommendation out.
    NoDoer "no-doer" Medium Session ENTRY entries::no_doer;
    /// A recommendation has no due date.
    NoDue "no-due" Medium Session ENTRY entries::no_due;
    /// Something is due before the visit that asks for it.
    DueBeforeVisit "due-before-visit" Medium Session ENTRY entries::due_before_visit;
    /// A prompted issue was not answered.
    IssueUnanswered "issue-unanswered" Medium Session PROMPTED_ISSUE beside::issue_unanswered;
    /// A document that was due is not there.
    MaterialMissing "material-missing" Medium Preparation MATERIAL beside::material_missing;
    /// A document came after it was due.
    MaterialLate "material-late" Medium Preparation MATERIAL beside::material_late;
    /// A criterion is answered with a bare yes or no.
    BareAnswer "bare-answer" Medium Session ANSWER beside::bare_answer;
    /// More stand at the top level of a ranking than the office allows.
    CapExceeded "cap-exceeded" Medium Session ENTRY figures::cap_exceeded;
    /// Nobody decided how secret the minutes are.
    SecrecyUnset "secrecy-unset" Medium Session VISIT visit::secrecy_unset;
    /// There are fewer copies than the sides keep.
    FewCopies "few-copies" Light Session VISIT visit::few_copies;
    /// A group of several is listed with one name.
    GroupOfOne "group-of-one" Light Session ENTRY entries::group_of_one;
}

impl Check {
    /// Finds the check of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        CHECKS.iter().map(|rule| rule.check).find(|check| check.code() == code)
    }

    /// Returns how much its warnings matter.
    #[must_use]
    pub fn weight(self) -> Weight {
        CHECKS.iter().find(|rule| rule.check == self).map_or(Weight::Light, |rule| rule.weight)
    }
}
