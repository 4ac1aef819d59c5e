"""The agreed average, the floor and the crews. A board member needs a second one; the machine's keeper does not."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from vuurtoren.journal.acts import record
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.response import moments
from vuurtoren.response.models import Crew, Proposal, Standard
from vuurtoren.response.rules import SCALE, SCALE_SOURCE, Level, check_crew


@transaction.atomic
def agree_standard(
    by: Viewer,
    neighbourhood: Neighbourhood,
    *,
    goal_grade: str = "B",
    floor_grade: str = "C",
    floor_steps: int = 2,
    aim: str = "best",
    horizon_steps: int = 7,
    scale: tuple[int, int, int, int] = SCALE,
    scale_source: str = SCALE_SOURCE,
    at: datetime,
) -> Moment:
    """Agree what the neighbourhood may count on; it holds from the next night."""
    by.must("standard.agree", neighbourhood.key)
    standard = standard_locked(neighbourhood)
    level = Level(goal_grade, floor_grade, floor_steps, aim, horizon_steps, scale)
    terms = {**asdict(level), "scale": list(level.scale), "scale_source": scale_source}
    if not _seconded(by, neighbourhood, "standard", terms, at):
        return _proposed(by, neighbourhood, "standard", at)
    for name, value in terms.items():
        setattr(standard, name, value)
    standard.since = at
    standard.save()
    told = {name: terms[name] for name in moments.STANDARD_AGREED.holds}
    return record(moments.STANDARD_AGREED, neighbourhood=neighbourhood.key, at=at, who=by.person, **told)


@transaction.atomic
def add_crew(
    by: Viewer,
    neighbourhood: Neighbourhood,
    *,
    name: str,
    minutes: int,
    mode: str,
    lon: float,
    lat: float,
    at: datetime,
) -> Moment:
    """A crew works here from the next night; the same name again changes its shift."""
    by.must("standard.agree", neighbourhood.key)
    standard_locked(neighbourhood)
    name = check_crew(name, minutes, mode)
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise Refused("response.not_on_earth")
    shift = {"minutes": minutes, "mode": mode, "lon": lon, "lat": lat}
    if not _seconded(by, neighbourhood, "crew", {"name": name, **shift}, at):
        return _proposed(by, neighbourhood, "crew", at)
    crew, _ = Crew.objects.update_or_create(
        neighbourhood=neighbourhood, name=name, defaults={**shift, "active": True}
    )
    return record(
        moments.CREW_ADDED,
        neighbourhood=neighbourhood.key,
        at=at,
        who=by.person,
        about=crew.key,
        minutes=minutes,
        mode=mode,
    )


def standard_locked(neighbourhood: Neighbourhood) -> Standard:
    """The neighbourhood's level (the usual one where nothing was agreed yet), ours alone until the deed is done."""
    Standard.objects.get_or_create(neighbourhood=neighbourhood, defaults={"scale": list(SCALE)})
    return Standard.objects.select_for_update().get(neighbourhood=neighbourhood)


def _seconded(
    by: Viewer, neighbourhood: Neighbourhood, what: str, terms: dict[str, object], at: datetime
) -> bool:
    """Does it hold now? At the machine at once; by a person only as the second one to say exactly the same."""
    if by.person is None:
        return True
    waiting = Proposal.objects.filter(neighbourhood=neighbourhood, what=what)
    same = [one.pk for one in waiting if one.terms == terms and one.asked_by != by.person]
    if same:
        waiting.filter(pk__in=same).delete()
        return True
    waiting.filter(asked_by=by.person).delete()
    Proposal.objects.create(neighbourhood=neighbourhood, what=what, terms=terms, asked_by=by.person, at=at)
    return False


def _proposed(by: Viewer, neighbourhood: Neighbourhood, what: str, at: datetime) -> Moment:
    return record(moments.PROPOSED, neighbourhood=neighbourhood.key, at=at, who=by.person, what=what)
