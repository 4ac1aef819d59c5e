"""Two sides, time passing, people forgotten, in any order: what must always hold of carrying, on the database itself."""

import itertools
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.care.makers import LATER, TERMS
from tests.makers import a_neighbourhood, a_person, a_place, a_worker
from vuurtoren.care import acts, queries
from vuurtoren.care.models import Carrying, Dossier, HandOver, HelpQuestion, Round, Task, TaskKind
from vuurtoren.care.rules import LITTER, OPEN, POWERS, RHYTHMS, State, Step, step_of
from vuurtoren.care.together import mark
from vuurtoren.journal.models import Moment
from vuurtoren.journal.queries import verify_book
from vuurtoren.language import Refused
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.power.models import Room
from vuurtoren.power.queries import machine, viewer_of

places = st.integers(0, 1)
somebody = st.integers(0, 4)
residents = st.integers(0, 2)
CHOOSING = ("care.answered_if", "care.asked_otherwise")
"""What is said to and fro before both say yes."""
MODELS: tuple[Any, ...] = (Task, Carrying, HandOver, Round, HelpQuestion, Room, Moment)


class Street(RuleBasedStateMachine):
    """Two streets, three residents (the first lives in the first street) and two professionals.

    Each story is about one kind of task, while a neighbour goes on with another kind beside it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.at = LATER
        self.here = a_neighbourhood()
        self.places = [a_place(self.here) for _ in range(2)]
        self.people: list[Person | None] = [a_person(self.here) for _ in range(3)]
        self.people += [a_worker(self.here) for _ in range(2)]
        self.neighbour = a_person(self.here)
        first = self.people[0]
        assert first is not None
        first.home = self.places[0]
        first.save()
        self.kind, self.terms, self.rhythm = LITTER, TERMS, "weekly"

    @initialize(kind=st.sampled_from((LITTER, "green", "playground", "childrens-afternoon")))
    def about_one_kind(self, kind: str) -> None:
        self.kind = kind
        self.terms = TERMS if kind == LITTER else {**TERMS, "stop_grade": ""}
        self.rhythm = TaskKind.objects.get(code=kind).rhythms[0]
        self.beside = "bar-rota"
        acts.join(viewer_of(self.neighbour, self.at), self.places[0], kind=self.beside, at=self.at)

    def teardown(self) -> None:
        assert verify_book(self.here.key).broken is None
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    # --- what people do ---------------------------------------------------------------------------

    @rule(who=residents, where=places, rhythm=st.sampled_from(RHYTHMS))
    def join(self, who: int, where: int, rhythm: str) -> None:
        before = self.step(where)
        if self.tried(
            who, lambda by: acts.join(by, self.places[where], rhythm=rhythm, kind=self.kind, at=self.at)
        ):
            assert self.step(where) >= max(before, 2)

    @rule(who=residents, where=places, rhythm=st.sampled_from(RHYTHMS))
    def arrange(self, who: int, where: int, rhythm: str) -> None:
        what: dict[str, Any] = {"part": "a", "rhythm": rhythm, "people": 2}
        self.tried(who, lambda by: acts.arrange(by, self.places[where], kind=self.kind, at=self.at, **what))

    @rule(who=residents, where=places)
    def give_back(self, who: int, where: int) -> None:
        person = self.people[who]
        carries = Carrying.objects.filter(
            person=person, task__place=self.places[where], task__kind__code=self.kind, until=None
        ).exists()
        done = self.tried(who, lambda by: acts.give_back(by, self.places[where], kind=self.kind, at=self.at))
        assert done == (carries and person is not None)

    @rule(who=residents, where=places, minutes=st.integers(-1, 700))
    def log_and_undo(self, who: int, where: int, minutes: int) -> None:
        before = list(Round.objects.filter(undone_at=None).values_list("pk", flat=True))
        place = self.places[where]
        if self.tried(
            who, lambda by: acts.log_round(by, place, minutes=minutes, bags=1, kind=self.kind, at=self.at)
        ):
            done = Round.objects.latest("pk")
            assert self.tried(who, lambda by: acts.undo_round(by, done, at=self.at))
            assert list(Round.objects.filter(undone_at=None).values_list("pk", flat=True)) == before

    # --- the two sides ----------------------------------------------------------------------------

    @rule(who=somebody, where=places, to_step=st.sampled_from([0, 1, 3, 4, 5]))
    def challenge(self, who: int, where: int, to_step: int) -> None:
        terms = {**self.terms, "to_step": to_step}
        self.serving_the_same(
            lambda: self.tried(
                who, lambda by: acts.challenge(by, self.places[where], kind=self.kind, at=self.at, **terms)
            )
        )

    @rule(who=somebody, where=places, to_step=st.sampled_from([0, 1, 3, 4, 5]), days=st.integers(0, 40))
    def offer(self, who: int, where: int, to_step: int, days: int) -> None:
        terms = {**self.terms, "to_step": to_step, "answer_by": (self.at + timedelta(days=days)).date()}
        self.serving_the_same(
            lambda: self.tried(
                who, lambda by: acts.offer(by, self.places[where], kind=self.kind, at=self.at, **terms)
            )
        )

    @rule(who=somebody, yes=st.booleans(), data=st.data())
    def answer(self, who: int, yes: bool, data: st.DataObject) -> None:
        if one := self.some_hand_over(data):
            deed = lambda by: acts.answer(by, one, yes=yes, at=self.at)  # noqa: E731
            if yes:
                self.tried(who, deed)
            else:
                self.serving_the_same(lambda: self.tried(who, deed))

    @rule(who=residents, where=places, asks=st.booleans())
    def the_city_says_yes_if_and_residents_choose(self, who: int, where: int, asks: bool) -> None:
        """Nothing changes by conditions, nor by other wishes; only with the yes of who carries."""
        self.join(who, where, self.rhythm)
        self.challenge(who, where, 4)
        asked = HandOver.objects.filter(
            task__place=self.places[where], task__kind__code=self.kind, state=State.ASKED, side="residents"
        ).first()
        if asked is None:
            return
        until = (self.at + timedelta(days=400)).date()
        Dossier.objects.get_or_create(
            hand_over=asked,
            defaults={"task": asked.task, "begun_at": self.at, "sent_at": self.at, "until": until},
        )
        one = Dossier.objects.get(hand_over=asked)
        said: dict[str, Any] = {
            "said": "yes_if",
            "conditions": "Bellen bij glas.",
            "had": mark(one.otherwise),
        }
        self.serving_the_same(
            lambda: self.tried(4, lambda by: acts.answer_dossier(by, asked, at=self.at, **said))
        )
        had = mark("Bellen bij glas.")
        if asks:
            deed = lambda by: acts.ask_otherwise(by, asked, words="Liever niet.", had=had, at=self.at)  # noqa: E731
            self.serving_the_same(lambda: self.tried(who, deed))
        else:
            self.tried(who, lambda by: acts.accept_conditions(by, asked, had=had, at=self.at))

    @rule(who=somebody, data=st.data())
    def withdraw(self, who: int, data: st.DataObject) -> None:
        if one := self.some_hand_over(data):
            self.serving_the_same(lambda: self.tried(who, lambda by: acts.withdraw(by, one, at=self.at)))

    @rule(who=residents, where=places, to_step=st.sampled_from([4, 5]), days=st.integers(0, 20))
    def residents_ask_and_the_city_says_yes(self, who: int, where: int, to_step: int, days: int) -> None:
        """The good way, as far as the street is free for it; random deeds alone would seldom come this far."""
        self.join(who, where, self.rhythm)
        self.challenge(who, where, to_step)
        asked = HandOver.objects.filter(
            task__place=self.places[where], task__kind__code=self.kind, state=State.ASKED
        ).first()
        if asked:
            self.tried(4, lambda by: acts.answer(by, asked, yes=True, at=self.at))
        self.time_passes(days)

    @rule(days=st.integers(0, 40))
    def time_passes(self, days: int) -> None:
        self.at += timedelta(days=days, minutes=1)
        acts.pass_time(machine(), self.here, at=self.at)
        assert acts.pass_time(machine(), self.here, at=self.at) == ()

    # --- help, and leaving ------------------------------------------------------------------------

    @rule(where=places)
    def the_night_asks_whether_to_help(self, where: int) -> None:
        task = Task.objects.filter(place=self.places[where], kind__code=self.kind).first()
        if task:
            self.serving_the_same(
                lambda: self.done_or_no_trace(
                    lambda: acts.ask_help(machine(), task, step_date=self.at.date(), at=self.at)
                )
            )

    @rule(who=somebody, where=places, yes=st.booleans())
    def answer_help(self, who: int, where: int, yes: bool) -> None:
        self.serving_the_same(
            lambda: self.tried(
                who, lambda by: acts.answer_help(by, self.places[where], yes=yes, kind=self.kind, at=self.at)
            )
        )

    @rule(who=somebody, where=places)
    def call_help(self, who: int, where: int) -> None:
        self.serving_the_same(
            lambda: self.tried(
                who, lambda by: acts.call_help(by, self.places[where], kind=self.kind, at=self.at)
            )
        )

    @rule(who=residents, properly=st.booleans())
    def be_forgotten(self, who: int, properly: bool) -> None:
        person = self.people[who]
        if person is None:
            return
        by = viewer_of(person, self.at)
        if properly:
            acts.release_person(by, person.key, [self.here], self.at)
        people.forget(by, person, self.here, at=self.at)
        if not properly:  # somebody forgot to give back first: the night sets it right
            acts.pass_time(machine(), self.here, at=self.at)
        self.people[who] = None

    # --- what always holds ------------------------------------------------------------------------

    @invariant()
    def a_street_has_one_step_and_it_follows_from_who_carries(self) -> None:
        for task in Task.objects.all():
            rhythms = task.carryings.filter(until=None).values_list("rhythm", flat=True)
            in_force = task.hand_overs.filter(state=State.CARRIED).values_list("to_step", flat=True)
            assert len(in_force) <= 1
            assert task.step == step_of(rhythms, Step(in_force[0]) if in_force else None)
            assert task.carried_at.handed_over == bool(in_force)

    @invariant()
    def the_register_of_room_says_what_care_says(self) -> None:
        held = dict(Room.objects.filter(ended_at=None).values_list("task", "hand_over"))
        in_force = HandOver.objects.filter(state=State.CARRIED).values_list("task__key", "key")
        assert held == dict(in_force)
        for room in Room.objects.all():
            hand_over = HandOver.objects.get(key=room.hand_over)
            assert hand_over.residents_yes_at
            assert hand_over.institution_yes_at
            assert room.powers == POWERS[Step(hand_over.to_step)]
            assert (room.ended_at, room.since > LATER - timedelta(1)) == (hand_over.ended_at, True)
            if room.ended_at is None:
                assert room.since == hand_over.task.since
        stretches = Room.objects.order_by("task", "since", "pk").values_list("task", "since", "ended_at")
        for (task, _, ended), (next_task, since, _) in itertools.pairwise(stretches):
            assert task != next_task or (ended is not None and ended <= since)

    @invariant()
    def nothing_is_handed_over_without_both_yeses_in_the_journal(self) -> None:
        for one in HandOver.objects.filter(state__in=[State.OVERLAP, State.CARRIED]):
            assert one.residents_yes_at
            assert one.institution_yes_at
            assert one.residents_yes_by != one.institution_yes_by
            kinds = list(
                Moment.objects.filter(about=one.key).order_by("number").values_list("kind", flat=True)
            )
            assert kinds[0] in ("care.challenged", "care.offered")
            assert next(one for one in kinds[1:] if one not in CHOOSING) == "care.agreed"

    @invariant()
    def nobody_holds_a_street_alone_in_name(self) -> None:
        assert not Carrying.objects.filter(person=None, until=None).exists()
        for task in Task.objects.filter(step__gte=4):
            assert task.carryings.filter(until=None).exists()

    @invariant()
    def help_is_asked_only_of_those_who_hold_the_room(self) -> None:
        assert not HelpQuestion.objects.filter(answered_at=None, task__step__lt=4).exists()

    @invariant()
    def what_is_seen_is_what_is(self) -> None:
        event(f"highest step {max([1, *Task.objects.values_list('step', flat=True)])}")
        now = queries.carried_now(machine(), self.here)
        for task in Task.objects.exclude(kind__code=LITTER).select_related("kind", "place"):
            seen = queries.place_care(machine(), task.place, kind=task.kind.code, today=self.at.date())
            assert seen.step == task.step
            held = "held", "comes"
            assert (queries.city_at(machine(), task.kind, seen, self.at.date()).code in held) == (
                task.step > 3
            )
        for task in Task.objects.filter(kind__code=LITTER):
            assert now[task.place_id].step == task.step
            assert (now[task.place_id].carriers or 0) == task.carryings.filter(until=None).count()

    @invariant()
    def what_another_kind_carries_goes_on_as_it_was(self) -> None:
        if hasattr(self, "beside"):
            other = Task.objects.get(kind__code=self.beside)
            assert other.step == 3
            assert other.carryings.filter(until=None).count() == 1

    # --- helpers ----------------------------------------------------------------------------------

    def step(self, where: int) -> int:
        here = Task.objects.filter(place=self.places[where], kind__code=self.kind)
        return here.values_list("step", flat=True).first() or 1

    def some_hand_over(self, data: st.DataObject) -> HandOver | None:
        every = list(HandOver.objects.order_by("pk"))
        still_open = [one for one in every if one.state in OPEN]
        return data.draw(st.sampled_from(still_open or every)) if every else None

    def tried(self, who: int, deed: Callable[[Viewer], object]) -> bool:
        person = self.people[who]
        return person is not None and self.done_or_no_trace(lambda: deed(viewer_of(person, self.at)))

    def done_or_no_trace(self, deed: Callable[[], object]) -> bool:
        before = self.rows()
        try:
            deed()
        except Refused:
            assert self.rows() == before
            return False
        return True

    def serving_the_same(self, deed: Callable[[], object]) -> None:
        before = list(Task.objects.exclude(step=1).order_by("pk").values_list("place", "step"))
        deed()
        assert list(Task.objects.exclude(step=1).order_by("pk").values_list("place", "step")) == before

    def rows(self) -> list[list[dict[str, Any]]]:
        return [list(model.objects.order_by("pk").values()) for model in MODELS]


@pytest.mark.django_db
def test_carrying_holds_its_laws_whatever_people_do() -> None:
    run_state_machine_as_test(
        Street,
        settings=settings(
            max_examples=25,
            stateful_step_count=30,
            deadline=None,
            phases=(Phase.explicit, Phase.generate),  # shrinking on a database takes ten minutes
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
