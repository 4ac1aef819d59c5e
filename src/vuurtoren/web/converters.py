"""What a piece of an address may be: a day."""

from datetime import date, datetime

YEARS = range(2000, 3000)
"""Days outside these years are no day of a plan; it also keeps the day before and after within the calendar."""


class Day:
    """A day as 2026-11-24; another date that does not exist is no address."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """The day; ValueError (so: no such page) for the 31st of June or the year 1."""
        day = datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007  a day has no zone
        if day.year not in YEARS:
            raise ValueError(value)
        return day

    def to_url(self, value: date) -> str:
        """As it stands in an address."""
        return value.isoformat()
