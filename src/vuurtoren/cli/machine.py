"""`vuurtoren serve`, `demo` and `prepare`: the machine itself."""

import os
import socket
import sys
from typing import Annotated

import typer
from django.conf import settings
from django.core.management import call_command

from vuurtoren.cli.frame import command, hint, in_words
from vuurtoren.cli.people import link_for
from vuurtoren.cli.tables import make_tables
from vuurtoren.language import Refused
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
    make_ready()
    hint("cli-prepared")


def make_ready() -> None:
    """The tables and the files of the pages as this version needs them."""
    make_tables()
    call_command("collectstatic", verbosity=0, interactive=False)


def serve(
    links: Annotated[bool, typer.Option()] = False,
    workers: Annotated[int, typer.Option(min=1, max=16)] = 2,
) -> None:
    """Serve the pages on this machine."""
    check_port_is_free(settings.PORT)
    make_ready()
    if links:
        print_links()
    address = f"http://127.0.0.1:{settings.PORT}"
    hint("cli-serving", address=settings.ORIGIN or address)
    sys.stderr.flush()
    command_line = server("vuurtoren.config.wsgi:application", settings.PORT, workers)
    os.execv(sys.executable, command_line)  # noqa: S606  the server takes this process over


def check_port_is_free(port: int) -> None:
    """Two servers on one port would share the requests between two neighbourhoods."""
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind(("127.0.0.1", port))
        except OSError:
            raise Refused("cli.port_taken", port=str(port)) from None


def server(application: str, port: int, workers: int) -> list[str]:
    """The command line that serves an application on this machine; the benchmarks serve theirs just so."""
    return [
        *(sys.executable, "-m", "granian", application, "--interface", "wsgi"),
        *("--host", "127.0.0.1", "--port", str(port), "--workers", str(workers)),
        *("--blocking-threads", "3", "--log-level", "warning"),
    ]


def demo(
    if_empty: Annotated[bool, typer.Option()] = False,
    seed: Annotated[int, typer.Option(min=0)] = 2026,
    days: Annotated[int, typer.Option(min=7, max=400)] = 56,
) -> None:
    """Fill an invented neighbourhood: streets, people, what they carry, what the city does."""
    from vuurtoren.cli.demo import fill

    make_ready()
    if Neighbourhood.objects.exists() and if_empty:
        return
    if Neighbourhood.objects.filter(slug=DEMO_SLUG).exists():
        hint("cli-demo-there")
        return
    fill(seed, days, hint=hint)
    hint("cli-demo-done")


def print_links() -> None:
    """One fresh link for each of the demo people."""
    here = Neighbourhood.objects.filter(slug=DEMO_SLUG).first()
    if here is None:
        return
    hint("cli-come-in")
    for person in Person.objects.filter(account__email__endswith="@lichthaven.example").order_by("id"):
        held = sorted(person.roles.values_list("role", flat=True))
        roles = ", ".join(in_words(f"role-{role}") for role in held)
        hint("cli-come-in-as", name=person.called, roles=roles, link=link_for(person, here))
    hint("cli-new-link")
