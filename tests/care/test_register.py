"""The register of room: it says what care says, from the same moment on, also of what was handed over before it began."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.care.makers import (
    TERMS,
    a_carrier,
    a_challenge,
    an_offer,
    days,
    handed_over,
    says_no,
    step_at,
    task_of,
)
from tests.makers import a_neighbourhood, a_person, a_place, a_worker, seen_as
from vuurtoren.care import acts, queries
from vuurtoren.care.acts import agreements
from vuurtoren.care.models import HandOver
from vuurtoren.care.rules import LITTER, POWERS, Step
from vuurtoren.journal.models import Moment
from vuurtoren.language import LANGUAGES, has, say
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place
from vuurtoren.power import acts as power_acts
from vuurtoren.power import queries as power
from vuurtoren.power.models import Room
from vuurtoren.power.queries import machine, register, visitor
from vuurtoren.power.rules import WHO, Powers

sides = st.sampled_from(WHO)


@pytest.mark.pure
@given(sides, sides, sides, sides, st.sampled_from(sorted(LANGUAGES)))
def test_whoever_decides_does_or_pays_there_is_one_line_for_it(
    decides: str, advises: str, does: str, pays: str, language: str
) -> None:
    line = power.room_words(language, Powers(decides, advises, does, pays))
    assert "⟨" not in line
    assert line.count(".") <= 3
    assert len(line) < 120


@pytest.mark.pure
def test_who_is_none_of_the_three_is_a_fault() -> None:
    with pytest.raises(ValueError, match="residents, institution, together"):
        Powers("mayor", "residents", "residents", "residents")


@pytest.mark.pure
def test_only_a_hand_over_lets_residents_decide() -> None:
    for step in Step:
        assert (POWERS[step].decides == "residents") == step.handed_over
        assert all(has("nl", f"room-who-{who}") for who in WHO)


day_of = st.integers(0, 4000).map(lambda number: date(2016, 1, 1) + timedelta(number))


@pytest.mark.pure
@given(st.lists(st.tuples(st.integers(1, 4), day_of, st.none() | st.integers(0, 900)), max_size=12), day_of)
def test_ten_years_count_each_street_once_and_every_row_that_began_and_ended(
    stretches: list[tuple[int, date, int | None]], today: date
) -> None:
    rows = [
        (place, 100.0 * place, _noon(since), _noon(since + timedelta(lasts)) if lasts is not None else None)
        for place, since, lasts in stretches
    ]
    for year in range(today.year - 9, today.year + 1):
        told = register._year(year, today, rows)
        last = min(date(year, 12, 31), today)
        held = {
            place
            for place, since, lasts in stretches
            if since <= last and (lasts is None or since + timedelta(lasts) > last)
        }
        assert (told.streets, told.metres) == (len(held), 100 * sum(held))
        assert told.begun == sum(since.year == year and since <= last for _, since, _ in stretches)


@pytest.mark.django_db
class TestOneStreet:
    @pytest.fixture(autouse=True)
    def _street(self, db: None) -> None:
        self.here = a_neighbourhood()
        self.place = a_place(self.here, "Kadeweg")
        self.worker = seen_as(a_worker(self.here))
        self.me = a_carrier(a_person(self.here), self.place)

    def test_handed_over_stands_in_the_register_with_by_whom_and_since_when(self) -> None:
        asked = handed_over(self.me, self.worker, self.place)
        seen = power.room_of(visitor(), self.place, LITTER)
        assert seen is not None
        assert seen.powers == Powers("residents", "institution", "residents", "institution")
        assert (seen.since, seen.until) == (timezone.localdate(days(15)), None)
        assert seen.handed_by == "Stadsbeheer"
        assert Room.objects.get().hand_over == asked.key
        assert queries.place_care(visitor(), self.place).room == seen
        assert seen.words("nl") == "Buren beslissen en doen. De stad betaalt het materiaal."

    def test_more_room_ends_the_row_and_begins_another_at_the_same_moment(self) -> None:
        handed_over(self.me, self.worker, self.place)
        an_offer(self.worker, self.place, at=days(20), answer_by=days(40).date(), to_step=5)
        acts.answer(self.me, HandOver.objects.get(state="asked"), yes=True, at=days(21))
        acts.pass_time(machine(), self.here, at=days(60))
        old, new = Room.objects.order_by("pk")
        assert (old.ended_at, old.why_ended, new.since, new.ended_at) == (days(60), "changed", days(60), None)
        assert new.advises == "residents"

    def page(self, asked: HandOver, client: Client | None = None) -> str:
        answer = (client or Client()).get(f"/{self.here.slug}/agreement/{asked.public_id}/")
        assert answer.status_code == 200
        return answer.content.decode()

    def test_what_another_agreement_took_the_place_of_says_so_and_leads_there(self) -> None:
        old = handed_over(self.me, self.worker, self.place)
        new = an_offer(self.worker, self.place, at=days(20), answer_by=days(40).date(), to_step=5)
        acts.answer(self.me, new, yes=True, at=days(21))
        acts.pass_time(machine(), self.here, at=days(60))
        page = self.page(old)
        assert say("nl", "agreement-state-replaced") in page
        assert say("nl", "agreement-state-ended") not in page
        assert f"/agreement/{new.public_id}/" in page
        assert say("nl", "agreement-state-replaced") in self.page(new)  # and back: what was agreed before
        acts.give_back(self.me, self.place, at=days(61))
        assert say("nl", "agreement-state-ended") in self.page(new)

    def test_what_the_city_never_did_it_does_not_do_again(self) -> None:
        place = a_place(self.here, "De Kade", kind="building")
        acts.join(self.me, place, kind="bar-rota", rhythm="weekly", at=days(0))
        acts.challenge(self.me, place, kind="bar-rota", at=days(0), **{**TERMS, "stop_grade": ""})
        asked = HandOver.objects.get(task__place=place)
        acts.answer(self.worker, asked, yes=True, at=days(1))
        acts.pass_time(machine(), self.here, at=days(20))
        acts.give_back(self.me, place, kind="bar-rota", at=days(21))
        page = self.page(asked)
        assert say("nl", "agreement-state-ended-neighbours") in page
        assert say("nl", "agreement-state-ended") not in page

    def test_the_city_can_ask_whether_it_may_join_in_again_and_everybody_reads_that(self) -> None:
        old = handed_over(self.me, self.worker, self.place)
        street = f"/{self.here.slug}/street/{self.place.public_id}/"
        city, resident = self.client_of(self.worker), self.client_of(self.me)
        assert say("nl", "street-agreement-back") in city.get(street).content.decode()
        assert say("nl", "street-agreement-back") not in resident.get(street).content.decode()
        form = city.get(street + "agreement/").content.decode()
        assert 'name="to_step" value="3" checked' in form
        assert f"/agreement/{old.public_id}/" in form  # what would end
        today = timezone.localdate()
        sent = {**TERMS, "to_step": 3, "answer_by": today + timedelta(days=28), "key": "k"}
        assert city.post(street + "agreement/", sent).status_code == 302
        back = HandOver.objects.get(state="asked")
        page = self.page(back, resident)
        assert say("nl", "agreement-means-together") in page
        assert say("nl", "agreement-no-costs-back") in page
        assert say("nl", "agreement-no-costs") not in page
        at = timezone.now()
        acts.answer(self.me, back, yes=True, at=at)
        assert say("nl", "agreement-state-overlap-back") in self.page(back)
        acts.pass_time(machine(), self.here, at=at + timedelta(days=15))
        for one in (back, old):
            assert say("nl", "agreement-state-carried") not in self.page(one)
        assert say("nl", "agreement-state-back") in self.page(back)
        assert step_at(self.place) == 3

    def client_of(self, viewer: Viewer) -> Client:
        client = Client()
        client.force_login(Person.objects.get(key=viewer.person).account)  # type: ignore[arg-type]
        return client

    def test_ten_years_of_room_can_be_opened_and_what_came_to_nothing_goes_out_of_sight(self) -> None:
        held = handed_over(self.me, self.worker, self.place)
        declined = a_challenge(self.me, self.place, at=days(16), to_step=5)
        says_no(self.worker, declined, days(17))
        acts.give_back(self.me, self.place, at=days(30))
        HandOver.objects.update(ended_at=timezone.now() - timedelta(days=9 * 366))
        now = timezone.now()
        found = [
            queries.hand_over_called(visitor(), self.here, one.public_id, now) for one in (held, declined)
        ]
        assert [one is not None for one in found] == [True, False]
        register = Client().get(f"/{self.here.slug}/room/?show=ended").content.decode()
        assert f"/agreement/{held.public_id}/" in register
        self.page(held)
        assert queries.hand_overs(visitor(), self.here, timezone.now()) == []  # the list is of what is lately

    def test_given_back_it_is_over_and_the_line_says_the_city_decides(self) -> None:
        handed_over(self.me, self.worker, self.place)
        acts.give_back(self.me, self.place, at=days(30))
        assert Room.objects.get().why_ended == "given_back"
        seen = queries.room_at(visitor(), self.place)
        assert seen.words("en") == "The city decides, does it and pays."
        assert seen.since == timezone.localdate(days(30))
        kinds = list(Moment.objects.order_by("number").values_list("kind", flat=True))
        assert kinds.count("power.room_made") == kinds.count("power.room_ended") == 1

    def test_together_again_is_told_as_that(self) -> None:
        handed_over(self.me, self.worker, self.place)
        an_offer(self.worker, self.place, at=days(20), answer_by=days(40).date(), to_step=3)
        acts.answer(self.me, HandOver.objects.get(state="asked"), yes=True, at=days(21))
        acts.pass_time(machine(), self.here, at=days(60))
        assert Room.objects.get().why_ended == "together"

    def test_a_hand_over_that_goes_wrong_leaves_no_row(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(agreements, "tell", _fails)
        with pytest.raises(RuntimeError, match="broken"):
            handed_over(self.me, self.worker, self.place)
        assert not Room.objects.exists()

    def test_the_database_holds_one_room_now_a_task(self) -> None:
        handed_over(self.me, self.worker, self.place)
        with pytest.raises(IntegrityError), transaction.atomic():
            Room.objects.create(**{**_row(self.place), "task": task_of(self.place).key})

    def test_the_page_tells_it_to_everybody_and_finds_the_street(self) -> None:
        handed_over(self.me, self.worker, self.place)
        client, base = Client(), f"/{self.here.slug}"
        line = "Buren beslissen en doen. De stad betaalt het materiaal."
        for page in (
            "/room/",
            "/room/?q=kade",
            f"/street/{self.place.public_id}/",
            f"/agreement/{HandOver.objects.get().public_id}/",
        ):
            assert line in client.get(base + page).content.decode(), page
        assert "Kadeweg" not in client.get(base + "/room/?q=plein").content.decode()
        assert "Kadeweg" not in client.get(base + "/room/?show=ended").content.decode()
        acts.give_back(self.me, self.place, at=days(30))
        assert "Kadeweg" in client.get(base + "/room/?show=ended").content.decode()
        assert say("nl", "room-none") in client.get(base + "/room/").content.decode()

    def test_a_street_of_the_city_is_found_too_with_who_decides_there(self) -> None:
        handed_over(self.me, self.worker, self.place)
        city, base = a_place(self.here, "Kadeplein"), f"/{self.here.slug}"
        to = f'href="{base}/street/{city.public_id}/"'
        shown = Client().get(f"{base}/room/?q=kade").content.decode()
        assert shown.index("Kadeweg") < shown.index("Nog niet in handen van buren") < shown.index(to)
        assert say("nl", "room-all-institution") in shown
        street = Client().get(f"{base}/street/{city.public_id}/").content.decode()
        assert f"{base}/room/?q=Kadeplein" in street
        acts.stop_task(self.worker, city, how="stops", why="money", since=days(1).date(), at=days(1))
        shown = Client().get(f"{base}/room/?q=kadeplein").content.decode()
        assert "Zij zei dat zij het hier sinds" in shown
        assert say("nl", "room-all-institution") not in shown
        assert to not in Client().get(f"{base}/room/?q=kade&show=ended").content.decode()
        assert say("nl", "room-none-found") in Client().get(f"{base}/room/?q=zzz").content.decode()

    def test_each_task_of_a_street_is_told_with_the_way_to_its_own_page(self) -> None:
        parent = a_carrier(a_person(self.here), self.place, kind="playground")
        handed_over(parent, self.worker, self.place, kind="playground", stop_grade="")
        acts.join(self.me, self.place, kind="clubhouse", rhythm="weekly", at=days(0))
        shown = Client().get(f"/{self.here.slug}/room/?q=kadeweg").content.decode()
        tasks = f"/{self.here.slug}/street/{self.place.public_id}/task"
        held, beside = shown.split("Nog niet in handen van buren")
        assert f'href="{tasks}/playground/"' in held
        assert f'href="{tasks}/clubhouse/"' in beside
        assert "Buren en de stad doen het samen" in beside
        assert "Het buurthuis openhouden" in beside
        assert "Zwerfvuil prikken" in beside

    def test_the_file_holds_every_row_and_no_formula(self) -> None:
        Place.objects.filter(pk=self.place.pk).update(name="=cmd|' /C calc'!A0")
        handed_over(self.me, self.worker, self.place)
        answer = Client().get(f"/{self.here.slug}/room/as.csv")
        head, row = answer.content.decode().splitlines()
        assert head.startswith("straat,taak,beslist")
        assert row.startswith(("'=cmd|", "\"'=cmd|"))
        assert "Proefbewoner" not in row
        assert ",Stadsbeheer," in row


@pytest.mark.django_db
def test_room_changes_only_within_the_transaction_of_a_hand_over(transactional_db: None) -> None:
    place = a_place(a_neighbourhood())
    with pytest.raises(RuntimeError):
        power_acts.make_room(
            place,
            task=uuid4(),
            kind=LITTER,
            hand_over=uuid4(),
            handed_by=None,
            powers=POWERS[Step.RESIDENTS_BACKED],
            at=days(0),
        )
    with pytest.raises(RuntimeError):
        power_acts.end_room(uuid4(), why="changed", at=days(0))
    assert not Room.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_what_was_handed_over_before_gets_its_rows_also_when_the_migration_is_killed_and_run_again() -> None:
    here = a_neighbourhood()
    worker = seen_as(a_worker(here))
    held, back, more, together = (a_place(here) for _ in range(4))
    mine = [a_carrier(a_person(here), place) for place in (held, back, more, together)]
    for by, place in zip(mine, (held, back, more, together), strict=True):
        handed_over(by, worker, place)
    acts.give_back(mine[1], back, at=days(30))
    for by, place, step in ((mine[2], more, 5), (mine[3], together, 3)):
        an_offer(worker, place, at=days(20), answer_by=days(40).date(), to_step=step)
        acts.answer(by, HandOver.objects.get(state="asked"), yes=True, at=days(21))
        acts.pass_time(machine(), here, at=days(60))
    written = _rows()
    HandOver.objects.filter(state="replaced").update(state="ended")  # as it was called then
    assert len(written) == 5
    Room.objects.all().delete()
    migration: Any = MigrationExecutor(connection).loader.get_migration(
        "care", "0004_what_was_handed_over_is_in_the_register"
    )
    apps = MigrationExecutor(connection).loader.project_state(("care", migration.name)).apps
    write = migration.operations[0].code
    with connection.schema_editor() as editor:
        write(apps, editor)
    assert _rows() == written
    Room.objects.filter(
        pk__gt=min(Room.objects.values_list("pk", flat=True)) + 1
    ).delete()  # killed after two
    for _ in range(2):
        with connection.schema_editor() as editor:
            write(apps, editor)
        assert _rows() == written


@pytest.mark.django_db(transaction=True)
def test_what_was_written_down_before_says_what_it_was() -> None:
    here = a_neighbourhood()
    me, city = seen_as(a_person(here)), seen_as(a_worker(here))
    more, given, back = (a_place(here) for _ in range(3))
    for place, to_step in ((more, 5), (given, 5), (back, 3)):
        acts.join(me, place, at=days(0))
        handed_over(me, city, place)
        asked = an_offer(city, place, at=days(20), answer_by=days(40).date(), to_step=to_step)
        acts.answer(me, asked, yes=True, at=days(21))
        if place == given:
            acts.give_back(me, place, at=days(22))
    acts.pass_time(machine(), here, at=days(60))
    right = set(HandOver.objects.values_list("key", "state"))
    assert {state for _, state in right} == {"replaced", "carried", "ended", "withdrawn"}
    HandOver.objects.filter(state="replaced").update(state="ended")
    migration: Any = MigrationExecutor(connection).loader.get_migration(
        "care", "0014_what_was_agreed_otherwise"
    )
    apps = MigrationExecutor(connection).loader.project_state(("care", migration.name)).apps
    for _ in range(2):
        with connection.schema_editor() as editor:
            migration.operations[0].code(apps, editor)
        assert set(HandOver.objects.values_list("key", "state")) == right


def _rows() -> set[tuple[object, ...]]:
    return set(
        Room.objects.values_list(
            "place", "task", "kind", "hand_over", "handed_by", "decides", "advises", "does", "pays", "since",
            "until", "ended_at", "why_ended",
        )
    )  # fmt: skip


def _row(place: Place) -> dict[str, Any]:
    return {
        "place": place,
        "task": uuid4(),
        "kind": LITTER,
        "hand_over": uuid4(),
        "since": days(0),
        **dict.fromkeys(("decides", "advises", "does", "pays"), "residents"),
    }


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))


def _fails(*_: object, **__: object) -> Moment:
    raise RuntimeError("broken")


def test_a_neighbourhood_sees_its_own_register_only(db: None) -> None:
    here, there = a_neighbourhood(), a_neighbourhood()
    Room.objects.create(**_row(a_place(there)))
    assert power.rooms(visitor(), here) == power.rooms_in_file(visitor(), here) == []
    assert power.ten_years(visitor(), here, date(2026, 11, 26))[-1].streets == 0
    assert power.ten_years(visitor(), there, date(2027, 1, 1))[-1].streets == 1
