"""Who works for which institution, and who leads: written down at the machine."""

from datetime import date

import pytest

from tests.makers import a_neighbourhood, a_person
from vuurtoren.cli.commands import run
from vuurtoren.people.models import Institution, Work
from vuurtoren.stay.models import Lead

pytestmark = pytest.mark.django_db
KADE = "Woningstichting De Kade"


def test_somebody_works_here_and_leads_said_once_or_twice(capsys: pytest.CaptureFixture[str]) -> None:
    here = a_neighbourhood()
    person = a_person(here)
    assert person.account
    order = ["people", "work", person.account.email, KADE, "--since", "2025-09-01"]
    assert run(order) == 0
    assert KADE in capsys.readouterr().out
    work = Work.objects.get(person=person)
    assert (work.institution.name, work.since) == (KADE, date(2025, 9, 1))
    assert not Lead.objects.exists()
    assert run([*order, "--leads"]) == 0
    assert Lead.objects.get().work == work
    assert run(order) == 0
    assert not Lead.objects.exists()
    assert (Work.objects.count(), Institution.objects.count()) == (1, 1)


def test_a_day_that_is_none_writes_nothing() -> None:
    person = a_person(a_neighbourhood())
    assert person.account
    assert run(["people", "work", person.account.email, KADE, "--since", "gisteren"]) != 0
    assert not Work.objects.exists()
    assert not Institution.objects.exists()


def test_the_institution_that_cleans_is_said_when_it_comes_in() -> None:
    person, other = a_person(here := a_neighbourhood()), a_person(here)
    assert person.account
    assert other.account
    assert run(["people", "work", person.account.email, "Stadsbeheer", "--cleans"]) == 0
    assert run(["people", "work", other.account.email, KADE]) == 0
    assert dict(Institution.objects.values_list("name", "cleans")) == {"Stadsbeheer": True, KADE: False}
