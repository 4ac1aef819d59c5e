"""The journal as a Django app."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Knows where the app lives."""

    name = "vuurtoren.journal"
