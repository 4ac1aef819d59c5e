"""Where neighbours get what they need, such as a grabber and bags."""

from datetime import datetime

from django.db import transaction

from vuurtoren.care import moments
from vuurtoren.care.models import Tools
from vuurtoren.care.rules import check_tools
from vuurtoren.journal.acts import record
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place


@transaction.atomic
def put_tools(
    by: Viewer,
    neighbourhood: Neighbourhood,
    *,
    place: Place | None,
    number: str = "",
    note: str = "",
    at: datetime,
) -> Moment:
    """From now on grabbers and bags lie at this place, with its house number; without a place nobody knows where."""
    by.must("tools.put", neighbourhood.key)
    number, note = check_tools(number, note)
    if place and place.neighbourhood_id != neighbourhood.pk:
        raise Refused("power.not_yours")
    if place and place.gone_at:
        raise Refused("care.place_gone")
    if place:
        where = {"place": place, "number": number, "note": note}
        Tools.objects.update_or_create(neighbourhood=neighbourhood, defaults=where)
    else:
        Tools.objects.filter(neighbourhood=neighbourhood).delete()
    return record(
        moments.TOOLS_PUT,
        neighbourhood=neighbourhood.key,
        at=at,
        who=by.person,
        place=place.key if place else None,
    )
