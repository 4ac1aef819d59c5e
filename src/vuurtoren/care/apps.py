"""Care as a Django app."""

from django.apps import AppConfig


class CareConfig(AppConfig):
    """Knows where the app lives."""

    name = "vuurtoren.care"
