"""Makers for stories about staying; everything goes through the real acts."""

from datetime import date, datetime, timedelta

from tests.makers import NOW, a_worker, seen_as
from vuurtoren.people import acts as people
from vuurtoren.people.models import Account, Institution, Person, Work
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine
from vuurtoren.stay import acts, queries
from vuurtoren.stay.models import Promise

TODAY = NOW.date()
SOON = TODAY + timedelta(days=30)


def days(number: int) -> datetime:
    """So many days after the story began."""
    return NOW + timedelta(days=number)


def an_institution(here: Neighbourhood, name: str = "Woningstichting De Kade") -> Institution:
    """Another institution than the one of `a_worker`."""
    people.institution_came(machine(), here, name=name, at=NOW)
    return Institution.objects.get(neighbourhood=here, name=name)


def works_at(institution: Institution, called: str, since: date = date(2025, 9, 1)) -> Person:
    """Somebody who works for this institution and does not live here."""
    account = Account.objects.create_user(f"{called.lower()}{institution.pk}@kade.example")
    people.engage(machine(), account, institution, called=called, language="nl", since=since, at=NOW)
    return Person.objects.get(account=account)


def who_leads(here: Neighbourhood, institution: Institution | None = None) -> Person:
    """Somebody who leads the team of this institution, or of the municipality."""
    person = works_at(institution, "Lies") if institution else a_worker(here, called="Lies")
    acts.set_lead(machine(), work_of(person), yes=True, at=NOW)
    return person


def work_of(person: Person) -> Work:
    """The work somebody does here."""
    return Work.objects.get(person=person)


def a_promise(
    by: Person,
    here: Neighbourhood,
    words: str = "Een bankje",
    *,
    to_all: bool = False,
    place: Place | None = None,
) -> Promise:
    """What this professional promised to somebody, or to all."""
    acts.make_promise(seen_as(by), here, words=words, due=SOON, to_all=to_all, place=place, at=NOW)
    return Promise.objects.latest("pk")


def a_claim(by: Person, worker: Person, words: str = "De lamp maken") -> Promise:
    """What a neighbour says this professional promised."""
    acts.say_promised(seen_as(by), work_of(worker), words=words, due=SOON, at=NOW)
    return Promise.objects.latest("pk")


def again(promise: Promise) -> Promise:
    """As it is in the database now."""
    return Promise.objects.get(pk=promise.pk)


def the_only(viewer: Viewer, here: Neighbourhood, day: date = TODAY) -> queries.PromiseSeen:
    """The one promise that is open here, as this viewer sees it."""
    (found,) = queries.promises_of(viewer, here, day)
    return found
