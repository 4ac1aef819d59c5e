"""Where grabbers and bags lie, for everybody to see."""

from vuurtoren.care.models import Tools
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood


def tools_of(viewer: Viewer, neighbourhood: Neighbourhood) -> Tools | None:
    """Where neighbours get a grabber and bags; None while nobody wrote it down."""
    viewer.must("page.public", neighbourhood.key)
    return Tools.objects.select_related("place").filter(neighbourhood=neighbourhood).first()
