"""What waits for whom in care, counted for a whole neighbourhood at once: for the weekly letter, never for a page.

`readers` are people by primary key, as viewers: who is not in it is not counted.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from vuurtoren.care.models import Carrying, DossierVoice, DossierWriter, HandOver, HelpQuestion, Saying
from vuurtoren.care.queries.looking import comes_back
from vuurtoren.care.queries.shared import who_wait_to_write
from vuurtoren.care.rules import ASKS_BACK, Side, State, Voice
from vuurtoren.care.speaking import Heard
from vuurtoren.initiatives.models import Joined
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood

RIGHT = "machine.night"
Readers = Mapping[int, Viewer]


def waiting_questions(viewer: Viewer, where: Neighbourhood, readers: Readers) -> Counter[int]:
    """By person: how many questions of the city wait for neighbours: shall it help, in streets they carry, and what it
    offers them there, or where they live and nobody carries; its yes-if to what they carry or ask with others, and what
    another said yes to for them."""
    viewer.must(RIGHT, where.key)
    helped = HelpQuestion.objects.filter(task__place__neighbourhood=where, answered_at=None)
    tasks = list(helped.values_list("task", flat=True))
    offers = list(
        HandOver.objects.filter(
            task__place__neighbourhood=where, state=State.ASKED, side=Side.INSTITUTION
        ).values_list("task", "task__place", "together", "asked_by")
    )
    chosen = list(_chosen(where).values_list("pk", "task", "state", "residents_yes_by"))
    if not tasks and not offers and not chosen:
        return Counter()
    speak = _who_may(where, readers, "agreement.answer", city=False)
    carriers = _carriers({*tasks, *(task for task, *_ in offers), *(task for _, task, *_ in chosen)})
    found = Counter(one for task in tasks for one in carriers[task] & speak)
    asks = _asking([pk for pk, *_ in chosen])
    for pk, task, state, by in chosen:
        said = by if state == State.OVERLAP else None
        found.update(one for one in (carriers[task] | asks[pk]) & speak if readers[one].person != said)
    places = _offered_at(offers)
    living = _living_at({place for some in places.values() for place in some})
    for task, place, together, asked_by in offers:
        near = carriers[task] or set().union(*(living[one] for one in places[together, place]))
        found.update(one for one in near & speak if readers[one].person != asked_by)
    return found


def _chosen(where: Neighbourhood) -> QuerySet[HandOver]:
    """What the institution said yes, if, to; and what one neighbour said yes to, as long as it does not hold yet."""
    said = Q(side=Side.INSTITUTION) | Q(dossier__said__in=ASKS_BACK)
    return HandOver.objects.filter(
        Q(state=State.YES_IF) | Q(said, state=State.OVERLAP), task__place__neighbourhood=where
    )


def _asking(hand_overs: Collection[int]) -> defaultdict[int, set[int]]:
    """By hand-over: who asks it with its dossier."""
    rows = DossierVoice.objects.filter(dossier__hand_over__in=hand_overs, how=Voice.ASKS)
    return _grouped(rows.values_list("dossier__hand_over", "person"))


def waiting_challenges(viewer: Viewer, where: Neighbourhood, readers: Readers) -> Counter[int]:
    """By person: how many questions of neighbours wait for an answer of the city, for each who speaks for it."""
    viewer.must(RIGHT, where.key)
    asked = HandOver.objects.filter(task__place__neighbourhood=where, state=State.ASKED, side=Side.RESIDENTS)
    askers = list(asked.values_list("asked_by", flat=True))
    city = _who_may(where, readers, "agreement.answer", city=True) if askers else set()
    return Counter({one: sum(asker != readers[one].person for asker in askers) for one in city})


def waiting_looks_back(viewer: Viewer, where: Neighbourhood, today: date, readers: Readers) -> Counter[int]:
    """By person: on how many agreements both sides look back today, or talk since the term is over."""
    viewer.must(RIGHT, where.key)
    tasks = [one.hand_over.task_id for one in comes_back(viewer, where, today)]
    if not tasks:
        return Counter()
    speak, carriers = _who_may(where, readers, "agreement.answer", city=False), _carriers(tasks)
    found = Counter(one for task in tasks for one in carriers[task] & speak)
    city = _who_may(where, readers, "agreement.answer", city=True)
    return found + Counter(dict.fromkeys(city, len(tasks)))


def waiting_words(viewer: Viewer, where: Neighbourhood, readers: Readers) -> Counter[int]:
    """By person: words of an institution that wait for their yes; for who works for one, what residents would say."""
    viewer.must(RIGHT, where.key)
    rows = Saying.objects.filter(neighbourhood=where, state__in=(Heard.ASKED, Heard.OTHERWISE))
    open_ = list(rows.values_list("state", "place", "initiative"))
    if not open_:
        return Counter()
    say = {one for one in readers if readers[one].may("word.say", where.key)}
    otherwise = sum(state == Heard.OTHERWISE for state, _, _ in open_)
    answer = {one for one in readers if readers[one].may("agreement.answer", where.key, concerned=True)} - say
    asked = [(place, initiative) for state, place, initiative in open_ if state == Heard.ASKED]
    carry = _grouped(
        Carrying.objects.filter(until=None, task__place__in={one for one, _ in asked if one}).values_list(
            "task__place", "person"
        )
    )
    joined = _grouped(
        Joined.objects.filter(initiative__in={one for _, one in asked if one}).values_list(
            "initiative", "person"
        )
    )
    found = Counter(dict.fromkeys(say, otherwise))
    for place, initiative in asked:
        found.update((joined[initiative] if initiative else carry[place]) & answer)
    return found


def waiting_to_write(viewer: Viewer, where: Neighbourhood, readers: Readers) -> Counter[int]:
    """By person: at how many tasks, whose draft they write, a neighbour asks to write along."""
    viewer.must(RIGHT, where.key)
    rows = who_wait_to_write(where).values_list("dossier__task", "dossier__task__place", "person")
    asking: dict[tuple[int, int], set[int]] = defaultdict(set)
    for task, place, person in rows:
        asking[task, place].add(person)
    if not asking:
        return Counter()
    tasks = {task for task, _ in asking}
    carriers, living = _carriers(tasks), _living_at({place for _, place in asking})
    let_in = DossierWriter.objects.filter(dossier__task__in=tasks, yes=True)
    writers = _grouped(let_in.values_list("dossier__task", "person"))
    draft = {
        one
        for one in readers
        if readers[one].may("agreement.draft", where.key) and not readers[one].is_a(Role.WORKER, where.key)
    }
    found: Counter[int] = Counter()
    for (task, place), askers in asking.items():
        write = (carriers[task] | living[place] | writers[task]) & draft
        found.update(one for one in write if askers - {one})
    return found


def _who_may(where: Neighbourhood, readers: Readers, right: str, *, city: bool) -> set[int]:
    """Who may do it in what concerns them, for the city or not."""
    return {
        pk
        for pk, one in readers.items()
        if one.may(right, where.key, concerned=True) and one.speaks_for_the_city(where.key) == city
    }


def _carriers(tasks: Collection[int]) -> defaultdict[int, set[int]]:
    return _grouped(Carrying.objects.filter(until=None, task__in=tasks).values_list("task", "person"))


def _living_at(places: Collection[int]) -> defaultdict[int, set[int]]:
    return _grouped(Person.objects.filter(home__in=places).values_list("home", "pk"))


def _offered_at(
    offers: Iterable[tuple[int, int, UUID | None, UUID]],
) -> dict[tuple[UUID | None, int], set[int]]:
    """By offer (what was offered at once, and where): the places of it all."""
    groups = {together for _, _, together, _ in offers if together}
    rows = HandOver.objects.filter(together__in=groups).values_list("together", "task__place")
    places = _grouped(rows) if groups else defaultdict(set)
    return {
        (together, place): {place, *(places[together] if together else ())}
        for _, place, together, _ in offers
    }


def _grouped(rows: Iterable[tuple[Any, int | None]]) -> defaultdict[Any, set[int]]:
    found: defaultdict[Any, set[int]] = defaultdict(set)
    for key, one in rows:
        if one is not None:
            found[key].add(one)
    return found
