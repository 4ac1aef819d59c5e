"""The parts of docs/builders that come from the code. `script/docs` writes them; a test sees that they are current."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
BUILDERS = ROOT / "docs" / "builders"


def pages() -> dict[str, str]:
    """Every generated page by file name."""
    return {"doors.md": doors(), "rights.md": rights(), "moments.md": moments(), "commands.md": commands()}


def doors() -> str:
    """Every page: its address, name and right. The list is frozen: a new door shows as a change of this file."""
    from vuurtoren.web.urls import urlpatterns

    rows = [f"| `/{one.pattern}` | {one.callback.door[0]} | {one.callback.door[1]} |" for one in urlpatterns]
    return _table(
        "Doors",
        "Every page, its name and the right it asks. Written by `script/docs`.",
        ["address", "name", "right"],
        rows,
    )


def rights() -> str:
    """The rights table."""
    from vuurtoren.power.rules import COLUMNS, TABLE

    rows = [f"| {right} | {' | '.join(row.split())} |" for right, row in TABLE.items()]
    said = (
        "V visitor, R resident, H table host, B community builder, C board member, P treasurer, M municipal worker, "
        "A auditor, I instance admin, X whoever stands at the machine. y/x yes, o where one is concerned oneself, "
        "2 with a second person, - never. Written by `script/docs` from `power/rules.py`."
    )
    return _table("Rights", said, ["right", *COLUMNS], rows)


def moments() -> str:
    """Every kind of moment and what it holds."""
    from vuurtoren.journal.queries import all_kinds
    from vuurtoren.language import say

    rows = []
    for name, kind in sorted(all_kinds().items()):
        holds = ", ".join(
            f"{key} ({' / '.join(value) if isinstance(value, tuple) else value.__name__})"
            for key, value in kind.holds.items()
        )
        rows.append(f"| {name} | {say('nl', kind.key)} | {holds} |")
    return _table(
        "Moments",
        "Every kind of row of the journal. Written by `script/docs`.",
        ["kind", "sentence", "holds"],
        rows,
    )


def commands() -> str:
    """Every command of `vuurtoren`."""
    from vuurtoren.cli import commands as every
    from vuurtoren.cli.frame import COMMANDS
    from vuurtoren.language import say

    assert every.app
    rows = [
        f"| `vuurtoren {name}` | {say('en', 'cli-help-' + name.replace(' ', '-'))} | {right} |"
        for name, right in sorted(COMMANDS.items())
    ]
    return _table(
        "Commands",
        "Every command and the right it asks. Written by `script/docs`.",
        ["command", "what", "right"],
        rows,
    )


def _table(title: str, said: str, heads: list[str], rows: list[str]) -> str:
    return "\n".join(
        [f"# {title}", "", said, "", f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}", *rows, ""]
    )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vuurtoren.config.settings")
    sys.path.insert(0, str(ROOT / "src"))
    import django

    django.setup()
    for name, text in pages().items():
        (BUILDERS / name).write_text(text, encoding="utf-8")
