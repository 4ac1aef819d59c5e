"""What people see and do is what the night reckons with; a promise alone changes nothing."""

from datetime import date, timedelta

import pytest

from tests.makers import NOW, a_neighbourhood, a_person, a_place, seen_as
from vuurtoren.care import acts as care
from vuurtoren.journal.models import Moment
from vuurtoren.journal.queries import verify_book
from vuurtoren.language import Refused
from vuurtoren.people.acts import forget
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine, visitor
from vuurtoren.response.acts import observe, work_the_night
from vuurtoren.response.models import Observation, PlaceState
from vuurtoren.response.queries import history_of, line_rows, neighbourhood_figures, state_of, street_rows

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=2)


def night(here: Neighbourhood) -> None:
    work_the_night(machine(), here, date=LATER.date(), at=LATER)


def pieces(place: Place) -> float:
    return PlaceState.objects.get(place=place, date=LATER.date()).pieces


def test_a_dirty_street_is_estimated_dirtier_than_a_clean_one() -> None:
    here = a_neighbourhood()
    dirty, clean, unknown = a_place(here), a_place(here), a_place(here)
    viewer = seen_as(a_person(here))
    observe(viewer, dirty, pieces=40, at=NOW)
    observe(viewer, clean, grade="A+", at=NOW)
    night(here)
    assert pieces(clean) < pieces(unknown) < pieces(dirty)
    assert {one.source for one in PlaceState.objects.filter(place=unknown)} == {"kind"}
    assert state_of(visitor(), dirty) is not None
    assert len(history_of(visitor(), dirty)) == 1


def test_a_round_that_was_done_counts_and_a_promise_alone_does_not() -> None:
    here = a_neighbourhood()
    promised, picked, plain = a_place(here), a_place(here), a_place(here)
    viewer = seen_as(a_person(here))
    for place in (promised, picked, plain):
        observe(viewer, place, pieces=20, at=NOW)
    care.join(viewer, promised, at=NOW)
    care.log_round(viewer, picked, minutes=60, bags=2, at=NOW + timedelta(hours=1))
    night(here)
    assert pieces(promised) == pytest.approx(pieces(plain))
    assert pieces(picked) < pieces(plain)


def test_now_is_this_morning_also_when_the_night_already_thought_of_tomorrow() -> None:
    here = a_neighbourhood()
    place = a_place(here)
    viewer = seen_as(a_person(here))
    observe(viewer, place, pieces=2, at=NOW)
    for number in (0, 1):
        work_the_night(machine(), here, date=(LATER + timedelta(days=number)).date(), at=LATER)
    today, tomorrow = LATER.date(), (LATER + timedelta(days=1)).date()

    PlaceState.objects.filter(date=tomorrow).update(grade="D")

    def grades(on: date) -> set[str]:
        state = state_of(visitor(), place, on)
        assert state is not None
        rows = street_rows(visitor(), here, "", first=0, count=9, today=on)
        return {state.grade, rows[0].grade, line_rows(visitor(), here, on)[0].grade}

    def average(on: date) -> float:
        return neighbourhood_figures(visitor(), here, on).average_score or 0.0

    assert (grades(today), grades(tomorrow)) == ({"A"}, {"D"})
    assert average(today) > average(tomorrow)
    assert [len(history_of(visitor(), place, on)) for on in (today, tomorrow)] == [1, 2]
    # where there was no night yet, the first that comes is better than nothing
    assert (grades(NOW.date()), average(NOW.date())) == (grades(today), average(today))


def test_a_night_twice_is_a_night_once() -> None:
    here = a_neighbourhood()
    place = a_place(here)
    night(here)
    first = pieces(place)
    night(here)
    assert pieces(place) == pytest.approx(first)
    assert PlaceState.objects.count() == 1
    assert verify_book(here.key).broken is None


def test_a_night_looks_at_one_neighbourhood_only() -> None:
    here, other = a_neighbourhood(), a_neighbourhood("Elders")
    a_place(here)
    place = a_place(other)
    night(here)
    assert not PlaceState.objects.filter(place=place).exists()


@pytest.mark.parametrize("wrong", [{}, {"grade": "E"}, {"pieces": -1}, {"pieces": 10**6}])
def test_what_cannot_be_seen_is_refused_and_leaves_no_trace(wrong: dict[str, object]) -> None:
    here = a_neighbourhood()
    place = a_place(here)
    viewer = seen_as(a_person(here))
    before = Moment.objects.count()
    with pytest.raises(Refused):
        observe(viewer, place, at=NOW, **wrong)  # type: ignore[arg-type]
    assert not Observation.objects.exists()
    assert Moment.objects.count() == before


def test_a_visitor_and_somebody_from_elsewhere_are_asked_to_come_in_first() -> None:
    here, other = a_neighbourhood(), a_neighbourhood("Elders")
    place = a_place(here)
    for viewer in (visitor(), seen_as(a_person(other))):
        with pytest.raises(Refused):
            observe(viewer, place, pieces=3, at=NOW)


def test_whoever_is_forgotten_leaves_what_was_seen_without_a_name() -> None:
    here = a_neighbourhood()
    person = a_person(here)
    observe(seen_as(person), a_place(here), pieces=3, at=NOW)
    forget(seen_as(person), person, here, at=LATER)
    assert Observation.objects.get().person is None


def test_a_night_killed_half_way_is_as_if_it_had_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    here = a_neighbourhood()
    a_place(here)
    before = Moment.objects.count()
    monkeypatch.setattr("vuurtoren.response.acts.night.record", _dies)
    with pytest.raises(KeyboardInterrupt):
        night(here)
    assert not PlaceState.objects.exists()
    assert Moment.objects.count() == before
    monkeypatch.undo()
    night(here)
    assert PlaceState.objects.count() == 1


def _dies(*_: object, **__: object) -> None:
    raise KeyboardInterrupt
