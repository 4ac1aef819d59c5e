"""Principles with their versions, what leans on them, exceptions to them, and what is proposed."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.utils import timezone

from vuurtoren.journal.ready import ready
from vuurtoren.light.models import Excepted, Leaning, Principle, Proposed, Version
from vuurtoren.light.rules import ALIKE_WITHIN, alike, is_due, stands
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood

MOST_SHOWN = 200
MOST_LEANINGS = 50
MOST_EXCEPTIONS = 100


@dataclass(frozen=True)
class Named:
    """A principle by its address and what it says: for one line on the page of a decision."""

    public_id: str
    words: str


@dataclass(frozen=True)
class PrincipleSeen:
    """A principle with its words of now. `leaned`: how many decisions lean on it; `due`: the day to look again has come;
    `alike`: three exceptions to these words within a year ask for a talk; `rests`: it was laid to rest."""

    principle: Principle
    version: Version
    leaned: int
    due: bool
    alike: bool

    @property
    def public_id(self) -> str:
        return self.principle.public_id

    @property
    def words(self) -> str:
        return self.version.words

    @property
    def rests(self) -> bool:
        return self.principle.laid_at is not None


@dataclass(frozen=True)
class ExceptedSeen:
    """An exception: `stands` is runs, ended or lapsed; `may_end`: this viewer can end it now."""

    excepted: Excepted
    stands: str
    may_end: bool


@dataclass(frozen=True)
class ProposedSeen:
    """What is proposed. `waits_for_one`: the first yes was said; `may_adopt`, `may_drop`: what this viewer can do."""

    proposed: Proposed
    mine: bool
    waits_for_one: bool
    may_adopt: bool
    may_drop: bool


@dataclass(frozen=True)
class Waits:
    """What waits for somebody who tends them: proposals they did not say yes to, days that came, exceptions alike."""

    proposed: tuple[ProposedSeen, ...] = ()
    due: tuple[PrincipleSeen, ...] = ()
    alike: tuple[PrincipleSeen, ...] = ()


def principles_of(
    viewer: Viewer, where: Neighbourhood, today: date, *, rest: bool = False
) -> list[PrincipleSeen]:
    """The principles of a neighbourhood, or those that rest; what is leaned on most comes first."""
    viewer.must("page.public", where.key)
    rows = Principle.objects.filter(neighbourhood=where, laid_at__isnull=not rest)
    return sorted(_seen(rows, today), key=lambda one: (-one.leaned, one.principle.pk))


def principle_called(viewer: Viewer, where: Neighbourhood, public_id: str) -> Principle | None:
    """One principle of this neighbourhood, also when it rests."""
    viewer.must("page.public", where.key)
    rows = Principle.objects.filter(neighbourhood=where, public_id=public_id)
    return rows.select_related("neighbourhood").first()


def principle_seen(viewer: Viewer, principle: Principle, today: date) -> PrincipleSeen:
    """The principle with its words of now."""
    viewer.must("page.public", principle.neighbourhood.key)
    return _seen(Principle.objects.filter(pk=principle.pk), today)[0]


def versions_of(viewer: Viewer, principle: Principle) -> list[Version]:
    """All its words, the newest first."""
    viewer.must("page.public", principle.neighbourhood.key)
    return list(principle.versions.order_by("-number"))


def principles_to_choose(viewer: Viewer, where: Neighbourhood) -> QuerySet[Principle]:
    """What a decision can lean on, each with `says`: its words of now."""
    viewer.must("page.public", where.key)
    return worded(Principle.objects.filter(neighbourhood=where, laid_at=None)).order_by("since", "pk")


def leaned_on(viewer: Viewer, where: Neighbourhood, keys: Collection[UUID]) -> dict[UUID, list[Named]]:
    """By the key of a decision: the principles it leans on, in their words of now."""
    viewer.must("page.public", where.key)
    found: dict[UUID, list[Named]] = defaultdict(list)
    if not keys:
        return found
    for about, public_id, words in _leaned_on(neighbourhood=where.pk, keys=list(keys)):
        found[about].append(Named(public_id, words))
    return found


@ready
def _leaned_on(neighbourhood: int, keys: list[UUID]) -> QuerySet[Leaning, tuple[UUID, str, str]]:
    rows = Leaning.objects.filter(about__among=keys, principle__neighbourhood=neighbourhood)
    says = Version.objects.filter(principle=OuterRef("principle")).order_by("-number").values("words")[:1]
    named = rows.annotate(says=Subquery(says)).order_by("principle")
    return named.values_list("about", "principle__public_id", "says")


def leanings_of(viewer: Viewer, principle: Principle) -> list[Leaning]:
    """The decisions that lean on it, as a kind and a key; the newest first."""
    viewer.must("page.public", principle.neighbourhood.key)
    return list(principle.leanings.order_by("-at", "-pk")[:MOST_LEANINGS])


def exceptions_to(viewer: Viewer, principle: Principle, today: date) -> list[ExceptedSeen]:
    """Exceptions to a principle, the newest first."""
    where = principle.neighbourhood.key
    viewer.must("page.public", where)
    may = viewer.may("exception.make", where)
    rows = principle.exceptions.order_by("-made_on", "-pk")[:MOST_EXCEPTIONS]
    found = [(one, stands(one.until, one.ended_on, today)) for one in rows]
    return [ExceptedSeen(one, how, may and how == "runs") for one, how in found]


def excepted_called(viewer: Viewer, where: Neighbourhood, public_id: str) -> Excepted | None:
    """One exception of this neighbourhood."""
    viewer.must("page.public", where.key)
    rows = Excepted.objects.filter(principle__neighbourhood=where, public_id=public_id)
    return rows.select_related("principle__neighbourhood").first()


def exceptions_keyed(
    viewer: Viewer, where: Neighbourhood, keys: Collection[UUID]
) -> dict[UUID, tuple[Excepted, str]]:
    """By key: an exception and the address of the principle it departs from."""
    viewer.must("page.public", where.key)
    rows = Excepted.objects.filter(principle__neighbourhood=where, key__in=keys).select_related("principle")
    return {one.key: (one, one.principle.public_id) for one in rows} if keys else {}


def proposed_here(
    viewer: Viewer, where: Neighbourhood, principle: Principle | None = None
) -> list[ProposedSeen]:
    """What is proposed: about `principle`, or new ones; the oldest first."""
    viewer.must("page.public", where.key)
    rows = Proposed.objects.filter(neighbourhood=where, principle=principle)
    return _proposed(viewer, rows)


def proposed_called(viewer: Viewer, where: Neighbourhood, public_id: str) -> Proposed | None:
    """One proposal of this neighbourhood."""
    viewer.must("page.public", where.key)
    rows = Proposed.objects.filter(neighbourhood=where, public_id=public_id)
    return rows.select_related("neighbourhood", "principle").first()


def what_waits(viewer: Viewer, where: Neighbourhood, today: date) -> Waits:
    """For Today of whoever tends them: what is proposed, what is to be looked at again, and three exceptions alike."""
    if not viewer.may("principle.tend", where.key):
        return Waits()
    proposed = _proposed(viewer, Proposed.objects.filter(neighbourhood=where))
    seen = _seen(Principle.objects.filter(neighbourhood=where, laid_at=None), today)
    return Waits(
        tuple(one for one in proposed if one.may_adopt),
        tuple(one for one in seen if one.due),
        tuple(one for one in seen if one.alike),
    )


def waiting_principles(
    viewer: Viewer, where: Neighbourhood, today: date, readers: Mapping[int, Viewer]
) -> Counter[int]:
    """By person (primary key) of `readers`: how many principles wait on their Today, counted for all at once."""
    viewer.must("machine.night", where.key)
    tend = {pk: one for pk, one in readers.items() if one.may("principle.tend", where.key)}
    if not tend:
        return Counter()
    said = list(
        Proposed.objects.filter(neighbourhood=where)
        .order_by("pk")
        .values_list("first_yes__key", flat=True)[:MOST_SHOWN]
    )
    seen = _seen(Principle.objects.filter(neighbourhood=where, laid_at=None), today)
    for_all = sum(one.due + one.alike for one in seen)
    adopt = {pk for pk, one in tend.items() if one.may("principle.adopt", where.key)}
    return Counter(
        {
            pk: for_all + (sum(key != one.person for key in said) if pk in adopt else 0)
            for pk, one in tend.items()
        }
    )


def worded(rows: QuerySet[Principle]) -> QuerySet[Principle]:
    """The same rows, each with `says`: its words of now."""
    newest = Version.objects.filter(principle=OuterRef("pk")).order_by("-number")
    return rows.annotate(says=Subquery(newest.values("words")[:1]))


def _seen(rows: QuerySet[Principle], today: date) -> list[PrincipleSeen]:
    """Three questions, however many there are."""
    some = list(rows.annotate(leaned=Count("leanings")).order_by("pk")[:MOST_SHOWN])
    newest = {one.principle_id: one for one in _versions(some)}
    made = _made(some, today)
    return [
        PrincipleSeen(
            one,
            newest[one.pk],
            one.leaned,
            one.laid_at is None and is_due(one.look_again_on, today),
            one.laid_at is None and alike(made[one.pk], timezone.localdate(newest[one.pk].since), today),
        )
        for one in some
        if one.pk in newest
    ]


def _versions(some: Iterable[Principle]) -> QuerySet[Version]:
    return Version.objects.filter(principle__in=[one.pk for one in some]).order_by("number")


def _made(some: Iterable[Principle], today: date) -> dict[int, list[date]]:
    found: dict[int, list[date]] = defaultdict(list)
    rows = Excepted.objects.filter(
        principle__in=[one.pk for one in some], made_on__gte=today - ALIKE_WITHIN, made_on__lte=today
    )
    for principle, day in rows.values_list("principle", "made_on"):
        found[principle].append(day)
    return found


def _proposed(viewer: Viewer, rows: QuerySet[Proposed]) -> list[ProposedSeen]:
    """Nobody's name comes along: only whether it was the viewer."""
    rows = rows.select_related("neighbourhood", "principle").order_by("pk")
    found = rows.annotate(by_key=F("by__key"), yes_key=F("first_yes__key"))[:MOST_SHOWN]
    return [_proposed_seen(viewer, one) for one in found]


def _proposed_seen(viewer: Viewer, one: Any) -> ProposedSeen:
    where, me = one.neighbourhood.key, viewer.person
    mine = me is not None and one.by_key == me
    adopts = viewer.may("principle.adopt", where)
    said = me is not None and one.yes_key == me
    return ProposedSeen(
        one,
        mine,
        one.first_yes_id is not None,
        adopts and not said,
        adopts or (mine and viewer.may("principle.propose", where)),
    )
