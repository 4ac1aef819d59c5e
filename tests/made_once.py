"""What takes long to make is made once for all tests of a file, and each of them has a copy."""

from collections.abc import Callable
from copy import deepcopy
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

from django.db import transaction
from django.utils import timezone

from vuurtoren.web import kept, newest

LASTS = timedelta(minutes=10)
"""So long what was made is of now; who asks later, or on the next day, has a new one."""
Made = TypeVar("Made")


class MadeOnce(Generic[Made]):
    """Rows in a transaction around those of the tests, taken back at the end; each test has a copy of what holds them.

    Ask for it before the test's own transaction begins (so without a mark `django_db`, see tests/power/conftest.py).
    """

    def __init__(self, make: Callable[[], Made]) -> None:
        self.make, self.made, self.at = make, None, timezone.localtime()
        self.around: Any = None

    def of_now(self) -> Any:
        """The rows are there, and this holds them."""
        if self.made is None or self._is_old(timezone.localtime()):
            self.gone()
            self.at, self.around = timezone.localtime(), transaction.atomic()
            self.around.__enter__()
            self.made = self.make()
        return self.made

    def _is_old(self, now: datetime) -> bool:
        return now - self.at > LASTS or now.date() != self.at.date()

    def gone(self) -> None:
        """Take them back."""
        if self.around is not None:
            transaction.set_rollback(True)
            self.around.__exit__(None, None, None)
        self.around = self.made = None


def a_copy(made: Made) -> Made:
    """For one test. What pages keep for all is forgotten, so that it is shown nothing that another one asked for."""
    kept._kept.clear()
    newest._known.clear()
    return deepcopy(made)
