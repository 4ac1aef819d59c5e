"""Two sides at once, in any order, while a third looks on: at no time does a street have two carriers, or none.

Each schedule is a street with a past. In every step up to three people do something at the same moment, in threads of
their own with real transactions, while somebody else keeps looking. `VUURTOREN_SCHEDULES=10000` runs that many.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import partial
from threading import Barrier, Event
from time import sleep

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, Phase, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.care.makers import LATER, TERMS, a_carrier, says_no
from tests.makers import a_neighbourhood, a_person, a_place, a_worker
from tests.response.makers import a_crew
from vuurtoren.care import acts
from vuurtoren.care.models import Carrying, Dossier, HandOver, Task
from vuurtoren.care.rules import OPEN, QUESTIONS, Said, State, Step
from vuurtoren.care.together import mark
from vuurtoren.journal.models import Moment
from vuurtoren.journal.queries import verify_book
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.power.models import Room
from vuurtoren.power.queries import machine, viewer_of
from vuurtoren.response import acts as response
from vuurtoren.response.models import PlanLine

SCHEDULES = int(os.environ.get("VUURTOREN_SCHEDULES", "40"))
STEPS = 6
AT_ONCE = 3
AGREED = (State.OVERLAP, State.CARRIED)
HELD = [one.value for one in Step if one.handed_over]
MANY_ROOMS, IN_FORCE, HOLDS = "rooms now", "hand-overs in force", "step of residents"
SEEN = """
SELECT (SELECT count(*) FROM power_room r WHERE r.task = t.key AND r.ended_at IS NULL),
       (SELECT count(*) FROM care_handover h WHERE h.task_id = t.id AND h.state = 'carried'),
       (SELECT count(*) FROM care_handover h WHERE h.task_id = t.id AND h.state IN ('asked', 'yes_if', 'overlap')),
       (SELECT count(*) FROM care_carrying c WHERE c.task_id = t.id AND c.until IS NULL),
       CASE WHEN t.step >= 4 THEN 1 ELSE 0 END
  FROM care_task t WHERE t.place_id = %s
"""
"""One question to the database, so all of it of one moment."""
Deed = Callable[[], object]
WhoAndWhat = tuple[int, str]
residents, workers = st.integers(0, 1), st.integers(2, 3)
crowd = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="somebody")
onlooker = ThreadPoolExecutor(1, thread_name_prefix="onlooker")


class Schedule(RuleBasedStateMachine):
    """A street, two neighbours and two professionals who do things at the same moment."""

    def __init__(self) -> None:
        super().__init__()
        self.at = LATER
        with transaction.atomic():
            self.here = a_neighbourhood()
            self.place = a_place(self.here)
            a_crew(self.here)
            self.people: list[Person] = [a_person(self.here), a_person(self.here)]
            self.people += [a_worker(self.here), a_worker(self.here)]
            self.third = a_person(self.here)
        self.read: dict[int, str] = {}
        self.times = 0

    def teardown(self) -> None:
        assert verify_book(self.here.key).broken is None
        event(f"the street came to step {self.highest()}")

    # --- the past: something is always there to happen at once ------------------------------------

    @initialize(past=st.sampled_from(["free", "carried", "asked", "offered", "overlap", "held", "yes_if"]))
    def something_came_before(self, past: str) -> None:
        event(f"begins {past}")
        if past in ("free", "offered"):
            if past != "free":
                a_carrier(self.people[0], self.place)
                self.deed(2, "offer")()
            return
        a_carrier(self.people[0], self.place)
        if past == "carried":
            return
        if past == "yes_if":
            self.asks_with_why()
            self.deed(2, "yes_if")()
            return
        self.deed(0, "challenge")()
        if past in ("overlap", "held"):
            self.deed(2, "yes")()
        if past == "held":
            self.at += timedelta(days=15)
            self.deed(2, "time")()

    # --- what happens at once -----------------------------------------------------------------------
    # What the street is free for hangs on who was first, so each rule draws for both cases.

    @rule(
        begins=st.tuples(residents, st.sampled_from(["challenge", "join", "give_back"])),
        also=st.tuples(workers, st.sampled_from(["offer", "come_back", "night"])),
        answers=st.tuples(residents, st.sampled_from(["yes", "no", "withdraw", "give_back"])),
        other=st.tuples(workers, st.sampled_from(["yes", "no", "withdraw", "time", "night"])),
    )
    def two_sides_at_once(
        self, begins: WhoAndWhat, also: WhoAndWhat, answers: WhoAndWhat, other: WhoAndWhat
    ) -> None:
        self.at_once(*((answers, other) if self.open_one() else (begins, also)))

    @rule(
        who=st.sampled_from([(0, 1), (2, 3)]),
        what=st.sampled_from(["yes", "no", "withdraw"]),
        against=st.booleans(),
    )
    def two_of_one_side_at_once(self, who: tuple[int, int], what: str, against: bool) -> None:
        """Both tap the same, or one the opposite of the other; who has nothing to answer asks."""
        if self.open_one() is None:
            what, opposite = ("challenge", "give_back") if who == (0, 1) else ("offer", "come_back")
        else:
            opposite = {"yes": "no", "no": "yes"}.get(what, what)
        self.at_once((who[0], what), (who[1], opposite if against else what))

    @rule(who=residents, what=st.sampled_from(["yes", "give_back", "withdraw", "join"]), city=workers)
    def the_night_comes_between(self, who: int, what: str, city: int) -> None:
        """A hand-over while the plan is made: the night, somebody's deed and an answer of the city."""
        self.at_once((2, "night"), (who, what), (city, "yes"))

    @rule(
        chooses=st.tuples(residents, st.sampled_from(["accept", "otherwise", "withdraw", "give_back"])),
        also=st.tuples(residents, st.sampled_from(["accept", "otherwise"])),
        city=st.tuples(workers, st.sampled_from(["yes_if", "yes", "no", "time", "night"])),
    )
    def residents_choose_while_the_city_answers_anew(
        self, chooses: WhoAndWhat, also: WhoAndWhat, city: WhoAndWhat
    ) -> None:
        """Conditions become others just before somebody's yes, or just after: it is to what they read, or it is none."""
        if self.open_one() is None:
            self.asks_with_why()
            self.at_once((2, "yes_if"), (3, "yes_if"))
        self.at_once(chooses, also, city)

    @rule(who=residents)
    def a_yes_after_the_term_meets_the_night(self, who: int) -> None:
        if self.open_one() is None:
            self.at_once((2, "offer"), (who, "join"))
        if (asked := self.open_one()) is None:
            return
        self.at += timedelta(days=max(0, (asked.answer_by - self.at.date()).days + 1))
        self.at_once((who, "yes"), (2, "time"), (3, "night"))
        asked.refresh_from_db()
        if asked.side == "institution":
            assert asked.state != State.ASKED
            assert asked.residents_yes_at is None or asked.residents_yes_at < self.at

    @rule(days=st.sampled_from([0, 1, 14, 21]))
    def days_go_by(self, days: int) -> None:
        self.at += timedelta(days=days, minutes=1)
        self.at_once((2, "time"), (3, "time"))

    # --- what always holds --------------------------------------------------------------------------

    @invariant()
    def residents_hold_it_by_both_yeses_or_the_institution_carries(self) -> None:
        for rooms, in_force, still_open, carriers, holds in self.seen():
            assert rooms == in_force == holds
            assert still_open <= 1
            assert carriers or not holds
        for one in HandOver.objects.filter(task__place=self.place, state__in=[State.OVERLAP, State.CARRIED]):
            assert one.residents_yes_by != one.institution_yes_by
            assert None not in (one.residents_yes_by, one.institution_yes_by)

    @invariant()
    def what_residents_said_yes_to_is_what_stands_there(self) -> None:
        for one in Dossier.objects.filter(task__place=self.place, hand_over__state__in=[*AGREED]):
            if one.said == Said.YES_IF:
                assert mark(one.conditions) == self.read[one.pk]

    @invariant()
    def the_city_plans_nothing_unasked_where_residents_hold_it(self) -> None:
        if not Task.objects.filter(place=self.place, step__in=HELD).exists():
            return
        since = Room.objects.get(place=self.place, ended_at=None).since
        assert not PlanLine.objects.filter(place=self.place, plan__made_at__gte=since).exists()

    # --- helpers --------------------------------------------------------------------------------------

    def at_once(self, *who_and_what: WhoAndWhat) -> None:
        """All at one signal. Whoever looks meanwhile sees one carrier at every moment."""
        self.at += timedelta(minutes=1)
        deeds = [self.deed(who, what) for who, what in who_and_what]
        start = Barrier(len(deeds))
        with self.somebody_looks():
            said = [one.result() for one in [crowd.submit(_one, start, deed) for deed in deeds]]
        event(
            " | ".join(sorted(f"{what}: {word}" for (_, what), word in zip(who_and_what, said, strict=True)))
        )
        for (_, what), word, deed in zip(who_and_what, said, deeds, strict=True):
            if (what, word) == ("accept", "done"):
                asked, had = deed.args[1], deed.keywords["had"]  # type: ignore[attr-defined]
                self.read[Dossier.objects.get(hand_over=asked).pk] = had
        told = Moment.objects.filter(book__key=self.here.key, at=self.at).values_list("kind", "about")
        agreed = [about for kind, about in told if kind == "care.agreed"]
        assert len(agreed) == len(set(agreed)), "one question was answered twice"

    @contextmanager
    def somebody_looks(self) -> Iterator[None]:
        done = Event()
        looks: Future[int] = onlooker.submit(_look_until, done, self.place.pk)
        try:
            yield
        finally:
            done.set()
            assert looks.result() > 0

    def deed(self, who: int, what: str) -> Deed:
        by, at, place = viewer_of(self.people[who], self.at), self.at, self.place
        if what == "time":
            return partial(acts.pass_time, machine(), self.here, at=at)
        if what == "night":
            day = (at + timedelta(days=1)).date()
            return partial(response.work_the_night, machine(), self.here, date=day, at=at)
        argued = Dossier.objects.filter(task__place=place, hand_over__state__in=OPEN).first()
        if what in ("yes", "no", "yes_if") and argued and who >= 2:
            self.times += 1
            why = {"conditions": f"Nummer {self.times}.", "reasons": "Zo.", "talk_to": "Team", "at": at}
            had = mark(argued.otherwise)
            return partial(acts.answer_dossier, by, argued.hand_over, said=what, had=had, **why)  # type: ignore[arg-type]
        if what in ("accept", "otherwise") and argued:
            choose = (
                acts.accept_conditions if what == "accept" else partial(acts.ask_otherwise, words="Anders.")
            )
            return partial(choose, by, argued.hand_over, had=mark(argued.conditions), at=at)
        if what in ("yes", "no", "withdraw", "accept", "otherwise", "yes_if"):
            return partial(_to_what_is_open, self.open_one(), what, by, at)
        by_hand: dict[str, Deed] = {
            "join": partial(acts.join, by, place, at=at),
            "give_back": partial(acts.give_back, by, place, at=at),
            "challenge": partial(acts.challenge, by, place, at=at, **TERMS),
            "offer": partial(
                acts.offer, by, place, at=at, answer_by=(at + timedelta(days=28)).date(), **TERMS
            ),
            "come_back": partial(
                acts.offer,
                by,
                place,
                at=at,
                answer_by=(at + timedelta(days=28)).date(),
                **{**TERMS, "to_step": 3},
            ),
        }
        return by_hand[what]

    def asks_with_why(self) -> None:
        """A challenge with its dossier, where the street is free for it."""
        by, at = viewer_of(self.people[0], self.at), self.at
        with suppress(Refused), transaction.atomic():
            if not Carrying.objects.filter(
                task__place=self.place, person=self.people[0], until=None
            ).exists():
                acts.join(by, self.place, at=at)
            acts.write_dossier(by, self.place, given={one: acts.Written("Zo.") for one in QUESTIONS}, at=at)
            for person in (self.people[1], self.third):
                acts.join_dossier(viewer_of(person, at), self.place, how="asks", at=at)
            until = (at + timedelta(days=400)).date()
            acts.send_dossier(by, self.place, until=until, at=at, **TERMS)

    def open_one(self) -> HandOver | None:
        return HandOver.objects.filter(task__place=self.place, state__in=OPEN).first()

    def seen(self) -> list[tuple[int, ...]]:
        return _seen(self.place.pk)

    def highest(self) -> int:
        return max([1, *Task.objects.filter(place=self.place).values_list("step", flat=True)])


def _one(start: Barrier, deed: Deed) -> str:
    """In a thread of its own, whose line to the database stays open for the next: 'done', or why not."""
    start.wait(timeout=30)
    try:
        deed()
    except Refused as refused:
        return refused.code
    return "done"


def _to_what_is_open(asked: HandOver | None, what: str, by: Viewer, at: object) -> object:
    if asked is None or what in ("accept", "otherwise", "yes_if"):
        raise Refused("care.hand_over_moved_on")
    if what == "withdraw":
        return acts.withdraw(by, asked, at=at)  # type: ignore[arg-type]
    if what == "no" and asked.side == "residents":
        return says_no(by, asked, at)  # type: ignore[arg-type]
    return acts.answer(by, asked, yes=what == "yes", at=at)  # type: ignore[arg-type]


def _seen(place: int) -> list[tuple[int, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(SEEN, [place])
        return list(cursor.fetchall())


def _look_until(done: Event, place: int) -> int:
    """How often somebody looked, and saw one holder each time."""
    looks = 0
    while not looks or not done.is_set():
        for rooms, in_force, still_open, carriers, holds in _seen(place):
            assert rooms == in_force == holds, f"{rooms} {MANY_ROOMS}, {in_force} {IN_FORCE}, {holds} {HOLDS}"
            assert still_open <= 1
            assert carriers or not holds, "held by nobody"
        looks += 1
        sleep(0.001)
    return looks


@pytest.fixture
def _lines_are_closed() -> Iterator[None]:
    yield
    for pool, many in ((crowd, AT_ONCE), (onlooker, 1)):
        together = Barrier(many)

        def close(together: Barrier = together) -> None:
            together.wait(timeout=30)
            connection.close()

        for one in [pool.submit(close) for _ in range(many)]:
            one.result()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_lines_are_closed")
def test_at_no_time_two_carriers_or_none() -> None:
    run_state_machine_as_test(
        Schedule,
        settings=settings(
            max_examples=SCHEDULES,
            stateful_step_count=STEPS,
            deadline=None,
            phases=(Phase.explicit, Phase.generate),  # two threads never meet twice in the same way
            suppress_health_check=list(HealthCheck),
        ),
    )
