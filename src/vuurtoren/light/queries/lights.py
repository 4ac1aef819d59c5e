"""Seeing the light."""

from django.db.models import QuerySet

from vuurtoren.journal.ready import ready
from vuurtoren.light.models import Light
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood


def light_of(viewer: Viewer, neighbourhood: Neighbourhood) -> Light | None:
    """The newest words in the viewer's language, else in any language."""
    viewer.must("page.public", neighbourhood.key)
    newest = _newest(neighbourhood=neighbourhood.pk)
    return next((one for one in newest if one.language == viewer.language), newest[0] if newest else None)


@ready
def _newest(neighbourhood: int) -> QuerySet[Light]:
    return Light.objects.filter(neighbourhood=neighbourhood).order_by("-since", "-id")[:20]
