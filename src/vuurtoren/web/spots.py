"""Where one is: a place and a kind of task there, with the addresses and the words of its pages.

Picking litter has the street's own pages; every other kind the same ones, with the kind in the address and in the words.
"""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import Http404
from django.urls import reverse

from vuurtoren.care import queries as care
from vuurtoren.care.models import TaskKind
from vuurtoren.care.queries import StopSeen
from vuurtoren.care.queries.seen import PlaceCare
from vuurtoren.care.rules import LITTER, UNDO_WITHIN
from vuurtoren.language import say
from vuurtoren.people.queries import team_of_the_city
from vuurtoren.places.models import Place
from vuurtoren.places.queries import place_called
from vuurtoren.power.queries import visitor
from vuurtoren.response import queries as response
from vuurtoren.web.kept import same_at
from vuurtoren.web.visit import Visit


@dataclass(frozen=True)
class Spot:
    """A place and a kind of task there; without a `kind` it is picking litter."""

    visit: Visit
    place: Place
    kind: TaskKind | None = None

    @property
    def code(self) -> str:
        """The kind, for acts and queries."""
        return self.kind.code if self.kind else LITTER

    @property
    def name(self) -> str:
        """What stands above a page: the street, or the street and the kind."""
        street = self.visit.called(self.place)
        return f"{street}, {self.kind.name(self.visit.language)}" if self.kind else street

    def to(self, door: str) -> str:
        """The address of a door here; `street` is the page that the others lead back to."""
        return address(self.visit.place.slug, self.place.public_id, self.kind, door)


OF_LITTER = frozenset(
    {
        "round",
        "round-thanks",
        "give-back-intro",
        "arrange-intro",
        "who-nobody",
        "who-some",
        "who",
        "join-intro",
        "agreement-more",
        "agreement-other",
        "agreement-ask",
        "agreement-back",
        "agreement-offer",
    }
)
"""Sentences of a street that speak of litter; each has one beside it for every other kind."""


def phrase(language: str, of_street: bool, key: str) -> str:
    """A sentence; for another kind than litter the one that does not speak of litter, where there is one."""
    return say(language, f"street-{key}" if of_street or key not in OF_LITTER else f"task-{key}")


def address(slug: str, place: str, kind: TaskKind | None, door: str = "street") -> str:
    """Where a door of a kind of task is, by the public id of the place."""
    if kind is None or kind.is_litter:
        return reverse(door, args=[slug, place])
    return reverse("task" if door == "street" else f"task_{door}", args=[slug, place, kind.code])


def spot(visit: Visit, public_id: str, kind: str = LITTER, title: str = "") -> Spot:
    """The place and the kind in an address, with the way to it; no such page where the kind is unknown or does not fit."""
    place = place_called(visitor(visit.language), visit.place, public_id)
    if place is None:
        raise Http404(public_id)
    known = None
    if kind != LITTER and (known := care.kind_at(visit.viewer, place, kind)) is None:
        raise Http404(kind)
    here = Spot(visit, place, known)
    visit.here = [(visit.t("nav-streets"), reverse("streets", args=[visit.place.slug]))]
    visit.here.append((visit.called(place), Spot(visit, place).to("street") if title or known else ""))
    if known:
        visit.here.append((known.name(visit.language), here.to("street") if title else ""))
    if title:
        visit.here.append((visit.t(title), ""))
    return here


def beside(here: Spot) -> dict[str, Any]:
    """What every page of a task shows: no effort is asked without the institution's own next step beside it."""
    visit, place = here.visit, here.place
    seen = care.place_care(visit.viewer, place, kind=here.code, today=visit.today)
    return {
        **about(here, seen),
        **rights(visit, place, seen),
        "team": team_of_the_city(visit.viewer, visit.place),
        "city": city(here, seen),
        "stop": stop_at(here),
        "today": visit.today,
    }


def powers(here: Spot) -> dict[str, Any]:
    """For the line of who decides, does and pays: all that it needs, on a page that shows no more of the task."""
    seen = care.place_care(here.visit.viewer, here.place, kind=here.code)
    return {**about(here, seen), "stop": stop_at(here), "today": here.visit.today}


def stop_at(here: Spot) -> StopSeen | None:
    """What the institution said of stopping here: with it the line of who decides, does and pays is told."""
    visit, place = here.visit, here.place
    stops = same_at(
        visit, place.key, lambda: care.stops_at(visitor(visit.language), place), "stops", place.pk
    )
    return next((one for one in stops if one.kind.code == here.code), None)


def about(here: Spot, seen: PlaceCare) -> dict[str, Any]:
    """The place, the kind, its addresses and its words, for a template."""
    language, place = here.visit.language, here.place
    return {
        "place": place,
        "kind": here.kind,
        "name": here.name,
        "to": partial(address, here.visit.place.slug, place.public_id, here.kind),
        "phrase": partial(phrase, language, here.kind is None),
        "care": seen,
    }


def city(here: Spot, seen: PlaceCare) -> Any:
    """What the institution does next: from its plan for litter, from its own rhythm for any other kind."""
    if here.kind:
        return care.city_at(here.visit.viewer, here.kind, seen, here.visit.today)
    return response.next_of_city(here.visit.viewer, here.place, here.visit.today)


def rights(visit: Visit, place: Place, seen: PlaceCare) -> dict[str, bool]:
    """What somebody may do here, so that no button refuses them. A visitor sees what one may do after signing in."""
    if visit.person is None:
        return {"may_carry": True, "may_look": True}
    viewer, scope = visit.viewer, visit.place.key
    mine = seen.i_carry is not None or visit.person.home_id == place.pk
    return {
        "may_carry": viewer.may("task.carry", scope, concerned=mine),
        "may_look": viewer.may("task.observe", scope),
    }


def my_round(here: Spot, seen: PlaceCare) -> Any:
    """My newest round here of the last day, for a word of thanks and for taking it back; asked only if it can be."""
    visit = here.visit
    lately = seen.last_round_on and seen.last_round_on >= visit.today - UNDO_WITHIN
    if not (visit.person and lately):
        return None
    return care.my_last_round(visit.viewer, here.place, visit.at - UNDO_WITHIN, here.code)
