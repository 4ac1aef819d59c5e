"""The index that gifts are found with: FTS5 on SQLite, full text (GIN) on PostgreSQL, over the tokens of a gift.

It holds nothing of its own. On PostgreSQL the column `token_vector` is made of the tokens by the database itself, once
when they are written and not at every question. On SQLite the triggers follow the table of gifts, so that what is
withdrawn, forgotten or over is gone from the index by whichever way its row goes; `optimize` after it also takes the
tokens out of the index's own pages, where FTS5 otherwise leaves them until it merges (decision 0017). Which migration
rebuilds the table of gifts on SQLite raises the triggers again.
"""

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import Lookup

OUT = "INSERT INTO gifts_index(gifts_index, rowid, tokens) VALUES ('delete', old.id, old.tokens);"
IN = "INSERT INTO gifts_index(rowid, tokens) VALUES (new.id, new.tokens);"
TIDY = "INSERT INTO gifts_index(gifts_index) VALUES ('optimize');"
SQLITE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS gifts_index USING fts5(tokens, content='gifts_gift', content_rowid='id', "
    "tokenize='ascii', detail='none', columnsize=0)",
    f"CREATE TRIGGER gifts_index_in AFTER INSERT ON gifts_gift BEGIN {IN} END",
    f"CREATE TRIGGER gifts_index_out AFTER DELETE ON gifts_gift BEGIN {OUT} {TIDY} END",
    f"CREATE TRIGGER gifts_index_again AFTER UPDATE OF tokens ON gifts_gift BEGIN {OUT} {IN} {TIDY} END",
)
VECTOR = "token_vector"
POSTGRESQL = (
    "DROP INDEX IF EXISTS gifts_index",
    f"ALTER TABLE gifts_gift ADD COLUMN IF NOT EXISTS {VECTOR} tsvector "
    "GENERATED ALWAYS AS (array_to_tsvector(string_to_array(tokens, ' '))) STORED",
    f"CREATE INDEX gifts_index ON gifts_gift USING gin ({VECTOR})",
)


def any_of(tokens: Sequence[str]) -> str:
    """One question to the index of this database: has it one of these tokens? Anything else than letters and digits in
    one of them would be a question of its own."""
    if not tokens or not all(one.isascii() and one.isalnum() for one in tokens):
        raise ValueError("tokens of letters and digits")
    if connection.vendor == "postgresql":
        return " | ".join(tokens)
    return " OR ".join(f'"{one}"' for one in tokens)


class AnyOf(Lookup):
    """`tokens__any_of=any_of(tokens)`: rows whose text has at least one of these tokens."""

    lookup_name = "any_of"
    prepare_rhs = False

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """The rows that FTS5 gives."""
        table = connection.ops.quote_name(self.lhs.alias)
        found = f"{table}.id IN (SELECT rowid FROM gifts_index WHERE gifts_index MATCH %s)"  # noqa: S608  no words of people
        return found, [self.rhs]

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """The rows whose text matches."""
        table = connection.ops.quote_name(self.lhs.alias)
        return f"{table}.{VECTOR} @@ %s::tsquery", [self.rhs]


def make_index(apps: Any, schema_editor: Any) -> None:
    """Make it, whether or not a part of it is there already."""
    if schema_editor.connection.vendor == "postgresql":
        for statement in POSTGRESQL:
            schema_editor.execute(statement)
        return
    for name in ("in", "out", "again"):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS gifts_index_{name}")
    for statement in SQLITE:
        schema_editor.execute(statement)


def drop_index(apps: Any, schema_editor: Any) -> None:
    """Take it away; only a migration backwards does. On PostgreSQL it goes with the table."""
    if schema_editor.connection.vendor == "sqlite":
        for name in ("in", "out", "again"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS gifts_index_{name}")
        schema_editor.execute("DROP TABLE IF EXISTS gifts_index")
