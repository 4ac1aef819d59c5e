"""Response as a Django app."""

from django.apps import AppConfig


class ResponseConfig(AppConfig):
    """Knows where the app lives."""

    name = "vuurtoren.response"
