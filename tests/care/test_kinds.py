"""Kinds of task: what their data must say, how rounds are missed, and each of the seven from joining to giving back."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.care.makers import LATER, days
from tests.makers import a_neighbourhood, a_person, a_place, a_worker, seen_as
from vuurtoren.care import acts, queries
from vuurtoren.care.acts.kinds import first_kinds
from vuurtoren.care.kinds import RHYTHM_DAYS, KindOfTask, in_season, key_of, read, rounds_missed
from vuurtoren.care.models import HandOver, HelpQuestion, Round, Task, TaskKind
from vuurtoren.care.rules import LITTER, Step, city_itself
from vuurtoren.cli.commands import run
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.places.models import Place
from vuurtoren.power.models import Room
from vuurtoren.power.queries import machine, visitor

OTHERS = [one for one in first_kinds() if one.code != LITTER]
OWN: dict[str, Any] = {
    "code": "moestuin",
    "names": {"nl": "de moestuin verzorgen", "en": "tending the vegetable garden"},
    "does": {"nl": "Zaaien en oogsten.", "en": "Sowing and harvesting."},
    "places": ["street", "park"],
    "rhythms": ["weekly", "now_and_then"],
    "units": {"nl": "kroppen sla", "en": "heads of lettuce"},
    "most": 90,
    "city_days": 21,
}
TERMS: dict[str, Any] = {"to_step": 4, "stop_steps": 2, "after_stop": "ask", "overlap_days": 14}
a_date = st.dates(date(2020, 1, 1), date(2030, 1, 1))
rhythms = st.sets(st.sampled_from(tuple(RHYTHM_DAYS)))


# --- the data ------------------------------------------------------------------------------------


def test_seven_kinds_come_with_the_house_and_each_says_what_it_needs() -> None:
    found = first_kinds()
    assert [one.code for one in found] == [
        "litter", "green", "square", "playground", "clubhouse", "childrens-afternoon", "bar-rota"
    ]  # fmt: skip
    assert all(set(one.names) == set(one.does) == set(one.units) == {"nl", "en"} for one in found)
    assert {one.stop for one in found if one.code != LITTER} == {"missed"}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"code": "Moestuin"}, "kind_code"),
        ({"code": 3}, "kind_no_code"),
        ({"names": {"nl": "sla"}}, "kind_languages"),
        ({"names": {"nl": "sla", "en": " salad"}}, "kind_words"),
        ({"does": {"nl": "a\nb", "en": "a"}}, "kind_words"),
        ({"units": {"nl": "x" * 31, "en": "a"}}, "kind_words"),
        ({"places": []}, "kind_choices"),
        ({"places": ["moon"]}, "kind_choices"),
        ({"places": [["street"]]}, "kind_choices"),
        ({"rhythms": "weekly"}, "kind_choices"),
        ({"rhythms": ["in_season"]}, "kind_misses"),
        ({"season": [4]}, "kind_season"),
        ({"season": [0, 13]}, "kind_season"),
        ({"most": 0}, "kind_number"),
        ({"most": True}, "kind_number"),
        ({"city_days": 400}, "kind_number"),
        ({"excluded": "no"}, "kind_value"),
        ({"stop": "grade"}, "kind_value"),
        ({"colour": "green"}, "kind_unknown"),
    ],
)
def test_what_is_odd_in_a_file_is_refused_with_a_sentence(wrong: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused, match=rf"care\.{code}"):
        read([{**OWN, **wrong}])


@pytest.mark.parametrize("missing", sorted({"names", "does", "places", "rhythms", "units", "most"}))
def test_what_is_missing_in_a_file_is_named(missing: str) -> None:
    with pytest.raises(Refused, match=r"care\.kind_misses") as refused:
        read([{name: value for name, value in OWN.items() if name != missing}])
    assert refused.value.values == {"kind": "moestuin", "field": missing}


odd = st.none() | st.booleans() | st.integers(-9, 99) | st.text(max_size=6)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(odd | st.lists(odd, max_size=3) | st.dictionaries(st.sampled_from(["nl", "en", "x"]), odd, max_size=3))
def test_whatever_a_file_says_it_is_a_kind_or_a_sentence(raw: object) -> None:
    for meant in (raw, [raw], [{**OWN, "places": raw}], [{**OWN, "names": raw}], [{**OWN, "season": raw}]):
        with suppress(Refused):  # anything else is a fault
            found = read(meant)
            assert found[0].names["nl"]


# --- rounds missed -------------------------------------------------------------------------------


@settings(deadline=None)
@given(rhythms, a_date, st.integers(0, 200))
def test_rounds_missed_grow_with_time_and_never_faster_than_the_rhythm(
    some: set[str], last: date, later: int
) -> None:
    season = (4, 10)
    counts = [rounds_missed(some, season, last, last + timedelta(days=day)) for day in range(later + 1)]
    assert counts == sorted(counts)
    regular = [days_ for one in some if (days_ := RHYTHM_DAYS[one])]
    assert counts[-1] <= (later // min(regular) if regular else 0)
    assert counts[0] == 0


@given(rhythms, rhythms, a_date, st.integers(0, 400))
def test_who_joins_never_makes_it_look_as_if_less_was_missed_than_they_promised(
    some: set[str], more: set[str], last: date, later: int
) -> None:
    today = last + timedelta(days=later)
    assert rounds_missed(some | more, (), last, today) >= rounds_missed(some, (), last, today)


@given(st.tuples(st.integers(1, 12), st.integers(1, 12)), a_date, st.integers(0, 400))
def test_out_of_season_nothing_is_missed(season: tuple[int, int], last: date, later: int) -> None:
    today = last + timedelta(days=later)
    missed = rounds_missed(["in_season"], season, last, today)
    within = sum(in_season(season, last + timedelta(days=one)) for one in range(1, later + 1))
    assert missed <= within // 14
    assert missed <= rounds_missed(["in_season"], (), last, today)


@given(st.sampled_from(OTHERS), st.sampled_from(Step), st.booleans())
def test_giving_back_never_lowers_what_the_institution_does(
    kind: KindOfTask, step: Step, comes: bool
) -> None:
    def often(code: str) -> float:
        return 1 / kind.city_days if code == "days" and kind.city_days else 0.0

    after = often(city_itself(Step.INSTITUTION, kind.city_days, False))
    assert after >= often(city_itself(step, kind.city_days, comes))
    assert after == (1 / kind.city_days if kind.city_days else 0.0)


# --- the seven, and one by data only -------------------------------------------------------------


@pytest.fixture
def own_kind() -> KindOfTask:
    (kind,) = read([OWN])
    acts.put_kinds(machine(), [kind], at=LATER)
    return kind


def a_place_for(kind: KindOfTask) -> Place:
    return a_place(a_neighbourhood(), kind=kind.places[0])


@pytest.mark.django_db
@pytest.mark.parametrize("code", [one.code for one in first_kinds()] + ["moestuin"])
def test_a_kind_from_joining_to_giving_back(code: str) -> None:
    kind = {one.code: one for one in (*first_kinds(), *read([OWN]))}[code]
    acts.put_kinds(machine(), [kind], at=LATER)
    place = a_place_for(kind)
    here = place.neighbourhood
    me, city = seen_as(a_person(here)), seen_as(a_worker(here))
    terms = {**TERMS, "stop_grade": "B"} if kind.stop == "grade" else TERMS
    rhythm = kind.rhythms[0]

    acts.join(me, place, kind=code, rhythm=rhythm, at=LATER)
    task = Task.objects.get(place=place, kind__code=code)
    assert task.carried_at is Step.TOGETHER
    acts.log_round(me, place, kind=code, minutes=30, amount=min(4, kind.most), bags=1, at=days(1))
    done = Round.objects.get(task=task)
    assert (done.amount, done.bags) == ((None, 1) if kind.stop == "grade" else (min(4, kind.most), 0))

    acts.challenge(me, place, kind=code, at=days(2), **terms)
    asked = HandOver.objects.get(task=task)
    acts.answer(city, asked, yes=True, at=days(3))
    acts.pass_time(machine(), here, at=days(18))
    task.refresh_from_db()
    assert task.carried_at is Step.RESIDENTS_BACKED
    assert Room.objects.get(place=place, ended_at=None).kind == code
    held = queries.place_care(visitor(), place, kind=code, today=days(18).date())
    assert held.room.powers.decides == "residents"

    acts.give_back(me, place, kind=code, at=days(19))
    seen = queries.place_care(visitor(), place, kind=code, today=days(19).date())
    assert (seen.step, seen.vacant) == (Step.INSTITUTION, True)
    assert not Room.objects.filter(place=place, ended_at=None).exists()
    assert [one.kind.code for one in queries.vacancies(visitor(), here)] == [code]
    if code != LITTER:
        row = TaskKind.objects.get(code=code)
        next_step = queries.city_at(visitor(), row, seen, days(19).date())
        assert (next_step.code, next_step.days) == ("days" if kind.city_days else "none", kind.city_days or 0)
        assert next_step.words("nl") != next_step.words("en")
        told = {
            one.what.get("task_kind")
            for one in Moment.objects.filter(place=place.key, kind__startswith="care.")
        }
        assert told == {str(key_of(code))}


@pytest.mark.django_db
@pytest.mark.parametrize("code", [one.code for one in OTHERS])
def test_when_more_rounds_were_missed_than_agreed_the_night_asks_once_a_week(code: str) -> None:
    kind = {one.code: one for one in OTHERS}[code]
    place = a_place_for(kind)
    here = place.neighbourhood
    me, city = seen_as(a_person(here)), seen_as(a_worker(here))
    acts.join(me, place, kind=code, rhythm="now_and_then", at=LATER)
    acts.arrange(me, place, kind=code, part="whole", rhythm=kind.rhythms[0], people=1, at=LATER)
    acts.challenge(me, place, kind=code, at=LATER, **TERMS)
    acts.answer(city, HandOver.objects.get(task__place=place), yes=True, at=days(1))
    acts.pass_time(machine(), here, at=days(15))
    every = RHYTHM_DAYS[kind.rhythms[0]]
    assert every
    acts.log_round(me, place, kind=code, minutes=30, amount=1, at=days(16))
    acts.pass_time(machine(), here, at=days(16 + 2 * every))
    assert not HelpQuestion.objects.exists()
    past = 200 if kind.rhythms[0] == "in_season" else 16 + 2 * every + 1
    acts.pass_time(machine(), here, at=days(past))
    asked = HelpQuestion.objects.get()
    assert queries.place_care(me, place, kind=code).help_asked_of_me
    assert acts.pass_time(machine(), here, at=days(past, hours=1)) == ()
    acts.answer_help(me, place, yes=True, kind=code, at=days(past + 1))
    asked.refresh_from_db()
    assert asked.answer == "yes"
    seen = queries.place_care(visitor(), place, kind=code, today=days(past + 1).date())
    assert seen.missed >= 2
    assert (
        queries.city_at(visitor(), TaskKind.objects.get(code=code), seen, days(past + 1).date()).code
        == "comes"
    )
    acts.pass_time(machine(), here, at=days(past + 9))
    assert HelpQuestion.objects.count() == 2  # a week later, since nobody wrote down a round


@pytest.mark.django_db
def test_what_was_agreed_to_come_by_itself_comes_and_nobody_is_asked() -> None:
    place = a_place(a_neighbourhood())
    here = place.neighbourhood
    me, city = seen_as(a_person(here)), seen_as(a_worker(here))
    acts.join(me, place, kind="playground", rhythm="weekly", at=LATER)
    acts.challenge(me, place, kind="playground", at=LATER, **{**TERMS, "after_stop": "comes"})
    acts.answer(city, HandOver.objects.get(), yes=True, at=days(1))
    acts.pass_time(machine(), here, at=days(15))
    acts.pass_time(machine(), here, at=days(40))
    assert not HelpQuestion.objects.exists()
    (mine,) = queries.mine(me, here, days(40).date())
    assert mine.city
    assert mine.city.code == "comes"


@pytest.mark.django_db
def test_a_task_of_one_kind_leaves_those_of_others_as_they_are() -> None:
    place = a_place(a_neighbourhood())
    me, you = seen_as(a_person(place.neighbourhood)), seen_as(a_person(place.neighbourhood))
    acts.join(me, place, at=LATER)
    acts.join(you, place, kind="green", rhythm="monthly", at=LATER)
    acts.log_round(me, place, kind="green", minutes=30, amount=12, at=days(1))
    with pytest.raises(Refused, match=r"care\.not_carried_by_you"):
        acts.give_back(me, place, kind="green", at=days(1))
    acts.give_back(you, place, kind="green", at=days(1))
    assert queries.place_care(visitor(), place).step is Step.TOGETHER
    assert [one.bags for one in queries.rounds_since(machine(), place.neighbourhood, LATER)] == []
    assert list(queries.places_carried(visitor(), place.neighbourhood)) == [place.pk]
    assert list(queries.carried_now(machine(), place.neighbourhood)) == [place.pk]


@pytest.mark.django_db
def test_each_kind_keeps_its_own_rhythms_measure_stop_line_and_places() -> None:
    here = a_neighbourhood()
    place = a_place(here)
    me = seen_as(a_person(here))
    for refused, deed in (
        ("care.kind_not_here", lambda: acts.join(me, place, kind="square", at=LATER)),
        ("care.choice_unknown", lambda: acts.join(me, place, kind="nothing", at=LATER)),
        ("care.choice_unknown", lambda: acts.join(me, place, rhythm="monthly", at=LATER)),
        ("care.choice_unknown", lambda: acts.join(me, place, kind="playground", rhythm="monthly", at=LATER)),
        ("care.amount", lambda: acts.log_round(me, place, kind="green", minutes=5, amount=5001, at=LATER)),
        ("care.minutes", lambda: acts.log_round(me, place, kind="green", minutes=0, amount=1, at=LATER)),
    ):
        with pytest.raises(Refused, match=refused):
            deed()
    acts.join(me, place, kind="green", rhythm="monthly", at=LATER)
    with pytest.raises(Refused, match=r"care\.stop_of_kind"):
        acts.challenge(me, place, kind="green", at=LATER, stop_grade="B", **TERMS)
    acts.join(me, place, at=LATER)
    with pytest.raises(Refused, match=r"care\.stop_grade"):
        acts.challenge(me, place, at=LATER, **TERMS)


@pytest.mark.django_db
def test_what_the_law_keeps_can_be_helped_with_and_never_handed_over() -> None:
    (kind,) = read([{**OWN, "excluded": True}])
    acts.put_kinds(machine(), [kind], at=LATER)
    place = a_place(a_neighbourhood())
    me, city = seen_as(a_person(place.neighbourhood)), seen_as(a_worker(place.neighbourhood))
    acts.join(me, place, kind="moestuin", at=LATER)
    with pytest.raises(Refused, match=r"care\.excluded"):
        acts.challenge(me, place, kind="moestuin", at=LATER, **TERMS)
    with pytest.raises(Refused, match=r"care\.excluded"):
        acts.offer(city, place, kind="moestuin", answer_by=days(30).date(), at=LATER, **TERMS)
    with pytest.raises(Refused, match=r"care\.excluded"):
        acts.write_dossier(me, place, given={}, kind="moestuin", at=LATER)
    page = (
        Client().get(f"/{place.neighbourhood.slug}/street/{place.public_id}/task/moestuin/").content.decode()
    )
    assert "Volgens de wet" in page


@pytest.mark.django_db
def test_a_kind_that_stops_goes_on_where_it_was_begun(own_kind: KindOfTask) -> None:
    here = a_neighbourhood()
    begun, free = a_place(here), a_place(here)
    me = seen_as(a_person(here))
    acts.join(me, begun, kind="moestuin", at=LATER)
    acts.put_kinds(machine(), [replace(own_kind, active=False)], at=days(1))
    acts.log_round(me, begun, kind="moestuin", minutes=10, amount=3, at=days(1))
    with pytest.raises(Refused, match=r"care\.choice_unknown"):
        acts.join(me, free, kind="moestuin", at=days(1))
    assert "moestuin" in {one.kind.code for one in queries.tasks_at(visitor(), begun)}
    assert "moestuin" not in {one.kind.code for one in queries.tasks_at(visitor(), free)}


# --- the command and the pages -------------------------------------------------------------------


@pytest.mark.django_db
def test_the_command_puts_in_a_kind_once_and_it_works_on_every_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = a_neighbourhood()
    place, person = a_place(here, "Kadeweg"), a_person(here)
    file = tmp_path / "kinds.json"
    file.write_text(json.dumps([OWN]), encoding="utf-8")
    for expected in ({"added": 1, "changed": 0}, {"added": 0, "changed": 0}):
        assert run(["care", "kinds", str(file), "--json"]) == 0
        assert json.loads(capsys.readouterr().out) == expected
    assert Moment.objects.filter(kind="care.kinds_put").count() == 1
    file.write_text(json.dumps([{**OWN, "most": 91}]), encoding="utf-8")
    assert run(["care", "kinds", str(file)]) == 0
    assert "one task was changed" in capsys.readouterr().out
    for broken in ("{", "[]", '[{"code": "x"}]'):
        file.write_text(broken, encoding="utf-8")
        assert run(["care", "kinds", str(file)]) == 2
    assert run(["care", "kinds", str(tmp_path / "none.json")]) == 2

    client = Client()
    assert person.account
    client.force_login(person.account)
    street = f"/{here.slug}/street/{place.public_id}/"
    base = street + "task/moestuin/"
    assert "De moestuin verzorgen" in client.get(street).content.decode()
    page = client.get(base).content.decode()
    assert "Zaaien en oogsten." in page
    assert "ten minste elke 21 dagen" in page
    joined = client.post(base + "join/", {"key": "k1", "rhythm": "weekly", "people": 1})
    assert joined.headers["Location"] == base + "next/"
    assert "Hoeveel kroppen sla?" in client.get(base + "round/").content.decode()
    assert client.post(base + "round/", {"key": "k2", "minutes": 20, "amount": 91}).status_code == 302
    assert client.post(base + "round/", {"key": "k3", "minutes": 20, "amount": 92}).status_code == 422
    page = client.get(base).content.decode()
    assert "91 kroppen sla" in page
    assert "De moestuin verzorgen: iemand doet hier mee" in page
    assert "Kadeweg, de moestuin verzorgen" in client.get(f"/{here.slug}/").content.decode()
    assert (
        "De moestuin verzorgen: er is een ronde gedaan"
        in client.get(f"/{here.slug}/journal/").content.decode()
    )
    sent = {"key": "k4", "to_step": 4, "stop_steps": 3, "after_stop": "ask", "overlap_days": 14}
    assert client.post(base + "agreement/", sent).headers["Location"] == base
    asked = HandOver.objects.get()
    agreement = client.get(f"/{here.slug}/agreement/{asked.public_id}/").content.decode()
    assert "Overdracht van Kadeweg, de moestuin verzorgen" in agreement
    assert "3 rondes" in agreement
    assert client.get(f"/{here.slug}/agreement/{asked.public_id}/paper.pdf").status_code in (200, 404)
    assert "De moestuin verzorgen" in client.get(f"/{here.slug}/agreements/").content.decode()
    assert client.post(base + "give-back/", {"key": "k5"}).headers["Location"] == base
    kept = client.get(f"/{here.slug}/me/export/").json()["care"]
    assert kept["carrying"][0]["task"] == "de moestuin verzorgen"
    assert kept["rounds"][0]["amount"] == 91


@pytest.mark.django_db
def test_litter_has_no_page_beside_that_of_its_street_and_a_kind_none_where_it_does_not_fit() -> None:
    here = a_neighbourhood()
    base = f"/{here.slug}/street/{a_place(here).public_id}/task/"
    assert [Client().get(f"{base}{kind}/").status_code for kind in ("litter", "square", "nothing")] == [
        404
    ] * 3
