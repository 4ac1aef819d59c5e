"""What institutions are asked, told and owe: in public, about the institution; who owns it for those who are in it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from vuurtoren.initiatives.models import Initiative, Joined, Question
from vuurtoren.initiatives.rules import Asked, Hand, answers, stands, tone
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.stay.models import Lead
from vuurtoren.stay.queries import colleagues

MOST_OF_ONE, MOST_SHOWN = 60, 300


@dataclass(frozen=True)
class Of:
    """Of which initiative: its address, and its words."""

    public_id: str
    words: str


@dataclass(frozen=True)
class QuestionSeen:
    """A question as this viewer may see it. `late`: days past its date, where it waits; `may`: the deeds open to them;
    `answers`: what they can say.

    `cents`: how much, where money is asked.
    `owner`, `asked_of`: professionals by name, for the people of the initiative and for colleagues; else empty.
    """

    public_id: str
    key: UUID
    initiative: Of
    institution: str
    kind: str
    words: str
    asked_on: date
    due: date
    state: Asked
    tone: str
    late: int
    reason: str
    answered_on: date | None
    owner: str
    asked_of: str
    may: frozenset[str]
    answers: tuple[Asked, ...]
    cents: int | None = None


@dataclass(frozen=True)
class Debt:
    """What one institution owes: questions for a permission or a means without an answer.

    `waiting`: all of them; `late` and `very_late`: past their date, by tone; `days`: past their dates, added up; `longest`:
    of the one that waits longest.
    """

    institution: str
    waiting: int
    late: int
    very_late: int
    days: int
    longest: int


@dataclass(frozen=True)
class Side:
    """What a viewer is to one question: one of who `asks`, a `colleague` of who is asked, `asked` by name to take it on,
    whose it is (`owns`), `leads` the team. `left`: nobody here owns it, so it is the team's."""

    asks: bool
    colleague: bool
    asked: bool
    owns: bool
    leads: bool
    left: bool
    waits: bool

    @property
    def answers(self) -> bool:
        """Is it theirs to answer: the owner's, theirs who is asked by name, and what is left to the team its lead's?"""
        return self.owns or self.asked or (self.leads and self.left)


def questions_about(viewer: Viewer, initiative: Initiative, today: date) -> list[QuestionSeen]:
    """What this initiative asked and told, the newest first."""
    where = initiative.neighbourhood
    viewer.must("page.public", where.key)
    rows = _rows().filter(initiative=initiative).order_by("-asked_on", "-pk")
    return _all_seen(viewer, where, list(rows[:MOST_OF_ONE]), today)


def questions_of(viewer: Viewer, where: Neighbourhood, today: date) -> list[QuestionSeen]:
    """What waits for an answer here, of every institution: the longest past its date first."""
    viewer.must("page.public", where.key)
    rows = _waiting(where, today).order_by("due", "pk")
    return _all_seen(viewer, where, list(rows[:MOST_SHOWN]), today)


def questions_for_me(viewer: Viewer, where: Neighbourhood, today: date) -> list[QuestionSeen]:
    """What waits for me: mine to answer, asked of me by name, left to the team I lead, or to one nobody leads."""
    viewer.must("question.own", where.key, concerned=viewer.person is not None)
    return [one for one in questions_of(viewer, where, today) if "wait" in one.may]


def waiting_answers(
    viewer: Viewer, where: Neighbourhood, today: date, readers: Mapping[int, Viewer]
) -> Counter[int]:
    """By person (primary key) of `readers`: how many questions of initiatives wait for them, counted for all at once."""
    viewer.must("machine.night", where.key)
    rows = list(_waiting(where, today).order_by("due", "pk")[:MOST_SHOWN])
    if not rows:
        return Counter()
    teams = _teams(viewer, where, today)
    asked = {pk: one for pk, one in readers.items() if one.may("question.own", where.key, concerned=True)}
    sides = {pk: _Sides(one.person, frozenset(), teams) for pk, one in asked.items()}
    return Counter({pk: sum(one.to(row).waits for row in rows) for pk, one in sides.items()})


def question_called(viewer: Viewer, where: Neighbourhood, public_id: str) -> Question | None:
    """One question of this neighbourhood."""
    viewer.must("page.public", where.key)
    rows = _rows().filter(initiative__neighbourhood=where, public_id=public_id)
    return rows.select_related("initiative__neighbourhood", "initiative__place", "institution").first()


def questions_keyed(viewer: Viewer, where: Neighbourhood, keys: Collection[UUID]) -> dict[UUID, Question]:
    """By key: the questions of this neighbourhood, each with its initiative."""
    viewer.must("page.public", where.key)
    rows = Question.objects.filter(initiative__neighbourhood=where, key__in=keys).select_related("initiative")
    return {one.key: one for one in rows} if keys else {}


def question_seen(viewer: Viewer, question: Question, today: date) -> QuestionSeen:
    """A question as this viewer may see it."""
    where = question.initiative.neighbourhood
    viewer.must("page.public", where.key)
    return _all_seen(viewer, where, [question], today)[0]


def side_of(viewer: Viewer, question: Question, today: date) -> Side:
    """What this viewer is to a question, for the acts."""
    where = question.initiative.neighbourhood
    viewer.must("page.public", where.key)
    return _sides(viewer, where, today).to(question)


def debt_of(viewer: Viewer, where: Neighbourhood, today: date) -> list[Debt]:
    """What each institution owes neighbours who asked, the most days first; those that owe nothing are not in it.

    Figures about institutions, not about people, so law 7 does not keep them back.
    """
    viewer.must("page.public", where.key)
    rows = _waiting(where, today).exclude(kind="told")
    found: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for name, asked_on, due in rows.values_list("institution__name", "asked_on", "due"):
        found[name].append((asked_on, due))
    owed = [_debt(name, some, today) for name, some in found.items()]
    return sorted(owed, key=lambda one: (-one.days, one.institution))


def _debt(name: str, some: Iterable[tuple[date, date]], today: date) -> Debt:
    waiting = list(some)
    tones = [tone(Asked.OPEN, asked_on, due, today) for asked_on, due in waiting]
    past = [max(0, (today - due).days) for _, due in waiting]
    return Debt(name, len(waiting), tones.count("late"), tones.count("very_late"), sum(past), max(past))


def _rows() -> QuerySet[Question]:
    return Question.objects.select_related("initiative__place", "institution", "owner", "asked_of")


def _waiting(where: Neighbourhood, today: date) -> QuerySet[Question]:
    """Without an answer: of those that were told only until their date, since silence is no objection then."""
    rows = _rows().filter(initiative__neighbourhood=where, state=Asked.OPEN.value)
    return rows.filter(~Q(kind="told") | Q(due__gte=today))


@dataclass(frozen=True)
class _Teams:
    """Who works here for which institution, and who leads its team."""

    here: frozenset[tuple[UUID, int]] = frozenset()
    lead: Mapping[int, set[UUID]] = field(default_factory=lambda: defaultdict(set))


def _teams(viewer: Viewer, where: Neighbourhood, today: date) -> _Teams:
    working = colleagues(viewer, where, today)
    here = frozenset(working.values_list("person__key", "institution"))
    lead: dict[int, set[UUID]] = defaultdict(set)
    leads = Lead.objects.filter(work__in=working.order_by())
    for institution, person in leads.values_list("work__institution", "work__person__key"):
        lead[institution].add(person)
    return _Teams(here, lead)


def _sides(viewer: Viewer, where: Neighbourhood, today: date) -> "_Sides":
    in_: frozenset[int] = frozenset()
    if viewer.person and viewer.may("initiative.tend", where.key, concerned=True):
        mine = Joined.objects.filter(person__key=viewer.person, initiative__neighbourhood=where)
        in_ = frozenset(mine.values_list("initiative", flat=True))
    asked = viewer.person is not None and viewer.may("question.own", where.key, concerned=True)
    return _Sides(viewer.person, in_, _teams(viewer, where, today) if asked else _Teams())


class _Sides:
    """What one viewer is to the questions of a neighbourhood, asked once for many of them."""

    def __init__(self, me: UUID | None, in_: frozenset[int], teams: _Teams) -> None:
        self.me, self.in_, self.here, self.lead = me, in_, teams.here, teams.lead

    def to(self, one: Question) -> Side:
        team = one.institution_id
        colleague = self.me is not None and (self.me, team) in self.here
        left = one.owner is None or (one.owner.key, team) not in self.here
        leads = colleague and self.me in self.lead[team]
        asked = colleague and one.asked_of is not None and one.asked_of.key == self.me
        owns = colleague and one.owner is not None and one.owner.key == self.me
        nobody_leads = colleague and left and not self.lead[team] and one.asked_of is None
        return Side(
            asks=one.initiative_id in self.in_,
            colleague=colleague,
            asked=asked,
            owns=owns,
            leads=leads,
            left=left,
            waits=asked or owns or (left and leads) or nobody_leads,
        )


def _all_seen(viewer: Viewer, where: Neighbourhood, rows: list[Question], today: date) -> list[QuestionSeen]:
    if not rows:
        return []
    sides = _sides(viewer, where, today)
    return [_seen(one, sides.to(one), today) for one in rows]


def _seen(one: Question, side: Side, today: date) -> QuestionSeen:
    now = stands(one.kind, one.kept, one.due, today)
    loud = tone(now, one.asked_on, one.due, today)
    involved = side.asks or side.colleague
    can = answers(one.kind, now) if side.answers else ()
    return QuestionSeen(
        public_id=one.public_id,
        key=one.key,
        initiative=Of(one.initiative.public_id, one.initiative.words),
        institution=one.institution.name,
        kind=one.kind,
        words=one.words,
        asked_on=one.asked_on,
        due=one.due,
        state=now,
        tone=loud,
        late=(today - one.due).days if loud else 0,
        reason=one.reason,
        answered_on=one.answered_on,
        owner=one.owner.called if one.owner and involved and not (side.colleague and side.left) else "",
        asked_of=one.asked_of.called if one.asked_of and involved and now is Asked.OPEN else "",
        may=_may(one, side, now),
        answers=can,
        cents=one.cents,
    )


def _may(one: Question, side: Side, now: Asked) -> frozenset[str]:
    """Which deeds this viewer can do with it now; the acts ask again."""
    waits = now is Asked.OPEN
    found = {
        "answer": side.answers and bool(answers(one.kind, now)),
        "take": waits and side.colleague and not side.owns and (side.left or side.asked),
        "decline": waits and side.asked,
        "give": waits and (side.owns or side.leads),
        "withdraw": side.asks and Asked.WITHDRAWN in answers(one.kind, now, Hand.RESIDENTS),
        "wait": waits and side.waits,
    }
    return frozenset(deed for deed, may in found.items() if may)
