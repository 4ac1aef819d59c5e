"""Staying as a Django app."""

from django.apps import AppConfig


class StayConfig(AppConfig):
    """Knows where the app lives."""

    name = "vuurtoren.stay"
