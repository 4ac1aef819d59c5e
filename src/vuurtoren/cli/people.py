"""`vuurtoren people`: a sign-in link, the first roles of a neighbourhood, and who works for which institution."""

import secrets
from datetime import date
from typing import Annotated

import typer
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from vuurtoren.cli.frame import command, hint, in_words, neighbourhood_named, one_of, put
from vuurtoren.language import Refused
from vuurtoren.people import acts
from vuurtoren.people.models import Institution, Person
from vuurtoren.people.rules import Role
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine
from vuurtoren.stay.acts import set_lead
from vuurtoren.stay.queries import who_work_here

app = typer.Typer(name="people", no_args_is_help=True)
GIVEN = tuple(role.value for role in Role if role is not Role.RESIDENT)
"""Roles that are given; a resident one becomes by arriving."""
Name = Annotated[str | None, typer.Option("--neighbourhood")]


@command(app, "link", "machine.link")
def link(
    mail: Annotated[str, typer.Argument()],
    neighbourhood: Name = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """A link that signs this person in once, within ten minutes."""
    where, person = neighbourhood_named(neighbourhood), person_with(mail)
    address = link_for(person, where)
    hint("cli-link", name=person.called, neighbourhood=where.name)
    put({"link": address}, as_json, address)


@command(app, "role", "role.give")
def role(
    mail: Annotated[str, typer.Argument()],
    role: Annotated[str, typer.Argument(callback=one_of("ROLE", GIVEN))],
    neighbourhood: Name = None,
) -> None:
    """Give somebody a role; meant for the first board of a neighbourhood, later ones are given on the pages."""
    where = neighbourhood_named(neighbourhood)
    acts.offer_role(machine(), person_with(mail), where, role=Role(role), at=timezone.now())
    put(
        {},
        False,
        in_words("cli-role", mail=mail, role=in_words(f"role-{role}"), neighbourhood=where.name),
    )


@command(app, "work", "professional.come")
def work(
    mail: Annotated[str, typer.Argument()],
    institution: Annotated[str, typer.Argument()],
    since: Annotated[str | None, typer.Option()] = None,
    leads: Annotated[bool, typer.Option("--leads/--leads-not")] = False,
    cleans: Annotated[bool, typer.Option("--cleans")] = False,
    neighbourhood: Name = None,
) -> None:
    """Somebody works here for an institution, and may lead its team. Said again, only who leads changes."""
    where, person, at = neighbourhood_named(neighbourhood), person_with(mail), timezone.now()
    begun = _day(since) if since else timezone.localdate(at)
    with transaction.atomic():
        found = Institution.objects.filter(neighbourhood=where, name=institution).first()
        if found is None:
            acts.institution_came(machine(), where, name=institution, cleans=cleans, at=at)
            found = Institution.objects.get(neighbourhood=where, name=" ".join(institution.split()))
        doing = who_work_here(machine(), where, timezone.localdate(at)).filter(
            person=person, institution=found
        )
        if not doing.exists():
            acts.work_began(machine(), person, found, since=begun, at=at)
        set_lead(machine(), doing.get(), yes=leads, at=at)
    put({}, False, in_words("cli-work-leads" if leads else "cli-work", mail=mail, institution=found.name))


@command(app, "term", "professional.come")
def term(
    institution: Annotated[str, typer.Argument()],
    weeks: Annotated[int, typer.Argument()],
    neighbourhood: Name = None,
) -> None:
    """Within how many weeks an institution answers a challenge: its own term, told to all. What was sent keeps its day."""
    where = neighbourhood_named(neighbourhood)
    found = Institution.objects.filter(neighbourhood=where, name=institution).first()
    if found is None:
        raise Refused("cli.no_such_institution", name=institution)
    acts.publish_term(machine(), found, weeks=weeks, at=timezone.now())
    put({}, False, in_words("cli-term", institution=found.name, weeks=weeks))


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise Refused("cli.no_such_day", day=words) from None


def person_with(mail: str) -> Person:
    """The person behind a mail address."""
    found = Person.objects.filter(account__email=mail.lower()).first()
    if found is None:
        raise Refused("cli.no_such_person", mail=mail)
    return found


def link_for(person: Person, neighbourhood: Neighbourhood) -> str:
    """A fresh sign-in link; only its hash is kept."""
    token = secrets.token_urlsafe(24)
    acts.make_link(machine(), person, neighbourhood, token=token, at=timezone.now())
    origin = settings.ORIGIN or f"http://127.0.0.1:{settings.PORT}"
    return f"{origin}{reverse('link', args=[token])}"
