"""Initiatives as a Django app."""

from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    """Knows where the app lives."""

    name = "vuurtoren.initiatives"
