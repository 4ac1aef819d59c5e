"""The tables of the database: made at the first command on a fresh machine, never changed without being asked."""

from collections.abc import Callable

from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from vuurtoren.language import Refused


def make_tables() -> None:
    """Make the tables, or bring them up to date."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)


def tables_are_there(hint: Callable[[str], None]) -> None:
    """Make the tables in an empty database; refuse where they are of an older version.

    Changing tables that hold what people wrote is left to `vuurtoren prepare`, after a backup.
    """
    loader = MigrationLoader(connection)
    if not loader.applied_migrations:
        hint("cli-first-time")
        make_tables()
    elif not set(loader.graph.nodes) <= set(loader.applied_migrations):
        raise Refused("cli.older_tables")
