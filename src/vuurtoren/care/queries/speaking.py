"""What institutions said about places and initiatives; and what waits for a yes of those who hold them, for them alone."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from vuurtoren.care.models import Carrying, Saying
from vuurtoren.care.speaking import Heard
from vuurtoren.initiatives.models import Initiative, Joined
from vuurtoren.journal.ready import ready
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.rules import Ground

MOST_SAID = 5


@dataclass(frozen=True)
class SayingSeen:
    """Words of an institution. `asked`: neighbours said yes first; `i_answer`: it is mine to say yes or no to."""

    public_id: str
    place: Place | None
    initiative: Initiative | None
    institution: str
    words: str
    theirs: str
    state: Heard
    ground: str
    on: date
    i_answer: bool
    i_settle: bool

    @property
    def asked(self) -> bool:
        """Did those who hold it say yes?"""
        return self.ground == Ground.ASKED


def said_about(viewer: Viewer, about: Place | Initiative) -> list[SayingSeen]:
    """The newest that was said of a place or an initiative, for everybody."""
    viewer.must("page.public", about.neighbourhood.key)
    which = Q(place=about, initiative=None) if isinstance(about, Place) else Q(initiative=about)
    rows = _rows().filter(which, state=Heard.SAID).order_by("-said_at", "-pk")
    return [_seen(one, False, False) for one in rows[:MOST_SAID]]


def saying_called(viewer: Viewer, where: Neighbourhood, public_id: str) -> SayingSeen | None:
    """One, by its address: what was said for everybody; what was not said for those who hold it, and who would say it."""
    found = saying_row(viewer, where, public_id)
    if found is None:
        return None
    mine = _mine(viewer, where).filter(pk=found.pk).exists() if viewer.person else False
    settles = viewer.may("word.say", where.key)
    if found.state != Heard.SAID and not (mine or settles):
        return None
    open_ = found.state in (Heard.ASKED, Heard.OTHERWISE)
    return _seen(found, mine and found.state == Heard.ASKED, settles and open_)


def saying_row(viewer: Viewer, where: Neighbourhood, public_id: str) -> Saying | None:
    """The row behind it, for the acts, which ask whose it is."""
    viewer.must("page.public", where.key)
    return _rows().filter(neighbourhood=where, public_id=public_id).first()


def words_waiting(viewer: Viewer, where: Neighbourhood) -> list[SayingSeen]:
    """What waits for my yes; and for who works for an institution, what residents would say otherwise."""
    viewer.must("page.public", where.key)
    if viewer.person is None or not _any_open(neighbourhood=where.pk):
        return []
    if viewer.may("word.say", where.key):
        rows = _rows().filter(neighbourhood=where, state=Heard.OTHERWISE)
        return [_seen(one, False, True) for one in rows.order_by("asked_at", "pk")]
    if not viewer.may("agreement.answer", where.key, concerned=True):
        return []
    return [_seen(one, True, False) for one in _mine(viewer, where).filter(state=Heard.ASKED)]


@ready
def _any_open(neighbourhood: int) -> QuerySet[Saying, tuple[int]]:
    """Asked at every visit of Today, and mostly there is none."""
    open_ = Q(state=Heard.ASKED) | Q(state=Heard.OTHERWISE)
    return Saying.objects.filter(open_, neighbourhood=neighbourhood).values_list("pk")[:1]


def _rows() -> QuerySet[Saying]:
    return Saying.objects.select_related("neighbourhood", "place", "initiative", "institution")


def _mine(viewer: Viewer, where: Neighbourhood) -> QuerySet[Saying]:
    """Of what the viewer carries or is in."""
    carried = Carrying.objects.filter(person__key=viewer.somebody(), until=None).values("task__place")
    joined = Joined.objects.filter(person__key=viewer.somebody()).values("initiative")
    mine = Q(initiative=None, place__in=carried) | Q(initiative__in=joined)
    return _rows().filter(mine, neighbourhood=where).order_by("asked_at", "pk")


def _seen(one: Saying, i_answer: bool, i_settle: bool) -> SayingSeen:
    return SayingSeen(
        one.public_id,
        one.place,
        one.initiative,
        one.institution.name if one.institution else "",
        one.words,
        one.theirs,
        Heard(one.state),
        one.ground,
        timezone.localdate(one.said_at or one.asked_at),
        i_answer,
        i_settle,
    )
