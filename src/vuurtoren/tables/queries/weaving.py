"""My coffees with somebody new. Who the others are is seen once everybody who is still in it said yes."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet

from vuurtoren.journal.ready import ready
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.tables.models import CoffeeGuest, CoffeeWish
from vuurtoren.tables.rules import COFFEE_ANSWER_WITHIN, NOT_AGAIN_WITHIN

MOST = 12


@dataclass(frozen=True)
class CoffeeSeen:
    """A coffee that was proposed to me. `state`: asked (I have not answered), waits (the others have not), together, off.

    `people`: how many others. `others`: their names with how to reach them, once together; else empty.
    """

    public_id: str
    love: str
    across: bool
    state: str
    people: int
    others: tuple[tuple[str, str], ...]
    made_at: datetime


def my_wish(viewer: Viewer, neighbourhood: Neighbourhood) -> CoffeeWish | None:
    """What I said I love, where I asked for coffee with somebody new."""
    viewer.must("tie.own", neighbourhood.key, concerned=True)
    return CoffeeWish.objects.filter(neighbourhood=neighbourhood, person__key=viewer.somebody()).first()


def my_coffees(viewer: Viewer, neighbourhood: Neighbourhood, at: datetime) -> list[CoffeeSeen]:
    """My coffees of the last half year that are asked, wait or came together; the newest first."""
    viewer.must("tie.own", neighbourhood.key, concerned=True)
    mine = CoffeeGuest.objects.filter(
        person__key=viewer.somebody(), coffee__weave__neighbourhood=neighbourhood, said_no_at=None,
        coffee__made_at__gte=at - NOT_AGAIN_WITHIN,
    )  # fmt: skip
    rows = (
        mine.select_related("coffee")
        .prefetch_related("coffee__guests__person")
        .order_by("-coffee__made_at", "-pk")
    )
    seen = [_seen(neighbourhood, one) for one in rows[: 2 * MOST]]
    return [one for one in seen if one.state != "off"][:MOST]


def coffees_asked(viewer: Viewer, neighbourhood: Neighbourhood, at: datetime) -> list[CoffeeSeen]:
    """The coffees that wait for my answer."""
    viewer.must("tie.own", neighbourhood.key, concerned=True)
    if not any_asked(person=viewer.somebody(), neighbourhood=neighbourhood.pk):
        return []
    return [one for one in my_coffees(viewer, neighbourhood, at) if one.state == "asked"]


@ready
def any_asked(person: UUID, neighbourhood: int) -> QuerySet[CoffeeGuest, tuple[int]]:
    """Asked at every visit of Today, and mostly there is none."""
    rows = CoffeeGuest.objects.filter(person__key=person, said_yes_at=None, said_no_at=None)
    return rows.filter(coffee__weave__neighbourhood=neighbourhood).values_list("pk")[:1]


def coffee_called(viewer: Viewer, neighbourhood: Neighbourhood, public_id: str) -> CoffeeGuest | None:
    """My part in a coffee, to answer; nobody finds another's."""
    viewer.must("tie.own", neighbourhood.key, concerned=True)
    rows = CoffeeGuest.objects.filter(
        coffee__public_id=public_id, person__key=viewer.somebody(), coffee__weave__neighbourhood=neighbourhood
    )
    here = "coffee__weave__neighbourhood"
    return rows.select_related(here, "person").defer(f"{here}__boundary", f"{here}__backdrop").first()


def waiting_coffees(viewer: Viewer, neighbourhood: Neighbourhood, at: datetime) -> Counter[int]:
    """By person (primary key): how many coffees wait for their answer."""
    viewer.must("machine.night", neighbourhood.key)
    open_ = CoffeeGuest.objects.filter(
        coffee__weave__neighbourhood=neighbourhood, said_yes_at=None, said_no_at=None,
        coffee__made_at__gte=at - COFFEE_ANSWER_WITHIN,
    )  # fmt: skip
    others = CoffeeGuest.objects.filter(coffee=OuterRef("coffee"), said_no_at=None).exclude(pk=OuterRef("pk"))
    asked = open_.filter(Exists(others))  # with nobody left it is off, and Today does not ask it
    return Counter(dict(asked.order_by().values_list("person").annotate(Count("pk"))))


def own_coffees_export(viewer: Viewer) -> dict[str, object]:
    """Everything kept about one's own wish and coffees, for the person's own export."""
    me = viewer.somebody()
    wishes = CoffeeWish.objects.filter(person__key=me).order_by("pk")
    asked = CoffeeGuest.objects.filter(person__key=me).select_related("coffee").order_by("pk")
    return {
        "wishes": [{"loves": one.loves, "reach": one.reach} for one in wishes],
        "coffees": [
            {
                "on": one.coffee.made_at.date().isoformat(),
                "love": one.coffee.love,
                "yes": one.said_yes_at is not None,
                "reach": one.reach,
            }
            for one in asked
        ],
    }


def _seen(neighbourhood: Neighbourhood, mine: CoffeeGuest) -> CoffeeSeen:
    others = [one for one in mine.coffee.guests.all() if one.pk != mine.pk and not one.said_no_at]
    state = "asked" if mine.said_yes_at is None else "waits"
    if not others:
        state = "off"
    elif mine.said_yes_at and all(one.said_yes_at for one in others):
        state = "together"
    return CoffeeSeen(
        public_id=mine.coffee.public_id,
        love=mine.coffee.love,
        across=mine.coffee.across,
        state=state,
        people=len(others),
        others=_reached(neighbourhood, others) if state == "together" else (),
        made_at=mine.coffee.made_at,
    )


def _reached(neighbourhood: Neighbourhood, others: list[CoffeeGuest]) -> tuple[tuple[str, str], ...]:
    people = {one.person_id for one in others}
    wishes = CoffeeWish.objects.filter(neighbourhood=neighbourhood, person__in=people)
    reach = dict(wishes.values_list("person", "reach"))
    return tuple((one.person.called, reach.get(one.person_id, one.reach)) for one in others)
