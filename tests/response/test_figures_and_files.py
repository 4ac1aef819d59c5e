"""Lag with streets that still wait, figures, words, and files that real readers read back."""

import csv
import io
import json
from datetime import date, timedelta
from typing import Any

import gpxpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import a_neighbourhood, a_person, a_place, a_worker, seen_as
from tests.response.makers import FIRST, a_crew, at_noon, day, dirty, line_of, night, streets
from vuurtoren.care.rules import Step, Terms
from vuurtoren.engine.units import GRADES
from vuurtoren.language import LANGUAGES, Refused, has, keys, say
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine, visitor
from vuurtoren.power.rules import EMERGENCY_KINDS, Emergency, Ground
from vuurtoren.response import acts, exports, queries
from vuurtoren.response.models import FloorCase
from vuurtoren.response.moments import KINDS
from vuurtoren.response.queries.figures import lag_of
from vuurtoren.response.rules import (
    PICKED_UP_WITHIN,
    Care,
    Level,
    Mode,
    Why,
    grade_of,
    ground_for,
    mode_of,
    nights_worse,
    why_of,
)


def _case(here: Neighbourhood, fell: int, visited: int | None = None, ended: int | None = None) -> None:
    FloorCase.objects.create(
        place=a_place(here),
        fell_on=day(fell),
        visited_on=None if visited is None else day(visited),
        ended_on=None if ended is None else day(ended),
    )


@pytest.mark.django_db
def test_streets_that_still_wait_count_in_the_lag() -> None:
    here = a_neighbourhood()
    for fell, visited in ((0, 1), (0, 1), (0, 2)):
        _case(here, fell, visited)
    closed = lag_of(here, day(10))
    assert (closed.median, closed.p95, closed.waiting_now) == (1.0, 2.0, 0)
    assert (closed.cases, closed.visited, closed.longest_now) == (3, 3, 0)
    for _ in range(4):
        _case(here, 0)
    opened = lag_of(here, day(10))
    assert (opened.median, opened.p95, opened.waiting_now) == (None, None, 4)
    assert (opened.cases, opened.visited, opened.longest_now) == (7, 3, 10)


@pytest.mark.django_db
def test_a_street_lost_from_sight_is_at_risk_until_then_only() -> None:
    here = a_neighbourhood()
    _case(here, 0, ended=1)  # got better by itself: 1 step
    _case(here, 0, visited=2)
    assert lag_of(here, day(10)).median == 2.0


@pytest.mark.django_db
def test_the_neighbourhood_sees_how_it_is_doing() -> None:
    here = a_neighbourhood()
    a_crew(here)
    by, worker = seen_as(a_person(here)), seen_as(a_worker(here))
    nothing = queries.neighbourhood_figures(visitor(), here)
    assert (nothing.average_grade, nothing.average_over_time) == ("", ())
    bad, *_ = streets(here)
    dirty(by, bad)
    acts.done(worker, line_of(night(here), bad), minutes=11, at=at_noon(0))
    night(here, 1)
    figures = queries.neighbourhood_figures(visitor(), here)
    assert figures.average_grade in GRADES
    assert [one for one, _ in figures.average_over_time] == [day(0), day(1)]
    assert figures.below_floor_over_time[0][1] == pytest.approx(0.25)
    assert figures.city_minutes == 11
    assert figures.minutes_over_time == ((day(0), 11.0), (day(1), 0.0))
    assert (figures.lag_median, figures.lag_open) == (0.0, 0)


@pytest.fixture
def awkward(db: None) -> Any:
    """A plan with a name and a reason that want to be a formula."""
    here = a_neighbourhood()
    crew = a_crew(here, '=HYPERLINK("x")')
    place, nameless = a_place(here, '-1+1 straat, "hoek"'), a_place(here, "Weg")
    nameless.name = ""
    nameless.save()
    worker = seen_as(a_worker(here))
    plan = night(here)
    for line in plan.lines.all():
        acts.take_off(worker, line, reason="leeg", at=at_noon(0))
    for one, reason in ((place, "@SUM(A1)"), (nameless, "gewoon, met komma;\nen regel")):
        acts.put_on(worker, plan, one, crew=crew, reason=reason, at=at_noon(0))
    return queries.plan_for(visitor(), here, FIRST)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_csv_is_read_back_and_holds_no_formula(awkward: Any, language: str) -> None:
    head, *rows = csv.reader(io.StringIO(exports.plan_as_csv(awkward, language)))
    assert len(rows) == 2
    assert {len(row) for row in rows} == {len(head)} == {len(exports.COLUMNS)}
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.startswith(exports.STARTS_A_FORMULA)]
    assert "'@SUM(A1)" in cells
    assert any("komma" in cell for cell in cells)


def test_the_geojson_is_read_back(awkward: Any) -> None:
    read = json.loads(exports.plan_as_geojson(awkward, "nl"))
    assert read["type"] == "FeatureCollection"
    assert [one["properties"]["order"] for one in read["features"]] == [1, 2]
    assert {one["geometry"]["type"] for one in read["features"]} == {"MultiLineString"}
    assert all(one["properties"]["why"] for one in read["features"])


def test_the_gpx_is_read_back(awkward: Any) -> None:
    read = gpxpy.parse(exports.plan_as_gpx(awkward, "nl"))
    (round_,) = read.routes
    assert round_.points[0].name == '-1+1 straat, "hoek"'
    assert round_.points[1].name.startswith("Weg zonder naam")
    assert all(4 < point.longitude < 5 and 51 < point.latitude < 53 for point in round_.points)


def test_the_plan_as_json_has_just_what_was_agreed(awkward: Any) -> None:
    read = json.loads(json.dumps(queries.plan_as_json(machine(), awkward)))
    assert set(read) == {"date", "gap", "minutes", "crews", "streets", "waits"}
    for street in read["streets"]:
        assert set(street) == {
            *("name", "grade_expected", "carried_by", "minutes", "crew", "order", "why_nl", "why_en"),
        }
    assert read["streets"][0]["carried_by"] == "institution"
    (crew,) = read["crews"]
    assert set(crew) == {"name", "shift_minutes", "minutes", "way_minutes", "streets"}
    assert crew["minutes"] == pytest.approx(sum(one["minutes"] for one in read["streets"]), abs=0.2)
    assert crew["way_minutes"] <= crew["minutes"] <= crew["shift_minutes"]
    assert crew["streets"] == len(read["streets"])


days = st.dates(date(2026, 1, 1), date(2027, 1, 1))
steps = st.sampled_from(list(Step))
terms = st.none() | st.builds(
    Terms,
    st.sampled_from(GRADES[:-1]),
    st.integers(1, 28),
    st.sampled_from(["ask", "comes"]),
    st.integers(1, 56),
)
cares = st.builds(Care, steps, st.none() | days, st.booleans(), terms, st.none() | days)


@given(cares, st.booleans(), st.none() | days, days)
def test_the_plan_leaves_to_residents_what_they_hold(
    care: Care, passed: bool, visited: date | None, today: date
) -> None:
    mode, deadline = mode_of(care, passed, visited, today)
    if care.step.handed_over and mode is not Mode.HELD:
        asked = care.may_come and care.yes_on is not None
        agreed = passed and care.terms is not None and care.terms.after_stop == "comes"
        assert asked or agreed
    assert (deadline is None) == (not mode.must)
    assert deadline is None or deadline >= 0


@given(st.sampled_from(list(Step)[:3]), days, st.integers(0, 9), st.booleans())
def test_what_was_given_back_is_due_within_two_steps_until_somebody_came(
    step: Step, given_back: date, later: int, came: bool
) -> None:
    today = given_back + timedelta(days=later)
    visited = today if came else given_back - timedelta(days=1)
    mode, deadline = mode_of(Care(step, given_back_on=given_back), False, visited, today)
    if came:
        assert (mode, deadline) == (Mode.FREE, None)
    else:
        assert mode is Mode.GIVEN_BACK
        assert deadline is not None
        assert later + deadline <= max(later, PICKED_UP_WITHIN)


emergencies = st.none() | st.builds(
    Emergency,
    st.sampled_from(EMERGENCY_KINDS),
    st.integers(-9, 9).map(lambda number: date(2026, 11, 26) + timedelta(number)),
)


@given(cares, st.booleans(), emergencies)
def test_nobody_enters_residents_room_without_a_ground(
    care: Care, passed: bool, emergency: Emergency | None
) -> None:
    today = date(2026, 11, 26)
    agreed = passed and care.terms is not None and care.terms.after_stop == "comes"
    runs = emergency is not None and emergency.until >= today
    if care.step.handed_over and not (care.may_come or agreed or runs):
        with pytest.raises(Refused, match=r"room\.residents_hold_it"):
            ground_for(care, passed, emergency, today)
        return
    ground = ground_for(care, passed, emergency, today)
    assert (ground is Ground.OWN) == (not care.step.handed_over)
    assert ground is not Ground.EMERGENCY or not (care.may_come or agreed)


@given(st.sampled_from([*EMERGENCY_KINDS, "handig"]), st.integers(-9, 20), st.integers(0, 9))
def test_an_emergency_always_has_an_end_and_within_a_week(kind: str, lasts: int, ahead: int) -> None:
    today = date(2026, 11, 26)
    emergency = Emergency(kind, today + timedelta(lasts))
    try:
        emergency.check(today, today + timedelta(ahead))
    except Refused:
        assert kind == "handig" or not 0 <= lasts <= 7 or ahead > lasts
    else:
        assert kind in EMERGENCY_KINDS
        assert ahead <= lasts <= 7


@given(st.lists(st.sampled_from(GRADES), max_size=9), st.sampled_from(GRADES))
def test_one_good_night_begins_the_count_again(grades: list[str], than: str) -> None:
    count = nights_worse(grades, than)
    assert count <= len(grades)
    assert nights_worse([than, *grades], than) == 0
    assert count == len(grades) or nights_worse(grades[count:], than) == 0


@given(st.floats(0, 200), st.floats(0, 50))
def test_more_litter_never_gets_a_better_grade(pieces: float, more: float) -> None:
    scale = Level().scale
    assert GRADES.index(grade_of(pieces + more, scale)) >= GRADES.index(grade_of(pieces, scale))


@given(st.sampled_from(list(Mode)), st.integers(0, 9), st.booleans())
def test_every_street_on_the_plan_has_a_sentence_in_every_language(
    mode: Mode, behind: int, below: bool
) -> None:
    code = why_of(mode, behind, below) if mode is not Mode.HELD else Why.HAND
    for language in LANGUAGES:
        said = say(language, f"why-{code.value}", who="x", litter="y", steps=behind)
        assert "⟨" not in said
        assert "{" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_response_is_there_in_every_language(language: str) -> None:
    wanted = {kind.key for kind in KINDS}
    wanted |= {f"why-who-{step.value}" for step in Step} | {f"why-{why.value}" for why in Why}
    wanted |= {f"response-csv-{column}" for column in exports.COLUMNS}
    assert not sorted(key for key in wanted if not has(language, key))
    own = {key for key in keys(language) if key.startswith(("why-", "city-next-", "response-"))}
    assert own == {key for key in keys("nl") if key.startswith(("why-", "city-next-", "response-"))}


@pytest.mark.pure
@pytest.mark.parametrize("code", list(Why))
def test_every_sentence_of_why_tells_how_much_lies_there(code: Why) -> None:
    class Line:
        why_code = code.value
        why_values = {"step": 1, "pieces": 14, "behind": 3}

    for language in LANGUAGES:
        assert "14 " in queries.why(language, Line())


def test_the_sentence_is_the_one_that_was_asked_for() -> None:
    class Line:
        why_code = "floor"
        why_values = {"step": 1, "pieces": 14, "behind": 1}

    assert (
        queries.why("nl", Line())
        == "niemand prikt hier; naar schatting 14 stuks per 100 m²; één stap achter (al één dag te vuil)"
    )
    assert (
        queries.why("en", Line())
        == "nobody picks litter here; an estimated 14 pieces per 100 m²; one step behind (too dirty for one day now)"
    )


@pytest.mark.pure
@pytest.mark.parametrize(
    ("name", "dutch", "english"),
    [
        ("Kade", "Ploeg Kade", "Crew Kade"),
        ("Crew 1", "Crew 1", "Crew 1"),
        ("Ploeg Noord", "Ploeg Noord", "Ploeg Noord"),
        ("Teamwork", "Ploeg Teamwork", "Crew Teamwork"),
    ],
)
def test_a_crew_is_not_called_a_crew_twice(name: str, dutch: str, english: str) -> None:
    assert (queries.crew_named("nl", name), queries.crew_named("en", name)) == (dutch, english)


@pytest.mark.pure
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", Why)
def test_every_sentence_of_why_is_filled_in(code: Why, language: str) -> None:
    class Line:
        why_code = code.value
        why_values = {"step": 1, "pieces": 14, "behind": 3}

    assert " 14 " in queries.why(language, Line())
