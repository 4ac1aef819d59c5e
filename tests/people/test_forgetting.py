"""Somebody on paper is here for as long as their yes holds; the night after it they are forgotten, in every table."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from tests.makers import NOW, a_neighbourhood, a_person, a_place, seen_as
from vuurtoren.care.models import Carrying, Round, Task, TaskKind
from vuurtoren.cli.commands import run
from vuurtoren.journal.models import Moment
from vuurtoren.journal.queries import verify_book
from vuurtoren.people import acts
from vuurtoren.people.models import Consent, Person, RoleHeld
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine, viewer_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate(NOW)
NAME = "Zeldzaamheid van der Wimpel"


def written_down(here: Neighbourhood, until: date, called: str = NAME) -> Person:
    by = seen_as(a_person(here, Role.HOST))
    acts.enter(by, here, called=called, language="nl", how="paper", given_on=TODAY, until=until, at=NOW)
    return Person.objects.get(called=called)


def holding(words: str) -> list[str]:
    """Every table in which a row has these words."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            if any(words in str(row) for row in cursor.fetchall()):
                found.append(table)
    return found


def ended(here: Neighbourhood) -> list[Moment]:
    return list(Moment.objects.filter(book__key=here.key, kind="people.consent_ended"))


def test_the_night_after_the_last_day_somebody_on_paper_is_forgotten_in_every_table() -> None:
    here = a_neighbourhood()
    wim = written_down(here, TODAY + timedelta(days=10))
    kind, _ = TaskKind.objects.get_or_create(code="litter")
    task = Task.objects.create(place=a_place(here), kind=kind, step=3, since=NOW)
    Carrying.objects.create(task=task, person=wim, since=NOW)
    Round.objects.create(task=task, person=wim, at=NOW, minutes=20, bags=1)
    assert holding(NAME) == ["people_person"]
    on_its_last_day = NOW + timedelta(days=10)
    assert acts.forget_ended(machine(), here, at=on_its_last_day) == ()
    (moment,) = acts.forget_ended(machine(), here, at=on_its_last_day + timedelta(days=1))
    assert (moment.about, moment.what) == (wim.key, {})
    assert holding(NAME) == holding(wim.public_id) == []
    assert not Consent.objects.exists()
    assert not RoleHeld.objects.filter(person_id=wim.pk).exists()
    assert Round.objects.get().person is None
    assert verify_book(here.key).broken is None
    assert acts.forget_ended(machine(), here, at=on_its_last_day + timedelta(days=2)) == ()
    assert ended(here) == [moment]


def test_the_nightly_command_does_it_and_what_they_carried_goes_back(
    capsys: pytest.CaptureFixture[str],
) -> None:
    here, today = a_neighbourhood("Nachtwijk"), timezone.localdate()
    wim = Person.objects.create(called=NAME, made_at=NOW)
    Consent.objects.create(
        person=wim, how="paper", given_on=today - timedelta(90), until=today - timedelta(1)
    )
    RoleHeld.objects.create(person=wim, neighbourhood=here, role="resident", since=NOW, confirmed_at=NOW)
    kind, _ = TaskKind.objects.get_or_create(code="litter")
    task = Task.objects.create(place=a_place(here), kind=kind, step=3, since=NOW)
    Carrying.objects.create(task=task, person=wim, since=NOW)
    for _ in range(2):
        assert run(["response", "night", "--neighbourhood", "Nachtwijk", "--json"]) == 0
    capsys.readouterr()
    task.refresh_from_db()
    assert (task.step, holding(NAME), len(ended(here))) == (1, [], 1)
    assert Moment.objects.filter(kind="care.gave_back").count() == 1


def test_who_said_yes_again_has_an_account_or_lives_elsewhere_stays() -> None:
    here, there = a_neighbourhood(), a_neighbourhood("Elders")
    again = written_down(here, TODAY + timedelta(days=5), "Opnieuw")
    host = seen_as(a_person(here, Role.HOST))
    acts.renew_consent(host, again, here, until=TODAY + timedelta(days=60), at=NOW)
    elsewhere = written_down(there, TODAY + timedelta(days=5), "Verderop")
    signed_up = a_person(here)
    Consent.objects.create(person=signed_up, how="paper", given_on=TODAY, until=TODAY + timedelta(days=5))
    assert acts.forget_ended(machine(), here, at=NOW + timedelta(days=20)) == ()
    assert Person.objects.filter(pk__in=[again.pk, elsewhere.pk, signed_up.pk]).count() == 3


def test_nobody_but_the_night_forgets_somebody_else() -> None:
    here = a_neighbourhood()
    written_down(here, TODAY + timedelta(days=1))
    late = NOW + timedelta(days=3)
    for by in (
        viewer_of(a_person(here, Role.HOST), late),
        viewer_of(a_person(here, Role.BOARD), late),
        Viewer(),
    ):
        with pytest.raises(Exception, match=r"power\."):
            acts.forget_ended(by, here, at=late)
    assert holding(NAME)
