"""The balance of a neighbourhood as the page tells it: from hand-overs, rounds of the crews, plans and the journal."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.makers import a_neighbourhood, a_person, a_place, a_worker, seen_as
from tests.reflection.sliding import happened, stays_in_role
from vuurtoren.care import acts as care
from vuurtoren.care.models import Dossier, HandOver
from vuurtoren.language import Refused
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine, visitor
from vuurtoren.reflection.balance import Part, Verdict
from vuurtoren.reflection.queries import balance_of
from vuurtoren.response import acts as response
from vuurtoren.response import moments as response_moments
from vuurtoren.response.models import Plan, Visit

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
TERMS: dict[str, Any] = {"stop_grade": "B", "stop_steps": 2, "after_stop": "ask", "overlap_days": 14}


def noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))


def worked(where: Neighbourhood, place: Place, minutes: dict[int, int], score: float = 3.0) -> None:
    """By month of this year: so many minutes of a crew, a plan, and somebody who looked."""
    seen = seen_as(a_person(where, at=noon(date(2026, 1, 2))))
    for month, spent in minutes.items():
        day = date(2026, month, 10)
        Visit.objects.create(place=place, at=noon(day), minutes=spent)
        Plan.objects.create(
            neighbourhood=where, date=day, input_hash="x", engine_version="1", seed=1, aim="best", minutes=1,
            gap=0, bound=0, mean_expected=score, mean_now=score, below_floor_share=0.1, made_at=noon(day),
        )  # fmt: skip
        response.observe(seen, place, grade="B", at=noon(day))


def hand_over(where: Neighbourhood, place: Place, day: date) -> None:
    """Somebody carries a street, asks for it, hears yes, and the overlap goes by."""
    resident, worker = a_person(where, at=noon(date(2026, 1, 2))), a_worker(where, at=noon(date(2026, 1, 2)))
    stays_in_role(where)
    by = seen_as(resident)
    care.join(by, place, at=noon(day))
    care.challenge(by, place, to_step=4, at=noon(day), **TERMS)
    asked = HandOver.objects.get(task__place=place, state="asked")
    care.answer(seen_as(worker), asked, yes=True, at=noon(day))
    care.pass_time(machine(), where, at=noon(day + timedelta(days=15)))


def test_months_are_whole_and_begin_when_the_city_works_here() -> None:
    here = a_neighbourhood()
    assert balance_of(visitor(), here, TODAY).months == ()
    worked(here, a_place(here), {6: 10, 7: 20, 11: 30})
    found = balance_of(visitor(), here, TODAY)
    assert [one.first.month for one in found.months] == [7, 8, 9, 10]
    assert [one.minutes for one in found.months] == [20.0, 0.0, 0.0, 0.0]
    assert [one.score for one in found.months] == [3.0, None, None, None]
    assert found.verdict is Verdict.DUMPING  # the city left, and nobody took up


def test_what_residents_took_up_while_the_institution_did_less_is_growth_until_it_is_given_back() -> None:
    here = a_neighbourhood()
    streets = [a_place(here) for _ in range(4)]
    worked(here, streets[1], {5: 100, 6: 100, 7: 100, 8: 80, 9: 60, 10: 60, 11: 60})
    hand_over(here, streets[1], date(2026, 8, 1))
    found = balance_of(visitor(), here, TODAY)
    assert [one.first.month for one in found.months] == [6, 7, 8, 9, 10]
    assert [one.tasks for one in found.months] == [Part(0, 4)] * 2 + [Part(1, 3)] * 3
    assert found.square_metres == (0.0, 0.0, 0.25, 0.25, 0.25)
    assert [one.initiatives for one in found.months] == [0, 0, 1, 1, 1]
    assert found.verdict is Verdict.GROWTH
    care.give_back(seen_as(found_carrier(streets[1])), streets[1], at=noon(date(2026, 9, 2)))
    again = balance_of(visitor(), here, TODAY)
    assert [one.tasks.residents for one in again.months] == [0, 0, 1, 0, 0]
    assert again.verdict is Verdict.DUMPING


def test_less_in_a_street_of_nobodys_is_no_growth_though_residents_took_up_another() -> None:
    here = a_neighbourhood()
    streets = [a_place(here) for _ in range(4)]
    worked(here, streets[0], {5: 100, 6: 100, 7: 100, 8: 80, 9: 60, 10: 60, 11: 60})
    hand_over(here, streets[1], date(2026, 8, 1))
    assert balance_of(visitor(), here, TODAY).verdict is Verdict.DUMPING


def found_carrier(place: Place) -> Any:
    return HandOver.objects.select_related().get(task__place=place).task.carryings.get(until=None).person


def test_decisions_are_counted_by_whose_they_are() -> None:
    here = a_neighbourhood()
    place = a_place(here)
    worked(here, place, {9: 10, 10: 10})
    worker, at = a_worker(here, at=noon(date(2026, 1, 2))), noon(date(2026, 10, 5))
    hand_over(here, place, date(2026, 10, 1))
    for ground in ("asked", "own"):
        happened(
            response_moments.PUT_ON, here, worker, at, place=place.key, date=TODAY, ground=ground
        )  # fmt: skip
    (october,) = balance_of(visitor(), here, TODAY).months
    assert october.decisions == Part(1, 2)  # a resident joined; the city came twice


def test_the_page_is_for_all_and_says_it_in_words_and_figures(client: Client) -> None:
    here = a_neighbourhood()
    streets = [a_place(here) for _ in range(4)]
    page = client.get(f"/{here.slug}/balance/").content.decode()
    assert "Nog te vroeg om iets te zeggen" in page
    worked(here, streets[0], {5: 100, 6: 100, 7: 100, 8: 80, 9: 60, 10: 60, 11: 60})
    said = client.get(f"/{here.slug}/balance/").content.decode()
    assert "Over de schutting gegooid" in said
    assert "Draagt de stad over, of schuift ze af?" in said
    assert "op plekken die niemand overnam" in said
    assert "<svg" in said
    assert "<td>0 %</td>" in said  # a share, as in the text beside it
    assert "0 % (" not in said
    assert "In handen van buren: 0 van de 4 taken" in said
    assert "niemand nam die over" not in said
    for name in ("city", "light"):
        assert f"/{here.slug}/balance/" in client.get(f"/{here.slug}/{name}/").content.decode()


def test_the_word_tells_its_months_and_what_was_stopped_since_stands_beside_it(client: Client) -> None:
    here, today = a_neighbourhood(), timezone.localdate()
    streets = [a_place(here) for _ in range(5)]
    worked(here, streets[0], {5: 100, 6: 100, 7: 100, 8: 100, 9: 100, 10: 100})
    worker = seen_as(a_worker(here))
    for street in streets:
        care.stop_task(worker, street, how="stops", why="money", since=today, at=timezone.now())
    said = client.get(f"/{here.slug}/balance/").content.decode()
    last = balance_of(visitor(), here, today).until
    assert last
    assert last <= today
    assert "De stad doet wat zij deed" in said
    assert "tot en met" in said
    assert "De stad stopt nu met 5 taken" in said
    assert "tellen nog niet mee in het woord hierboven" in said
    assert "Nog 2 plekken" in said
    city = client.get(f"/{here.slug}/city/").content.decode()
    assert city.index("/balance/") < city.index("/plan/", city.index("<main"))


def test_euros_are_told_by_month_as_soon_as_the_institution_says_what_it_spends() -> None:
    here = a_neighbourhood()
    street = a_place(here)
    worked(here, street, {6: 100, 7: 100, 8: 100, 9: 100, 10: 100})
    hand_over(here, street, date(2026, 8, 1))
    Dossier.objects.create(
        task=street.tasks.get(), begun_at=noon(TODAY), sent_at=noon(TODAY), until=date(2029, 1, 1),
        hand_over=HandOver.objects.get(task__place=street), cents_a_year=120_000,
    )  # fmt: skip
    assert {one.euros for one in balance_of(visitor(), here, TODAY).months} == {None}
    assert balance_of(visitor(), here, TODAY).euros == ()
    by = seen_as(a_worker(here))
    for cents in (1, 1_080_000):  # the last one counts
        care.write_spending(by, here, year=2026, cents=cents, source="Begroting, blad 14", at=noon(TODAY))
    found = balance_of(visitor(), here, TODAY)
    assert [one.euros for one in found.months][-2:] == [Part(100.0, 900.0)] * 2
    assert found.months[0].euros == Part(0.0, 900.0)
    assert found.euros[-1] == 0.1
    for wrong in ({"year": 2010}, {"source": " "}, {"cents": -1}, {"kind": "moon"}):
        given: dict[str, Any] = {"year": 2026, "cents": 5, "source": "Begroting", **wrong}
        with pytest.raises(Refused):
            care.write_spending(by, here, at=noon(TODAY), **given)


def test_a_page_tells_the_euros_or_that_they_are_not_known(client: Client) -> None:
    here = a_neighbourhood()
    worked(here, a_place(here), {5: 100, 6: 100, 7: 100, 8: 80})
    address = f"/{here.slug}/balance/"
    assert "Hoeveel euro is niet bekend" in client.get(address).content.decode()
    worker = a_worker(here)
    assert worker.account
    client.force_login(worker.account)
    year = timezone.localdate().year
    given = {"key": "k", "year": year, "cents": "12500,50", "source": "Begroting"}
    assert client.post(address + "spending/", given).status_code == 302
    assert "12.500,50" in client.get(address).content.decode()
