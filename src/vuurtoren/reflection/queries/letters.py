"""A letter for one, for those on paper, for all."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from vuurtoren.journal.ready import ready
from vuurtoren.people.models import Person, RoleHeld
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, for_maps
from vuurtoren.reflection.models import LetterChoice, LetterSent
from vuurtoren.reflection.queries.facts import Facts, facts_of
from vuurtoren.reflection.queries.waits import Waits, everybodys_waits, own_waits, paper_waits, waiting
from vuurtoren.reflection.rules import Letter, week_of

AT_ONCE = 2000


def own_letter(
    viewer: Viewer, neighbourhood: Neighbourhood, at: datetime, facts: Facts | None = None
) -> Letter:
    """This week's letter to oneself, as it is today; `facts` where what is for all was found already."""
    viewer.must("self.profile", neighbourhood.key, concerned=True)
    (person,) = _me(person=viewer.somebody())
    today = timezone.localdate(at)
    facts = facts or facts_of(viewer, neighbourhood, today, at)
    return _letter(facts, own_waits(viewer, neighbourhood, today, at, person.pk), person, viewer.language)


def paper_letters(
    viewer: Viewer, neighbourhood: Neighbourhood, at: datetime, facts: Facts | None = None
) -> list[Letter]:
    """The letters of people without an account whom this viewer wrote down here, to print and bring; `facts` where what is
    for all was found already."""
    viewer.must("person.enter", neighbourhood.key)
    today = timezone.localdate(at)
    people = list(
        Person.objects.filter(
            account=None,
            entered_by__key=viewer.somebody(),
            roles__neighbourhood=neighbourhood,
            consents__withdrawn_at=None,
            consents__given_on__lte=today,
            consents__until__gte=today,
        )
        .select_related("home")
        .distinct()
        .order_by("called", "pk")
    )
    if not people:
        return []
    facts = facts or facts_of(viewer, neighbourhood, today, at)
    facts.look_at({one.home_id for one in people if one.home_id})
    waits = paper_waits(viewer, neighbourhood, today, at)
    return [_letter(facts, waits, one, one.language) for one in people]


def letters_to_send(
    viewer: Viewer, neighbourhood: Neighbourhood, week: date, at: datetime
) -> Iterator[tuple[Person, Letter]]:
    """Everybody who has an account and a role here and wants a letter, with theirs of this week; not where it went."""
    viewer.must("machine.night", neighbourhood.key)
    people = _readers(neighbourhood, week, at)
    homes = people.filter(home__isnull=False).order_by().values_list("home", flat=True).distinct()
    today = timezone.localdate(at)
    waits = everybodys_waits(viewer, neighbourhood, today, at)
    facts = facts_of(viewer, neighbourhood, today, at, list(homes))
    for person in people.select_related("account", "home").iterator(chunk_size=AT_ONCE):
        yield person, _letter(facts, waits, person, person.language)


def letters_gone(viewer: Viewer, neighbourhood: Neighbourhood, week: date) -> tuple[int, int]:
    """How many letters of a week went; and of how many nobody knows, since a machine stopped meanwhile."""
    viewer.must("machine.night", neighbourhood.key)
    here = LetterSent.objects.filter(neighbourhood=neighbourhood, week=week)
    return here.exclude(sent_at=None).count(), here.filter(sent_at=None).count()


def wants_letter(viewer: Viewer, neighbourhood: Neighbourhood) -> bool:
    """Does the viewer get a letter by mail? Who said nothing does."""
    viewer.must("self.profile", neighbourhood.key, concerned=True)
    return (False,) not in _wants(person=viewer.somebody())


@ready
def _wants(person: UUID) -> QuerySet[LetterChoice, tuple[bool]]:
    return LetterChoice.objects.filter(person__key=person).values_list("wants")


@ready
def _me(person: UUID) -> QuerySet[Person]:
    return Person.objects.filter(key=person).select_related("home").defer(*for_maps("home"))


def _readers(neighbourhood: Neighbourhood, week: date, at: datetime) -> QuerySet[Person]:
    here = RoleHeld.objects.filter(
        Q(until=None) | Q(until__gt=at),
        person=OuterRef("pk"),
        neighbourhood=neighbourhood,
        confirmed_at__lte=at,
    )
    went = LetterSent.objects.filter(person=OuterRef("pk"), neighbourhood=neighbourhood, week=week)
    said_no = LetterChoice.objects.filter(person=OuterRef("pk"), wants=False)
    return Person.objects.filter(
        Exists(here), ~Exists(went), ~Exists(said_no), account__is_active=True
    ).order_by("pk")


def _letter(facts: Facts, waits: Waits, person: Person, language: str) -> Letter:
    home = person.home if person.home and person.home.neighbourhood_id == facts.where.pk else None
    return Letter(
        week=week_of(facts.today),
        language=language,
        called=person.called,
        happened=facts.happened(language),
        near=facts.near(language, home),
        waits=waiting(waits, language, person.pk),
    )
