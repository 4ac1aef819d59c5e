"""Seeing gifts: one's own, and others' as widely as each chose. Filtered before anything is looked for or counted."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Max, Q, QuerySet, Subquery

from vuurtoren.gifts.finding import Hit, Word, asked, hit, tokens_for, tokens_of
from vuurtoren.gifts.index import any_of
from vuurtoren.gifts.models import Gift, Looking, PaperCode
from vuurtoren.gifts.rules import LONGEST_ASKED
from vuurtoren.journal.ready import Some, ready
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer, in_fives, tellable
from vuurtoren.places.models import Neighbourhood, Place

Same = dict[str, list[tuple[int, int]]]
Row = tuple[str, int, int]
"""The words of a gift, its row, and the row of whose it is."""
NOBODY: frozenset[UUID] = frozenset()
MOST_LOOKED_AT, MOST_LOOKED_AT_FOR_MANY, MOST_FOUND = 1000, 4000, 30
_PAPER = Q(person__account=None)


@dataclass(frozen=True)
class GiftSeen:
    """A gift as somebody sees it. How wide it is, until when, and its address to change it are told to whose it is only.

    `to_invite`: the address at which its giver can be asked to a table; empty for who has no account.
    """

    kind: str
    words: str
    language: str
    called: str
    mine: bool
    public_id: str = ""
    width: str = ""
    until: date | None = None
    why: Hit | None = None
    to_invite: str = ""


@dataclass(frozen=True)
class InNumbers:
    """At least so many people in all (0: fewer than five), and by street where that may be told."""

    total: int
    streets: tuple[tuple[Place, int], ...]


@dataclass(frozen=True)
class Answer:
    """Words that answer a question, why, and the gifts that say them: each its row and the row of whose it is."""

    words: str
    why: Hit
    gifts: tuple[tuple[int, int], ...]


def my_gifts(viewer: Viewer, neighbourhood: Neighbourhood) -> list[GiftSeen]:
    """What I offered here, also what is over and waits for the night."""
    viewer.must("gift.own", neighbourhood.key, concerned=True)
    rows = _of(person=viewer.somebody(), neighbourhood=neighbourhood.pk)
    return [_seen(viewer, one) for one in rows]


def gifts_seen(
    viewer: Viewer,
    neighbourhood: Neighbourhood,
    today: date,
    *,
    sat_with: Collection[UUID] = NOBODY,
    first: int = 0,
    count: int = MOST_FOUND,
) -> list[GiftSeen]:
    """Others' gifts that this viewer may see, the newest first, from row `first` on.

    `sat_with`: the keys of people with whom the viewer sat at a table, as tables know them (`whom_i_sat_with`). Whoever
    does not know passes nothing and sees less.
    """
    given = _given(viewer, neighbourhood, today, sat_with)
    return [_seen(viewer, one) for one in _newest(**given, first=first, count=count)]


def gifts_found(
    viewer: Viewer,
    neighbourhood: Neighbourhood,
    words: str,
    today: date,
    *,
    sat_with: Collection[UUID] = NOBODY,
) -> list[GiftSeen]:
    """Gifts of others that the viewer may see and that answer these words, the best first, each with why.

    Where a gift answers as it is written, those that are found by forgiven spelling alone are left out.
    """
    question = asked(words[:LONGEST_ASKED])
    tokens = tokens_for(question)
    given = _given(viewer, neighbourhood, today, sat_with)
    rows = _with_tokens(**given, tokens=any_of(tokens)) if tokens else []
    found = _weighed(question, _by_words(rows))
    if any(not one.why.slip for one in found):
        found = [one for one in found if not one.why.slip]
    found.sort(key=lambda one: (-one.why.score, one.words.casefold(), one.words))
    best = [(gift, one.why) for one in found for gift, _ in sorted(one.gifts)][:MOST_FOUND]
    gifts = gifts_by_row([gift for gift, _ in best])
    return [_seen(viewer, gifts[gift], why) for gift, why in best if gift in gifts]


def gifts_on_paper(viewer: Viewer, neighbourhood: Neighbourhood, person: Person) -> list[GiftSeen]:
    """Gifts of somebody without an account, for a host or builder who writes them down with that person."""
    viewer.must("gift.enter", neighbourhood.key)
    rows = _rows().filter(_PAPER, neighbourhood=neighbourhood, person=person)
    return [_seen(viewer, one, tends=True) for one in rows.order_by("pk")]


def is_their_code(viewer: Viewer, neighbourhood: Neighbourhood, person: Person, code_hash: str) -> bool:
    """Is this the hash of the code that somebody on paper has now? For a host or builder, who gives the slip."""
    viewer.must("gift.enter", neighbourhood.key)
    return PaperCode.objects.filter(neighbourhood=neighbourhood, person=person, code_hash=code_hash).exists()


def yes_until(person: Person, today: date) -> date | None:
    """The last day of the yes that somebody without an account gave and that holds today; None where there is none."""
    held = person.consents.filter(withdrawn_at=None, given_on__lte=today, until__gte=today)
    return held.aggregate(last=Max("until"))["last"]  # type: ignore[no-any-return]


def in_numbers(viewer: Viewer, neighbourhood: Neighbourhood, today: date) -> InNumbers:
    """How many people show a gift to the whole neighbourhood, by their own street, as it may be told to all. What is kept
    narrower is in no figure."""
    viewer.must("page.public", neighbourhood.key)
    rows = Gift.objects.filter(neighbourhood=neighbourhood, width="neighbourhood", until__gte=today)
    homes = dict(rows.values_list("person", "person__home").distinct())
    streets = Place.objects.filter(
        neighbourhood=neighbourhood, gone_at=None, pk__in=set(homes.values()) - {None}
    )
    known = {one.pk: one for one in streets.order_by("name", "pk")}
    people: dict[int | None, set[int]] = defaultdict(set)
    for person, home in homes.items():
        people[home if home in known else None].add(person)
    told = tellable(people, besides=people.pop(None, set()))
    shown = tuple((one, in_fives(len(people[pk]))) for pk, one in known.items() if pk in told)
    return InNumbers(in_fives(len(homes)), shown)


def streets_with_gifts(viewer: Viewer, neighbourhood: Neighbourhood, today: date) -> set[int]:
    """The streets (primary keys) where somebody lives who told of a gift, however narrowly; not who, and not what."""
    viewer.must("errand.see", neighbourhood.key)
    givers = Gift.objects.filter(neighbourhood=neighbourhood, until__gte=today, person__home__isnull=False)
    return {one for one in givers.values_list("person__home", flat=True).distinct() if one}


def gift_called(viewer: Viewer, neighbourhood: Neighbourhood, public_id: str) -> Gift | None:
    """A gift of one's own, to change or take back, or for a host or builder of somebody on paper."""
    viewer.must("gift.own", neighbourhood.key, concerned=True)
    to_tend = Q(person__key=viewer.somebody())
    if viewer.may("gift.enter", neighbourhood.key):
        to_tend |= _PAPER
    return _rows().filter(to_tend, neighbourhood=neighbourhood, public_id=public_id).first()


def own_export(viewer: Viewer) -> list[dict[str, object]]:
    """Everything kept about oneself here, for the person's own export."""
    rows = _rows().filter(person__key=viewer.somebody()).order_by("pk")
    gifts: list[dict[str, object]] = [
        {"kind": one.kind, "words": one.words, "seen_by": one.width, "until": one.until.isoformat()}
        for one in rows
    ]
    looking = Looking.objects.filter(by__key=viewer.somebody()).order_by("pk")
    return gifts + [{"looks_for": one.words, "until": one.until.isoformat()} for one in looking]


def of_others(
    viewer: Viewer, neighbourhood: Neighbourhood, today: date, sat_with: Collection[UUID]
) -> QuerySet[Gift]:
    """Others' gifts that this viewer may see, as wide as each chose. Refuses who does not live here."""
    rows = _of_others(**_given(viewer, neighbourhood, today, sat_with))
    return rows.select_related("person").defer("tokens")


def to_introduce(
    viewer: Viewer, neighbourhood: Neighbourhood, today: date, sat_with: Collection[UUID]
) -> QuerySet[Gift]:
    """A builder: what they may see, and whom they wrote down. A host: only whom they wrote down."""
    given = _given_to_introduce(viewer, neighbourhood, today, sat_with)
    return _to_introduce(**given).select_related("person").defer("tokens")


def shown_to_all(neighbourhood: Neighbourhood, today: date) -> QuerySet[Gift]:
    """Gifts that everybody who lives here may see; who asks is asked before."""
    return Gift.objects.filter(width="neighbourhood", neighbourhood=neighbourhood, until__gte=today)


def newest_to_introduce(
    viewer: Viewer, neighbourhood: Neighbourhood, today: date, sat_with: Collection[UUID]
) -> list[Row]:
    """The newest of `to_introduce` but for those that all may see, as many as are looked at for many texts and one more."""
    given = _given_to_introduce(viewer, neighbourhood, today, sat_with)
    person, with_me, day = given["person"], given["sat_with"], given["today"]
    rows = _written_by_me(person=person, written_in=given["written_in"], today=day)
    if with_me and given["seen_in"]:
        rows += _at_tables_with_me(sat_with=with_me, seen_in=given["seen_in"], today=day)
    return sorted(set(rows), key=lambda row: -row[1])


def gifts_by_row(rows: Collection[int]) -> dict[int, Gift]:
    """By primary key: what lists show of these gifts, for who found them as somebody who may see them."""
    return {one.pk: one for one in _called(gifts=list(rows))} if rows else {}


def newest_rows(rows: QuerySet[Gift]) -> list[Row]:
    """The newest of these, as many as are looked at for many texts and one more."""
    return list(_newest_rows(rows))


def answering_each(
    texts: Collection[str], newest: list[Row], only_with: Callable[[list[str]], list[Row]]
) -> dict[str, list[Answer]]:
    """By text, the gifts that answer it; the newest that may be seen are read once for all texts together.

    Of many texts most rows share a token with some, so where there are no more than are looked at, all are read; else
    `only_with` gives the newest that have any of these tokens.
    """
    questions = {text: asked(text) for text in texts}
    wanted = {text: frozenset(tokens_for(question)) for text, question in questions.items()}
    if not (every := sorted(frozenset().union(*wanted.values()))):
        return {text: [] for text in texts}
    same = _by_words(only_with(every) if len(newest) > MOST_LOOKED_AT_FOR_MANY else newest)
    tokens = {words: _tokens(words) for words in same}
    return {
        text: _weighed(question, {words: same[words] for words, has in tokens.items() if has & wanted[text]})
        for text, question in questions.items()
    }


def with_tokens(rows: QuerySet[Gift], tokens: list[str]) -> list[Row]:
    """The newest of these rows that have one of these tokens, for `answering_each`."""
    found = rows.filter(tokens__any_of=any_of(tokens)).order_by("-pk")
    return list(found.values_list("words", "pk", "person_id")[:MOST_LOOKED_AT_FOR_MANY])


@lru_cache(MOST_LOOKED_AT_FOR_MANY)
def _tokens(words: str) -> frozenset[str]:
    """What the index keeps of these words; the same at every look."""
    return frozenset(tokens_of(words).split())


def _by_words(rows: Iterable[Row]) -> Same:
    """The same words, of several people, are weighed once."""
    found: Same = {}
    for words, gift, person in rows:
        found.setdefault(words, []).append((gift, person))
    return found


def _weighed(question: tuple[Word, ...], same: Same) -> list[Answer]:
    weighed = ((words, gifts, hit(question, words)) for words, gifts in same.items())
    return [Answer(words, why, tuple(gifts)) for words, gifts, why in weighed if why]


def _rows() -> QuerySet[Gift]:
    return Gift.objects.select_related("person", "neighbourhood").defer("tokens")


def _given(
    viewer: Viewer, neighbourhood: Neighbourhood, today: date, sat_with: Collection[UUID]
) -> dict[str, Any]:
    """Who asks, for the questions below; refuses who may not."""
    viewer.must("gift.see", neighbourhood.key)
    return {
        "person": viewer.somebody(),
        "sat_with": list(sat_with),
        "neighbourhood": neighbourhood.pk,
        "today": today,
    }


def _given_to_introduce(
    viewer: Viewer, neighbourhood: Neighbourhood, today: date, sat_with: Collection[UUID]
) -> dict[str, Any]:
    """Who asks, and in which neighbourhood they introduce what they see and whom they wrote down; 0: in none."""
    builds = viewer.may("gift.introduce", neighbourhood.key)
    if builds:
        viewer.must("gift.see", neighbourhood.key)
    return {
        "person": viewer.somebody(),
        "sat_with": list(sat_with),
        "seen_in": neighbourhood.pk if builds else 0,
        "written_in": neighbourhood.pk if viewer.may("gift.enter", neighbourhood.key) else 0,
        "today": today,
    }


def _to_introduce(person: UUID, sat_with: Any, seen_in: int, written_in: int, today: date) -> QuerySet[Gift]:
    me = Subquery(Person.objects.filter(key=person).values("pk")[:1])
    seen = _for_me(sat_with) & Q(neighbourhood=seen_in) & ~Q(person=me)
    written = Q(person__account=None, person__entered_by=me, neighbourhood=written_in)
    return Gift.objects.filter(seen | written, until__gte=today)


def _for_me(sat_with: Any) -> Q:
    with_me = Person.objects.filter(key__among=sat_with).values("pk")
    return Q(width="neighbourhood") | Q(width="tables", person__in=with_me)


@ready
def _at_tables_with_me(sat_with: list[UUID], seen_in: int, today: date) -> QuerySet[Gift, Row]:
    shown = Gift.objects.filter(width="tables", neighbourhood=seen_in, until__gte=today)
    return _newest_rows(shown.filter(person__key__among=sat_with))


@ready
def _written_by_me(person: UUID, written_in: int, today: date) -> QuerySet[Gift, Row]:
    me = Subquery(Person.objects.filter(key=person).values("pk")[:1])
    rows = Gift.objects.filter(person__account=None, person__entered_by=me, neighbourhood=written_in)
    return _newest_rows(rows.filter(until__gte=today))


def _newest_rows(rows: QuerySet[Gift]) -> QuerySet[Gift, Row]:
    newest = rows.order_by("-pk").values_list("words", "pk", "person_id")
    return newest[: MOST_LOOKED_AT_FOR_MANY + 1]


def _of_others(person: UUID, sat_with: Any, neighbourhood: int, today: date) -> QuerySet[Gift]:
    """Rows of others that are shown to all here, or to tables by somebody the person sat with."""
    me = Person.objects.filter(key=person).values("pk")[:1]
    rows = Gift.objects.filter(_for_me(sat_with), neighbourhood=neighbourhood, until__gte=today)
    return rows.exclude(person=Subquery(me))


@ready
def _of(person: UUID, neighbourhood: int) -> QuerySet[Gift]:
    return _to_show().filter(person__key=person, neighbourhood=neighbourhood).order_by("pk")


@ready
def _called(gifts: list[int]) -> QuerySet[Gift]:
    return _to_show().filter(pk__among=gifts)


@ready
def _newest(
    person: UUID, sat_with: list[UUID], neighbourhood: int, today: date, first: int, count: int
) -> QuerySet[Gift]:
    rows = _of_others(person, sat_with, neighbourhood, today).order_by("-pk").values("pk")
    return _to_show().filter(pk__in=Some(rows, first, count)).order_by("-pk")


@ready
def _with_tokens(
    person: UUID, sat_with: list[UUID], neighbourhood: int, today: date, tokens: str
) -> QuerySet[Gift, Row]:
    rows = _of_others(person, sat_with, neighbourhood, today).filter(tokens__any_of=tokens)
    return rows.order_by("-pk").values_list("words", "pk", "person_id")[:MOST_LOOKED_AT]


def _to_show() -> QuerySet[Gift]:
    """Of each gift what a list shows, and no more."""
    shown = ("public_id", "kind", "words", "language", "width", "until")
    return Gift.objects.select_related("person").only(
        *shown, "person__key", "person__called", "person__account"
    )


def _seen(viewer: Viewer, gift: Gift, why: Hit | None = None, *, tends: bool = False) -> GiftSeen:
    mine = gift.person.key == viewer.person
    tends = tends or mine
    return GiftSeen(
        kind=gift.kind,
        words=gift.words,
        language=gift.language,
        called=gift.person.called,
        mine=mine,
        public_id=gift.public_id if tends else "",
        width=gift.width if tends else "",
        until=gift.until if tends else None,
        why=why,
        to_invite="" if tends or gift.person.account_id is None else gift.public_id,
    )
