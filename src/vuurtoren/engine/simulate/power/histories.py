"""Thirty months of a neighbourhood, act by act: matters that are settled, visits, questions and answers."""

from dataclasses import dataclass, field

import numpy as np

from vuurtoren.engine.simulate.power.cast import (
    BOARD,
    DAYS,
    MONTHS,
    RESIDENTS,
    SUMMER,
    Cast,
    Group,
    Someone,
    draw_cast,
)
from vuurtoren.engine.simulate.power.slipping import (
    Slip,
    draw_slips,
    how_far,
    stays,
    who_comes,
)
from vuurtoren.engine.simulate.power.weather import Weather, draw_weather
from vuurtoren.engine.slides.kinds import (
    ANSWERED,
    ASKED,
    ASKED_FIRST,
    DECIDED,
    EMERGENCY,
    ENTERED,
    HABIT,
    SAME,
    SILENCE,
    TAKES,
    UNASKED,
    UNASKED_NOW,
    Act,
    History,
    Room,
)

HOW_MANY = (0.25, 0.5, 0.25)
"""The chances of no slide, one, and two."""
REQUESTED = 0.05
"""How often a group asks somebody else to decide: that is their own decision."""
SPREAD = 0.7
"""Of the logarithm of the days that an answer takes."""
STORM = 3.0
"""Emergencies a group, in a month with a storm."""


@dataclass
class Told:
    """A history and the slides that were planted in it."""

    history: History
    slips: list[Slip]


@dataclass
class _Tale:
    rng: np.random.Generator
    cast: Cast
    weather: Weather
    slips: list[Slip]
    acts: list[Act] = field(default_factory=list)
    asked: int = 0

    def day(self, month: int) -> int:
        return month * DAYS + int(self.rng.integers(DAYS))


def tell(seed: int) -> Told:
    """The history of a seed."""
    rng = np.random.default_rng(seed)
    cast = draw_cast(rng)
    slips = draw_slips(rng, cast, int(rng.choice(len(HOW_MANY), p=HOW_MANY)))
    tale = _Tale(rng, cast, draw_weather(rng, cast, stays(slips)), slips)
    for month in range(MONTHS):
        for group in cast.groups:
            _matters(tale, group, month)
            _visits(tale, group, month)
            _questions(tale, group, month)
    rooms = {
        group.room: Room(BOARD if group.room == "board" else RESIDENTS, _held(group)) for group in cast.groups
    }
    until = MONTHS * DAYS - 1
    acts = sorted((act for act in tale.acts if act.day <= until), key=lambda act: (act.day, str(act)))
    return Told(History(acts, rooms, until), slips)


def _held(group: Group) -> int:
    """How many hold it at once; on the board successors do not count beside whom they follow."""
    return sum(one.since == 0 for one in group.holders)


def _matters(tale: _Tale, group: Group, month: int) -> None:
    """What there is to decide. Mostly one of the group does; now and then somebody else, and in summer more often."""
    rng = tale.rng
    there = [one for one in group.holders if one.there(month)]
    for _ in range(rng.poisson(group.matters * tale.weather.busy[month])):
        side = list(group.contact)[int(rng.integers(len(group.contact)))]
        for slip in tale.slips:
            if slip.kind == TAKES and slip.room == group.room and rng.random() < slip.now(month):
                side = slip.side
        other = who_comes(tale.slips, group, side, tale.cast, month, rng)
        if other and rng.random() < REQUESTED:
            tale.acts.append(Act(DECIDED, other.name, side, group.room, tale.day(month), ASKED_FIRST))
            continue
        alone = group.alone * (2.0 if month % 12 in SUMMER else 1.0)
        takes = how_far(tale.slips, TAKES, group, other, month) if other else 0.0
        if other and (not there or rng.random() < max(alone, takes)):
            tale.acts.append(Act(DECIDED, other.name, side, group.room, tale.day(month)))
        elif there:
            one = _who_decides(tale, group, there, month)
            tale.acts.append(Act(DECIDED, one.name, one.side, group.room, tale.day(month)))


def _who_decides(tale: _Tale, group: Group, there: list[Someone], month: int) -> Someone:
    """Among those who hold it: by how keen they are; the others come less where one always does it already."""
    rng = tale.rng
    feast = tale.weather.feast.get((group.room, month))
    if feast in there and rng.random() < 0.75:
        return feast
    for one in there:
        if rng.random() < how_far(tale.slips, SAME, group, one, month):
            return one
    keen = np.array([one.keen for one in there])
    return there[int(rng.choice(len(there), p=keen / keen.sum()))]


def _visits(tale: _Tale, group: Group, month: int) -> None:
    """Somebody comes into the group's room to do something: asked, unasked, or because it cannot wait."""
    rng = tale.rng
    for side, often in group.visits.items():
        for _ in range(rng.poisson(often * tale.weather.busy[month])):
            one = who_comes(tale.slips, group, side, tale.cast, month, rng)
            if one is None:
                continue
            urgent = max(one.calls_urgent, how_far(tale.slips, HABIT, group, one, month))
            asks = one.asks * (1.0 - how_far(tale.slips, UNASKED_NOW, group, one, month))
            ground = EMERGENCY if rng.random() < urgent else ASKED_FIRST if rng.random() < asks else UNASKED
            tale.acts.append(Act(ENTERED, one.name, side, group.room, tale.day(month), ground))
        if month in tale.weather.storms:
            for _ in range(rng.poisson(STORM)):
                stormy = who_comes(tale.slips, group, side, tale.cast, month, rng)
                if stormy:
                    tale.acts.append(Act(ENTERED, stormy.name, side, group.room, tale.day(month), EMERGENCY))


def _questions(tale: _Tale, group: Group, month: int) -> None:
    """The group asks; the one who was asked answers, or a colleague does, or nobody."""
    rng = tale.rng
    for side, often in group.questions.items():
        for _ in range(rng.poisson(often * tale.weather.busy[month])):
            one = who_comes(tale.slips, group, side, tale.cast, month, rng)
            asker = group.holders[int(rng.integers(len(group.holders)))]
            if one is None:
                continue
            tale.asked += 1
            day = tale.day(month)
            tale.acts.append(
                Act(
                    ASKED,
                    asker.name,
                    asker.side,
                    group.room,
                    day,
                    about=tale.asked,
                    of=one.name,
                    of_side=side,
                )
            )
            _answer(tale, group, one, day, month)


def _answer(tale: _Tale, group: Group, one: Someone, day: int, month: int) -> None:
    """Where answers may wait, they wait longer, get lost, or are somebody else's."""
    rng = tale.rng
    far = how_far(tale.slips, SILENCE, group, one, month)
    if rng.random() < max(one.forgets, 0.35 * far):
        return
    middle = one.waits * (1.0 + 6.0 * far) * (1.8 if month % 12 in SUMMER else 1.0)
    later = day + max(0, int(rng.lognormal(np.log(middle), SPREAD)))
    colleagues = [other for other in tale.cast.others[one.side] if other is not one and other.there(month)]
    passes = 0.6 if not one.there(month) else max(one.passes_on, 0.3 * far)
    answers = one
    if colleagues and rng.random() < passes:
        answers = colleagues[int(rng.integers(len(colleagues)))]
    tale.acts.append(Act(ANSWERED, answers.name, one.side, group.room, later, about=tale.asked))
