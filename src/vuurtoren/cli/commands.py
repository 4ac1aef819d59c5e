"""The list of commands."""

import typer
from typer.exceptions import TyperException

from vuurtoren.cli import agreed as _  # noqa: F401  it adds its commands to those of response
from vuurtoren.cli import care, journal, machine, people, places, trying
from vuurtoren.cli.frame import guarded
from vuurtoren.cli.mistakes import refused_for

app = typer.Typer(
    name="vuurtoren",
    no_args_is_help=True,
    add_completion=False,
    help="Who carries what in every street, and therefore what the city does tomorrow.",
)
for part in (places.app, trying.app, journal.app, people.app, care.app):
    app.add_typer(part)
machine.add_to(app)


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    return guarded(lambda: _run(arguments))


def _run(arguments: list[str]) -> int:
    try:
        answer = app(arguments, prog_name="vuurtoren", standalone_mode=False)
    except typer.Exit as done:
        return done.exit_code
    except TyperException as wrong:
        raise refused_for(wrong) from None
    except typer.Abort:
        return 2
    return answer if isinstance(answer, int) else 0
