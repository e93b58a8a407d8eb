//! The definition of the command line, in the user's language.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::styling::Styles;
use clap::{Arg, ArgAction, Command, value_parser};

use super::{backup, followed};
use crate::i18n::{Cli, Language, Texts};

/// Describes every command and option; help and `docs/cli.md` derive from it.
#[must_use]
pub fn command(texts: &Texts) -> Command {
    let say = &texts.cli;
    let visit = || Arg::new("visit").value_name("REF").help(say.visit);
    let new_passphrase = || {
        Arg::new("new-passphrase-file")
            .long("new-passphrase-file")
            .value_name("FILE")
            .value_parser(value_parser!(PathBuf))
            .help(texts.locking.new_passphrase_file)
    };
    let json = || Arg::new("json").long("json").action(ArgAction::SetTrue).help(say.json);
    let version =
        |name: &'static str| Arg::new(name).long(name).value_name("N").value_parser(value_parser!(u32).range(1..));
    let list_what = Arg::new("what")
        .value_name("WHAT")
        .value_parser(["delegations", "visits", "units", "entries", "materials", "issues"])
        .default_value("visits")
        .hide_possible_values(true)
        .help(say.list_what);
    let calendar_what = Arg::new("what")
        .value_name("WHAT")
        .value_parser(["show", "copy", "check"])
        .default_value("show")
        .hide_possible_values(true)
        .help(texts.settings.calendar_what);
    let commands = [
        Command::new("demo")
            .about(say.demo)
            .arg(
                Arg::new("scale")
                    .long("scale")
                    .value_name("PERCENT")
                    .value_parser(value_parser!(u32).range(1..=1000))
                    .help(say.demo_scale),
            )
            .arg(
                Arg::new("seed")
                    .long("seed")
                    .value_name("N")
                    .value_parser(value_parser!(u64))
                    .requires("scale")
                    .help(say.demo_seed),
            ),
        Command::new("export")
            .about(say.export)
            .arg(visit())
            .arg(json())
            .arg(Arg::new("to").long("to").value_name("DIR").value_parser(value_parser!(PathBuf)).help(say.export_to))
            .arg(Arg::new("make-folder").long("make-folder").action(ArgAction::SetTrue).help(say.make_folder))
            .arg(Arg::new("built-in").long("built-in").action(ArgAction::SetTrue).help(texts.templates.built_in))
            .arg(
                Arg::new("redacted")
                    .long("redacted")
                    .action(ArgAction::SetTrue)
                    .conflicts_with("built-in")
                    .help(texts.templates.redacted),
            )
            .arg(version("sealed").conflicts_with_all(["built-in", "redacted"]).help(texts.sealing.export_sealed)),
        Command::new("seal").about(texts.sealing.seal).arg(visit()).arg(json()),
        Command::new("reopen")
            .about(texts.sealing.reopen)
            .arg(visit().required(true))
            .arg(Arg::new("reason").long("reason").value_name("TEXT").required(true).help(texts.sealing.reason))
            .arg(json()),
        Command::new("versions").about(texts.sealing.versions_about).arg(visit()).arg(json()),
        Command::new("compare")
            .about(texts.sealing.compare_about)
            .arg(visit().required(true))
            .arg(version("from").help(texts.sealing.compare_from))
            .arg(version("to").help(texts.sealing.compare_to)),
        Command::new("verify")
            .about(texts.sealing.verify)
            .arg(
                Arg::new("file")
                    .value_name("FILE")
                    .required(true)
                    .value_parser(value_parser!(PathBuf))
                    .help(texts.sealing.verify_file),
            )
            .arg(
                Arg::new("signers")
                    .long("signers")
                    .value_name("FILE")
                    .value_parser(value_parser!(PathBuf))
                    .help(texts.signatures.signers),
            )
            .arg(json()),
        Command::new("signing-key")
            .about(texts.signatures.about)
            .after_help(texts.signatures.about_more)
            .arg(Arg::new("identity").long("identity").value_name("NAME").help(texts.signatures.identity))
            .arg(Arg::new("renew").long("renew").action(ArgAction::SetTrue).help(texts.signatures.renew))
            .arg(json()),
        Command::new("check").about(say.check).arg(visit().long("visit")).arg(json()),
        Command::new("import")
            .about(texts.imports.about)
            .arg(
                Arg::new("what")
                    .value_name("WHAT")
                    .required(true)
                    .value_parser(["units", "people", "checklist", "outside-items"])
                    .hide_possible_values(true)
                    .help(texts.imports.what_help),
            )
            .arg(
                Arg::new("file")
                    .value_name("FILE")
                    .required(true)
                    .value_parser(value_parser!(PathBuf))
                    .help(texts.imports.file_help),
            )
            .arg(Arg::new("delegation").long("delegation").value_name("REF").help(texts.imports.delegation_help))
            .arg(Arg::new("unit").long("unit").value_name("REF").help(texts.imports.unit_help))
            .arg(Arg::new("dry-run").long("dry-run").action(ArgAction::SetTrue).help(texts.imports.dry_run_help))
            .arg(json()),
        Command::new("list").about(say.list).arg(list_what).arg(visit().long("visit")).arg(json()),
        Command::new("search")
            .about(texts.search.about)
            .arg(json())
            .arg(Arg::new("words").value_name("WORDS").num_args(1..).required(true).help(texts.search.words)),
        Command::new("show")
            .about(say.show)
            .arg(Arg::new("reference").value_name("REF").required(true).help(say.reference))
            .arg(Arg::new("private").long("private").action(ArgAction::SetTrue).help(say.show_private))
            .arg(json()),
        Command::new("add").about(say.add).arg(visit().long("visit")).arg(json()).arg(
            Arg::new("line")
                .value_name("LINE")
                .num_args(0..)
                .trailing_var_arg(true)
                .allow_hyphen_values(true)
                .help(say.add_line),
        ),
        Command::new("note").about(texts.note.about).arg(visit().long("visit")).arg(json()),
        Command::new("calendar").about(texts.settings.about).arg(calendar_what).arg(json()),
        Command::new("keys")
            .about(texts.keys.about)
            .arg(
                Arg::new("what")
                    .value_name("WHAT")
                    .value_parser(["show", "check"])
                    .default_value("show")
                    .hide_possible_values(true)
                    .help(texts.keys.what),
            )
            .arg(json()),
        template(texts),
        Command::new("diary")
            .about(say.diary)
            .arg(Arg::new("delegation").value_name("REF").required(true).help(say.diary_of))
            .arg(json())
            .arg(Arg::new("text").value_name("TEXT").num_args(0..).help(say.diary_text)),
        Command::new("add-basis")
            .about(say.add_basis)
            .arg(Arg::new("delegation").long("delegation").value_name("REF").help(say.add_basis_for))
            .arg(json())
            .arg(Arg::new("text").value_name("TEXT").allow_hyphen_values(true).help(say.add_basis_text)),
        Command::new("doctor").about(say.doctor).arg(json()),
        Command::new("lock-store").about(texts.locking.about_lock).arg(new_passphrase()).arg(
            Arg::new("remove-leftovers")
                .long("remove-leftovers")
                .action(ArgAction::SetTrue)
                .help(texts.locking.remove_leftovers),
        ),
        Command::new("unlock-store").about(texts.locking.about_unlock),
        Command::new("passphrase").about(texts.locking.about_passphrase).arg(new_passphrase()),
        Command::new("recovery-code").about(texts.locking.about_code),
    ];
    let commands = commands.into_iter().chain(backup::commands(texts)).chain(followed::arguments::commands(texts));
    let commands: Vec<Command> = commands.collect();
    let root = Command::new("bienban")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say.about)
        .after_help(say.after_help)
        .arg(
            Arg::new("data-dir")
                .long("data-dir")
                .value_name("DIR")
                .env("BIENBAN_DATA_DIR")
                .hide_env_values(true)
                .global(true)
                .value_parser(value_parser!(PathBuf))
                .help(say.data_dir),
        )
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("LANG")
                .env("BIENBAN_LANG")
                .hide_env_values(true)
                .global(true)
                .value_parser(["vi", "en"])
                .hide_possible_values(true)
                .help(say.lang),
        )
        .arg(
            Arg::new("passphrase-file")
                .long("passphrase-file")
                .value_name("FILE")
                .env("BIENBAN_PASSPHRASE_FILE")
                .hide_env_values(true)
                .global(true)
                .value_parser(value_parser!(PathBuf))
                .help(texts.locking.passphrase_file),
        )
        .arg(Arg::new("version").long("version").short('V').action(ArgAction::Version).help(say.version))
        .disable_version_flag(true)
        .subcommands(commands.into_iter().map(|command| dressed(command, "bienban ", say)));
    dressed(root, "", say)
}

/// The commands about templates.
fn template(texts: &Texts) -> Command {
    let (words, say) = (&texts.templates, &texts.cli);
    let json = || Arg::new("json").long("json").action(ArgAction::SetTrue).help(say.json);
    let name = || Arg::new("name").value_name("NAME").required(true).help(words.name);
    let commands = [
        Command::new("list").about(words.list_about).arg(json()),
        Command::new("show").about(words.show_about).arg(name()),
        Command::new("copy")
            .about(words.copy_about)
            .arg(name())
            .arg(Arg::new("new").value_name("NEW").help(words.new_name))
            .arg(json()),
        Command::new("check")
            .about(words.check_about)
            .arg(Arg::new("template").value_name("FILE|NAME").help(words.checked))
            .arg(json()),
    ];
    let commands = commands.map(|command| dressed(command, "bienban template ", say));
    Command::new("template").about(words.about).subcommands(commands)
}

/// Puts help into the user's language: clap's own headings are English. `before` is what stands before the command's name.
fn dressed(command: Command, before: &str, say: &Cli) -> Command {
    let has =
        |yes: bool, heading: &str, body: &str| if yes { format!("\n\n{heading}:\n{body}") } else { String::new() };
    let arguments: String = command
        .get_positionals()
        .map(|argument| {
            let name = argument.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
            if argument.is_required_set() { format!(" <{name}>") } else { format!(" [{name}]") }
        })
        .collect();
    let usage = match (command.has_subcommands(), command.get_name()) {
        (true, name) => format!("{before}{name} [{}] [{}]", say.options_placeholder, say.command_placeholder),
        (false, name) => format!("{before}{name} [{}]{arguments}", say.options_placeholder),
    };
    let template = format!(
        "{{about-with-newline}}\n{} {usage}{}{}{}{{after-help}}",
        say.usage,
        has(command.has_subcommands(), say.commands, "{subcommands}"),
        has(command.get_positionals().next().is_some(), say.arguments, "{positionals}"),
        has(true, say.options, "{options}"),
    );
    command
        .styles(Styles::plain())
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .help_template(template)
        .arg(Arg::new("help").long("help").short('h').action(ArgAction::Help).help(say.help))
}

/// Finds the language asked for, before the arguments are parsed in it: `--lang` first, then the environment.
pub(super) fn language_before_parsing(arguments: &[OsString], environment: Option<&str>) -> Option<Language> {
    let mut words = arguments.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        let code = match word.strip_prefix("--lang") {
            Some("") => words.next(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        if let Some(language) = code.and_then(Language::from_code) {
            return Some(language);
        }
    }
    environment.and_then(Language::from_code)
}

/// Whether an unquoted `--` before the words of a line was meant as the mark of a shortcoming: to every command line it ends
/// the options, so the mark would be lost.
pub(super) fn swallowed_mark(arguments: &[OsString]) -> bool {
    let mut words = arguments.iter().skip_while(|word| *word != "add").skip(1);
    words.any(|word| word == "--") && words.next().is_some_and(|next| !next.to_string_lossy().starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_is_consistent_in_both_languages() {
        for language in [Language::Vietnamese, Language::English] {
            command(language.texts()).debug_assert();
        }
    }

    #[test]
    fn an_unquoted_mark_of_a_shortcoming_is_noticed() {
        let swallowed = |words: &[&str]| {
            let words: Vec<OsString> = words.iter().map(OsString::from).collect();
            swallowed_mark(&words)
        };
        assert!(swallowed(&["bienban", "add", "--", "tự", "phê", "bình"]));
        assert!(!swallowed(&["bienban", "add", "--", "-- tự phê bình"]));
        assert!(!swallowed(&["bienban", "add", "-- tự phê bình"]));
        assert!(!swallowed(&["bienban", "list", "--", "visits"]));
    }

    #[test]
    fn the_language_is_known_before_the_arguments_are_read() {
        let find = |words: &[&str], environment| {
            let words: Vec<OsString> = words.iter().map(OsString::from).collect();
            language_before_parsing(&words, environment)
        };
        assert_eq!(find(&["bienban", "--lang", "en"], None), Some(Language::English));
        assert_eq!(find(&["bienban", "--lang=vi", "list"], Some("en")), Some(Language::Vietnamese));
        assert_eq!(find(&["bienban", "list"], Some("en")), Some(Language::English));
        assert_eq!(find(&["bienban", "--language"], None), None);
    }
}
