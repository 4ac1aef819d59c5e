"""Questions to the database that are put into SQL once and asked ten thousand times.

Writing a queryset as SQL takes Django about half a millisecond of every question, several times what PostgreSQL needs to
answer it (docs/decisions/0009). `ready` keeps the SQL, and PostgreSQL its plan; each asking is a fresh one with values
of its own, nothing of an answer is kept. The body is written with the queryset's usual words; every argument stands for
a value, so it may be compared with (`slug=slug`, `key__among=keys`), not looked at, sliced by or put into a list.

    @ready
    def _called(slug: str) -> QuerySet[Neighbourhood]:
        return Neighbourhood.objects.filter(slug=slug)

    _called(slug="lichthaven")   # a list
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import update_wrapper
from inspect import signature
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import connection, models
from django.db.models import Expression, Lookup, QuerySet, Subquery
from django.db.models.query import ModelIterable, ValuesListIterable, get_related_populators
from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row")
Rows = list[tuple[Any, ...]]


class ready(Generic[Row]):
    """A question made ready; calling it gives the list of rows: models, or tuples after `values_list`."""

    def __init__(self, ask: "Callable[..., QuerySet[Any, Row]]") -> None:
        self.ask = ask
        self.names = tuple(signature(ask).parameters)
        self.written: dict[str, _Written] = {}
        update_wrapper(self, ask)

    def __call__(self, **given: Any) -> list[Row]:
        written = self.written.get(connection.vendor) or self._write()
        values = [_adapted(given[one.name]) if isinstance(one, _Given) else one for one in written.values]
        with _cursor() as cursor:
            cursor.execute(written.sql, values)
            rows = cursor.fetchall()
        return written.make(rows)

    def _write(self) -> "_Written":
        queryset = self.ask(*(_Given(name) for name in self.names))
        compiler = queryset.query.get_compiler(connection=connection)
        sql, values = compiler.as_sql()
        columns = [one[0] for one in compiler.select[: compiler.col_count]]
        made = _Written(sql, tuple(values), compiler.get_converters(columns), _maker(queryset, compiler))
        self.written[connection.vendor] = made
        return made


class _Given(Expression):
    """Stands in the queryset for a value that comes with the asking."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> Any:
        return "%s", [self]


class Some(Subquery):
    """In a ready question: `count` rows of a queryset in order, from number `first` (0 is the first) on.

    Django writes the numbers of a slice into the SQL, and each page of a list would be a question of its own.
    """

    def __init__(self, rows: "QuerySet[Any, Any]", first: Any, count: Any) -> None:
        super().__init__(rows[:1])
        self.slice = (count, first)

    def as_sql(self, *given: Any, **named: Any) -> Any:
        sql, values = super().as_sql(*given, **named)
        head, one, _ = sql.rpartition(" LIMIT 1)")
        if not one:
            raise TypeError("Django writes a slice in another way than it did")
        return f"{head} LIMIT %s OFFSET %s)", (*values, *self.slice)


@models.UUIDField.register_lookup
@models.BigAutoField.register_lookup
@models.CharField.register_lookup
class Among(Lookup):
    """`key__among=keys`: is it one of these? As `in`, with one value however many they are: the SQL stays the same, is not
    read again each time, and a ready question can take them."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sqlite(self, compiler: SQLCompiler, connection: Any) -> Any:
        """The values as JSON."""
        lhs, values = self.process_lhs(compiler, connection)
        return f"{lhs} IN (SELECT value FROM json_each(%s))", [*values, self._these()]  # noqa: S608  no words of people

    def as_postgresql(self, compiler: SQLCompiler, connection: Any) -> Any:
        """The values as an array."""
        lhs, values = self.process_lhs(compiler, connection)
        return f"{lhs} = ANY(%s)", [*values, self._these()]

    def _these(self) -> Any:
        return self.rhs if isinstance(self.rhs, _Given) else _adapted(list(self.rhs))


@dataclass(frozen=True)
class _Written:
    sql: str
    values: tuple[Any, ...]
    converters: dict[int, Any]
    rows_to: "Callable[[Rows], list[Any]]"

    def make(self, rows: Rows) -> list[Any]:
        """Rows as the database gave them to rows as Django would."""
        if not self.converters:
            return self.rows_to(rows)
        changed = []
        for row in rows:
            values = list(row)
            for place, (converters, expression) in self.converters.items():
                for convert in converters:
                    values[place] = convert(values[place], expression, connection)
            changed.append(tuple(values))
        return self.rows_to(changed)


def _maker(queryset: "QuerySet[Any, Any]", compiler: SQLCompiler) -> "Callable[[Rows], list[Any]]":
    if issubclass(queryset._iterable_class, ValuesListIterable):
        return list
    if queryset._iterable_class is not ModelIterable or not compiler.klass_info:
        raise TypeError("a ready question gives a values_list, or models")
    model, alias = compiler.klass_info["model"], connection.alias
    first, last = compiler.klass_info["select_fields"][0], compiler.klass_info["select_fields"][-1] + 1
    names = [one[0].target.attname for one in compiler.select[first:last]]
    annotated = dict(compiler.annotation_col_map or {})
    beside = get_related_populators(compiler.klass_info, compiler.select, alias)  # type: ignore[call-arg]  # stubs of a later Django

    def made(rows: Rows) -> list[Any]:
        found = []
        for row in rows:
            one = model.from_db(alias, names, row[first:last])
            for name, place in annotated.items():
                setattr(one, name, row[place])
            for other in beside:
                other.populate(row, one)
            found.append(one)
        return found

    return made


def _cursor() -> Any:
    """On PostgreSQL one that prepares the question (`config/postgresql`); elsewhere a cursor like any other."""
    return getattr(connection, "ready_cursor", connection.cursor)()


def _adapted(value: Any) -> Any:
    """A value as this database wants it."""
    if isinstance(value, UUID):
        return value if connection.features.has_native_uuid_field else value.hex
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, list | tuple | set | frozenset):
        if connection.vendor == "postgresql":
            return list(value)
        return json.dumps([_adapted(one) for one in value])
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
