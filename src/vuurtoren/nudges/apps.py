"""Nudges as a Django app."""

from django.apps import AppConfig


class NudgesConfig(AppConfig):
    """Knows where the app lives."""

    name = "vuurtoren.nudges"
