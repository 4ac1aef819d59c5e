"""Gifts as a Django app."""

from django.apps import AppConfig


class GiftsConfig(AppConfig):
    """Knows where the app lives."""

    name = "vuurtoren.gifts"
