"""Care as a Django app."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CareConfig(AppConfig):
    """Knows where the app lives; with its tables come the first kinds of task."""

    name = "vuurtoren.care"

    def ready(self) -> None:
        """Listen for the tables."""
        post_migrate.connect(_first_kinds, sender=self)


def _first_kinds(**_: Any) -> None:
    from vuurtoren.care.acts.kinds import put_first_kinds

    put_first_kinds()
