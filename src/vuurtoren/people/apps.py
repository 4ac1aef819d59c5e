"""People as a Django app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Knows where the app lives."""

    name = "vuurtoren.people"
