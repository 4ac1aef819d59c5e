"""The journal only grows: the database itself refuses to change or remove a moment."""

from typing import Any

REFUSAL = "the journal only grows"


def raise_triggers(apps: Any, schema_editor: Any) -> None:
    """Make the triggers, whether or not they are there already."""
    drop_triggers(apps, schema_editor)
    for event in ("UPDATE", "DELETE"):
        for statement in _made(schema_editor.connection.vendor, event):
            schema_editor.execute(statement)


def drop_triggers(apps: Any, schema_editor: Any) -> None:
    """Take the triggers away; only a migration backwards does."""
    on = " ON journal_moment" if schema_editor.connection.vendor == "postgresql" else ""
    for event in ("update", "delete"):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS journal_no_{event}{on}")


def _made(vendor: str, event: str) -> list[str]:
    name = f"journal_no_{event.lower()}"
    if vendor == "postgresql":
        return [
            "CREATE OR REPLACE FUNCTION journal_only_grows() RETURNS trigger AS $$ "
            f"BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$ LANGUAGE plpgsql",
            f"CREATE TRIGGER {name} BEFORE {event} ON journal_moment "
            "FOR EACH ROW EXECUTE FUNCTION journal_only_grows()",
        ]
    return [
        f"CREATE TRIGGER {name} BEFORE {event} ON journal_moment BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    ]
