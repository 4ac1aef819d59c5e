"""What `--help` says, in the language of the terminal.

The words stand with all others in `language/`: `cli-help-response-agree` is what the command does,
`cli-help-response-agree-goal` what its option means, and `cli-help-any-as_json` what an option means wherever no command
says it in words of its own.
"""

from collections.abc import Iterator
from typing import Any

from typer import Context, rich_utils

from vuurtoren.cli.frame import in_words, language
from vuurtoren.language import has

TITLES = {
    "ARGUMENTS_PANEL_TITLE": "cli-help-arguments",
    "OPTIONS_PANEL_TITLE": "cli-help-options",
    "COMMANDS_PANEL_TITLE": "cli-help-commands",
    "REQUIRED_LONG_STRING": "cli-help-required",
}
"""The heads that typer puts above what it lists, and our sentence for each."""


def speak(command: Any) -> None:
    """Give a command and all below it their help in the language of the terminal."""
    for title, key in TITLES.items():
        setattr(rich_utils, title, in_words(key))
    rich_utils.DEFAULT_STRING = in_words("cli-help-default", value="{}")
    for key, thing in helped(command):
        thing.help = in_words(key)
        if hasattr(thing, "get_help_option"):
            thing.get_help_option(Context(thing)).help = in_words("cli-help-any-help")
        elif thing.param_type_name == "argument":
            thing.metavar = thing.name.upper()


def helped(command: Any, path: str = "cli-help") -> Iterator[tuple[str, Any]]:
    """Every command and option with the name of its sentence."""
    yield path, command
    for param in command.params:
        own = f"{path}-{param.name}"
        yield (own if has(language(), own) else f"cli-help-any-{param.name}"), param
    for name, below in getattr(command, "commands", {}).items():
        yield from helped(below, f"{path}-{name}")
