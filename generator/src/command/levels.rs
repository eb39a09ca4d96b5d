//! `--deny`, `--warn` and `--allow`, in the order in which they are given.

use clap::error::Error;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};

use crate::generator::Generator;

/// The options and what each does, with the short help.
const OPTIONS: [(&str, Action, &str); 3] = [
    (
        "deny",
        Action::Deny,
        "Treat problems of this code as errors, or all `warnings`. May be repeated",
    ),
    ("warn", Action::Warn, "Treat problems of this code as warnings. May be repeated"),
    (
        "allow",
        Action::Allow,
        "Do not report problems of this code, or all `warnings`. May be repeated",
    ),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Action {
    Deny,
    Warn,
    Allow,
}

/// The levels of codes, in order: of several for one code, the last counts.
#[derive(Clone, Debug, Default)]
pub(super) struct LevelArguments(Vec<(Action, String)>);

impl LevelArguments {
    pub(super) fn apply(&self, generator: Generator) -> Generator {
        self.0.iter().fold(generator, |generator, (action, code)| match action {
            Action::Deny => generator.deny(code),
            Action::Warn => generator.warn(code),
            Action::Allow => generator.allow(code),
        })
    }
}

impl Args for LevelArguments {
    fn augment_args(command: Command) -> Command {
        OPTIONS.iter().fold(command, |command, (name, _, help)| {
            let option = Arg::new(*name).long(*name).value_name("CODE").help(*help);
            command.arg(option.action(ArgAction::Append))
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for LevelArguments {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let mut placed: Vec<(usize, Action, String)> = Vec::new();
        for (name, action, _) in OPTIONS {
            let places = matches.indices_of(name).into_iter().flatten();
            let codes = matches.get_many::<String>(name).into_iter().flatten();
            placed.extend(places.zip(codes).map(|(place, code)| (place, action, code.clone())));
        }
        placed.sort_by_key(|(place, ..)| *place);
        Ok(Self(placed.into_iter().map(|(_, action, code)| (action, code)).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
