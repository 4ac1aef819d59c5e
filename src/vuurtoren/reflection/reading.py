"""From the journal to acts: who did what, for whom, in whose room. Whoever was forgotten is nobody here either."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from vuurtoren.care.models import Carrying
from vuurtoren.care.rules import LITTER
from vuurtoren.engine.slides import ASKED, Act, History, Room
from vuurtoren.engine.slides.series import MONTH, MOST_MONTHS
from vuurtoren.journal.models import Moment
from vuurtoren.people.models import RoleHeld
from vuurtoren.people.rules import Role
from vuurtoren.places.models import Neighbourhood
from vuurtoren.reflection.meanings import (
    BOARD,
    BOARD_ROOM,
    HOLDERS,
    INSTITUTION,
    KINDS_READ,
    MACHINE,
    MEANS,
    PROMISE_DAYS,
    RESIDENTS,
    Means,
    meaning_key,
)

AT_ONCE = 5_000
BOARD_ROLES = (Role.BOARD.value, Role.TREASURER.value)
Span = tuple[datetime, datetime | None]


@dataclass(frozen=True)
class Known:
    """For whom each person who ever held a role here acts, and since when residents carry which place."""

    roles: Mapping[UUID, list[tuple[str, Span]]]
    carried: Mapping[UUID, list[Span]]

    def side_of(self, who: UUID | None, at: datetime) -> str | None:
        """The side of somebody at a moment; None for whoever was forgotten."""
        if who is None:
            return MACHINE
        if who not in self.roles:
            return None
        held = {role for role, span in self.roles[who] if _within(span, at)}
        if Role.WORKER.value in held:
            return INSTITUTION
        return BOARD if held & set(BOARD_ROLES) else RESIDENTS

    def is_carried(self, place: UUID | None, at: datetime) -> bool:
        """Did residents carry this place's litter then? The institution's rounds here are about nothing else."""
        return place is not None and any(_within(span, at) for span in self.carried.get(place, ()))


def history_of(where: Neighbourhood, today: date) -> History:
    """The acts of the last years up to yesterday, as the search for slides takes them. Days are ordinals."""
    until = today.toordinal() - 1
    first = timezone.make_aware(
        datetime.combine(today - timedelta(days=MONTH * MOST_MONTHS), datetime.min.time())
    )
    known = _known(where)
    acts = [act for act in _acts(where, known, first) if act.day <= until]
    now = first + timedelta(days=MONTH * MOST_MONTHS)
    board = sum(known.side_of(who, now) == BOARD for who in known.roles)
    rooms = {room: Room(holder, board if room == BOARD_ROOM else 0) for room, holder in HOLDERS.items()}
    return History(acts, rooms, until)


def _acts(where: Neighbourhood, known: Known, first: datetime) -> Iterator[Act]:
    rows = Moment.objects.filter(book__key=where.key, kind__in=KINDS_READ, at__gte=first).order_by("number")
    columns = rows.values_list("kind", "who", "about", "place", "what", "at")
    for kind, who, about, place, what, at in columns.iterator(chunk_size=AT_ONCE):
        means = MEANS.get(meaning_key(kind, what))
        if means is None or (means.carried and not known.is_carried(place, at)):
            continue
        side = means.side or known.side_of(who, at)
        if side is not None:
            yield _act(means, side, who, about, what, at)


def _act(
    means: Means, side: str, who: UUID | None, about: UUID | None, what: Mapping[str, object], at: datetime
) -> Act:
    day = timezone.localdate(at)
    asks = means.what == ASKED
    answer_by = what.get("answer_by")
    term = (date.fromisoformat(str(answer_by)) - day).days if answer_by else PROMISE_DAYS
    return Act(
        means.what,
        who,
        side,
        means.room,
        day.toordinal(),
        means.ground,
        about=about,
        of_side=means.of,
        term=term if asks else PROMISE_DAYS,
    )


def _known(where: Neighbourhood) -> Known:
    roles: dict[UUID, list[tuple[str, Span]]] = defaultdict(list)
    held = RoleHeld.objects.filter(neighbourhood=where, confirmed_at__isnull=False)
    for key, role, since, until in held.values_list("person__key", "role", "since", "until"):
        roles[key].append((role, (since, until)))
    carried: dict[UUID, list[Span]] = defaultdict(list)
    shares = Carrying.objects.filter(task__place__neighbourhood=where, task__kind__code=LITTER)
    for place, since, until in shares.values_list("task__place__key", "since", "until"):
        carried[place].append((since, until))
    return Known(roles, carried)


def _within(span: Span, at: datetime) -> bool:
    since, until = span
    return since <= at and (until is None or at < until)
