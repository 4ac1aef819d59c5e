"""`vuurtoren serve`, `demo` and `prepare`: the machine itself."""

import os
import sys
from typing import Annotated

import typer
from django.conf import settings
from django.core.management import call_command

from vuurtoren.cli.frame import command, err
from vuurtoren.cli.people import link_for
from vuurtoren.cli.tables import make_tables
from vuurtoren.people.models import Person
from vuurtoren.places.models import Neighbourhood

DEMO_SLUG = "lichthaven"


def add_to(app: typer.Typer) -> None:
    """Put the machine's own commands beside the others."""
    command(app, "prepare", "machine.night", prepares=True)(prepare)
    command(app, "serve", "machine.night", prepares=True)(serve)
    command(app, "demo", "machine.night", prepares=True)(demo)


def prepare() -> None:
    """Make or update the tables of the database and the compressed files of the pages."""
    make_tables()
    call_command("collectstatic", verbosity=0, interactive=False)


def serve(
    links: Annotated[bool, typer.Option(help="Print sign-in links for the demo people.")] = False,
    workers: Annotated[int, typer.Option(min=1, max=16)] = 2,
) -> None:
    """Serve the pages on this machine."""
    prepare()
    if links:
        print_links()
    address = f"http://127.0.0.1:{settings.PORT}"
    err.print(f"Vuurtoren: {settings.ORIGIN or address}  (Ctrl+C stops)", highlight=False)
    sys.stderr.flush()
    command_line = server("vuurtoren.config.wsgi:application", settings.PORT, workers)
    os.execv(sys.executable, command_line)  # noqa: S606  the server takes this process over


def server(application: str, port: int, workers: int) -> list[str]:
    """The command line that serves an application on this machine; the benchmarks serve theirs just so."""
    return [
        *(sys.executable, "-m", "granian", application, "--interface", "wsgi"),
        *("--host", "127.0.0.1", "--port", str(port), "--workers", str(workers)),
        *("--blocking-threads", "4", "--log-level", "warning"),
    ]


def demo(
    if_empty: Annotated[bool, typer.Option(help="Do nothing when there is a neighbourhood already.")] = False,
    seed: Annotated[int, typer.Option(min=0)] = 2026,
    days: Annotated[int, typer.Option(min=7, max=400, help="How long the demo has been going.")] = 56,
) -> None:
    """Fill an invented neighbourhood: streets, people, what they carry, what the city does."""
    from vuurtoren.cli.demo import fill

    prepare()
    if Neighbourhood.objects.exists() and if_empty:
        return
    if Neighbourhood.objects.filter(slug=DEMO_SLUG).exists():
        err.print("The demo neighbourhood is there already.")
        return
    fill(seed, days, say=lambda words: err.print(words, highlight=False))


def print_links() -> None:
    """One fresh link for each of the demo people."""
    here = Neighbourhood.objects.filter(slug=DEMO_SLUG).first()
    if here is None:
        return
    err.print("\nCome in as (each link works once, for ten minutes):")
    for person in Person.objects.filter(account__email__endswith="@lichthaven.example").order_by("id"):
        roles = ", ".join(sorted(person.roles.values_list("role", flat=True)))
        err.print(f"  {person.called} ({roles}): {link_for(person, here)}", highlight=False, soft_wrap=True)
    err.print("A new link: .venv/bin/vuurtoren people link MAIL\n", highlight=False)
