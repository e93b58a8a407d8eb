//! The definition of the commands about what is followed.

use clap::{Arg, ArgAction, Command};

use crate::i18n::Texts;
use crate::session::Figures;

/// Describes the commands.
pub(in crate::cli) fn commands(texts: &Texts) -> [Command; 4] {
    let (say, follow, statistics) = (&texts.cli, &texts.follow, &texts.statistics);
    let json = || Arg::new("json").long("json").action(ArgAction::SetTrue).help(say.json);
    let value =
        |name: &'static str, of: &'static str, help: &'static str| Arg::new(name).long(name).value_name(of).help(help);
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    let unit = || value("unit", "REF", follow.of_unit);
    let delegation = || value("delegation", "REF", follow.of_delegation);
    [
        Command::new("register")
            .about(follow.register)
            .arg(unit())
            .arg(delegation())
            .arg(value("doer", "TEXT", follow.of_doer))
            .arg(value("text", "TEXT", follow.of_text))
            .arg(value("due-from", "DATE", follow.due_from))
            .arg(value("due-to", "DATE", follow.due_to))
            .arg(value("kind", "KIND", follow.of_kind).action(ArgAction::Append))
            .arg(value("standing", "STANDING", follow.of_standing).action(ArgAction::Append))
            .arg(value("class", "TEXT", follow.of_class))
            .arg(flag("overdue", follow.only_overdue).conflicts_with_all(["open", "closed", "all"]))
            .arg(flag("open", follow.only_open).conflicts_with_all(["closed", "all"]))
            .arg(flag("closed", follow.only_closed).conflicts_with("all"))
            .arg(flag("all", follow.all))
            .arg(json()),
        Command::new("follow")
            .about(follow.follow)
            .arg(Arg::new("item").value_name("REF").num_args(1..).required(true).help(follow.items))
            .arg(value("act", "ACT", follow.act).default_value("watch"))
            .arg(value("date", "DATE", follow.date))
            .arg(value("by", "WHO", follow.by).required(true))
            .arg(value("result", "TEXT", follow.result))
            .arg(value("standing", "STANDING", follow.standing))
            .arg(value("due", "DATE", follow.due))
            .arg(value("evidence", "TEXT", follow.evidence))
            .arg(json()),
        Command::new("carried").about(follow.carried).arg(value("visit", "REF", say.visit)).arg(json()),
        Command::new("statistics")
            .about(statistics.about)
            .arg(unit())
            .arg(delegation())
            .arg(value("from", "DATE", statistics.from_day))
            .arg(value("to", "DATE", statistics.to_day))
            .arg(
                value("by", "TABLE", statistics.by)
                    .value_parser(Figures::ALL.map(Figures::code))
                    .hide_possible_values(true),
            )
            .arg(flag("csv", statistics.csv).conflicts_with("json"))
            .arg(json()),
    ]
}
