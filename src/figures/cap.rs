//! The cap on the top level of a ranking, an office's rule.

use serde::Serialize;

use super::Percent;

/// What the top level is compared with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CapBase {
    /// Those ranked "hoàn thành tốt nhiệm vụ".
    #[default]
    Good,
    /// Those ranked "hoàn thành tốt nhiệm vụ" and above.
    GoodOrBetter,
    /// All that are ranked.
    All,
}

/// How many may stand at the top level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cap {
    /// The most they may be of those they are compared with.
    pub percent: Percent,
    /// What they are compared with.
    pub base: CapBase,
}

impl Default for Cap {
    fn default() -> Self {
        Self { percent: Percent::whole(20), base: CapBase::Good }
    }
}
