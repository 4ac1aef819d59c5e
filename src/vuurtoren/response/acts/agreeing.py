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
from vuurtoren.response.acts.proposals import RIGHT, check_second, proposed, seconded, waiting_locked
from vuurtoren.response.models import Crew, Proposal, Standard
from vuurtoren.response.rules import (
    SCALE,
    SCALE_SOURCE,
    Level,
    check_crew,
    check_crew_name,
    check_free_name,
    check_source,
)


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
    by.must(RIGHT, neighbourhood.key)
    standard = standard_locked(neighbourhood)
    level = Level(goal_grade, floor_grade, floor_steps, aim, horizon_steps, scale)
    terms = {**asdict(level), "scale": list(level.scale), "scale_source": check_source(scale_source)}
    if (
        by.person
        and standard.since
        and all(getattr(standard, name) == value for name, value in terms.items())
    ):
        raise Refused("response.agreed_already")
    if not seconded(by, neighbourhood, "standard", terms, at):
        return proposed(by, neighbourhood, "standard", at)
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
    """A crew works here from the next night; the same name again changes its shift, or lets it begin again."""
    by.must(RIGHT, neighbourhood.key)
    standard_locked(neighbourhood)
    name = check_crew(name, minutes, mode)
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise Refused("response.not_on_earth")
    shift = {"minutes": minutes, "mode": mode, "lon": lon, "lat": lat}
    if not seconded(by, neighbourhood, "crew", {"name": name, **shift}, at):
        return proposed(by, neighbourhood, "crew", at)
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


@transaction.atomic
def rename_crew(by: Viewer, crew: Crew, *, name: str, at: datetime) -> Moment:
    """A crew is called otherwise from now on; its rounds and visits stay its own."""
    crew = _crew_locked(by, crew)
    others = Crew.objects.filter(neighbourhood=crew.neighbourhood).exclude(pk=crew.pk)
    name = check_free_name(check_crew_name(name), crew.name, others.values_list("name", flat=True))
    if not seconded(by, crew.neighbourhood, "crew_name", {"crew": str(crew.key), "name": name}, at):
        return proposed(by, crew.neighbourhood, "crew_name", at)
    crew.name = name
    crew.save(update_fields=["name"])
    return record(
        moments.CREW_RENAMED, neighbourhood=crew.neighbourhood.key, at=at, who=by.person, about=crew.key
    )


@transaction.atomic
def end_crew(by: Viewer, crew: Crew, *, at: datetime) -> Moment:
    """A crew works here no longer from the next night; `add_crew` with its name lets it begin again."""
    crew = _crew_locked(by, crew)
    if not crew.active:
        raise Refused("response.crew_ended")
    if not seconded(by, crew.neighbourhood, "crew_end", {"crew": str(crew.key)}, at):
        return proposed(by, crew.neighbourhood, "crew_end", at)
    crew.active = False
    crew.save(update_fields=["active"])
    return record(
        moments.CREW_ENDED, neighbourhood=crew.neighbourhood.key, at=at, who=by.person, about=crew.key
    )


@transaction.atomic
def second(by: Viewer, proposal: Proposal, *, at: datetime) -> Moment:
    """A second board member says yes to exactly what another one proposed; from now on it holds."""
    standard_locked(proposal.neighbourhood)
    found = waiting_locked(by, proposal)
    check_second(by, found, at)
    terms, where = dict(found.terms), found.neighbourhood
    if found.what == "standard":
        return agree_standard(by, where, at=at, **{**terms, "scale": tuple(terms["scale"])})
    if found.what == "crew":
        return add_crew(by, where, at=at, **terms)
    crew = Crew.objects.get(neighbourhood=where, key=terms["crew"])
    if found.what == "crew_name":
        return rename_crew(by, crew, name=terms["name"], at=at)
    return end_crew(by, crew, at=at)


@transaction.atomic
def drop_proposal(by: Viewer, proposal: Proposal, *, at: datetime) -> Moment:
    """Take one's own proposal back, or say no to another's; all stays as it was."""
    standard_locked(proposal.neighbourhood)
    found = waiting_locked(by, proposal)
    own = found.asked_by == by.person
    found.delete()
    return record(
        moments.PROPOSAL_WITHDRAWN if own else moments.PROPOSAL_DECLINED,
        neighbourhood=proposal.neighbourhood.key,
        at=at,
        who=by.person,
        what=found.what,
    )


def standard_locked(neighbourhood: Neighbourhood) -> Standard:
    """The neighbourhood's level (the usual one where nothing was agreed yet), ours alone until the deed is done."""
    Standard.objects.get_or_create(neighbourhood=neighbourhood, defaults={"scale": list(SCALE)})
    return Standard.objects.select_for_update().get(neighbourhood=neighbourhood)


def _crew_locked(by: Viewer, crew: Crew) -> Crew:
    by.must(RIGHT, crew.neighbourhood.key)
    standard_locked(crew.neighbourhood)
    return Crew.objects.select_related("neighbourhood").get(pk=crew.pk)
