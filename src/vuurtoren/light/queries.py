"""Seeing the light."""

from vuurtoren.light.models import Light
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood


def light_of(viewer: Viewer, neighbourhood: Neighbourhood) -> Light | None:
    """The newest words in the viewer's language, else in any language."""
    viewer.must("page.public", neighbourhood.key)
    lights = Light.objects.filter(neighbourhood=neighbourhood).order_by("-since", "-id")[:20]
    newest = list(lights)
    return next((one for one in newest if one.language == viewer.language), newest[0] if newest else None)
