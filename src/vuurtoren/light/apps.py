"""The light as a Django app."""

from django.apps import AppConfig


class LightConfig(AppConfig):
    """Knows where the app lives."""

    name = "vuurtoren.light"
