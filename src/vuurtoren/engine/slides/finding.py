"""Signals in a history: which series changed, enough to matter, and stayed so; and whose acts they are."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from vuurtoren.engine.slides.change import Least, chance_of_level, rise_in
from vuurtoren.engine.slides.kinds import HABIT, SAME, SILENCE, UNASKED_NOW, History, Signal
from vuurtoren.engine.slides.series import MONTH, MOST_MONTHS, Ints, Series, series_of


@dataclass(frozen=True)
class Settings:
    """What was chosen on the histories of `simulate.power.trial.TRAINING`, never on those it is measured with.

    `clear`: told is what a slide tells so much better than none (e to this power), two months on end; less is enough where
    it is written down how somebody came in (`clear_of_entering`), while decisions and answers also move by themselves.
    `seldom`: the share to be expected of what slides; of one among a group, one part in as many as they are. `rise…`,
    `level…`: a share matters when it rose by so much, to so much, with `least_hits` acts; one of few decides much already,
    and answers are late by themselves now and then. `lately` (months): something happened then. `whose`: of one person when
    so much is theirs; who comes in was known there for so many months before (`known_for`). `same_…`: of at least so many
    people one decides most: more than before; or always, then in each of so many months with at least so many decisions, so
    much of them in all, weighed against one who makes `same_by_lot` of them.
    """

    clear: float = 3.5
    clear_of_entering: float = 3.0
    seldom: float = 0.2
    rise: float = 0.25
    rise_of_silence: float = 0.3
    least_hits: int = 4
    level: float = 0.3
    lately: int = 3
    whose: float = 0.75
    known_for: int = 3
    same_rise: float = 0.2
    same_level: float = 0.54
    same_share: float = 0.9
    same_by_lot: float = 0.6
    same_months: int = 6
    same_people: int = 3
    same_acts: int = 2

    def clear_of(self, kind: str) -> float:
        """How clear a slide of a kind has to be."""
        return self.clear_of_entering if kind in (UNASKED_NOW, HABIT) else self.clear

    def least(self, kind: str) -> Least:
        """What a share of a kind has to rise by, and to."""
        if kind == SAME:
            return Least(self.same_rise, self.same_level)
        return Least(self.rise_of_silence if kind == SILENCE else self.rise, self.level)


USUAL = Settings()


def find(history: History, settings: Settings = USUAL) -> list[Signal]:
    """Every slide that is clear now and was a month ago too, the clearest first; of one history always the same."""
    until = history.until - MONTH
    before = History([act for act in history.acts if act.day <= until], history.rooms, until)
    known = {slide_of(one) for one in find_in(before, series_of(before), settings)}
    now = find_in(history, series_of(history), settings) if known else []
    return [one for one in now if slide_of(one) in known]


def slide_of(signal: Signal) -> tuple[Hashable, ...]:
    """What makes a slide the same one in another month."""
    return signal.kind, signal.room, signal.side, signal.who if signal.kind == SAME else None


def find_in(history: History, some: Sequence[Series], settings: Settings = USUAL) -> list[Signal]:
    """What is clear in series that are known already; a month says little, so `find` asks two."""
    looked = (_looked_at(history, one, settings) for one in some if _can_slide(history, one, settings))
    found = [one for one in looked if one and one.clear >= settings.clear_of(one.kind)]
    return sorted(found, key=lambda one: (-one.clear, str(one.room), one.kind))


def _can_slide(history: History, series: Series, settings: Settings) -> bool:
    """Is there enough to look at, and did anything happen lately?"""
    if not series.tries[-settings.lately :].any() or series.hits.sum() < settings.least_hits:
        return False
    return series.kind != SAME or history.rooms[series.room].people >= settings.same_people


def _looked_at(history: History, series: Series, settings: Settings) -> Signal | None:
    risen = _risen(history, series, settings)
    return _always(history, series, settings) if risen is None and series.kind == SAME else risen


def _risen(history: History, series: Series, settings: Settings) -> Signal | None:
    """A share that rose and stayed so. Of one person among others it is held against their own past: whoever only came
    in decides more than before, and that is no slide."""
    came = int(np.argmax((series.hits if series.kind == SAME else series.tries) > 0))
    usual = 1 / history.rooms[series.room].people if series.kind == SAME else settings.seldom
    rise = rise_in(series.hits[came:], series.tries[came:], usual, settings.least(series.kind))
    if rise is None or rise.clear < settings.clear_of(series.kind):
        return None
    since = came + rise.at
    after, before = _counted(series.hits, series.tries, since), _counted(series.hits, series.tries, 0)
    who = _whose(series, since, settings)
    if after[0] < settings.least_hits or _only_came(series, who, since, settings):
        return None
    earlier = before[0] - after[0], before[1] - after[1]
    return _signal(history, series, who, since, after, earlier, rise.clear)


def _always(history: History, series: Series, settings: Settings) -> Signal | None:
    """One who decided most in each of the last months in which there was enough to decide.

    Of all holders not two can decide most at once, so that those of a room count as two chances and not as one for each.
    """
    months = np.flatnonzero(series.tries >= settings.same_acts)
    most = series.hits[months] > series.tries[months] / 2
    run = _last_run(most)
    if run < settings.same_months:
        return None
    chances = [
        (_level(series, int(months[-length]), settings.same_by_lot), length)
        for length in range(settings.same_months, run + 1)
    ]
    chance, _ = min(chances)
    since = int(months[-run])
    part, of = _counted(series.hits, series.tries, since)
    if part / of < settings.same_share:
        return None
    before = int(series.hits[:since].sum()), int(series.tries[:since].sum())
    clear = -float(np.log(min(1.0, 2 * chance * len(chances))))
    return _signal(history, series, series.who, since, (part, of), before, clear)


def _whose(series: Series, since: int, settings: Settings) -> Hashable:
    """The one who made most of it since then; None where it is a habit of several."""
    made = series.made_by(since)
    who, count = max(made.items(), key=lambda one: (one[1], str(one[0])))
    return who if count >= settings.whose * made.total() else None


def _only_came(series: Series, who: Hashable, since: int, settings: Settings) -> bool:
    """Did whoever comes in now without asking never do otherwise here? A new face has no past to slide from."""
    return series.kind == UNASKED_NOW and who is not None and series.came[who] > since - settings.known_for


def _level(series: Series, since: int, share: float) -> float:
    return chance_of_level(*_counted(series.hits, series.tries, since), share)


def _counted(hits: Ints, tries: Ints, since: int) -> tuple[int, int]:
    return int(hits[since:].sum()), int(tries[since:].sum())


def _last_run(most: "np.ndarray[tuple[int], np.dtype[np.bool_]]") -> int:
    """How many at the end are true, without a break."""
    broken = np.flatnonzero(~most)
    return len(most) if not len(broken) else len(most) - 1 - int(broken[-1])


def _signal(
    history: History,
    series: Series,
    who: Hashable,
    since: int,
    after: tuple[int, int],
    before: tuple[int, int],
    clear: float,
) -> Signal:
    first = history.until - (MOST_MONTHS - since) * MONTH + 1
    return Signal(series.kind, series.room, series.side, who, first, *after, *before, clear)
