"""Coffee with somebody new: who asked is woven into twos and threes, and each of them decides."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

import numpy as np
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from vuurtoren.engine import weave as engine
from vuurtoren.journal.alone import alone
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.tables import moments
from vuurtoren.tables.acts.common import about_nobody
from vuurtoren.tables.models import Coffee, CoffeeGuest, CoffeeWish, Present, Tie, Weave
from vuurtoren.tables.rules import COFFEE_ANSWER_WITHIN, LOVES, NOT_AGAIN_WITHIN, WEAVE_EVERY, check_wish

AT_ONCE = 500
NO_STREET = 0


@transaction.atomic
def wish_coffee(
    by: Viewer, neighbourhood: Neighbourhood, *, loves: Sequence[str], reach: str, at: datetime
) -> Moment:
    """I would like coffee with somebody I do not know yet. Said again, it is said anew."""
    by.must("coffee.wish", neighbourhood.key)
    chosen, reach = check_wish(loves, reach)
    person = _me(by)
    CoffeeWish.objects.update_or_create(
        neighbourhood=neighbourhood,
        person=person,
        defaults={"loves": list(chosen), "reach": reach},
        create_defaults={"loves": list(chosen), "reach": reach, "since": at},
    )
    _coffees_of(person, neighbourhood).update(reach="")
    return about_nobody(moments.WISHED, neighbourhood, at)


@transaction.atomic
def wish_no_more(by: Viewer, neighbourhood: Neighbourhood, *, at: datetime) -> Moment:
    """No more coffees are proposed to me; those that are asked or agreed stay, with how I said I am reached."""
    by.must("tie.own", neighbourhood.key, concerned=True)
    person = _me(by)
    wish = CoffeeWish.objects.select_for_update().filter(neighbourhood=neighbourhood, person=person).first()
    if wish is None:
        raise Refused("tables.no_wish")
    alive = _coffees_of(person, neighbourhood).filter(Exists(_others()), said_no_at=None)
    alive.update(reach=wish.reach)
    wish.delete()
    return about_nobody(moments.WISHES_NO_MORE, neighbourhood, at)


@transaction.atomic
def answer_coffee(by: Viewer, guest: CoffeeGuest, *, yes: bool, at: datetime) -> Moment:
    """Coffee with them: yes, or rather not. Why need not be said, and the others are not told who."""
    where = guest.coffee.weave.neighbourhood
    by.must("tie.own", where.key, concerned=guest.person.key == by.person)
    found = alone(CoffeeGuest.objects.all(), guest.pk)
    if found is None:
        raise Refused("tables.gone")
    if found.said_no_at or found.said_yes_at:
        raise Refused("tables.answered_already")
    if yes:
        found.said_yes_at = at
    else:
        found.said_no_at, found.reach = at, ""
    found.save(update_fields=["said_yes_at", "said_no_at", "reach"])
    return about_nobody(moments.COFFEE_ANSWERED, where, at)


@transaction.atomic
def end_coffees(by: Viewer, neighbourhood: Neighbourhood, *, at: datetime) -> tuple[Moment, ...]:
    """Two weeks without an answer is no yes; after half a year nothing is left of a coffee, and of one that fell through
    not how somebody is reached."""
    by.must("machine.night", neighbourhood.key)
    here = CoffeeGuest.objects.filter(coffee__weave__neighbourhood=neighbourhood)
    silent = here.filter(said_yes_at=None, said_no_at=None, coffee__made_at__lt=at - COFFEE_ANSWER_WITHIN)
    ended = CoffeeGuest.objects.filter(pk__in=list(silent.values_list("pk", flat=True)))
    ended_now = ended.update(said_no_at=at, reach="")
    here.exclude(reach="").exclude(Exists(_others())).update(reach="")
    old = Coffee.objects.filter(weave__neighbourhood=neighbourhood, made_at__lt=at - NOT_AGAIN_WITHIN)
    gone, _ = old.delete()
    return (about_nobody(moments.COFFEES_ENDED, neighbourhood, at),) if ended_now or gone else ()


@transaction.atomic
def weave_coffees(by: Viewer, neighbourhood: Neighbourhood, *, at: datetime) -> tuple[Moment, ...]:
    """Propose coffee to who asked: once a week, reproducible by the seed that is kept with it (decision 0016).

    Who was left out, or whose coffee fell through, goes first the next time. Nothing happens in between, or with fewer
    than two who asked.
    """
    by.must("machine.night", neighbourhood.key)
    Neighbourhood.objects.select_for_update(no_key=True).get(pk=neighbourhood.pk)
    today = timezone.localdate(at)
    if Weave.objects.filter(neighbourhood=neighbourhood, woven_on__gt=today - WEAVE_EVERY).exists():
        return ()
    before = _before(neighbourhood)
    rows = CoffeeWish.objects.filter(neighbourhood=neighbourhood).exclude(person__in=before.waiting)
    wishes = {one.person_id: one for one in rows.select_related("person").order_by("person")}
    if len(wishes) < 2:
        return ()
    asked = _asked(neighbourhood, wishes, before)
    seed = today.toordinal()
    woven = engine.weave(asked, seed)
    kept = Weave.objects.create(
        neighbourhood=neighbourhood,
        woven_on=today,
        seed=seed,
        engine_version=engine.VERSION,
        input_hash=_hash(asked),
    )
    for group in woven.groups:
        across = len(set(group.streets)) > 1
        coffee = Coffee.objects.create(weave=kept, love=LOVES[group.loves[0]], across=across, made_at=at)
        CoffeeGuest.objects.bulk_create([CoffeeGuest(coffee=coffee, person_id=one) for one in group.people])
    _count_left_out(wishes.values(), {one.person for one in woven.left_out})
    return (about_nobody(moments.WOVEN, neighbourhood, at, seed=seed),)


@dataclass(frozen=True)
class _Before:
    """What earlier weaves left: who was proposed to whom; who still waits for a coffee; and who said yes where nobody else
    did, so that they wait as if nobody had been found."""

    proposed: tuple[tuple[int, int], ...]
    waiting: frozenset[int]
    fell_through: frozenset[int]


def _before(neighbourhood: Neighbourhood) -> _Before:
    rows = CoffeeGuest.objects.filter(coffee__weave__neighbourhood=neighbourhood).order_by("coffee", "person")
    guests: dict[int, dict[int, str]] = defaultdict(dict)
    newest: dict[int, int] = {}
    for coffee, person, yes, no in rows.values_list("coffee", "person", "said_yes_at", "said_no_at"):
        guests[coffee][person] = "yes" if yes else "no" if no else "open"
        newest[person] = coffee
    waiting, fell = set(), set()
    for person, coffee in newest.items():
        said = guests[coffee]
        if said[person] != "no" and "open" in said.values():
            waiting.add(person)
        elif said[person] == "yes" and list(said.values()).count("yes") < 2:
            fell.add(person)
    proposed = (pair for some in guests.values() for pair in combinations(sorted(some), 2))
    return _Before(tuple(proposed), frozenset(waiting), frozenset(fell))


def _coffees_of(person: Person, neighbourhood: Neighbourhood) -> QuerySet[CoffeeGuest]:
    return CoffeeGuest.objects.filter(person=person, coffee__weave__neighbourhood=neighbourhood)


def _others() -> QuerySet[CoffeeGuest]:
    """Somebody else who may still come, or comes, to the coffee of a guest."""
    return CoffeeGuest.objects.filter(coffee=OuterRef("coffee"), said_no_at=None).exclude(pk=OuterRef("pk"))


def _count_left_out(wishes: Collection[CoffeeWish], left_out: Collection[int]) -> None:
    for wish in wishes:
        wish.left_out = wish.left_out + 1 if wish.person_id in left_out else 0
    CoffeeWish.objects.bulk_update(wishes, ["left_out"], batch_size=AT_ONCE)


def _asked(neighbourhood: Neighbourhood, wishes: dict[int, CoffeeWish], before: _Before) -> engine.Asked:
    number = {code: place for place, code in enumerate(LOVES)}
    loves = [
        (person, number[code]) for person, wish in wishes.items() for code in wish.loves if code in number
    ]
    ties = Tie.objects.filter(neighbourhood=neighbourhood, said_yes_at__isnull=False)
    sat = Present.objects.filter(said_yes_at__isnull=False, gathering__table__neighbourhood=neighbourhood)
    return engine.Asked(
        person=_ints(wishes),
        street=_ints(one.person.home_id or NO_STREET for one in wishes.values()),
        loves=_pairs(loves),
        groups=_pairs(sat.filter(person__in=wishes).values_list("person", "gathering__table").distinct()),
        ties=_pairs(ties.filter(low__in=wishes, high__in=wishes).values_list("low", "high")),
        not_again=_pairs(before.proposed),
        left_out=_ints(one.left_out + (person in before.fell_through) for person, one in wishes.items()),
    )


def _ints(some: object) -> engine.Ints:
    return np.array(list(some), dtype=np.int64)  # type: ignore[call-overload]


def _pairs(some: object) -> engine.Ints:
    return np.array(list(some), dtype=np.int64).reshape(-1, 2)  # type: ignore[call-overload]


def _hash(asked: engine.Asked) -> str:
    parts = (
        asked.person,
        asked.street,
        asked.loves,
        asked.groups,
        asked.ties,
        asked.not_again,
        asked.left_out,
    )
    found = hashlib.sha256()
    for one in parts:
        found.update(repr(one.shape).encode() + np.ascontiguousarray(one).tobytes())
    return found.hexdigest()


def _me(viewer: Viewer) -> Person:
    found = Person.objects.select_for_update(no_key=True).filter(key=viewer.somebody()).first()
    if found is None:
        raise Refused("power.sign_in_first")
    return found
