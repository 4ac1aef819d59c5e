"""A weighing, by whoever made it and whom they shared it with; to all others it is not there. Whoever wrote words with it
may always come back to them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from vuurtoren.nudges.models import SharedWith, Voice, Weighing
from vuurtoren.nudges.queries.learning import Said, said_by
from vuurtoren.nudges.rules import Stance, is_published, why
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood

MOST_SHOWN = 100


@dataclass(frozen=True)
class WeighingSeen:
    """A weighing as this viewer may read it. `shared`: by name who else may, for whoever made it, else empty.

    `why`: which sentence explains what is suggested. `voices`: what was learned; `mine`: the viewer's own.
    `published`: may all read what was learned? `waits`: on how many who wrote it still waits for a yes.
    """

    weighing: Weighing
    suggested: Stance
    why: str
    i_made: bool
    shared: tuple[str, ...]
    told: bool
    voices: tuple[Said, ...]
    mine: Voice | None
    published: bool
    waits: int
    due: bool
    may_decide: bool
    may_look_back: bool
    may_write: bool
    may_drop: bool


def my_weighings(viewer: Viewer, where: Neighbourhood) -> list[Weighing]:
    """Those that I made or that are shared with me: first what still is to be looked back on, the nearest day first."""
    viewer.must("weigh.own", where.key, concerned=viewer.person is not None)
    rows = list(_readable(viewer, where).order_by("-made_on", "-pk")[:MOST_SHOWN])
    return sorted(
        rows, key=lambda one: (bool(one.went), date.min if one.went else one.look_back_on or date.min)
    )


def weighing_called(viewer: Viewer, where: Neighbourhood, public_id: str) -> Weighing | None:
    """One that I may read."""
    viewer.must("weigh.own", where.key, concerned=viewer.person is not None)
    return _readable(viewer, where).filter(public_id=public_id).select_related("neighbourhood", "by").first()


def is_mine(viewer: Viewer, weighing: Weighing) -> bool:
    """Did this viewer make it?"""
    viewer.must("page.public", weighing.neighbourhood.key)
    return (
        viewer.person is not None and Weighing.objects.filter(pk=weighing.pk, by__key=viewer.person).exists()
    )


def may_read(viewer: Viewer, weighing: Weighing) -> bool:
    """Did they make it, or is it shared with them?"""
    viewer.must("page.public", weighing.neighbourhood.key)
    if viewer.person is None:
        return False
    return _readable(viewer, weighing.neighbourhood).filter(pk=weighing.pk).exists()


def weighing_seen(viewer: Viewer, weighing: Weighing, today: date) -> WeighingSeen:
    """All that stands on its page."""
    where = weighing.neighbourhood.key
    viewer.must("weigh.own", where, concerned=may_read(viewer, weighing))
    i_made = weighing.by is not None and weighing.by.key == viewer.person
    voices = list(weighing.voices.select_related("person").order_by("at", "pk"))
    mine = next((one for one in voices if one.person.key == viewer.person), None)
    names = tuple(weighing.shared.order_by("person__called").values_list("person__called", flat=True))
    open_ = not weighing.went
    return WeighingSeen(
        weighing=weighing,
        suggested=weighing.suggested,
        why=why(weighing.answers),
        i_made=i_made,
        shared=names if i_made else (),
        told=bool(names),
        voices=said_by(voices, named=False, but=mine),
        mine=mine,
        published=is_published(weighing.went, [bool(one.yes) for one in voices]),
        waits=sum(not one.yes for one in voices),
        due=bool(open_ and weighing.look_back_on and weighing.look_back_on <= today),
        may_decide=i_made and open_,
        may_look_back=i_made and open_ and bool(weighing.decided),
        may_write=not open_,
        may_drop=i_made and all(one is mine for one in voices),
    )


def _readable(viewer: Viewer, where: Neighbourhood) -> QuerySet[Weighing]:
    key = viewer.somebody()
    mine = Weighing.objects.filter(by__key=key).values("pk")
    shared = SharedWith.objects.filter(person__key=key).values("weighing")
    wrote = Voice.objects.filter(person__key=key).values("weighing")
    return Weighing.objects.filter(Q(pk__in=mine) | Q(pk__in=shared) | Q(pk__in=wrote), neighbourhood=where)
