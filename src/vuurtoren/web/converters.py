"""What a piece of an address may be: a day."""

from datetime import date, datetime


class Day:
    """A day as 2026-11-24."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007  a day has no zone

    def to_url(self, value: date) -> str:
        return value.isoformat()
