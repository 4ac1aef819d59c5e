"""Fills the invented neighbourhood Lichthaven: its streets, its people, half a year of meeting, eight weeks of carrying.

Everything goes through the same acts as on the pages, at the days on which it is said to have happened. What lies in
a street is drawn from a seed (`_Litter`), so that what people pick fits the street.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

import numpy as np
from django.utils import timezone

from vuurtoren.care import acts as care
from vuurtoren.care import queries as carried
from vuurtoren.care.models import HandOver
from vuurtoren.care.rules import LITTER
from vuurtoren.cli.demo_challenge import (
    agree_with_a_budget,
    challenge_the_city,
    do_it_together,
    hear_no,
    hear_yes_if,
)
from vuurtoren.cli.demo_fence import the_city_speaks, the_city_stops, the_city_tells_what_it_spends
from vuurtoren.cli.demo_gifts import come_to_a_table, lead_somewhere, offer_gifts
from vuurtoren.cli.demo_initiatives import BEGAN, LATELY, Started
from vuurtoren.cli.demo_kinds import OtherTasks
from vuurtoren.cli.demo_meeting import Meeting
from vuurtoren.cli.demo_nudges import Nudged
from vuurtoren.cli.demo_principles import Principles
from vuurtoren.cli.demo_room import HELD, HOLD, two_years_of_room
from vuurtoren.cli.demo_stay import a_day_of_staying
from vuurtoren.engine.units import LitterScale
from vuurtoren.language import Refused
from vuurtoren.light import acts as light
from vuurtoren.people import acts as people
from vuurtoren.people.models import Account, Institution, Person
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places import acts as places
from vuurtoren.places.demo import demo_backdrop, demo_neighbourhood
from vuurtoren.places.merging import merge
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.places.reading import read_collection
from vuurtoren.power.queries import machine, viewer_of, visitor
from vuurtoren.reflection.acts import answer_slide, look_for_slides, say_hurts
from vuurtoren.reflection.queries import (
    my_slides,
    slide_called,
    slide_of_my_groups,
    slides_of_my_groups,
)
from vuurtoren.response import acts as response
from vuurtoren.response import queries as response_seen

NAME, SLUG = "Lichthaven", "lichthaven"
LIGHT = {
    "nl": (
        "Hier kennen we elkaar, zorgen we samen, en volgt de stad.",
        "We drinken koffie zonder agenda. We pakken op wat we graag doen. Wat ons niet lukt, doet de stad. "
        "Over dertig jaar is dat hier gewoon.",
    ),
    "en": (
        "Here we know each other, care together, and the city follows.",
        "We drink coffee without an agenda. We pick up what we love. What we cannot do, the city does. "
        "In thirty years that is simply how it is here.",
    ),
}
RESIDENTS = (
    "Amina",
    "Joris",
    "Fatma",
    "Delroy",
    "Mei",
    "Hanneke",
    "Youssef",
    "Agnieszka",
    "Rosa",
    "Sem",
    "Noor",
    "Ton",
)
ROLES = {
    "Amina": (Role.HOST,),
    "Mei": (Role.BUILDER,),
    "Rosa": (Role.BOARD,),
    "Delroy": (Role.BOARD,),
    "Hanneke": (Role.TREASURER,),
    "Ton": (Role.AUDITOR,),
}
WORKER = "Bram"
MEETS_BEFORE = 2.25
"""So many times as long as they carry did people meet before that: everything starts with coffee."""
CITY_BEFORE = 28
"""In a demo of so many days the city also works, and people look and do rounds, in the weeks in which they only met: then
there are whole months to hold side by side."""
CREWS = ("Kade", "Plein")
GIFTS_LEAD = timedelta(days=20)
"""So long ago two neighbours of the demo met: by now they are asked what became of it."""
CREW_MINUTES = 75
SHARE_DONE, SHARE_FOUND = 0.9, 0.7
PIECES_OF_A_BAG = 40
READS_EVERY, DELROY_READS = 8, 41
"""Days, and the number of a day."""
A_BAG_TEARS = 0.03
"""The chance, a street and day, that a market, a party or a gull leaves half a bag on every 100 m²."""


@dataclass
class _Litter:
    """What really lies in each street of the demo: large pieces per 100 m², growing by its own rate a day."""

    rng: np.random.Generator
    rate: dict[int, float] = field(default_factory=dict)
    now: dict[int, float] = field(default_factory=dict)

    def add(self, place: Place) -> None:
        middle = {"square": 6.0, "quay": 4.0, "park": 3.0}.get(place.kind, 2.4)
        busy = 1.8 if place.street_class in ("shopping", "secondary", "tertiary") else 1.0
        self.rate[place.pk] = float(self.rng.gamma(3.0, middle * busy / 3.0))
        self.now[place.pk] = float(self.rng.gamma(2.0, 3.0))

    def a_day(self) -> None:
        for pk, rate in self.rate.items():
            self.now[pk] += float(self.rng.poisson(rate * 4) / 4)
            if self.rng.random() < A_BAG_TEARS:
                self.now[pk] += float(self.rng.gamma(2.0, PIECES_OF_A_BAG / 4))

    def clean(self, pk: int, share: float) -> None:
        self.now[pk] *= 1.0 - share


@dataclass
class _Demo:
    here: Neighbourhood
    rng: np.random.Generator
    litter: _Litter
    persons: dict[str, Person] = field(default_factory=dict)
    streets: list[Place] = field(default_factory=list)

    def as_(self, name: str, at: datetime) -> Viewer:
        return viewer_of(self.persons[name], at)


def fill(seed: int, days: int, hint: Callable[..., None]) -> None:
    """Make the neighbourhood and live through it up to today: `days` days of carrying, after more than twice as many of
    meeting; the plan of today comes last."""
    today = timezone.localdate()
    first = today - timedelta(days=days)
    rng = np.random.default_rng(seed)
    before = int(MEETS_BEFORE * days)
    met_first = first - timedelta(days=before)
    demo = _begin(seed, rng, met_first)
    hint("cli-demo-streets", name=NAME, count=len(demo.streets))
    named = [place for place in demo.streets if place.name]
    started = Started(demo.here, demo.persons, named, lately=before + days > LATELY)
    started.until(met_first)
    two_years_of_room(demo.here, demo.persons, named, today)
    _people(demo, met_first)
    meeting = Meeting(demo.here, demo.persons, np.random.default_rng([seed, 1]))
    meeting.begin(demo.streets, met_first)
    nudged = Nudged(demo.here, demo.persons, named)
    principles = Principles(demo.here, demo.as_, met_first, today)
    hint("cli-demo-people", count=len(demo.persons), days=before + days)

    def week_over(number: int) -> None:
        if (number + 1) % 14 == 0:
            hint("cli-demo-week", week=(number + 1) // 7, weeks=(before + days) // 7)

    for number in range(before):
        meeting.a_day(met_first + timedelta(days=number))
        _board(demo, number, met_first)
        started.until(met_first + timedelta(days=number))
        nudged.a_day(met_first + timedelta(days=number))
        principles.until(met_first + timedelta(days=number))
        if days >= CITY_BEFORE:
            _in_the_streets(demo, met_first + timedelta(days=number))
        week_over(number)
    offer_gifts(demo.here, demo.as_, _at(first, 17), first)
    lately = max(first, today - GIFTS_LEAD)
    lead_somewhere(demo.here, demo.as_, _at(lately, 18), lately)
    _carriers(demo, first + timedelta(days=2))
    others = OtherTasks(demo.here, demo.as_, WORKER, np.random.default_rng([seed, 2]))
    others.begin(demo.streets, first + timedelta(days=2))
    for number in range(days):
        _a_day(demo, first + timedelta(days=number))
        others.a_day(first + timedelta(days=number))
        meeting.a_day(first + timedelta(days=number))
        _board(demo, before + number, met_first)
        principles.on_the_plan(first + timedelta(days=number))
        principles.until(first + timedelta(days=number))
        started.until(first + timedelta(days=number))
        nudged.a_day(first + timedelta(days=number))
        week_over(before + number)
    yesterday = today - timedelta(days=1)
    the_city_speaks(demo.as_, WORKER, HOLD[0], named[HELD], named[16], _at(yesterday, 16))
    come_to_a_table(demo.here, demo.as_, _at(yesterday, 19), yesterday)
    response.work_the_night(machine(), demo.here, date=today, at=timezone.now())
    _slides(demo, timezone.now())


def _begin(seed: int, rng: np.random.Generator, first: date) -> _Demo:
    at = _at(first - timedelta(days=1), 9)
    places.make_neighbourhood(
        machine(), name=NAME, slug=SLUG, at=min(at, _at(timezone.localdate() - timedelta(days=BEGAN + 1), 9))
    )
    here = Neighbourhood.objects.get(slug=SLUG)
    merged = merge(read_collection(demo_neighbourhood(seed)), None)
    places.import_streets(machine(), here, merged, at=at)
    places.set_backdrop(machine(), here, demo_backdrop(seed), at=at)
    for language, (line, story) in LIGHT.items():
        light.tend(machine(), here, language, line, story, at)
    demo = _Demo(
        here, rng, _Litter(rng), streets=list(Place.objects.filter(neighbourhood=here).order_by("name", "id"))
    )
    for place in demo.streets:
        demo.litter.add(place)
    people.institution_came(
        machine(), here, name="Stadsbeheer Lichthaven", phone="010 000 00 10", cleans=True, at=at
    )
    people.institution_came(machine(), here, name="Woningstichting De Kade", phone="010 000 00 20", at=at)
    response.agree_standard(machine(), here, at=at)
    for name, (lon, lat), mode in zip(CREWS, _corners(demo), ("walk", "cart"), strict=True):
        response.add_crew(
            machine(), here, name=name, minutes=CREW_MINUTES, mode=mode, lon=lon, lat=lat, at=at
        )
    return demo


def _corners(demo: _Demo) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where the two crews start: at the first street of the list that has a name, and at the last."""
    named = [place for place in demo.streets if place.name]
    first, last = named[0], named[-1]
    return (first.lon, first.lat), (last.lon, last.lat)


def _people(demo: _Demo, first: date) -> None:
    at = _at(first, 10)
    named = [place for place in demo.streets if place.name]
    for number, name in enumerate(RESIDENTS):
        account = Account.objects.create_user(f"{name.lower()}@lichthaven.example")
        language = "en" if name == "Mei" else "nl"
        people.arrive(visitor(), account, demo.here, called=name, language=language, at=at)
        person = demo.persons[name] = Person.objects.get(account=account)
        for role in ROLES.get(name, ()):
            people.offer_role(machine(), person, demo.here, role=role, at=at)
        people.change_self(
            demo.as_(name, _at(first, 11)), person, demo.here,
            called=name, language=language, home=named[number % len(named)], at=_at(first, 11),
        )  # fmt: skip
    _worker(demo, at)
    care.put_tools(
        demo.as_("Amina", _at(first, 12)), demo.here, place=named[len(named) // 2], number="12",
        note="Buurthuis De Lantaarn, elke ochtend van 9 tot 12", at=_at(first, 12),
    )  # fmt: skip
    people.enter(
        demo.as_("Amina", _at(first, 12)), demo.here, called="Wim", language="nl", how="paper",
        given_on=first, until=first + timedelta(days=300), at=_at(first, 12),
    )  # fmt: skip


def _worker(demo: _Demo, at: datetime) -> None:
    account = Account.objects.create_user(f"{WORKER.lower()}@lichthaven.example")
    team = Institution.objects.get(neighbourhood=demo.here, cleans=True)
    people.engage(machine(), account, team, called=WORKER, language="nl", since=date(2022, 3, 1), at=at)
    demo.persons[WORKER] = Person.objects.get(account=account)


def _board(demo: _Demo, number: int, first: date) -> None:
    """Rosa reads the words of the lighthouse again every eight days, with the best intentions; Delroy once did."""
    who = "Delroy" if number == DELROY_READS else "Rosa" if number % READS_EVERY == 1 else None
    if who:
        at = _at(first + timedelta(days=number), 21)
        for language, (line, story) in LIGHT.items():
            light.tend(demo.as_(who, at), demo.here, language, line, story, at)


def _carriers(demo: _Demo, day: date) -> None:
    """A third of the residents' streets is picked; two are handed over, one of them with a budget; one is done together,
    one is asked for, one got a no, one is offered."""
    at = _at(day, 14)
    named = [place for place in demo.streets if place.name]
    for number, name in enumerate(RESIDENTS[:9]):
        rhythm = "weekly" if number % 3 else "now_and_then"
        care.join(demo.as_(name, at), named[number], rhythm=rhythm, people=1 + number % 3, at=at)
    care.join(demo.as_("Joris", at), named[4], part="a", at=at)
    care.join(demo.as_("Mei", at), named[HELD], part="b", at=at)
    terms: dict[str, Any] = {"stop_grade": "B", "stop_steps": 2, "after_stop": "ask", "overlap_days": 7}
    of = {name: named[number] for number, name in enumerate(RESIDENTS)}
    agree_with_a_budget(demo.as_, WORKER, of["Joris"], terms, at)
    hear_no(demo.as_, WORKER, of["Agnieszka"], terms, at)
    do_it_together(demo.as_, WORKER, of["Hanneke"], terms, at)
    care.challenge(demo.as_("Mei", at), of["Mei"], to_step=5, at=at, **terms)
    asked = HandOver.objects.get(task__place=of["Mei"], task__kind__code=LITTER, state="asked")
    later = at + timedelta(days=3)
    care.answer(demo.as_(WORKER, later), asked, yes=True, at=later)
    late = _at(timezone.localdate() - timedelta(days=2), 15)
    challenge_the_city(demo.as_, of["Amina"], of["Youssef"], terms, late)
    hear_yes_if(demo.as_, WORKER, of["Fatma"], terms, late - timedelta(days=1))
    the_city_tells_what_it_spends(demo.as_, WORKER, demo.here, late)
    the_city_stops(demo.as_, WORKER, named[12:16], at, late)
    care.offer(
        demo.as_(WORKER, late), named[10], to_step=4, answer_by=timezone.localdate() + timedelta(days=21), at=late, **terms
    )  # fmt: skip


def _a_day(demo: _Demo, day: date) -> None:
    _in_the_streets(demo, day)
    a_day_of_staying(demo.here, demo.persons, demo.streets, day)


def _in_the_streets(demo: _Demo, day: date) -> None:
    response.work_the_night(machine(), demo.here, date=day, at=_at(day, 2))
    _city(demo, day)
    _rounds(demo, day)
    _looks(demo, day)
    demo.litter.a_day()


def _slides(demo: _Demo, at: datetime) -> None:
    """It is looked where power slid. Rosa hears of it and says that there was a reason; to Delroy it hurts."""
    look_for_slides(machine(), demo.here, at=at)
    rosa, delroy = demo.as_("Rosa", at), demo.as_("Delroy", at)
    for seen in my_slides(rosa, demo.here):
        if found := slide_called(rosa, demo.here, seen.public_id):
            answer_slide(rosa, found, answer="reason", at=at)
    for seen in slides_of_my_groups(delroy, demo.here, timezone.localdate(at)):
        if found := slide_of_my_groups(delroy, demo.here, seen.public_id, timezone.localdate(at)):
            say_hurts(delroy, found, yes=True, at=at)


def _city(demo: _Demo, day: date) -> None:
    """The crews work through the plan of the day; now and then a street has to wait for lack of time."""
    at = _at(day, 11)
    worker = demo.as_(WORKER, at)
    plan = response_seen.plan_for(worker, demo.here, day)
    if plan is None:
        return
    for seen in plan.lines:
        line = response_seen.line_called(worker, plan.plan, seen.public_id)
        if line and demo.rng.random() < SHARE_DONE:
            response.done(worker, line, at=at)
            if demo.rng.random() < SHARE_FOUND:
                found = LitterScale().grade(demo.litter.now[line.place_id])
                response.tell_found(worker, line, grade=found, at=at)
            demo.litter.clean(line.place_id, 0.9)


def _rounds(demo: _Demo, day: date) -> None:
    at = _at(day, 19)
    for name in (*RESIDENTS[:9], *HOLD):
        viewer = demo.as_(name, at)
        for held in carried.mine(viewer, demo.here):
            if not held.task.kind.is_litter or held.since > at:  # they join on a day that is still to come
                continue
            if demo.rng.random() < (1 / 5 if held.rhythm == "weekly" else 1 / 16):
                pieces = demo.litter.now[held.place.pk] * held.place.area_m2 / 100
                bags = int(min(6, 1 + pieces * 0.6 // PIECES_OF_A_BAG))
                care.log_round(viewer, held.place, minutes=int(demo.rng.integers(15, 45)), bags=bags, at=at)
                demo.litter.clean(held.place.pk, 0.6)
            if held.help and held.help.is_open:
                _answer(viewer, held.place, bool(demo.rng.random() < 0.5), at)


def _answer(viewer: Viewer, place: Place, yes: bool, at: datetime) -> None:
    try:
        care.answer_help(viewer, place, yes=yes, at=at)
    except Refused:
        return  # a neighbour who carries it too answered first


def _looks(demo: _Demo, day: date) -> None:
    at = _at(day, 20)
    for _ in range(5):
        name = RESIDENTS[int(demo.rng.integers(len(RESIDENTS) - 1))]
        place = demo.streets[int(demo.rng.integers(len(demo.streets)))]
        pieces = int(demo.rng.poisson(demo.litter.now[place.pk]))
        response.observe(demo.as_(name, at), place, pieces=pieces, at=at)


def _at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))
