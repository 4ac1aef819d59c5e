"""Tables as a Django app."""

from django.apps import AppConfig


class TablesConfig(AppConfig):
    """Knows where the app lives."""

    name = "vuurtoren.tables"
