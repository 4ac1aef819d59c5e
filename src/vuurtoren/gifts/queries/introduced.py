"""Where gifts lead: what tables look for, which gift fits, and whom one was introduced to."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from vuurtoren.gifts.finding import Hit, asked, hit
from vuurtoren.gifts.models import Gift, Introduction, Looking
from vuurtoren.gifts.queries.offered import (
    NOBODY,
    Answer,
    answering_each,
    gifts_by_row,
    newest_rows,
    newest_to_introduce,
    shown_to_all,
    to_introduce,
    with_tokens,
)
from vuurtoren.gifts.rules import asks_what_became, may_answer, told_to_who_introduced
from vuurtoren.journal.ready import ready
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood

MOST_LOOKED_FOR, MOST_WEIGHED, MOST_SUGGESTED, MOST_TOLD = 200, 40, 30, 60
"""Lookings that are read, and the newest of them for which gifts are looked up; suggestions, and introductions made, on a
page."""

GoOn = Callable[[Collection[str]], Collection[str]]
"""Which of these, by public address, go on: tables that meet again or rest, initiatives that live. Tables stand beside this
app, so whoever calls passes it (`reflection.queries.who_go_on`); without it all do."""


def all_go_on(abouts: Collection[str]) -> Collection[str]:
    """Who did not ask takes them all."""
    return abouts


@dataclass(frozen=True)
class LookingSeen:
    """What a table looks for, as everybody sees it. `about`: the table's public address; `public_id` for whose it is."""

    about: str
    words: str
    until: date
    public_id: str = ""


@dataclass(frozen=True)
class Suggestion:
    """A gift and a looking that fit, with why. `called` is empty where it is about one's own gift."""

    words: str
    called: str
    looking: LookingSeen
    why: Hit
    gift_id: str = ""
    looking_id: str = ""


@dataclass(frozen=True)
class IntroductionSeen:
    """An introduction as one side sees it. `other` and, for the table, `gift` are told only once both said yes.

    `asks`: "answer" while one's own yes is waited for, "became" when it is time to ask what came of it, else nothing.
    `grew`: one of the two said that something new grew from it.
    """

    public_id: str
    side: str
    about: str
    looking: str
    gift: str
    other: str
    asks: str
    grew: bool = False


@dataclass(frozen=True)
class Made:
    """An introduction as whoever made it sees it. `told` as in rules.told_to_who_introduced; `gift` and `called` are empty
    where they would not see that gift any more. `about`: the public address of the table."""

    about: str
    looking: str
    gift: str
    called: str
    told: str


def lookings_of(
    viewer: Viewer, neighbourhood: Neighbourhood, today: date, *, about: str = ""
) -> list[LookingSeen]:
    """What the tables of a neighbourhood look for now, or one of them, the newest first. Without names."""
    viewer.must("page.public", neighbourhood.key)
    given = {"neighbourhood": neighbourhood.pk, "today": today}
    rows = _of_a_table(**given, about=about) if about else _of_all(**given)
    return [_looking(viewer, one) for one in rows]


def looking_called(viewer: Viewer, neighbourhood: Neighbourhood, public_id: str) -> Looking | None:
    """What one's own table looks for, to end it."""
    viewer.must("table.tend", neighbourhood.key, concerned=True)
    rows = Looking.objects.select_related("by", "neighbourhood")
    return rows.filter(neighbourhood=neighbourhood, public_id=public_id, by__key=viewer.somebody()).first()


def for_my_gifts(viewer: Viewer, neighbourhood: Neighbourhood, today: date) -> list[Suggestion]:
    """Tables that look for what I have, also for what only I see: for me alone, to decide whether to go there."""
    viewer.must("gift.own", neighbourhood.key, concerned=True)
    mine = _mine(person=viewer.somebody(), neighbourhood=neighbourhood.pk, today=today)
    if not mine:
        return []
    every = _of_all(neighbourhood=neighbourhood.pk, today=today)
    others = [one for one in every if one.by.key != viewer.person]
    done = set(
        Introduction.objects.filter(gift__in=mine).values_list("gift_id", "looking_id")
    )  # asked already, whatever was said
    found = [
        Suggestion(gift.words, "", _looking(viewer, one), why)
        for one in others
        for gift in mine
        if (gift.pk, one.pk) not in done and (why := hit(asked(one.words), gift.words)) and not why.slip
    ]
    return sorted(found, key=lambda one: -one.why.score)[:MOST_SUGGESTED]


@dataclass(frozen=True)
class Fitting:
    """What is looked for, and by its words what answers it."""

    looked_for: tuple[Looking, ...]
    answers: Mapping[str, list[Answer]]


def fitting_for_all(viewer: Viewer, neighbourhood: Neighbourhood, today: date) -> Fitting:
    """Of the gifts that all may see, those that answer what is looked for: the same for everybody who introduces here."""
    viewer.must("gift.introduce", neighbourhood.key)
    viewer.must("gift.see", neighbourhood.key)
    looked_for = _to_weigh(neighbourhood=neighbourhood.pk, today=today)
    rows = shown_to_all(neighbourhood, today)
    answers = answering_each(
        {one.words for one in looked_for}, newest_rows(rows), lambda tokens: with_tokens(rows, tokens)
    )
    return Fitting(tuple(looked_for), answers)


def suggestions(
    viewer: Viewer,
    neighbourhood: Neighbourhood,
    today: date,
    *,
    sat_with: Collection[UUID] = NOBODY,
    for_all: Fitting | None = None,
) -> list[Suggestion]:
    """Gifts and tables that fit and that were not introduced yet, for who connects people: a builder of what they may see,
    a host of those they wrote down themselves. `for_all`: as `fitting_for_all` found it, for who had it in hand."""
    viewer.must("gift.introduce", neighbourhood.key, concerned=True)
    if for_all is None and viewer.may("gift.introduce", neighbourhood.key):
        for_all = fitting_for_all(viewer, neighbourhood, today)
    looked_for = for_all.looked_for if for_all else _to_weigh(neighbourhood=neighbourhood.pk, today=today)
    mine = answering_each(
        {one.words for one in looked_for},
        newest_to_introduce(viewer, neighbourhood, today, sat_with),
        lambda tokens: with_tokens(to_introduce(viewer, neighbourhood, today, sat_with), tokens),
    )
    answers = {words: [*(for_all.answers[words] if for_all else ()), *some] for words, some in mine.items()}
    done = set(_introduced(neighbourhood=neighbourhood.pk))
    me = next((pk for (pk,) in _row_of(person=viewer.somebody())), 0)
    best = list(islice(_best(looked_for, answers, done, me), MOST_SUGGESTED))
    gifts = gifts_by_row([gift for gift, _, _ in best])
    pairs = [(gifts[gift], one, why) for gift, one, why in best if gift in gifts]
    return [
        Suggestion(gift.words, gift.person.called, _looking(viewer, one), why, gift.public_id, one.public_id)
        for gift, one, why in pairs
    ]


@ready
def _row_of(person: UUID) -> QuerySet[Person, tuple[int]]:
    return Person.objects.filter(key=person).values_list("pk")


def _best(
    looked_for: Collection[Looking],
    answers: Mapping[str, list[Answer]],
    done: Collection[tuple[int, int]],
    me: int,
) -> Iterator[tuple[int, Looking, Hit]]:
    """What fits best first; whose gift it is does not look for it, what was introduced is not suggested again, and I do
    not introduce myself."""
    told = set(done)
    pairs = [(one, answer) for one in looked_for for answer in answers[one.words] if not answer.why.slip]
    for one, answer in sorted(pairs, key=lambda pair: -pair[1].why.score):
        for gift, person in answer.gifts:
            if person not in (one.by_id, me) and (gift, one.pk) not in told:
                told.add((gift, one.pk))
                yield gift, one, answer.why


def suggested(
    viewer: Viewer,
    neighbourhood: Neighbourhood,
    gift_id: str,
    looking_id: str,
    today: date,
    *,
    sat_with: Collection[UUID] = NOBODY,
) -> tuple[Gift, Looking] | None:
    """A gift that the viewer may introduce, and a looking; None where either is not to be had."""
    viewer.must("gift.introduce", neighbourhood.key, concerned=True)
    gift = to_introduce(viewer, neighbourhood, today, sat_with).filter(public_id=gift_id).first()
    looking = next(
        (one for one in _of_all(neighbourhood=neighbourhood.pk, today=today) if one.public_id == looking_id),
        None,
    )
    if gift is None or looking is None or gift.person_id == looking.by_id:
        return None
    return gift, looking


def introduced_by_me(
    viewer: Viewer, neighbourhood: Neighbourhood, at: datetime, *, sat_with: Collection[UUID] = NOBODY
) -> list[Made]:
    """What became of the introductions I made, the newest first; never who said no, nor that anybody did."""
    viewer.must("gift.introduce", neighbourhood.key, concerned=True)
    rows = _made_by(person=viewer.somebody(), neighbourhood=neighbourhood.pk)
    if not rows:
        return []
    gifts = to_introduce(viewer, neighbourhood, timezone.localdate(at), sat_with)
    seen = set(gifts.filter(pk__among=[one.gift_id for one in rows]).values_list("pk", flat=True))
    return [_made(one, at, named=one.gift_id in seen) for one in rows]


def my_introductions(
    viewer: Viewer, neighbourhood: Neighbourhood, at: datetime, go_on: GoOn = all_go_on
) -> list[IntroductionSeen]:
    """Introductions with me on either side that wait for me or that both said yes to; a no is told to nobody. Who looked
    and is over asks nothing any more; what became of two who met there is asked all the same."""
    viewer.must("gift.own", neighbourhood.key, concerned=True)
    me = viewer.somebody()
    if not _any_with_me(person=me, neighbourhood=neighbourhood.pk):
        return []
    rows = list(_introductions(neighbourhood).filter(Q(gift__person__key=me) | Q(looking__by__key=me)))
    look = _looks_on(rows, go_on)
    seen = [_seen(one, "gift" if one.gift.person.key == me else "looking", at, look) for one in rows]
    return [one for one in seen if one.asks or one.other]


@ready
def _any_with_me(person: UUID, neighbourhood: int) -> QuerySet[Introduction, tuple[int]]:
    """Asked at every visit of Today, and mostly there is none."""
    rows = Introduction.objects.filter(neighbourhood=neighbourhood, ended_at=None)
    mine = Q(gift__person__key=person) | Q(looking__by__key=person)
    return rows.filter(mine).values_list("pk")[:1]


def waiting_introductions(
    viewer: Viewer, neighbourhood: Neighbourhood, at: datetime, go_on: GoOn = all_go_on
) -> Counter[int]:
    """By person (primary key): how many introductions wait for an answer of theirs, counted for the whole neighbourhood."""
    viewer.must("machine.night", neighbourhood.key)
    rows = list(_introductions(neighbourhood))
    look = _looks_on(rows, go_on)
    found: Counter[int] = Counter()
    for one in rows:
        for side, person in (("gift", one.gift.person_id), ("looking", one.looking.by_id)):
            found[person] += bool(_seen(one, side, at, look).asks)
    return found


def waiting_to_ask(
    viewer: Viewer,
    neighbourhood: Neighbourhood,
    at: datetime,
    readers: Mapping[int, Viewer],
    go_on: GoOn = all_go_on,
) -> Counter[int]:
    """By person (primary key) of `readers`: how many people without an account, whom they wrote down, they bring such a
    question."""
    viewer.must("machine.night", neighbourhood.key)
    rows = _asked_on_paper(neighbourhood, at, go_on)
    asked = {one.gift.person_id: one.gift.person for one, asks in rows if asks == "answer"}
    enter = {pk for pk, one in readers.items() if one.may("gift.enter", neighbourhood.key)}
    return Counter(one.entered_by_id for one in asked.values() if one.entered_by_id in enter)


def introductions_on_paper(
    viewer: Viewer, neighbourhood: Neighbourhood, person: Person, at: datetime, go_on: GoOn = all_go_on
) -> list[IntroductionSeen]:
    """The same of somebody without an account, for who asks them and notes what they say."""
    viewer.must("gift.enter", neighbourhood.key)
    rows = list(_introductions(neighbourhood).filter(gift__person=person, gift__person__account=None))
    look = _looks_on(rows, go_on)
    seen = [_seen(one, "gift", at, look) for one in rows]
    return [one for one in seen if one.asks or one.other]


def to_ask_on_paper(
    viewer: Viewer, neighbourhood: Neighbourhood, at: datetime, go_on: GoOn = all_go_on
) -> list[Person]:
    """People without an account whom this viewer wrote down, and who are asked whether they will be introduced: somebody
    has to bring them the question. Each once."""
    if viewer.person is None or not viewer.may("gift.enter", neighbourhood.key):
        return []
    rows = _asked_on_paper(neighbourhood, at, go_on, Q(gift__person__entered_by__key=viewer.person))
    return list({one.gift.person_id: one.gift.person for one, asks in rows if asks == "answer"}.values())


def waiting_on_paper(
    viewer: Viewer, neighbourhood: Neighbourhood, at: datetime, go_on: GoOn = all_go_on
) -> Counter[int]:
    """By person without an account (primary key), of those whom this viewer wrote down: how many introductions wait for an
    answer of theirs."""
    viewer.must("gift.enter", neighbourhood.key)
    mine = Q(gift__person__entered_by__key=viewer.somebody())
    return Counter(one.gift.person_id for one, _ in _asked_on_paper(neighbourhood, at, go_on, mine))


def introduction_called(viewer: Viewer, neighbourhood: Neighbourhood, public_id: str) -> Introduction | None:
    """An introduction in which one is a side, or speaks for somebody on paper; nobody finds another's."""
    viewer.must("gift.own", neighbourhood.key, concerned=True)
    mine = Q(gift__person__key=viewer.somebody()) | Q(looking__by__key=viewer.somebody())
    if viewer.may("gift.enter", neighbourhood.key):
        mine |= Q(gift__person__account=None)
    return _introductions(neighbourhood).filter(mine, public_id=public_id).first()


def own_introductions_export(viewer: Viewer) -> dict[str, list[dict[str, object]]]:
    """Introductions that I was asked about, with what I said, and those I made; for my own export. Of the other side no
    more than a page tells me: what they have and who they are once both said yes, and never what they answered."""
    me = viewer.somebody()
    rows = Introduction.objects.select_related("gift__person", "looking__by").order_by("asked_at", "pk")
    asked = rows.filter(Q(gift__person__key=me) | Q(looking__by__key=me))
    made = rows.filter(by__key=me)
    return {
        "asked": [_asked_exported(one, "gift" if one.gift.person.key == me else "looking") for one in asked],
        "made": [
            {
                "on": one.asked_at.date().isoformat(),
                "looking": one.looking.words,
                "together": one.together_at is not None,
                "became": "" if one.became == "unsaid" else one.became,
            }
            for one in made
        ],
    }


def looked_for_export(viewer: Viewer) -> list[dict[str, object]]:
    """What my tables and initiatives look for, as I wrote it down; for my own export."""
    rows = Looking.objects.filter(by__key=viewer.somebody()).order_by("made_at", "pk")
    return [{"words": one.words, "until": one.until.isoformat()} for one in rows]


def _asked_exported(one: Introduction, side: str) -> dict[str, object]:
    together = one.together_at is not None
    yes, no = getattr(one, f"{side}_yes_at"), getattr(one, f"{side}_no_at")
    return {
        "on": one.asked_at.date().isoformat(),
        "side": side,
        "gift": one.gift.words if side == "gift" or together else "",
        "looking": one.looking.words,
        "said": "yes" if yes else "no" if no else "",
        "other": (one.looking.by if side == "gift" else one.gift.person).called if together else "",
        "grew": one.became == "grew",
    }


def _open(neighbourhood: int, today: date) -> QuerySet[Looking]:
    rows = Looking.objects.filter(neighbourhood=neighbourhood, until__gte=today).select_related("by")
    return rows.only("about", "words", "until", "public_id", "by__key").order_by("-pk")


@ready
def _mine(person: UUID, neighbourhood: int, today: date) -> QuerySet[Gift]:
    rows = Gift.objects.filter(person__key=person, neighbourhood=neighbourhood, until__gte=today)
    return rows.only("words").order_by("pk")


@ready
def _of_all(neighbourhood: int, today: date) -> QuerySet[Looking]:
    return _open(neighbourhood, today)[:MOST_LOOKED_FOR]


@ready
def _to_weigh(neighbourhood: int, today: date) -> QuerySet[Looking]:
    return _open(neighbourhood, today)[:MOST_WEIGHED]


@ready
def _introduced(neighbourhood: int) -> QuerySet[Introduction, tuple[int, int]]:
    return Introduction.objects.filter(neighbourhood=neighbourhood).values_list("gift_id", "looking_id")


@ready
def _made_by(person: UUID, neighbourhood: int) -> QuerySet[Introduction]:
    rows = Introduction.objects.filter(neighbourhood=neighbourhood, by__key=person)
    rows = rows.select_related("gift__person", "looking").defer("gift__tokens")
    return rows.order_by("-asked_at", "-pk")[:MOST_TOLD]


@ready
def _of_a_table(neighbourhood: int, today: date, about: str) -> QuerySet[Looking]:
    return _open(neighbourhood, today).filter(about=about)[:MOST_LOOKED_FOR]


def _introductions(neighbourhood: Neighbourhood) -> QuerySet[Introduction]:
    rows = Introduction.objects.filter(neighbourhood=neighbourhood, ended_at=None)
    return rows.select_related("gift__person", "looking__by", "neighbourhood").order_by("pk")


def _asked_on_paper(
    neighbourhood: Neighbourhood, at: datetime, go_on: GoOn, whose: Q | None = None
) -> list[tuple[Introduction, str]]:
    """What is asked of people without an account now: an introduction and "answer" or "became"."""
    rows = _introductions(neighbourhood).filter(gift__person__account=None, gift_no_at=None)
    some = list(rows.filter(whose) if whose else rows)
    look = _looks_on(some, go_on)
    seen = [(one, _seen(one, "gift", at, look).asks) for one in some]
    return [(one, asks) for one, asks in seen if asks]


def _looks_on(rows: Collection[Introduction], go_on: GoOn) -> frozenset[str]:
    """Who still looks, of whom these are about."""
    return frozenset(go_on({one.looking.about for one in rows})) if rows else frozenset()


def _looking(viewer: Viewer, one: Looking) -> LookingSeen:
    return LookingSeen(one.about, one.words, one.until, one.public_id if one.by.key == viewer.person else "")


def _made(one: Introduction, at: datetime, *, named: bool) -> Made:
    return Made(
        about=one.looking.about,
        looking=one.looking.words,
        gift=one.gift.words if named else "",
        called=one.gift.person.called if named else "",
        told=told_to_who_introduced(one.asked_at, one.together_at, one.became, at),
    )


def _seen(one: Introduction, side: str, at: datetime, looks_on: Collection[str]) -> IntroductionSeen:
    asked_still = one.looking.about in looks_on and may_answer(
        one.asked_at, one.looking.until, timezone.localdate(at), at
    )
    waits = asked_still and not one.answered(side)
    together = one.together_at is not None
    other = (one.looking.by if side == "gift" else one.gift.person).called if together else ""
    asks = "answer" if waits else "became" if asks_what_became(one.together_at, one.became, at) else ""
    return IntroductionSeen(
        public_id=one.public_id,
        side=side,
        about=one.looking.about,
        looking=one.looking.words,
        gift=one.gift.words if side == "gift" or together else "",
        other=other,
        asks=asks,
        grew=one.became == "grew",
    )
