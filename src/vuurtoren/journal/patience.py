"""What a database says when it cannot: wait and try again, or there is no room. Read from its codes, not its words."""

from django.db import DatabaseError, Error, InterfaceError, OperationalError

SQLITE_WAIT = frozenset({5, 6})
"""SQLITE_BUSY and SQLITE_LOCKED: another one writes. https://www.sqlite.org/rescode.html"""
SQLITE_NO_ROOM = frozenset({8, 10, 13})
"""SQLITE_READONLY, SQLITE_IOERR and SQLITE_FULL: the disk takes no more."""
POSTGRES_WAIT = frozenset({"40001", "40P01", "55P03"})
"""Serialization failure, deadlock, lock not available. https://www.postgresql.org/docs/current/errcodes-appendix.html"""
POSTGRES_NO_ROOM = frozenset({"53100", "58030", "25006"})
"""Disk full, a fault in reading or writing, and read only."""


def must_wait(error: BaseException) -> bool:
    """Did somebody else hold what we need, so that the same deed succeeds a moment later?"""
    return _sqlite(error) in SQLITE_WAIT or _postgres(error) in POSTGRES_WAIT


def has_no_room(error: BaseException) -> bool:
    """Can nothing be written, because the disk is full or fails?"""
    return _sqlite(error) in SQLITE_NO_ROOM or _postgres(error) in POSTGRES_NO_ROOM


def is_away(error: BaseException) -> bool:
    """Is the database not to be reached, or did it go away in the middle of our words?"""
    if must_wait(error) or has_no_room(error):
        return False
    return isinstance(error, OperationalError | InterfaceError) or _postgres(error).startswith(("08", "57P"))


def is_trouble(error: BaseException | None) -> bool:
    """Is it the database's trouble of this moment, and not a fault in the house?"""
    if not isinstance(error, DatabaseError | Error):
        return False
    return must_wait(error) or has_no_room(error) or is_away(error)


def _sqlite(error: BaseException) -> int:
    """The primary result code, 0 where it was not SQLite that spoke."""
    return int(getattr(error.__cause__, "sqlite_errorcode", 0)) & 0xFF


def _postgres(error: BaseException) -> str:
    """The SQLSTATE, empty where it was not PostgreSQL that spoke."""
    return str(getattr(error.__cause__, "sqlstate", "") or "")
