"""That an initiative is, what it is and how it goes: for all. Who is in it: for who is in it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from vuurtoren.initiatives.models import Initiative, Joined, Learned, Question, Role
from vuurtoren.initiatives.rules import ALIVE, OVER, Turn, may_undo, turns
from vuurtoren.journal.ready import ready
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer, in_fives
from vuurtoren.places.models import Neighbourhood, Place

SHOWS = ("people", "was")
"""What a list can be narrowed to: those that would like people, and those that are done or stopped."""
MOST_ASKED = 60
MOST_AT_A_PLACE = 4
MOST_NAMED = 200
MOST_LEARNED = 20


@dataclass(frozen=True)
class InitiativeSeen:
    """An initiative on a list. `people`: how many are in it in whole fives; 0 is a few."""

    initiative: Initiative
    people: int


@dataclass(frozen=True)
class PeopleSeen:
    """Who is in it, as this viewer may know: `names` for who is in it, else none. `i_am`: is the viewer?"""

    i_am: bool
    names: tuple[str, ...]
    told: int
    nobody: bool


@dataclass(frozen=True)
class MayDo:
    """What this viewer can do with it now; the acts ask again."""

    join: bool
    leave: bool
    tend: bool
    turns: tuple[Turn, ...]
    undo: bool
    take_back: bool


def initiatives_of(
    viewer: Viewer, where: Neighbourhood, *, words: str = "", show: str = "", first: int = 0, count: int = 50
) -> list[InitiativeSeen]:
    """Some of the initiatives here, the newest first: those that live, or `show`; with `words` in what they say."""
    viewer.must("page.public", where.key)
    rows = _shown(where).filter(state__in=OVER if show == "was" else ALIVE)
    if show == "people":
        rows = rows.filter(wants_people=True)
    if words:
        asked = words[:MOST_ASKED]
        rows = rows.filter(
            Q(words__icontains=asked) | Q(more__icontains=asked) | Q(place__name__icontains=asked)
        )
    rows = rows.annotate(how_many=Count("people")).order_by("-started_at", "-pk")
    return [InitiativeSeen(one, in_fives(one.how_many)) for one in rows[first : first + count]]


def initiatives_at(viewer: Viewer, place: Place) -> tuple[Initiative, ...]:
    """What lives at this place, the newest first; one more than `MOST_AT_A_PLACE` where there are more."""
    viewer.must("page.public", place.neighbourhood.key)
    rows = _shown(place.neighbourhood).filter(place=place, state__in=ALIVE)
    return tuple(rows.order_by("-started_at", "-pk")[: MOST_AT_A_PLACE + 1])


def initiative_called(viewer: Viewer, where: Neighbourhood, public_id: str) -> Initiative | None:
    """One initiative of this neighbourhood."""
    viewer.must("page.public", where.key)
    rows = Initiative.objects.filter(neighbourhood=where, public_id=public_id)
    return rows.select_related("place", "neighbourhood").first()


def initiative_keyed(viewer: Viewer, where: Neighbourhood, key: UUID) -> Initiative | None:
    """The same by its key."""
    viewer.must("page.public", where.key)
    return (
        Initiative.objects.filter(neighbourhood=where, key=key)
        .select_related("place", "neighbourhood")
        .first()
    )


def initiatives_named(viewer: Viewer, where: Neighbourhood, public_ids: Collection[str]) -> dict[str, str]:
    """By address: the words of those among these that live."""
    viewer.must("page.public", where.key)
    if not public_ids:
        return {}
    return dict(_named(neighbourhood=where.pk, among=list(public_ids)))


def initiatives_over(viewer: Viewer, where: Neighbourhood, public_ids: Collection[str]) -> dict[str, str]:
    """By address: the words of those among these that are done or stopped."""
    viewer.must("page.public", where.key)
    rows = Initiative.objects.filter(neighbourhood=where, public_id__in=public_ids).exclude(state__in=ALIVE)
    return dict(rows.values_list("public_id", "words")) if public_ids else {}


@ready
def _named(neighbourhood: int, among: list[str]) -> QuerySet[Initiative, tuple[str, str]]:
    rows = Initiative.objects.filter(neighbourhood=neighbourhood, state__in=ALIVE, public_id__among=among)
    return rows.values_list("public_id", "words")


def is_in(viewer: Viewer, initiative: Initiative) -> bool:
    """Is this viewer one of its people?"""
    viewer.must("page.public", initiative.neighbourhood.key)
    if viewer.person is None:
        return False
    return Joined.objects.filter(initiative=initiative, person__key=viewer.person).exists()


def people_of(viewer: Viewer, initiative: Initiative) -> PeopleSeen:
    """Who is in it, by name for who is in it too; how many, for everybody, in fives."""
    viewer.must("page.public", initiative.neighbourhood.key)
    rows = Joined.objects.filter(initiative=initiative).order_by("since", "pk")
    found = list(rows.values_list("person__key", "person__called"))
    i_am = viewer.person is not None and any(key == viewer.person for key, _ in found)
    sees = viewer.may("initiative.tend", initiative.neighbourhood.key, concerned=i_am)
    names = tuple(called for _, called in found[:MOST_NAMED]) if sees else ()
    return PeopleSeen(i_am, names, in_fives(len(found)), not found)


def may_do(viewer: Viewer, initiative: Initiative, at: datetime) -> MayDo:
    """Which deeds are open to this viewer."""
    where = initiative.neighbourhood.key
    mine = is_in(viewer, initiative)
    tends = mine and viewer.may("initiative.tend", where, concerned=True)
    fresh = tends and may_undo(initiative.started_at, at)
    return MayDo(
        join=not mine and viewer.may("initiative.join", where),
        leave=mine and viewer.may("initiative.leave", where, concerned=True),
        tend=tends,
        turns=turns(initiative.now) if tends else (),
        undo=bool(tends and initiative.was and may_undo(initiative.changed_at, at)),
        take_back=fresh and not initiative.shared,
    )


def learned_of(viewer: Viewer, initiative: Initiative) -> list[Learned]:
    """What was learned, as far as this viewer may read it, the newest first."""
    rows = initiative.learned.order_by("-at", "-pk")
    if not is_in(viewer, initiative):
        rows = rows.filter(seen_by="neighbourhood")
    return list(rows[:MOST_LEARNED])


def my_initiatives(viewer: Viewer, where: Neighbourhood) -> QuerySet[Initiative]:
    """Those that I am in and that live, the newest first."""
    viewer.must("initiative.leave", where.key, concerned=viewer.person is not None)
    mine = Initiative.objects.filter(
        neighbourhood=where, state__in=ALIVE, people__person__key=viewer.somebody()
    )
    return mine.select_related("place").order_by("-started_at", "-pk")


def streets_with_initiatives(viewer: Viewer, where: Neighbourhood) -> set[int]:
    """The streets (primary keys) where an initiative lives or was, and those where somebody lives who is in one."""
    viewer.must("errand.see", where.key)
    places = Initiative.objects.filter(neighbourhood=where, place__isnull=False).values_list(
        "place", flat=True
    )
    people = Joined.objects.filter(initiative__neighbourhood=where).values("person")
    homes = Person.objects.filter(pk__in=people, home__isnull=False).values_list("home", flat=True)
    return {one for one in (*places.distinct(), *homes.distinct()) if one}


def started_since(viewer: Viewer, where: Neighbourhood, since: datetime) -> int:
    """How many began since then: what stands on the list of everybody."""
    viewer.must("page.public", where.key)
    return _shown(where).filter(started_at__gte=since).count()


def i_wrote(viewer: Viewer) -> bool:
    """Are there words of mine with an initiative, so that it has to be asked whether they stay when I go?"""
    key = viewer.somebody()
    kinds = (Initiative, Learned, Question, Role)
    return any(one.objects.filter(by__key=key).exists() for one in kinds)


def own_export(viewer: Viewer) -> dict[str, object]:
    """Which initiatives I am in, and what I wrote, for my own export."""
    key = viewer.somebody()
    joined = Joined.objects.filter(person__key=key).select_related("initiative").order_by("since", "pk")
    wrote = Initiative.objects.filter(by__key=key).order_by("started_at", "pk")
    learned = Learned.objects.filter(by__key=key).order_by("at", "pk")
    roles = Role.objects.filter(Q(holder__key=key) | Q(to__key=key) | Q(by__key=key)).order_by("pk")
    asked = Question.objects.filter(by__key=key).order_by("asked_on", "pk")
    return {
        "joined": [
            {"words": one.initiative.words, "since": one.since.isoformat(), "state": one.initiative.state}
            for one in joined
        ],
        "wrote": [{"words": one.words, "more": one.more} for one in wrote],
        "learned": [{"words": one.words, "seen_by": one.seen_by} for one in learned],
        "asked": [{"words": one.words, "kind": one.kind, "on": one.asked_on.isoformat()} for one in asked],
        "roles": [one.name for one in roles],
    }


def _shown(where: Neighbourhood) -> QuerySet[Initiative]:
    """Without those of which neither words nor people are left."""
    somebody = Joined.objects.filter(initiative=OuterRef("pk"))
    rows = Initiative.objects.filter(~Q(words="") | Exists(somebody), neighbourhood=where)
    return rows.select_related("place")
