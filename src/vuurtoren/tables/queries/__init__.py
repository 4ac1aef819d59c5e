"""Seeing tables: that they are, where and when is for all; who sat there is for those who did."""

from vuurtoren.tables.queries.meeting import (
    Asked,
    MetSeen,
    asked_of_me,
    days_to_write,
    met_at,
    met_called,
    open_to_me,
    own_export,
    present_called,
    whom_i_may_name,
)
from vuurtoren.tables.queries.seeing import (
    TableSeen,
    coming,
    i_host,
    my_tables,
    seen_of,
    table_called,
    tables_of,
)

__all__ = [
    "Asked",
    "MetSeen",
    "TableSeen",
    "asked_of_me",
    "coming",
    "days_to_write",
    "i_host",
    "met_at",
    "met_called",
    "my_tables",
    "open_to_me",
    "own_export",
    "present_called",
    "seen_of",
    "table_called",
    "tables_of",
    "whom_i_may_name",
]
