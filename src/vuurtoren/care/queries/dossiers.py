"""A dossier as neighbours work on it, and as everybody reads it once it was sent. No names: they ask as neighbours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db.models import QuerySet

from vuurtoren.care.models import Dossier, DossierAnswer, DossierLink, DossierWriter, HandOver, Task
from vuurtoren.care.rules import LITTER, MOST_ASK, QUESTIONS, Voice
from vuurtoren.care.together import mark
from vuurtoren.journal.ready import ready
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role, Viewer, enough
from vuurtoren.places.models import Place

MOST_EARLIER = 3
"""Of each question so many earlier texts are shown to who writes: enough to take back what went by accident."""


@dataclass(frozen=True)
class DossierSeen:
    """`answers`: the newest words by question; `earlier`: what stood there before, the newest first; `beside`: my own
    words where two texts wait for my choice; `waiting`: the questions to which two texts wait for somebody's. `askers` are
    counted up to the three that are needed, `supporters` from five on. `mine`: whether I ask or support."""

    dossier: Dossier | None
    answers: Mapping[str, str] = field(default_factory=dict)
    earlier: Mapping[str, Sequence[tuple[datetime, str]]] = field(default_factory=dict)
    beside: Mapping[str, str] = field(default_factory=dict)
    waiting: tuple[str, ...] = ()
    askers: int = 0
    supporters: int | None = None
    named: tuple[str, ...] = ()
    """Who ask and chose to stand on the agreement by a name, as they put it; only once it was sent."""
    mine: str = ""
    my_name: str = ""
    i_may_write: bool = False
    i_may_send: bool = False
    writers: Sequence[DossierWriter] = ()
    """For who writes: neighbours who asked to write along, first those who wait for an answer."""
    link: DossierLink | None = None
    """For who writes: the link to the draft, if there is one; it may have ended today."""

    @property
    def written(self) -> bool:
        """Did neighbours write anything, or is it the answer to what was asked in one tap?"""
        return bool(self.answers)

    @property
    def missing(self) -> tuple[str, ...]:
        """Questions that still need an answer, in order."""
        return tuple(one for one, needed in QUESTIONS.items() if needed and not self.words(one))

    def words(self, question: str) -> str:
        """The newest answer; empty where there is none."""
        return self.answers.get(question, "")

    def to_write(self, question: str) -> tuple[str, str]:
        """What I go on writing, and the mark that I send with it: my own words where two texts wait, else the newest."""
        if question in self.beside:
            return self.beside[question], ""
        return self.words(question), mark(self.words(question))


def dossier_at(viewer: Viewer, place: Place, kind: str = LITTER) -> DossierSeen | None:
    """The draft of a street for residents of the neighbourhood; None for whoever works for the institution here, and where
    there is none and one may not begin it."""
    scope = place.neighbourhood.key
    viewer.must("agreement.draft", scope)
    if viewer.is_a(Role.WORKER, scope):
        return None
    task = Task.objects.filter(place=place, kind__code=kind).first()
    me = Person.objects.filter(key=viewer.person).first() if viewer.person else None
    carries = bool(task and me and task.carryings.filter(person=me, until=None).exists())
    near = carries or bool(me and me.home_id == place.pk)
    draft = Dossier.objects.filter(task=task, sent_at=None).first() if task else None
    if draft is None:
        return DossierSeen(None, i_may_write=True) if near else None
    near = near or bool(me and draft.writers.filter(person=me, yes=True).exists())
    mine, named = draft.voices.filter(person=me).values_list("how", "named").first() or ("", "")
    seen = replace(_seen(draft, mine, near, carries), my_name=named)
    return _with_what_waits(seen, draft, me)


def dossier_of(viewer: Viewer, hand_over: HandOver) -> DossierSeen | None:
    """The dossier that was sent with a hand-over, for everybody."""
    viewer.must("page.public", hand_over.task.place.neighbourhood.key)
    found = next(iter(_sent_with(hand_over=hand_over.pk)), None)
    return _seen(found, "", False, False) if found else None


@ready
def _sent_with(hand_over: int) -> QuerySet[Dossier]:
    return Dossier.objects.filter(hand_over=hand_over)


def _writers(draft: Dossier) -> tuple[DossierWriter, ...]:
    rows = draft.writers.select_related("person").order_by("answered_at", "asked_at", "pk")
    return tuple(sorted(rows, key=lambda one: one.answered_at is not None))


def _link(draft: Dossier) -> DossierLink | None:
    return DossierLink.objects.filter(dossier=draft).first()


def _seen(one: Dossier, mine: str, near: bool, carries: bool) -> DossierSeen:
    rows = list(one.answers.order_by("number"))
    rows_of_voices = list(one.voices.order_by("at", "pk").values_list("how", "named"))
    voices = [how for how, _ in rows_of_voices]
    supporters = one.supporters if one.sent_at else voices.count(Voice.SUPPORTS)
    return DossierSeen(
        dossier=one,
        answers={row.question: row.words for row in rows},
        earlier=_earlier(rows) if near else {},
        askers=MOST_ASK if one.sent_at else min(MOST_ASK, voices.count(Voice.ASKS)),
        named=tuple(named for _, named in rows_of_voices if named) if one.sent_at else (),
        supporters=supporters if enough(supporters) else None,
        mine=mine,
        i_may_write=near,
        i_may_send=carries,
    )


def _earlier(rows: Sequence[DossierAnswer]) -> dict[str, list[tuple[datetime, str]]]:
    found: dict[str, list[tuple[datetime, str]]] = {}
    for row in reversed(rows):
        found.setdefault(row.question, []).append((row.at, row.words))
    return {one: [row for row in texts[1 : 1 + MOST_EARLIER] if row[1]] for one, texts in found.items()}


def _with_what_waits(seen: DossierSeen, draft: Dossier, me: Person | None) -> DossierSeen:
    """Others' texts beside are counted, by question; nobody but who wrote them reads them."""
    seen = replace(seen, writers=_writers(draft), link=_link(draft)) if seen.i_may_write else seen
    rows = list(draft.besides.values_list("question", "words", "person"))
    mine = {question: words for question, words, person in rows if me and person == me.pk}
    return replace(
        seen,
        beside=mine,
        waiting=tuple(one for one in QUESTIONS if one in {question for question, _, _ in rows}),
    )
