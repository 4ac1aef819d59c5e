"""Reflection as a Django app."""

from django.apps import AppConfig


class ReflectionConfig(AppConfig):
    """Knows where the app lives."""

    name = "vuurtoren.reflection"
