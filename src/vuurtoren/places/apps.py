"""Places as a Django app."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Knows where the app lives."""

    name = "vuurtoren.places"
