"""Power as a Django app."""

from django.apps import AppConfig


class PowerConfig(AppConfig):
    """Knows where the app lives."""

    name = "vuurtoren.power"
