"""The pages as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Knows where the app lives."""

    name = "vuurtoren.web"
