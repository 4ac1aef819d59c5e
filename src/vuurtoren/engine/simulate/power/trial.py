"""How well slides are found in histories where it is known what was planted; and how a plain limit on shares does."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from vuurtoren.engine.simulate.power.cast import DAYS
from vuurtoren.engine.simulate.power.histories import Told, tell
from vuurtoren.engine.slides import KINDS, SAME, History, Signal
from vuurtoren.engine.slides.finding import USUAL, Settings, find_in, slide_of
from vuurtoren.engine.slides.series import Series, series_of

TRAINING = tuple(range(100_000, 100_360))
"""Seeds of the histories on which the settings were chosen, ours and the limit's. Nothing is stated about them."""
LOOKS_FROM = 8
"""Months: before that there is too little to look at."""
LIMIT, LIMIT_MONTHS, LIMIT_HITS = 0.7, 3, 4
"""The plain way: a share above the limit over so many months, with at least so many acts; of 0.5,
0.6, 0.7 and 0.85 the best on sixty of `TRAINING` (the mean of precision and recall, harmonic)."""
Way = Callable[[History, Sequence[Series]], Iterable[Signal]]
Key = tuple[str, Hashable, str, Hashable]
Slide = tuple[Hashable, ...]


@dataclass
class Outcome:
    """Of all histories together: signals that were right, that were not, slides that nobody saw; in days, how long after
    its beginning each was seen. `kinds`: the same by kind."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    days: list[int] = field(default_factory=list)
    kinds: dict[str, Counter[str]] = field(default_factory=lambda: {kind: Counter() for kind in KINDS})

    @property
    def precision(self) -> float:
        """Of what was signalled, how much was planted."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Of what was planted, how much was signalled."""
        return self.right / max(1, self.right + self.missed)

    def as_json(self) -> dict[str, object]:
        """The figures by name."""
        return {
            "right": self.right, "wrong": self.wrong, "missed": self.missed,
            "precision": round(self.precision, 4), "recall": round(self.recall, 4),
            "median_days": float(np.median(self.days)) if self.days else None,
            "kinds": {
                kind: {
                    "right": some["right"], "wrong": some["wrong"], "missed": some["missed"],
                    "precision": round(some["right"] / max(1, some["right"] + some["wrong"]), 4),
                    "recall": round(some["right"] / max(1, some["right"] + some["missed"]), 4),
                }
                for kind, some in self.kinds.items()
            },
        }  # fmt: skip


def ours(settings: Settings = USUAL) -> Way:
    """The search for slides with some settings."""
    return lambda history, some: find_in(history, some, settings)


def plain(limit: float = LIMIT) -> Way:
    """Whoever is above the limit lately is signalled; a series is the same as ours, its history is not looked at."""

    def found(history: History, some: Sequence[Series]) -> Iterable[Signal]:
        for series in some:
            part, of = int(series.hits[-LIMIT_MONTHS:].sum()), int(series.tries[-LIMIT_MONTHS:].sum())
            if part < LIMIT_HITS or part <= limit * of:
                continue
            if series.kind == SAME and history.rooms[series.room].people < 3:
                continue
            made = series.made_by(len(series.hits) - LIMIT_MONTHS)
            who, count = max(made.items(), key=lambda one: (one[1], str(one[0])))
            whose = who if count >= USUAL.whose * part else None
            yield Signal(series.kind, series.room, series.side, whose, 0, part, of, 0, 0, 0.0)

    return found


def try_(
    ways: dict[str, Way], seeds: Iterable[int], progress: Callable[[int], None] = lambda done: None
) -> dict[str, Outcome]:
    """Each way looks at each history at the end of every month, as the night does; what it signals once counts once."""
    outcomes = {name: Outcome() for name in ways}
    for done, seed in enumerate(seeds, 1):
        told = tell(seed)
        for name, seen in _watched(told.history, ways).items():
            _count(outcomes[name], told, seen)
        progress(done)
    return outcomes


def _watched(history: History, ways: dict[str, Way]) -> dict[str, dict[Key, int]]:
    """By way: every signal and the day on which it was there first. A slide is one signal: whose it seemed at first
    counts. Each way tells what it sees two months on end, as `find` does."""
    first: dict[str, dict[Key, int]] = {name: {} for name in ways}
    told: dict[str, set[Slide]] = {name: set() for name in ways}
    last: dict[str, set[Slide]] = {name: set() for name in ways}
    for month in range(LOOKS_FROM - 1, (history.until + 1) // DAYS + 1):
        until = month * DAYS - 1
        seen = replace(history, acts=[act for act in history.acts if act.day <= until], until=until)
        some = series_of(seen)
        for name, way in ways.items():
            now = {slide_of(one): one for one in way(seen, some)}
            for slide in (now.keys() & last[name]) - told[name]:
                one = now[slide]
                first[name][one.kind, one.room, one.side, one.who] = until
                told[name].add(slide)
            last[name] = set(now)
    return first


def _count(outcome: Outcome, told: Told, seen: dict[Key, int]) -> None:
    """Right is: of this kind, in this room, of this person or this side as a whole, and not before it began."""
    planted: dict[Key, int] = {
        (one.kind, one.room, one.side, one.who.name if one.who else None): one.begins * DAYS
        for one in told.slips
    }
    for key, day in seen.items():
        right = key in planted and day >= planted[key]
        outcome.right += right
        outcome.wrong += not right
        outcome.kinds[key[0]]["right" if right else "wrong"] += 1
        if right:
            outcome.days.append(day - planted[key])
    for key, began in planted.items():
        if seen.get(key, -1) < began:
            outcome.missed += 1
            outcome.kinds[key[0]]["missed"] += 1
