"""Signals in a history: which series changed, enough to matter, and stayed so; and whose acts they are."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from vuurtoren.engine.slides.change import (
    AFTER,
    BEFORE,
    Step,
    best_step,
    chance_of_level,
    chance_of_step,
    standing_out,
)
from vuurtoren.engine.slides.kinds import HABIT, SAME, SILENCE, TAKES, UNASKED_NOW, History, Signal
from vuurtoren.engine.slides.series import MONTH, MOST_MONTHS, Ints, Series, series_of

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {TAKES: 0.5, SAME: 0.8, UNASKED_NOW: 0.8, HABIT: 2.4, SILENCE: 0.5}
)
"""How much a kind counts; they are 1 on average. Emergencies are few, so that a habit is hard to see; answers are late by
themselves now and then (holidays, colleagues)."""


@dataclass(frozen=True)
class Settings:
    """What was chosen on the histories of `simulate.power.trial.TRAINING`, never on those it is measured with.

    `false_share`: of what stands out in one month, at most so many by chance; told is what does so two months on end.
    `rise`, `level`: a share matters when it rose by so much, to so much, with `least_hits` acts, and stayed so `lately`
    (months); silence has to rise by `rise_of_silence`. `whose`: of one person when so much is theirs. `same_…`: of at
    least so many people one decides most: more than before, to `same_level`; or always, then in each of so many months
    with at least so many decisions, so much of them in all, weighed against one who makes `same_by_lot` of them.
    """

    false_share: float = 0.2
    rise: float = 0.25
    rise_of_silence: float = 0.4
    least_hits: int = 4
    level: float = 0.3
    lately: int = 3
    whose: float = 0.75
    same_level: float = 0.55
    same_share: float = 0.9
    same_by_lot: float = 0.6
    same_months: int = 6
    same_people: int = 3
    same_acts: int = 2


USUAL = Settings()


def find(history: History, seed: int, settings: Settings = USUAL) -> list[Signal]:
    """Every slide that stands out now and stood out a month ago too, the clearest first. The same history and seed give the
    same signals."""
    until = history.until - MONTH
    before = History([act for act in history.acts if act.day <= until], history.rooms, until)
    known = {slide_of(one) for one in find_in(before, series_of(before), seed, settings)}
    now = find_in(history, series_of(history), seed, settings) if known else []
    return [one for one in now if slide_of(one) in known]


def slide_of(signal: Signal) -> tuple[Hashable, ...]:
    """What makes a slide the same one in another month."""
    return signal.kind, signal.room, signal.side, signal.who if signal.kind == SAME else None


def find_in(history: History, some: Sequence[Series], seed: int, settings: Settings = USUAL) -> list[Signal]:
    """What stands out in series that are known already; a month says little, so `find` asks two."""
    every = [one for one in some if _can_slide(history, one, settings)]
    rng = np.random.default_rng(seed)
    found = [one for series in every if (one := _looked_at(history, series, settings, rng))]
    among = len({(one.kind, one.room, one.side) for one in every})
    kept = standing_out([min(1.0, one.p / WEIGHTS[one.kind]) for one in found], among, settings.false_share)
    chosen = [one for one, stays in zip(found, kept, strict=True) if stays]
    return sorted(chosen, key=lambda one: (one.p, str(one.room), one.kind))


def _can_slide(history: History, series: Series, settings: Settings) -> bool:
    """Is there enough to look at, and did anything happen lately? What cannot stand out is not counted among what could
    (R. E. Tarone, Biometrics 46 (1990) 515–522)."""
    if not series.tries[-settings.lately :].any():
        return False
    if series.kind == SAME:
        enough = int((series.tries >= settings.same_acts).sum()) >= settings.same_months
        return enough and history.rooms[series.room].people >= settings.same_people
    return int((series.tries > 0).sum()) >= BEFORE + AFTER and int(series.hits.sum()) >= settings.least_hits


def _looked_at(
    history: History, series: Series, settings: Settings, rng: np.random.Generator
) -> Signal | None:
    if series.kind != SAME:
        return _risen(history, series, settings, rng)
    more = _risen(history, series, replace(settings, level=settings.same_level), rng)
    return replace(more, p=min(1.0, 2 * more.p)) if more else _always(history, series, settings)


def _risen(history: History, series: Series, settings: Settings, rng: np.random.Generator) -> Signal | None:
    """A share that rose, matters, and is still so in the last months; and that was so a month ago already."""
    months = np.flatnonzero(series.tries)
    hits, tries = series.hits[months], series.tries[months]
    rise = settings.rise_of_silence if series.kind == SILENCE else settings.rise
    steps = [_step(hits[:until], tries[:until], rise, settings) for until in (len(hits) - 1, len(hits))]
    if not all(steps):
        return None
    chance = max(
        chance_of_step(hits[:until], tries[:until], step.ratio, rng)
        for step, until in zip(steps, (len(hits) - 1, len(hits)), strict=True)
        if step
    )
    now = steps[-1]
    since = int(months[now.at]) if now else 0
    after, before = _counted(series.hits, series.tries, since), _counted(series.hits, series.tries, 0)
    earlier = before[0] - after[0], before[1] - after[1]
    return _signal(history, series, _whose(series, since, settings), since, after, earlier, chance)


def _step(hits: Ints, tries: Ints, rise: float, settings: Settings) -> Step | None:
    """The best step, where it is enough to matter and still so."""
    step = best_step(hits, tries)
    if step is None:
        return None
    was, now = hits[: step.at].sum() / tries[: step.at].sum(), hits[step.at :].sum() / tries[step.at :].sum()
    high = hits / tries > (was + now) / 2
    stays = high[-settings.lately :].sum() > settings.lately / 2 and high[step.at :].sum() >= AFTER
    enough = now >= settings.level and hits[step.at :].sum() >= settings.least_hits
    without = _without_its_worst_month(hits[step.at :], tries[step.at :])
    return step if stays and enough and min(now, without) - was >= rise else None


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
    return _signal(
        history, series, series.who, since, (part, of), before, min(1.0, 2 * chance * len(chances))
    )


def _without_its_worst_month(hits: Ints, tries: Ints) -> float:
    """The share when the month with most hits is left out: one storm is no habit."""
    worst = int(hits.argmax())
    return float((hits.sum() - hits[worst]) / max(1, tries.sum() - tries[worst]))


def _whose(series: Series, since: int, settings: Settings) -> Hashable:
    """The one who made most of it since then; None where it is a habit of several."""
    made = series.made_by(since)
    who, count = max(made.items(), key=lambda one: (one[1], str(one[0])))
    return who if count >= settings.whose * made.total() else None


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
    chance: float,
) -> Signal:
    first = history.until - (MOST_MONTHS - since) * MONTH + 1
    return Signal(series.kind, series.room, series.side, who, first, *after, *before, chance)
