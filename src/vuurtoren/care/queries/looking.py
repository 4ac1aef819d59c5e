"""When an agreement is looked back on, what was said then, and where that day has come or the term is over."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.db.models import Max, Q
from django.utils import timezone

from vuurtoren.care.looking import STILL_TO_ADD, is_over, next_look
from vuurtoren.care.models import Carrying, Dossier, HandOver, LookBack, TaskKind
from vuurtoren.care.queries.standing import standing_at
from vuurtoren.care.rules import Side, State
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place, for_maps

MOST_LOOKS = 200
A_YEAR_AT_LEAST = timedelta(days=365)


@dataclass(frozen=True)
class LookBackSeen:
    """`next_on`: the day on which both sides look back; None where nothing is in force. `due`: that day has come.
    `over`: the term is over and they did not look back since. `past`: the newest first. `mine`: the side this viewer may
    write for, or empty."""

    next_on: date | None = None
    due: bool = False
    over: bool = False
    until: date | None = None
    today: date | None = None
    past: tuple[LookBack, ...] = ()
    mine: str = ""

    @property
    def last(self) -> LookBack | None:
        """The newest."""
        return self.past[0] if self.past else None

    @property
    def i_may_note(self) -> bool:
        """Is it there to note, and mine to do so?"""
        return bool(self.mine) and (self.due or self.over)

    @property
    def i_may_add(self) -> bool:
        """Did the other side note it lately, and is there room for a sentence of mine?"""
        return bool(self.mine) and not self.i_may_note and self.may_add(Side(self.mine))

    def may_add(self, side: Side) -> bool:
        """Was it noted within a month, without a sentence of this side?"""
        if self.last is None or self.today is None or self.last.on < self.today - STILL_TO_ADD:
            return False
        return not (self.last.residents if side is Side.RESIDENTS else self.last.institution)


@dataclass(frozen=True)
class ComesBack:
    """An agreement that asks for a talk today: its day of looking back is there (`look`), or its term is over (`over`)."""

    why: str
    hand_over: HandOver
    until: date | None

    @property
    def place(self) -> Place:
        """Where."""
        return self.hand_over.task.place

    @property
    def kind(self) -> TaskKind:
        """Which kind of task."""
        return self.hand_over.task.kind


def looking_back(viewer: Viewer, hand_over: HandOver, today: date) -> LookBackSeen:
    """When they look back, and what they said before; for everybody, with what this viewer may do."""
    viewer.must("page.public", hand_over.task.place.neighbourhood.key)
    seen = look_back_of(hand_over, today)
    if viewer.person is None or seen.next_on is None:
        return seen
    standing = standing_at(viewer, hand_over.task, hand_over)
    if not standing.may_speak:
        return seen
    mine = Side.INSTITUTION if standing.works else Side.RESIDENTS if standing.carries else ""
    return replace(seen, mine=str(mine))


def look_back_of(agreed: HandOver, today: date) -> LookBackSeen:
    """The same without a viewer, for the act that has the task locked."""
    past = tuple(agreed.look_backs.order_by("-on", "-pk"))
    if agreed.state != State.CARRIED:
        return LookBackSeen(past=past)
    last = past[0] if past else None
    until = Dossier.objects.filter(hand_over=agreed).values_list("until", flat=True).first()
    next_on = next_look(_yes_on(agreed), last.again_on if last else None)
    over = is_over(until, last.on if last else None, today)
    return LookBackSeen(next_on, next_on <= today, over, until, today, past)


def comes_back(viewer: Viewer, neighbourhood: Neighbourhood, today: date) -> tuple[ComesBack, ...]:
    """Agreements that ask for a talk today, those whose term is over first; at most `MOST_LOOKS`. One question."""
    viewer.must("page.public", neighbourhood.key)
    year_ago = timezone.make_aware(datetime.combine(today - A_YEAR_AT_LEAST + timedelta(1), time.min))
    found = HandOver.objects.filter(task__place__neighbourhood=neighbourhood, state=State.CARRIED)
    found = found.annotate(again=Max("look_backs__again_on"), looked=Max("look_backs__on"))
    first = Q(again=None, residents_yes_at__lt=year_ago, institution_yes_at__lt=year_ago)
    may_be = found.filter(first | Q(again__lte=today) | Q(dossier__until__lt=today))
    rows = may_be.select_related("task__place__neighbourhood", "task__kind", "dossier").order_by("pk")
    told = [_comes_back(one, today) for one in rows.defer(*for_maps("task__place"))[:MOST_LOOKS]]
    return tuple(sorted((one for one in told if one), key=lambda one: one.why != "over"))


def my_comes_back(
    viewer: Viewer, neighbourhood: Neighbourhood, found: Sequence[ComesBack]
) -> list[ComesBack]:
    """Those of `found` of which this viewer is a side: each for who speaks for the city, what they carry for others."""
    viewer.must("page.public", neighbourhood.key)
    if viewer.person is None or not viewer.may("agreement.answer", neighbourhood.key, concerned=True):
        return []
    if not found or viewer.speaks_for_the_city(neighbourhood.key):
        return list(found)
    mine = Carrying.objects.filter(person__key=viewer.person, until=None)
    carried = set(
        mine.filter(task__in=[one.hand_over.task_id for one in found]).values_list("task", flat=True)
    )
    return [one for one in found if one.hand_over.task_id in carried]


def _comes_back(one: HandOver, today: date) -> ComesBack | None:
    dossier = getattr(one, "dossier", None)
    until = dossier.until if dossier else None
    if is_over(until, one.looked, today):  # type: ignore[attr-defined]
        return ComesBack("over", one, until)
    due = next_look(_yes_on(one), one.again) <= today  # type: ignore[attr-defined]
    return ComesBack("look", one, until) if due else None


def _yes_on(agreed: HandOver) -> date:
    both = [at for at in (agreed.residents_yes_at, agreed.institution_yes_at) if at]
    return timezone.localdate(max(both))
