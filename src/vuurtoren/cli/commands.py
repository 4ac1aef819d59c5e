"""The list of commands."""

from typing import Any

import typer
from typer.exceptions import TyperException
from typer.main import get_command

from vuurtoren.cli import agreed as _  # noqa: F401  it adds its commands to those of response
from vuurtoren.cli import care, initiatives, journal, machine, people, places, sliding, trying, weaving
from vuurtoren.cli import letters as __  # noqa: F401  and it to those of people
from vuurtoren.cli.frame import guarded
from vuurtoren.cli.helping import speak
from vuurtoren.cli.mistakes import help_was_shown, refused_for

app = typer.Typer(name="vuurtoren", no_args_is_help=True, add_completion=False)
PARTS = (places, trying, journal, people, care, initiatives, weaving, sliding)
for part in PARTS:
    app.add_typer(part.app)
machine.add_to(app)


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    return guarded(lambda: _run(arguments))


def spoken() -> Any:
    """All commands, with their help in the language of the terminal."""
    every = get_command(app)
    speak(every)
    return every


def _run(arguments: list[str]) -> int:
    try:
        answer = spoken().main(arguments, prog_name="vuurtoren", standalone_mode=False)
    except typer.Exit as done:
        return done.exit_code
    except TyperException as wrong:
        if help_was_shown(wrong):
            return 2
        raise refused_for(wrong) from None
    except typer.Abort:
        return 2
    return answer if isinstance(answer, int) else 0
