"""Over the fence: withdrawing where nobody takes up never improves the figure, whatever happened before."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.makers import NOW, a_neighbourhood, a_person, a_place, a_worker, seen_as
from tests.reflection.sliding import stays_in_role
from tests.reflection.test_balance import TERMS, noon, worked
from tests.reflection.test_balance_rules import month, months_
from vuurtoren.care import acts as care
from vuurtoren.care.models import HandOver, Task
from vuurtoren.language import Refused
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine, visitor
from vuurtoren.reflection.balance import FIRST_AND_LAST, Verdict, left, shares, verdict
from vuurtoren.reflection.queries import balance_of, silences
from vuurtoren.reflection.queries.balance import Balance
from vuurtoren.response.models import PlaceState, Visit

TODAY = date(2026, 11, 20)
ORDER = list(Verdict)
FROM_THE_THIRD = 4
"""April: the third of the months that `Town` tells, from February on. From the first two a fall is measured."""
minutes = st.lists(
    st.lists(st.sampled_from([0.0, 10.0, 30.0, 60.0]), min_size=8, max_size=8), min_size=2, max_size=6
)


def better(one: Verdict, than: Verdict) -> bool:
    return ORDER.index(one) > ORDER.index(than)


def _growing() -> list[Any]:
    return [month(n, held=10 + 3 * n, minutes=1000 - 60 * n, going=4 + n) for n in range(1, 9)]


@pytest.mark.pure
@given(st.lists(months_, max_size=14), st.integers(0, 9), st.floats(-1e5, 1e5))
def test_saying_that_one_stops_with_no_taker_never_makes_a_better_word(
    some: list[Any], more: int, less: float
) -> None:
    stops = [replace(one, stopping=one.stopping + more) for one in some]
    assert not better(verdict(stops, less), verdict(some, less))
    assert verdict(stops, less) is not Verdict.GROWTH or more == 0 or not some
    for name in ("tasks", "square_metres", "decisions"):
        assert shares([getattr(one, name) for one in stops]) == shares([getattr(one, name) for one in some])


@pytest.mark.pure
@given(st.lists(months_, min_size=8, max_size=8) | st.builds(_growing), minutes, st.data())
def test_leaving_a_place_of_nobodys_without_a_word_never_makes_a_better_word(
    months: list[Any], by_place: list[list[float]], data: st.DataObject
) -> None:
    """Residents hold and keep going whatever they do; the institution comes no more to some places that nobody carries."""
    held = data.draw(st.sets(st.sampled_from(range(len(by_place)))))
    leaves = data.draw(st.sets(st.sampled_from(range(len(by_place))))) - held
    since = data.draw(st.integers(FIRST_AND_LAST, 8 - FIRST_AND_LAST))
    stays = dict(enumerate(by_place))
    gone = {
        place: some[:since] + [0.0] * (8 - since) if place in leaves else some
        for place, some in stays.items()
    }

    def told(minutes: dict[int, list[float]]) -> Verdict:
        worked = [
            replace(one, minutes=sum(some[at] for some in minutes.values())) for at, one in enumerate(months)
        ]
        return verdict(worked, left(minutes, held))

    assert not better(told(gone), told(stays))


@pytest.mark.pure
def test_a_street_that_was_left_is_no_growth_though_others_took_up_elsewhere() -> None:
    months = [replace(one, stopping=0) for one in _growing()]
    assert verdict(months) is Verdict.GROWTH
    assert verdict(months, left=600.0) is Verdict.DUMPING
    assert verdict([replace(one, stopping=1) for one in months]) is Verdict.DUMPING
    holding = [replace(one, minutes=1000.0) for one in months]
    assert verdict(holding) is Verdict.HOLDING
    assert verdict([replace(one, stopping=1) for one in holding]) is Verdict.STOPPING


DEEDS = ("join", "give_back", "offer", "no", "yes", "lapse", "challenge", "agree", "visit", "visit", "stop")
history = st.lists(
    st.tuples(st.integers(1, 10), st.integers(0, 3), st.sampled_from(DEEDS)), min_size=4, max_size=24
).map(lambda some: sorted(some, key=lambda one: one[0]))


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history, st.sets(st.integers(0, 3), min_size=1), st.integers(1, 9))
def test_any_history_and_then_withdrawing_where_nobody_took_up(
    told: list[tuple[int, int, str]], places: set[int], month: int
) -> None:
    with transaction.atomic():
        town = Town()
        for when, where, deed in told:
            town.does(deed, where, when)
        before = town.balance()
        mine = [town.streets[one] for one in places if not town.held(town.streets[one])]
        with transaction.atomic():
            said = [town.stop(one, date(2026, month, 15)) for one in mine]
            after = town.balance()
            is_never_better(after, before)
            assert not any(said) or after.verdict in (Verdict.DUMPING, Verdict.STOPPING)
            transaction.set_rollback(True)
        untouched = [one for one in mine if not one.tasks.filter(step__gt=1).exists()]
        leaves = date(2026, min(max(month + 2, FROM_THE_THIRD), 9), 1)
        Visit.objects.filter(place__in=untouched, at__gte=noon(leaves)).delete()
        is_never_better(town.balance(), before)
        transaction.set_rollback(True)


def is_never_better(after: Balance, before: Balance) -> None:
    for name in ("tasks", "square_metres", "decisions"):
        assert getattr(after, name) == getattr(before, name), name
    assert not better(after.verdict, before.verdict)


class Town:
    """Four streets, a city that works in one of them every month, somebody who looks, and neighbours."""

    def __init__(self) -> None:
        self.here: Neighbourhood = a_neighbourhood()
        early = noon(date(2026, 1, 2))
        self.streets = [a_place(self.here) for _ in range(4)]
        self.worker = seen_as(a_worker(self.here, at=early))
        self.people = [a_person(self.here, at=early) for _ in range(4)]
        worked(self.here, a_place(self.here), {n: 60 if n < 6 else 30 for n in range(1, 11)})
        stays_in_role(self.here)

    def does(self, deed: str, number: int, month: int) -> None:
        """One thing of a history; what a rule refuses does not happen."""
        at = noon(date(2026, month, 12))
        try:
            with transaction.atomic():
                self._do(deed, self.streets[number], seen_as(self.people[number]), at)
        except (Refused, HandOver.DoesNotExist):
            pass

    def _do(self, deed: str, place: Place, me: Any, at: datetime) -> None:
        asked = HandOver.objects.filter(task__place=place, state="asked")
        if deed == "join":
            care.join(me, place, at=at)
        elif deed == "give_back":
            care.give_back(me, place, at=at)
        elif deed == "offer":
            care.offer(self.worker, place, to_step=4, answer_by=(at + timedelta(20)).date(), at=at, **TERMS)
        elif deed in ("no", "yes"):
            care.answer(me, asked.get(side="institution"), yes=deed == "yes", at=at)
        elif deed == "challenge":
            care.challenge(me, place, to_step=4, at=at, **TERMS)
        elif deed == "agree":
            care.answer(self.worker, asked.get(side="residents"), yes=True, at=at)
        elif deed == "lapse":
            care.pass_time(machine(), self.here, at=at + timedelta(25))
        elif deed == "visit":
            Visit.objects.create(place=place, at=at, minutes=60)
        else:
            self.stop(place, timezone.localdate(at))

    def stop(self, place: Place, since: date) -> bool:
        at = timezone.make_aware(datetime.combine(max(since, date(2026, 9, 1)), time(12)))
        try:
            with transaction.atomic():
                care.stop_task(
                    self.worker, place, how="stops", why="money", since=timezone.localdate(at), at=at
                )
        except Refused:
            return False
        return True

    def held(self, place: Place) -> bool:
        return Task.objects.filter(place=place, step__gte=4).exists()

    def balance(self) -> Balance:
        return balance_of(visitor(), self.here, TODAY)


@pytest.mark.django_db
def test_who_stops_coming_without_a_word_is_seen_unless_it_is_clean_or_carried() -> None:
    here = a_neighbourhood()
    left, clean, carried, still = (a_place(here) for _ in range(4))
    for place in (left, clean, carried, still):
        for back in (100, 90, 80) if place is not still else (100, 90, 10):
            Visit.objects.create(place=place, at=noon(TODAY - timedelta(back)), minutes=10)
    care.join(seen_as(a_person(here)), carried, at=NOW)
    about: dict[str, Any] = {
        "pieces": 1,
        "pieces_sd": 1,
        "rate": 1,
        "rate_sd": 1,
        "score": 5,
        "source": "observed",
    }
    for place, grade in ((left, "D"), (clean, "A")):
        PlaceState.objects.create(place=place, date=TODAY, grade=grade, **about)
    (found,) = silences(visitor(), here, TODAY)
    assert (found.place, found.times, found.last_on) == (left, 3, TODAY - timedelta(80))
    care.join(seen_as(a_person(here)), left, kind="green", rhythm="weekly", at=NOW)
    city = seen_as(a_worker(here))
    care.stop_task(city, left, kind="playground", how="stops", why="money", since=TODAY, at=NOW)
    assert [one.place for one in silences(visitor(), here, TODAY)] == [left], (
        "other kinds say nothing of litter"
    )
    care.stop_task(city, left, how="stops", why="money", since=TODAY, at=NOW)
    assert silences(visitor(), here, TODAY) == []
