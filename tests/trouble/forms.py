"""Every door that takes a form: somebody who may, an address that holds, and values that are right."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import time, timedelta
from typing import Any
from uuid import uuid4

from django.test import Client
from django.utils import timezone

from tests.makers import a_neighbourhood, a_person, a_place, a_worker, sits_too
from vuurtoren.care import acts as care
from vuurtoren.care.models import DossierLink, DossierWriter, HandOver, Task
from vuurtoren.care.rules import LITTER, QUESTIONS
from vuurtoren.care.together import mark
from vuurtoren.gifts import acts as gifts
from vuurtoren.gifts.models import Gift, Introduction, Invitation, Looking
from vuurtoren.initiatives import acts as initiatives
from vuurtoren.initiatives.models import Initiative, Question
from vuurtoren.initiatives.models import Role as Part
from vuurtoren.light import acts as light
from vuurtoren.light.models import Excepted, Principle, Proposed, ReplacedRule
from vuurtoren.light.rules import Text
from vuurtoren.nudges import acts as nudges
from vuurtoren.nudges.models import Nudge, Weighing
from vuurtoren.nudges.rules import About
from vuurtoren.people import acts as people
from vuurtoren.people.models import Account, Person, RoleHeld
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power import acts as power
from vuurtoren.power.queries import machine, viewer_of, visitor
from vuurtoren.power.rules import Emergency
from vuurtoren.reflection import acts as reflection
from vuurtoren.reflection.models import Errand, Slide
from vuurtoren.response import acts as response
from vuurtoren.response.models import Crew, PlanLine, Proposal
from vuurtoren.stay import acts as stay
from vuurtoren.stay.models import Departure, Promise
from vuurtoren.tables import acts as tables
from vuurtoren.tables.models import Claim, CoffeeGuest, Gathering, Present, Table, Tie, Weave
from vuurtoren.tables.queries import coming
from vuurtoren.tables.rules import When
from vuurtoren.web.codes import hashed, link_code

TERMS: dict[str, Any] = {
    "to_step": 4,
    "stop_grade": "B",
    "stop_steps": 2,
    "after_stop": "ask",
    "overlap_days": 14,
}


WEIGHED = {"stake": "Het feest", "undone": "effort", "hurt": "doer", "learns": "they"}


@dataclass
class Town:
    """A neighbourhood of this moment with somebody in every role, and a form for every door."""

    here: Neighbourhood = field(default_factory=a_neighbourhood)
    now: Any = field(default_factory=timezone.now)
    kind: str = LITTER

    def __post_init__(self) -> None:
        self.host = self.comes(a_person(self.here, Role.HOST))
        self.board = self.comes(a_person(self.here, Role.BOARD))
        self.other_board = self.comes(a_person(self.here, Role.BOARD))
        self.worker = self.comes(a_worker(self.here))

    @property
    def day(self) -> Any:
        """The day it is here, also in the first hours after midnight."""
        return timezone.localdate(self.now)

    def comes(self, person: Person) -> Person:
        """Somebody can sign in."""
        assert person.account
        return person

    def as_(self, person: Person) -> Viewer:
        """The viewer that a person is now."""
        return viewer_of(person, self.now)

    def client(self, person: Person | None) -> Client:
        """A browser in which this person signed in; faults come as pages, as they do to people."""
        client = Client(raise_request_exception=False)
        if person and person.account:
            client.force_login(person.account)
        return client

    def carried(self) -> tuple[Person, Place]:
        """A street and somebody who carries it."""
        person, place = a_person(self.here), a_place(self.here)
        care.join(self.as_(person), place, kind=self.kind, rhythm=self.rhythm, at=self.now)
        return person, place

    @property
    def rhythm(self) -> str:
        """How often somebody does it, as this kind knows it."""
        return "weekly" if self.kind == LITTER else "monthly"

    def street(self, place: Place, door: str) -> str:
        """The address of a door of a street, or of another kind of task there."""
        task = "" if self.kind == LITTER else f"task/{self.kind}/"
        return f"/{self.here.slug}/street/{place.public_id}/{task}{door}/"

    @property
    def terms(self) -> dict[str, Any]:
        """What is agreed: by a grade, or by rounds missed."""
        return (
            TERMS
            if self.kind == LITTER
            else {name: one for name, one in TERMS.items() if name != "stop_grade"}
        )


Form = tuple[Person | None, str, dict[str, Any]]


def join(town: Town) -> Form:
    return (
        town.host,
        town.street(a_place(town.here), "join"),
        {"part": "whole", "rhythm": "weekly", "people": 1},
    )


def give_back(town: Town) -> Form:
    person, place = town.carried()
    return person, town.street(place, "give-back"), {}


def round_(town: Town) -> Form:
    return (
        town.host,
        town.street(a_place(town.here), "round"),
        ({"minutes": 20, "bags": 1, "grade": "B"} if town.kind == LITTER else {"minutes": 20, "amount": 6}),
    )


def undo_round(town: Town) -> Form:
    person, place = town.carried()
    care.log_round(town.as_(person), place, minutes=5, bags=0, kind=town.kind, at=town.now)
    return person, town.street(place, "round/undo"), {}


def look(town: Town) -> Form:
    return town.host, town.street(a_place(town.here), "look"), {"grade": "B", "pieces": 4}


def arrange(town: Town) -> Form:
    person, place = town.carried()
    return person, town.street(place, "arrange"), {"part": "a", "rhythm": "now_and_then", "people": 3}


def call_help(town: Town) -> Form:
    person, place = _held(town)
    return person, town.street(place, "call"), {}


def _dossier(town: Town) -> tuple[Person, Place]:
    person, place = town.carried()
    given = {question: care.Written("Zo.") for question in QUESTIONS}
    care.write_dossier(town.as_(person), place, given=given, kind=town.kind, at=town.now)
    for other in (a_person(town.here), a_person(town.here)):
        care.join_dossier(town.as_(other), place, how="asks", kind=town.kind, at=town.now)
    return person, place


def dossier(town: Town) -> Form:
    _, place = _dossier(town)
    person = a_person(town.here)  # that who wrote today writes on is not told once more
    care.join(town.as_(person), place, kind=town.kind, rhythm=town.rhythm, at=town.now)
    marks = {f"h_{question}": mark("Zo.") for question in QUESTIONS}
    return person, town.street(place, "challenge"), {**marks, **dict.fromkeys(QUESTIONS, "Anders.")}


def dossier_voice(town: Town) -> Form:
    person, place = _dossier(town)
    return person, town.street(place, "challenge/voice"), {"answer": "supports"}


def share_dossier(town: Town) -> Form:
    person, place = _dossier(town)
    until = town.day + timedelta(days=10)
    return person, town.street(place, "challenge/share"), {"until": until, "width": "anyone"}


def _shared(town: Town) -> tuple[Person, DossierLink]:
    person, place = _dossier(town)
    until = town.day + timedelta(days=10)
    care.share_dossier(town.as_(person), place, until=until, kind=town.kind, at=town.now)
    return person, DossierLink.objects.get(dossier__task__place=place)


def end_draft_link(town: Town) -> Form:
    person, link = _shared(town)
    return person, f"/{town.here.slug}/draft-link/{link.public_id}/end/", {}


def ask_to_write(town: Town) -> Form:
    _, link = _shared(town)
    return a_person(town.here), f"/{town.here.slug}/draft/{link_code(link.public_id)}/ask/", {}


def answer_writer(town: Town) -> Form:
    person, link = _shared(town)
    care.ask_to_write(town.as_(a_person(town.here)), link, at=town.now)
    asked = DossierWriter.objects.get(dossier=link.dossier)
    return person, f"/{town.here.slug}/draft-writer/{asked.public_id}/", {"answer": "yes"}


def send_dossier(town: Town) -> Form:
    person, place = _dossier(town)
    until = town.day + timedelta(days=400)
    return person, town.street(place, "challenge/send"), {**town.terms, "until": until}


def _sent(town: Town) -> tuple[Person, str]:
    person, place = _dossier(town)
    until = town.day + timedelta(days=400)
    care.send_dossier(town.as_(person), place, until=until, at=town.now, **TERMS)
    asked = HandOver.objects.get(task__place=place)
    return person, f"/{town.here.slug}/agreement/{asked.public_id}/"


def answer_dossier(town: Town) -> Form:
    said = {"said": "no", "conditions": "", "reasons": "Er ligt een riool onder.", "talk_to": "Team Water"}
    return town.worker, _sent(town)[1] + "say/", said


def accept_conditions(town: Town) -> Form:
    person, address = _sent(town)
    asked = HandOver.objects.get(public_id=address.split("/")[3])
    city = town.as_(town.worker)
    care.answer_dossier(city, asked, said="yes_if", conditions="Met een aanspreekpunt.", at=town.now)
    return person, address + "conditions/", {"had": mark("Met een aanspreekpunt.")}


def undo_no(town: Town) -> Form:
    person, place = town.carried()
    until = town.day + timedelta(days=28)
    care.offer(town.as_(town.worker), place, answer_by=until, at=town.now, **TERMS)
    asked = HandOver.objects.get(task__place=place)
    care.answer(town.as_(person), asked, yes=False, at=town.now)
    return person, f"/{town.here.slug}/agreement/{asked.public_id}/undo-no/", {}


def ask_otherwise(town: Town) -> Form:
    person, address, had = accept_conditions(town)
    return person, address.replace("conditions/", "otherwise/"), {**had, "theirs": "Liever eens per maand."}


def look_back_together(town: Town) -> Form:
    person, place = _held(town)
    then = town.now - timedelta(days=400)
    HandOver.objects.filter(task__place=place).update(residents_yes_at=then, institution_yes_at=then)
    agreed = HandOver.objects.get(task__place=place)
    return (
        person,
        f"/{town.here.slug}/agreement/{agreed.public_id}/look-back/",
        {"sentence": "Goed", "again_on": ""},
    )


def _held(town: Town) -> tuple[Person, Place]:
    person, place = town.carried()
    care.challenge(town.as_(person), place, at=town.now, **TERMS)
    asked = HandOver.objects.get(task__place=place)
    care.answer(town.as_(town.worker), asked, yes=True, at=town.now)
    care.pass_time(machine(), town.here, at=town.now + timedelta(days=20))
    return person, place


def spending(town: Town) -> Form:
    given = {"year": town.now.year, "cents": "12500,50", "source": "Begroting"}
    return town.worker, f"/{town.here.slug}/balance/spending/", given


def spending_of_kind(town: Town) -> Form:
    given = {"year": town.now.year, "cents": "400", "source": "Begroting"}
    return town.worker, f"/{town.here.slug}/balance/spending/green/", given


def speak(town: Town) -> Form:
    return (
        town.worker,
        f"/{town.here.slug}/street/{a_place(town.here).public_id}/say/",
        {"said": "Tot dinsdag"},
    )


def speak_of_initiative(town: Town) -> Form:
    person = town.host
    initiatives.start(town.as_(person), town.here, words="Soep", place=a_place(town.here), at=town.now)
    one = Initiative.objects.latest("pk")
    given = {"said": "Wat een goed idee", "way": "ask"}
    return town.worker, f"/{town.here.slug}/initiative/{one.public_id}/say/", given


def _waiting(town: Town) -> tuple[Person, str]:
    person, place = _held(town)
    care.speak(town.as_(town.worker), place, words="Wij doen dit", asks=True, at=town.now)
    return person, f"/{town.here.slug}/saying/{place.sayings.get().public_id}/"


def answer_words(town: Town) -> Form:
    person, address = _waiting(town)
    return person, address + "answer/", {"answer": "other", "theirs": "Dit doen buren"}


def settle_words(town: Town) -> Form:
    _, address = _waiting(town)
    return town.worker, address + "settle/", {"answer": "no"}


def emergency_over(town: Town) -> Form:
    _, place = _held(town)
    day = timezone.localdate(town.now)
    why = Emergency("danger", day)
    power.declare_emergency(town.as_(town.worker), place, kind=town.kind, emergency=why, day=day, at=town.now)
    return town.worker, town.street(place, "emergency/over"), {}


def say_coming(town: Town) -> Form:
    town.kind = "green"
    return town.worker, town.street(a_place(town.here), "come"), {"on": timezone.localdate(town.now)}


def _coming(town: Town, door: str) -> Form:
    town.kind, place = "green", a_place(town.here)
    on = timezone.localdate(town.now)
    care.say_coming(town.as_(town.worker), place, kind=town.kind, on=on, at=town.now)
    return town.worker, town.street(place, door), {}


def say_came(town: Town) -> Form:
    return _coming(town, "come/done")


def say_comes_not(town: Town) -> Form:
    return _coming(town, "come/not")


def stop_task(town: Town) -> Form:
    given = {"how": "stops", "why": "other", "since": timezone.localdate(town.now), "own": "De wagen is stuk"}
    return town.worker, town.street(a_place(town.here), "stopping"), given


def go_on_again(town: Town) -> Form:
    place = a_place(town.here)
    since = timezone.localdate(town.now)
    care.stop_task(town.as_(town.worker), place, how="less", why="people", since=since, at=town.now)
    return town.worker, f"/{town.here.slug}/stopping/{place.stops.get().public_id}/on/", {}


def ask_first(town: Town) -> Form:
    _, place = _held(town)
    return town.worker, town.street(place, "ask-first"), {}


def emergency(town: Town) -> Form:
    address, _ = _plan(town)
    _, place = _held(town)
    given = {"kind": "danger", "reason": "glas", "until": town.day + timedelta(days=3), "crew": ""}
    return town.worker, f"{address}emergency/{place.public_id}/", given


def help_question(town: Town) -> Form:
    person, place = _held(town)
    care.ask_help(machine(), Task.objects.get(place=place), step_date=town.day, at=town.now)
    return person, town.street(place, "help"), {"answer": "yes"}


def _held(town: Town) -> tuple[Person, Place]:
    """A street in residents' own room, and one who carries it."""
    person, place = town.carried()
    long_ago = town.now - timedelta(days=40)
    care.challenge(town.as_(person), place, kind=town.kind, at=long_ago, **town.terms)
    asked = HandOver.objects.get(task__place=place)
    care.answer(town.as_(town.worker), asked, yes=True, at=long_ago)
    care.pass_time(machine(), town.here, at=town.now - timedelta(days=3))
    return person, place


def draft(town: Town) -> Form:
    person, place = town.carried()
    return person, town.street(place, "agreement"), town.terms


def answer(town: Town) -> Form:
    asked = _asked(town)[1]
    return town.worker, f"/{town.here.slug}/agreement/{asked.public_id}/answer/", {"answer": "yes"}


def withdraw(town: Town) -> Form:
    person, asked = _asked(town)
    return person, f"/{town.here.slug}/agreement/{asked.public_id}/withdraw/", {}


def put_on(town: Town) -> Form:
    address, _ = _plan(town)
    place = a_place(town.here)
    return town.worker, address + "put-on/", {"place": place.pk, "reason": "markt"}


def take_off(town: Town) -> Form:
    address, line = _plan(town)
    return town.worker, f"{address}{line.public_id}/take-off/", {"reason": "markt"}


def move(town: Town) -> Form:
    address, line = _plan(town)
    given = {"crew": line.crew_id or "", "order": 2, "reason": "eerst de kade"}
    return town.worker, f"{address}{line.public_id}/move/", given


def done(town: Town) -> Form:
    address, line = _plan(town)
    return town.worker, f"{address}{line.public_id}/done/", {"undo": ""}


def found(town: Town) -> Form:
    address, line = _plan(town)
    response.done(town.as_(town.worker), line, at=town.now)
    return town.worker, f"{address}{line.public_id}/found/", {"grade": "C"}


def set_table(town: Town) -> Form:
    return town.host, f"/{town.here.slug}/tables/set/", _table_given(town)


def change_table(town: Town) -> Form:
    return town.host, f"{_table(town)}change/", {**_table_given(town), "sure": "yes"}


def change_once(town: Town) -> Form:
    address = _table(town)
    *_, one = Table.objects.latest("pk").meetings(timezone.localdate(town.now), town.day + timedelta(days=9))
    return town.host, f"{address}once/", {"planned": one.usual.date(), "how": "skip"}


def rest_table(town: Town) -> Form:
    return town.host, f"{_table(town)}rest/", {"until": timezone.localdate(town.now) + timedelta(days=9)}


def table_goes_on(town: Town) -> Form:
    address = _table(town)
    until = timezone.localdate(town.now) + timedelta(days=9)
    tables.rest(town.as_(town.host), Table.objects.latest("pk"), until=until, at=town.now)
    return town.host, f"{address}go-on/", {}


def end_table(town: Town) -> Form:
    return town.host, f"{_table(town)}end/", {}


def met(town: Town) -> Form:
    given = {"day": timezone.localdate(town.now), "someones": 3, "matter": "Zin in soep", "seen_by": "table"}
    return town.host, f"{_table(town)}met/", given


def undo_met(town: Town) -> Form:
    address = _met(town)
    return town.host, f"{address}met/{Gathering.objects.latest('pk').public_id}/undo/", {}


def was_there(town: Town) -> Form:
    return town.board, f"{_met(town)}there/", {"day": timezone.localdate(town.now)}


def hand_on_table(town: Town) -> Form:
    guest, _ = _guest(town)
    return town.host, f"{_newest_table(town)}hand-on/", {"to": guest.pk}


def table_offer(town: Town) -> Form:
    guest, _ = _guest(town)
    tables.offer_table(town.as_(town.host), Table.objects.latest("pk"), to=guest, at=town.now)
    return guest, f"{_newest_table(town)}host/", {"answer": "yes"}


def take_over_table(town: Town) -> Form:
    guest, _ = _guest(town)
    Table.objects.filter(pk=Table.objects.latest("pk").pk).update(host=None)
    return guest, f"{_newest_table(town)}take-over/", {}


def _newest_table(town: Town) -> str:
    return f"/{town.here.slug}/table/{Table.objects.latest('pk').public_id}/"


def claim_answer(town: Town) -> Form:
    _met(town)
    table, day = Table.objects.latest("pk"), timezone.localdate(town.now)
    tables.was_there(town.as_(town.board), table, day=day, at=town.now)
    asked = Claim.objects.get(person=town.board, gathering__table=table)
    return town.host, f"/{town.here.slug}/claim/{asked.public_id}/", {"answer": "yes"}


def leave_out(town: Town) -> Form:
    _paper(town)
    _met(town)
    here = {"called": "Wim", "roles__neighbourhood": town.here}
    table, wim = Table.objects.latest("pk"), Person.objects.filter(**here).latest("pk")
    met = Gathering.objects.get(table=table)
    present = Present.objects.create(gathering=met, person=wim, said_yes_at=town.now)
    return town.host, f"/{town.here.slug}/met/{present.public_id}/leave-out/", {"table": table.public_id}


def met_answer(town: Town) -> Form:
    _met(town)
    host, table, day = town.as_(town.host), Table.objects.latest("pk"), timezone.localdate(town.now)
    sits_too(town.as_(town.board), table, day=day, at=town.now)
    before = day - timedelta(days=7)
    tables.write_down(host, table, day=before, people=[town.board], at=town.now)
    asked = Present.objects.get(person=town.board, said_yes_at=None, gathering__table=table)
    return town.board, f"/{town.here.slug}/met/{asked.public_id}/", {"answer": "yes"}


def set_learning(town: Town) -> Form:
    given = {**_table_given(town), **_question_given(town)}
    return town.host, f"/{town.here.slug}/tables/learn/", given


def write_round(town: Town) -> Form:
    return town.host, f"{_learning(town)}round/", {**_question_given(town), "tries": "Soep"}


def next_round(town: Town) -> Form:
    return town.host, f"{_learning(town)}round/next/", _question_given(town)


def take_errand(town: Town) -> Form:
    on = timezone.localdate(town.now) + timedelta(days=9)
    return town.worker, f"/{town.here.slug}/quiet/{a_place(town.here).public_id}/go/", {"on": on}


def errand_done(town: Town) -> Form:
    on = timezone.localdate(town.now) + timedelta(days=9)
    reflection.take_errand(town.as_(town.worker), a_place(town.here), on=on, at=town.now)
    errand = Errand.objects.latest("pk")
    return town.worker, f"/{town.here.slug}/quiet/{errand.public_id}/done/", {}


def drop_errand(town: Town) -> Form:
    who, address, _ = errand_done(town)
    return who, address.replace("/done/", "/not/"), {}


def slide_hurts(town: Town) -> Form:
    _, address, _ = answer_slide(town)
    Slide.objects.update(found_on=timezone.localdate(town.now) - timedelta(days=30))
    person, _ = town.carried()
    return person, address.replace("/answer/", "/hurts/"), {"answer": "yes"}


def answer_slide(town: Town) -> Form:
    day = timezone.localdate(town.now)
    about = {
        "kind": "habit",
        "room": "streets",
        "side": "institution",
        "since": day,
        "found_on": day,
        "seen_on": day,
    }
    figures = {"part": 8, "of": 10, "before": 1, "before_of": 20}
    one = Slide.objects.create(
        neighbourhood=town.here, slide=f"habit {uuid4().hex}", person=town.worker, **about, **figures
    )
    return town.worker, f"/{town.here.slug}/slides/{one.public_id}/answer/", {"answer": "reason"}


def choose_letter(town: Town) -> Form:
    return town.host, f"/{town.here.slug}/letter/mail/", {"wants": "no"}


def coffee(town: Town) -> Form:
    return town.host, f"/{town.here.slug}/coffee/", {"loves": "music", "reach": "aan tafel"}


def no_coffee(town: Town) -> Form:
    _wishes(town, town.host)
    return town.host, f"/{town.here.slug}/coffee/no-more/", {}


def coffee_answer(town: Town) -> Form:
    one, other = a_person(town.here), a_person(town.here)
    for person in (one, other):
        _wishes(town, person)
    Weave.objects.all().delete()
    tables.weave_coffees(machine(), town.here, at=town.now)
    guest = CoffeeGuest.objects.filter(person=one).latest("pk")
    return one, f"/{town.here.slug}/coffee/{guest.coffee.public_id}/answer/", {"answer": "yes"}


def keep_tie(town: Town) -> Form:
    guest, present = _guest(town)
    return guest, f"/{town.here.slug}/ties/keep/{present.public_id}/", {}


def tie_answer(town: Town) -> Form:
    return town.host, f"{_tie(town)}answer/", {"answer": "yes"}


def tie_let_go(town: Town) -> Form:
    address, tie = _tie(town), Tie.objects.latest("pk")
    tables.answer_tie(town.as_(town.host), tie, yes=True, at=town.now)
    return town.host, f"{address}let-go/", {}


def was_here(town: Town) -> Form:
    return town.worker, f"/{town.here.slug}/days/today/", {"kind": "walked"}


def write_day(town: Town) -> Form:
    day = timezone.localdate(town.now)
    return town.worker, f"/{town.here.slug}/days/{day}/", {"kinds": ["table"], "own": "Lang gepraat"}


def share_days(town: Town) -> Form:
    until = timezone.localdate(town.now) + timedelta(days=9)
    return town.worker, f"/{town.here.slug}/days/share/", {"period": "season", "until": until}


def make_promise(town: Town) -> Form:
    due = timezone.localdate(town.now) + timedelta(days=9)
    return town.worker, f"/{town.here.slug}/promises/make/", {
        "what": "Een bankje", "to": "all", "due": due, "place": a_place(town.here).pk,
    }  # fmt: skip


def say_promised(town: Town) -> Form:
    given = {
        "who": town.worker.work.get().pk,
        "what": "Een lamp",
        "due": timezone.localdate(town.now),
        "place": "",
    }
    return town.host, f"/{town.here.slug}/promises/said/", given


def answer_promise(town: Town) -> Form:
    return town.worker, f"{_said(town)}answer/", {"answer": "yes"}


def promise_kept(town: Town) -> Form:
    return town.worker, f"{_promise(town)}kept/", {"answer": "yes"}


def take_back_promise(town: Town) -> Form:
    return town.host, f"{_said(town)}take-back/", {}


def pass_on(town: Town) -> Form:
    return town.worker, f"{_promise(town)}pass-on/", {"who": a_worker(town.here).work.get().pk}


def ask_no_more(town: Town) -> Form:
    address, promise = _promise(town), Promise.objects.latest("pk")
    stay.ask_over(town.as_(town.worker), promise, work=a_worker(town.here).work.get(), at=town.now)
    return town.worker, f"{address}ask-no-more/", {}


def wont(town: Town) -> Form:
    return town.worker, f"{_promise(town)}wont/", {"reason": "Er is geen geld", "told": "on"}


def after_all(town: Town) -> Form:
    address, promise = _promise(town), Promise.objects.latest("pk")
    stay.wont_happen(town.as_(town.worker), promise, reason="Er is geen geld", told=True, at=town.now)
    return town.worker, f"{address}after-all/", {}


def leave(town: Town) -> Form:
    given = {"last_day": timezone.localdate(town.now) + timedelta(days=30)}
    return town.worker, f"/{town.here.slug}/leave/{town.worker.public_id}/", given


def answer_leaving(town: Town) -> Form:
    """Who leads the team wrote it down."""
    who, address = _leaves(town)
    Departure.objects.filter(work__person=who).update(said_on=None)
    return who, f"{address}so/", {"answer": "yes"}


def stay_on(town: Town) -> Form:
    who, address = _leaves(town)
    return who, f"{address}stay/", {}


def plan_hand_over(town: Town) -> Form:
    who, address = _leaves(town)
    follows = a_worker(town.here).work.get()
    given = {"successor": follows.pk, "walk_on": timezone.localdate(town.now), "people": 9, "introduced": 2}
    return who, f"{address}plan/", given


def walked(town: Town) -> Form:
    who, address = _leaves(town)
    follows, day = a_worker(town.here), timezone.localdate(town.now)
    stay.plan_hand_over(
        town.as_(who), Departure.objects.latest("pk"), successor=follows.work.get(), walk_on=day,
        people=9, introduced=2, at=town.now,
    )  # fmt: skip
    return follows, f"{address}walked/", {}


def complete_departure(town: Town) -> Form:
    who, address = _leaves(town)
    return who, f"{address}done/", {"known": "on"}


def _principle(town: Town, says: str = "Eerst vragen") -> Principle:
    """A principle that two board members adopted."""
    light.propose_principle(
        town.as_(town.other_board), town.here, text=Text(says, "Zo is het."), at=town.now,
        look_again_on=(town.now + timedelta(days=300)).date(),
    )  # fmt: skip
    light.adopt_principle(town.as_(town.board), Proposed.objects.latest("pk"), at=town.now)
    return Principle.objects.latest("pk")


def _at_principle(town: Town) -> str:
    return f"/{town.here.slug}/principle/{_principle(town).public_id}/"


def _words_of_a_principle(town: Town) -> dict[str, Any]:
    again = timezone.localdate(town.now) + timedelta(days=200)
    words = {"says": "Eerst groeten", "why": "Dat is aardig.", "fits": "Zwaaien", "fits_not": "Zwijgen"}
    return {**words, "about": "room", "look_again_on": again}


def propose_principle(town: Town) -> Form:
    return town.host, f"/{town.here.slug}/principles/propose/", _words_of_a_principle(town)


def reword_principle(town: Town) -> Form:
    return town.host, f"{_at_principle(town)}words/", _words_of_a_principle(town)


def rest_principle(town: Town) -> Form:
    return town.host, f"{_at_principle(town)}rest/", {}


def look_again_principle(town: Town) -> Form:
    again = timezone.localdate(town.now) + timedelta(days=200)
    return town.host, f"{_at_principle(town)}look-again/", {"look_again_on": again}


def make_exception(town: Town) -> Form:
    other = _principle(town, "Samen delen")
    until = timezone.localdate(town.now) + timedelta(days=9)
    given = {"why": "Feest", "for_whom": "de kinderen", "until": until, "leans_on": [other.public_id]}
    return town.worker, f"{_at_principle(town)}exception/", given


def end_exception(town: Town) -> Form:
    until = timezone.localdate(town.now) + timedelta(days=9)
    light.make_exception(
        town.as_(town.host), _principle(town), why="Feest", for_whom="ons", until=until, at=town.now
    )
    address = f"/{town.here.slug}/principles/exception/{Excepted.objects.latest('pk').public_id}/end/"
    return town.host, address, {}


def keep_rule(town: Town) -> Form:
    given = {"rule": "Een formulier", "whose": "de stad", "replaced_on": timezone.localdate(town.now)}
    return town.host, f"{_at_principle(town)}rule/", given


def tell_after(town: Town) -> Form:
    light.keep_rule(
        town.as_(town.host), _principle(town), rule="Een formulier", whose="de stad",
        replaced_on=timezone.localdate(town.now), at=town.now,
    )  # fmt: skip
    address = f"/{town.here.slug}/principles/replaced/{ReplacedRule.objects.latest('pk').public_id}/after/"
    return town.host, address, {"what": "Het ging goed"}


def be_found(town: Town) -> Form:
    return town.host, f"/{town.here.slug}/principles/be-found/", {"found": "De Lantaarn"}


def _proposed(town: Town) -> str:
    light.propose_principle(
        town.as_(town.host), town.here, text=Text("Eerst groeten", "Zo is het."), at=town.now,
        look_again_on=(town.now + timedelta(days=300)).date(),
    )  # fmt: skip
    return f"/{town.here.slug}/principles/proposed/{Proposed.objects.latest('pk').public_id}/"


def adopt_principle(town: Town) -> Form:
    return town.board, f"{_proposed(town)}yes/", {}


def drop_principle(town: Town) -> Form:
    return town.host, f"{_proposed(town)}no/", {}


def start_initiative(town: Town) -> Form:
    given = {
        "what": "Soep op straat",
        "more": "Op woensdag",
        "place": a_place(town.here).pk,
        "state": "doing",
    }
    return town.host, f"/{town.here.slug}/initiatives/start/", {**given, "wants_people": "on"}


def initiative_words(town: Town) -> Form:
    given = {"what": "Stamppot", "more": "", "place": "", "wants_people": "on"}
    return town.host, f"{_initiative(town)}words/", given


def join_initiative(town: Town) -> Form:
    return a_person(town.here), f"{_initiative(town)}join/", {}


def leave_initiative(town: Town) -> Form:
    return town.host, f"{_initiative(town)}leave/", {}


def initiative_state(town: Town) -> Form:
    given = {"turn": "rest", "learned": "Klein beginnen", "seen_by": "neighbourhood"}
    return town.host, f"{_initiative(town)}state/", given


def undo_initiative_state(town: Town) -> Form:
    address = _initiative(town)
    initiatives.turn_to(town.as_(town.host), Initiative.objects.latest("pk"), turn="rest", at=town.now)
    return town.host, f"{address}state/undo/", {}


def take_back_initiative(town: Town) -> Form:
    return town.host, f"{_initiative(town)}take-back/", {}


def nudge(town: Town) -> Form:
    return town.host, f"/{town.here.slug}/nudge/street/{a_place(town.here).public_id}/", {"kind": "invite"}


def undo_nudge(town: Town) -> Form:
    about = About("street", a_place(town.here).key)
    nudges.give_nudge(town.as_(town.host), town.here, kind="invite", about=about, at=town.now)
    return town.host, f"/{town.here.slug}/nudges/{Nudge.objects.latest('pk').public_id}/undo/", {}


def answer_growing(town: Town) -> Form:
    about = About("street", a_place(town.here).key)
    for kind, ago in [("invite", 150)] * 3 + [("for_them", 60)] * 5:
        at = town.now.replace(day=15) - timedelta(days=ago)
        nudges.give_nudge(town.as_(town.host), town.here, kind=kind, about=about, at=at)
    return town.host, f"/{town.here.slug}/nudges/growing/", {"answer": "otherwise"}


def weigh(town: Town) -> Form:
    return town.host, f"/{town.here.slug}/weigh/", dict(WEIGHED)


def weigh_about(town: Town) -> Form:
    return town.host, f"/{town.here.slug}/weigh/street/{a_place(town.here).public_id}/", dict(WEIGHED)


def decide_weighing(town: Town) -> Form:
    soon = timezone.localdate(town.now) + timedelta(days=9)
    given = {"stance": "beside", "stop": "Als het regent", "why": "Ze kunnen het", "look_back_on": soon}
    return town.host, f"{_weighing(town)}decide/", given


def share_weighing(town: Town) -> Form:
    other = a_person(town.here)
    _initiative(town)
    one = Initiative.objects.latest("pk")
    initiatives.join_in(town.as_(other), one, at=town.now)
    return town.host, f"{_weighing(town, About('initiative', one.key))}share/", {"people": [other.public_id]}


def look_back(town: Town) -> Form:
    given = {"went": "wrong", "learned": "Eerst vragen", "yes": "yes", "named": "on"}
    return town.host, f"{_weighing(town)}look-back/", given


def own_words(town: Town) -> Form:
    return town.host, f"{_lesson(town)}words/", {"learned": "Eerst koffie", "yes": "later", "named": "on"}


def agree_lesson(town: Town) -> Form:
    return town.host, f"{_lesson(town)}agree/", {"answer": "yes"}


def drop_weighing(town: Town) -> Form:
    return town.host, f"{_weighing(town)}drop/", {}


def ask_institution(town: Town) -> Form:
    work = town.worker.work.get()
    given = {"kind": "place", "what": "Een schuur", "institution": work.institution_id, "who": work.pk}
    return town.host, f"{_initiative(town)}ask/", given


def answer_question(town: Town) -> Form:
    return town.worker, f"{_question(town)}answer/", {"answer": "yes_if", "reason": "Na zessen"}


def take_question(town: Town) -> Form:
    return town.worker, f"{_question(town)}take/", {"answer": "yes"}


def give_question(town: Town) -> Form:
    address = _question(town)
    one = Question.objects.latest("pk")
    initiatives.take_on(town.as_(town.worker), one, yes=True, at=town.now)
    return town.worker, f"{address}give/", {"who": a_worker(town.here).work.get().pk}


def question_no_more(town: Town) -> Form:
    return town.host, f"{_question(town)}no-more/", {}


def still_doing(town: Town) -> Form:
    return town.host, f"{_initiative(town)}still/", {}


def make_role(town: Town) -> Form:
    return town.host, f"{_initiative(town)}role/", {"name": "Sleutel", "whose": "open"}


def claim_role(town: Town) -> Form:
    return a_person(town.here), f"{_part(town, mine=False)}claim/", {}


def offer_role(town: Town) -> Form:
    address, other = _part(town), a_person(town.here)
    initiatives.join_in(town.as_(other), Initiative.objects.latest("pk"), at=town.now)
    return town.host, f"{address}offer/", {"who": other.pk, "weeks": 4}


def pass_role(town: Town) -> Form:
    return town.host, f"{_part(town)}pass/", {"turn": "lay_down"}


def drop_role(town: Town) -> Form:
    return town.host, f"{_part(town, mine=False)}drop/", {}


def look_for_initiative(town: Town) -> Form:
    until = timezone.localdate(town.now) + timedelta(days=9)
    return town.host, f"{_initiative(town)}look-for/", {"said": "een soeppan", "until": until}


def tend(town: Town) -> Form:
    return town.board, f"/{town.here.slug}/light/tend/", {"line": "Hier dragen we samen.", "story": "Zo."}


def enter(town: Town) -> Form:
    day = timezone.localdate(town.now)
    given = {"called": "Wim", "language": "nl", "how": "paper", "given_on": day}
    return town.host, f"/{town.here.slug}/who/enter/", {**given, "until": day + timedelta(days=90)}


def agree_level(town: Town) -> Form:
    terms = {"goal_grade": "A", "floor_grade": "C", "floor_steps": 2, "aim": "best", "horizon_steps": 7}
    scale = {"most_Aplus": 0, "most_A": 3, "most_B": 10, "most_C": 25, "scale_source": "onze schaal"}
    return town.board, f"/{town.here.slug}/agreed/level/", {**terms, **scale}


def new_crew(town: Town) -> Form:
    start = a_place(town.here)
    given = {"name": f"Kade {start.pk}", "minutes": 120, "mode": "walk", "start": start.pk}
    return town.board, f"/{town.here.slug}/agreed/crew/", given


def shift(town: Town) -> Form:
    given = {"minutes": 90, "mode": "cart", "start": a_place(town.here).pk}
    return town.board, f"/{town.here.slug}/agreed/crew/{_crew(town).key}/", given


def rename_crew(town: Town) -> Form:
    crew = _crew(town)
    return town.board, f"/{town.here.slug}/agreed/crew/{crew.key}/name/", {"name": f"Kade {crew.pk}"}


def end_crew(town: Town) -> Form:
    return town.board, f"/{town.here.slug}/agreed/crew/{_crew(town).key}/end/", {}


def crew_again(town: Town) -> Form:
    crew = _crew(town)
    response.end_crew(machine(), crew, at=town.now)
    return town.board, f"/{town.here.slug}/agreed/crew/{crew.key}/again/", {}


def say_yes(town: Town) -> Form:
    return town.other_board, f"/{town.here.slug}/agreed/{_proposal(town).public_id}/yes/", {}


def drop_proposal(town: Town) -> Form:
    return town.other_board, f"/{town.here.slug}/agreed/{_proposal(town).public_id}/drop/", {}


def renew_consent(town: Town) -> Form:
    who, address, _ = withdraw_consent(town)
    until = timezone.localdate(town.now) + timedelta(days=90)
    return who, address.replace("/withdraw/", "/renew/"), {"until": until}


def withdraw_consent(town: Town) -> Form:
    day = timezone.localdate(town.now)
    given = {"called": "Wim", "language": "nl", "how": "paper", "given_on": day}
    people.enter(town.as_(town.host), town.here, until=day + timedelta(days=9), at=town.now, **given)
    wim = Person.objects.filter(called="Wim").latest("pk")
    return town.host, f"/{town.here.slug}/who/{wim.public_id}/withdraw/", {}


def tools(town: Town) -> Form:
    place = a_place(town.here)
    return (
        town.host,
        f"/{town.here.slug}/who/tools/",
        {"place": place.pk, "number": "12", "note": "Buurthuis"},
    )


def give_role(town: Town) -> Form:
    other = a_person(town.here)
    assert other.account
    return town.board, f"/{town.here.slug}/who/role/", {"mail": other.account.email, "role": "host"}


def confirm_role(town: Town) -> Form:
    other = a_person(town.here)
    people.offer_role(town.as_(town.board), other, town.here, role=Role.HOST, at=town.now)
    held = RoleHeld.objects.get(person=other, role="host")
    return town.other_board, f"/{town.here.slug}/who/role/{held.public_id}/confirm/", {}


def me(town: Town) -> Form:
    home = a_place(town.here)
    return town.host, f"/{town.here.slug}/me/", {"called": "Noor", "language": "en", "home": home.pk}


def forget(town: Town) -> Form:
    return town.carried()[0], f"/{town.here.slug}/me/forget/", {}


def end_own_role(town: Town) -> Form:
    builder = a_person(town.here, Role.BUILDER)
    held = RoleHeld.objects.get(person=builder, role="builder")
    return builder, f"/{town.here.slug}/me/role/{held.public_id}/end/", {}


def welcome(town: Town) -> Form:
    account = Account.objects.create_user(f"nieuw{Account.objects.count()}@lichthaven.example")
    person = Person(account=account)
    return person, "/welcome/", {"called": "Sem", "neighbourhood": town.here.pk, "language": "nl"}


def offer_gift(town: Town) -> Form:
    return town.host, f"/{town.here.slug}/gifts/offer/hands/", _gift_given(town)


def change_gift(town: Town) -> Form:
    return town.host, f"{_gift(town)}change/", _gift_given(town)


def withdraw_gift(town: Town) -> Form:
    return town.host, f"{_gift(town)}withdraw/", {}


def gift_code(town: Town) -> Form:
    _paper(town)
    wim, code = Person.objects.filter(called="Wim").latest("pk"), "BCDF-GHJK"
    gifts.give_code(town.as_(town.host), town.here, wim, code_hash=hashed(code), at=town.now)
    return None, f"/{town.here.slug}/gifts/code/", {"code": code}


def enter_gift(town: Town) -> Form:
    return town.host, f"{_paper(town)}gifts/hands/", _gift_given(town)


def gift_slip(town: Town) -> Form:
    return town.host, f"{_paper(town)}slip/", {}


def look_for(town: Town) -> Form:
    until = timezone.localdate(town.now) + timedelta(days=20)
    return town.host, f"{_table(town)}look-for/", {"said": "taart", "until": until}


def look_no_more(town: Town) -> Form:
    return town.host, f"/{town.here.slug}/looking/{_looking(town).public_id}/end/", {}


def introduce(town: Town) -> Form:
    builder, gift, looking = _pair(town)
    return builder, f"/{town.here.slug}/gifts/introduce/{gift.public_id}/{looking.public_id}/", {}


def intro_answer(town: Town) -> Form:
    row = _introduction(town)
    return town.board, f"/{town.here.slug}/introduction/{row.public_id}/answer/", {"answer": "yes"}


def intro_became(town: Town) -> Form:
    row = _introduction(town)
    for one in (town.board, town.host):
        gifts.answer_introduction(town.as_(one), row, yes=True, at=town.now - timedelta(days=20))
    return town.board, f"/{town.here.slug}/introduction/{row.public_id}/became/", {"became": "grew"}


def invite(town: Town) -> Form:
    _, gift, _ = _pair(town)
    met, one = coming(visitor(), town.here, timezone.localdate(town.now) + timedelta(days=1), 20)[0]
    address = f"/{town.here.slug}/gift/{gift.public_id}/invite/"
    return a_person(town.here), address, {"to": f"{one.public_id}/{met.when.date()}"}


def answer_invitation(town: Town) -> Form:
    row = _invitation(town)
    return town.board, f"/{town.here.slug}/invitation/{row.public_id}/answer/", {"answer": "yes"}


def take_back_invitation(town: Town) -> Form:
    row = _invitation(town)
    return row.by, f"/{town.here.slug}/invitation/{row.public_id}/back/", {}


def _invitation(town: Town) -> Invitation:
    """A neighbour asked a board member; another one each time, since one asks few at a time."""
    _, gift, _ = _pair(town)
    day = timezone.localdate(town.now) + timedelta(days=3)
    gifts.invite(town.as_(a_person(town.here)), gift, "TAFEL", day=day, at=town.now)
    return Invitation.objects.latest("pk")


def _looking(town: Town) -> Looking:
    """What the host's table looks for."""
    _table(town)
    about, until = Table.objects.latest("pk").public_id, timezone.localdate(town.now) + timedelta(days=20)
    gifts.look_for(
        town.as_(town.host), town.here, about, words="een ladder", until=until, hosts=True, at=town.now
    )
    return Looking.objects.latest("pk")


def _pair(town: Town) -> tuple[Person, Gift, Looking]:
    """A builder, a gift of a board member that all may see, and what the host's table looks for."""
    until, words = timezone.localdate(town.now) + timedelta(days=60), f"een ladder {Gift.objects.count()}"
    about = {"kind": "things", "words": words, "width": "neighbourhood", "until": until}
    gifts.offer_gift(town.as_(town.board), town.here, at=town.now, **about)
    return a_person(town.here, Role.BUILDER), Gift.objects.latest("pk"), _looking(town)


def _introduction(town: Town) -> Introduction:
    builder, gift, looking = _pair(town)
    gifts.introduce(town.as_(builder), gift, looking, at=town.now)
    return Introduction.objects.latest("pk")


def of_another_kind(make: Callable[[Town], Form]) -> Callable[[Town], Form]:
    """The same form, of another kind of task than litter."""

    def made(town: Town) -> Form:
        town.kind = "green"
        return make(town)

    return made


OF_A_TASK = (
    join, arrange, give_back, round_, undo_round, help_question, call_help, ask_first, draft, dossier, dossier_voice,
    send_dossier, share_dossier, stop_task, emergency_over,
)  # fmt: skip
FORMS: dict[str, Callable[[Town], Form]] = {
    one.__name__.rstrip("_"): one
    for one in (
        *(
            join,
            arrange,
            give_back,
            round_,
            undo_round,
            look,
            help_question,
            call_help,
            ask_first,
            stop_task,
            say_coming,
            say_came,
            say_comes_not,
            go_on_again,
            spending,
            spending_of_kind,
            speak,
            speak_of_initiative,
            answer_words,
            settle_words,
            emergency_over,
            dossier,
            dossier_voice,
            send_dossier,
            share_dossier,
            end_draft_link,
            ask_to_write,
            answer_writer,
            answer_dossier,
            accept_conditions,
            ask_otherwise,
            undo_no,
            look_back_together,
            emergency,
            draft,
            answer,
            withdraw,
        ),
        *(
            propose_principle,
            reword_principle,
            rest_principle,
            look_again_principle,
            adopt_principle,
            drop_principle,
            make_exception,
            end_exception,
            keep_rule,
            tell_after,
            be_found,
        ),
        *(
            start_initiative,
            initiative_words,
            join_initiative,
            leave_initiative,
            initiative_state,
            undo_initiative_state,
            take_back_initiative,
            still_doing,
            make_role,
            claim_role,
            offer_role,
            pass_role,
            drop_role,
            look_for_initiative,
            nudge,
            undo_nudge,
            answer_growing,
            weigh,
            weigh_about,
            decide_weighing,
            share_weighing,
            look_back,
            own_words,
            agree_lesson,
            drop_weighing,
            ask_institution,
            answer_question,
            take_question,
            give_question,
            question_no_more,
        ),
        *(
            put_on,
            take_off,
            move,
            done,
            found,
            tend,
            enter,
            renew_consent,
            withdraw_consent,
            tools,
            give_role,
            confirm_role,
        ),
        *(agree_level, new_crew, shift, rename_crew, end_crew, crew_again, say_yes, drop_proposal),
        *(set_table, change_table, change_once, rest_table, table_goes_on, end_table),
        *(offer_gift, change_gift, withdraw_gift, gift_code, enter_gift, gift_slip),
        *(look_for, look_no_more, introduce, intro_answer, intro_became),
        *(invite, answer_invitation, take_back_invitation),
        *(
            met,
            undo_met,
            hand_on_table,
            table_offer,
            take_over_table,
            was_there,
            claim_answer,
            leave_out,
            met_answer,
        ),
        *(set_learning, write_round, next_round),
        *(choose_letter, take_errand, errand_done, drop_errand, answer_slide, slide_hurts),
        *(coffee, no_coffee, coffee_answer),
        *(keep_tie, tie_answer, tie_let_go),
        *(was_here, write_day, share_days),
        *(
            make_promise,
            say_promised,
            answer_promise,
            promise_kept,
            take_back_promise,
            pass_on,
            ask_no_more,
            wont,
            after_all,
        ),
        *(leave, answer_leaving, stay_on, plan_hand_over, walked, complete_departure),
        *(me, forget, end_own_role, welcome),
    )
}
FORMS |= {f"task_{one.__name__.rstrip('_')}": of_another_kind(one) for one in OF_A_TASK}
"""By the name of the door."""


def _asked(town: Town) -> tuple[Person, HandOver]:
    person, place = town.carried()
    care.challenge(town.as_(person), place, at=town.now, **TERMS)
    return person, HandOver.objects.get(task__place=place)


def _paper(town: Town) -> str:
    """Somebody on paper, by the host."""
    _, address, _ = withdraw_consent(town)
    return address.removesuffix("withdraw/")


def _gift_given(town: Town) -> dict[str, Any]:
    said = f"taarten bakken {Gift.objects.count()}"
    return {"said": said, "width": "me", "until": timezone.localdate(town.now) + timedelta(days=9)}


def _gift(town: Town) -> str:
    """A gift of the host's."""
    until, words = timezone.localdate(town.now) + timedelta(days=60), f"een ladder {Gift.objects.count()}"
    gifts.offer_gift(town.as_(town.host), town.here, kind="things", words=words, until=until, at=town.now)
    return f"/{town.here.slug}/gift/{Gift.objects.latest('pk').public_id}/"


def _table_given(town: Town) -> dict[str, Any]:
    day = timezone.localdate(town.now) + timedelta(days=1)
    return {"place": a_place(town.here).pk, "spot": "de hal", "day": day, "time": "10:00", "every": "week"}


def _table(town: Town) -> str:
    """The host's own table, since two weeks."""
    when = When(timezone.localdate(town.now) - timedelta(days=14), time(10), "week")
    tables.set_table(town.as_(town.host), a_place(town.here), when=when, at=town.now)
    return f"/{town.here.slug}/table/{Table.objects.latest('pk').public_id}/"


def _met(town: Town) -> str:
    address = _table(town)
    day = timezone.localdate(town.now)
    tables.write_down(town.as_(town.host), Table.objects.latest("pk"), day=day, someones=4, at=town.now)
    return address


def _wishes(town: Town, person: Person) -> None:
    tables.wish_coffee(town.as_(person), town.here, loves=["music"], reach="aan tafel", at=town.now)


def _question_given(town: Town) -> dict[str, Any]:
    on = timezone.localdate(town.now) + timedelta(days=20)
    return {"question": "Wie kent wie?", "look_again_on": on, "round_seen_by": "table"}


def _learning(town: Town) -> str:
    """The host's learning table, with a round open."""
    day = timezone.localdate(town.now)
    tables.set_learning_table(
        town.as_(town.host), a_place(town.here), when=When(day, time(10), "week"), question="Wie kent wie?",
        look_again_on=day + timedelta(days=9), at=town.now,
    )  # fmt: skip
    return f"/{town.here.slug}/table/{Table.objects.latest('pk').public_id}/"


def _guest(town: Town) -> tuple[Person, Present]:
    """Somebody sat at the host's table too; and the presence of that host."""
    _met(town)
    table, guest = Table.objects.latest("pk"), a_person(town.here)
    sits_too(town.as_(guest), table, day=timezone.localdate(town.now), at=town.now)
    return guest, Present.objects.get(person=town.host, gathering__table=table)


def _tie(town: Town) -> str:
    """The host is asked by somebody who sat at their table."""
    guest, present = _guest(town)
    tables.keep_tie(town.as_(guest), present, at=town.now)
    return f"/{town.here.slug}/tie/{Tie.objects.latest('pk').public_id}/"


def _initiative(town: Town) -> str:
    """What the host started."""
    initiatives.start(town.as_(town.host), town.here, words="Soep op straat", state="doing", at=town.now)
    return f"/{town.here.slug}/initiative/{Initiative.objects.latest('pk').public_id}/"


def _weighing(town: Town, about: About | None = None) -> str:
    """What the host weighed and decided."""
    by = town.as_(town.host)
    nudges.weigh(by, town.here, about=about, at=town.now, **WEIGHED)
    made, soon = Weighing.objects.latest("pk"), timezone.localdate(town.now) + timedelta(days=5)
    nudges.decide_weighing(by, made, stance="beside", stop="Als het regent", look_back_on=soon, at=town.now)
    return f"/{town.here.slug}/weighing/{made.public_id}/"


def _lesson(town: Town) -> str:
    """What the host looked back on, with words of theirs."""
    address = _weighing(town)
    made = Weighing.objects.latest("pk")
    nudges.look_back(town.as_(town.host), made, went="wrong", words="Eerst vragen", at=town.now)
    return address


def _part(town: Town, mine: bool = True) -> str:
    """A role in the host's initiative: theirs, or free."""
    _initiative(town)
    by, one = town.as_(town.host), Initiative.objects.latest("pk")
    initiatives.make_role(by, one, name="Sleutel", mine=mine, at=town.now)
    return f"/{town.here.slug}/role/{Part.objects.latest('pk').public_id}/"


def _question(town: Town) -> str:
    """What the host's initiative asks the worker, by name."""
    _initiative(town)
    work = town.worker.work.get()
    initiatives.ask(
        town.as_(town.host), Initiative.objects.latest("pk"), kind="place", words="Een schuur",
        institution=work.institution, of=work, at=town.now,
    )  # fmt: skip
    return f"/{town.here.slug}/question/{Question.objects.latest('pk').public_id}/"


def _promise(town: Town) -> str:
    """The worker's own promise to somebody who is not in here."""
    due, by = timezone.localdate(town.now) + timedelta(days=9), town.as_(town.worker)
    stay.make_promise(by, town.here, words="Een lamp", due=due, to_all=False, at=town.now)
    return f"/{town.here.slug}/promise/{Promise.objects.latest('pk').public_id}/"


def _leaves(town: Town) -> tuple[Person, str]:
    """Somebody works here and leaves, each time somebody new."""
    who, last = a_worker(town.here), timezone.localdate(town.now) + timedelta(days=30)
    stay.announce_leaving(town.as_(who), who.work.get(), last_day=last, at=town.now)
    return who, f"/{town.here.slug}/leaving/{Departure.objects.latest('pk').public_id}/"


def _said(town: Town) -> str:
    """The host says that the worker promised something."""
    work, due = town.worker.work.get(), timezone.localdate(town.now)
    stay.say_promised(town.as_(town.host), work, words="Een lamp", due=due, at=town.now)
    return f"/{town.here.slug}/promise/{Promise.objects.latest('pk').public_id}/"


def _crew(town: Town) -> Crew:
    start, name = a_place(town.here), f"Ploeg {Crew.objects.count()}"
    where = {"lon": start.lon, "lat": start.lat}
    response.add_crew(machine(), town.here, name=name, minutes=240, mode="walk", at=town.now, **where)
    return Crew.objects.get(neighbourhood=town.here, name=name)


def _proposal(town: Town) -> Proposal:
    """A board member proposed that a crew stops."""
    crew = _crew(town)
    response.end_crew(town.as_(town.board), crew, at=town.now)
    return Proposal.objects.filter(neighbourhood=town.here).latest("pk")


def _plan(town: Town) -> tuple[str, PlanLine]:
    """Today's plan, with a street on it."""
    day = timezone.localdate(town.now)
    lines = PlanLine.objects.filter(plan__neighbourhood=town.here, taken_off_at=None, done_at=None)
    if not lines.exists():
        response.agree_standard(machine(), town.here, goal_grade="A", floor_grade="A", at=town.now)
        for place in (a_place(town.here), a_place(town.here)):
            response.observe(town.as_(town.worker), place, pieces=40, at=town.now - timedelta(hours=30))
        start = {"lon": place.lon, "lat": place.lat}
        response.add_crew(machine(), town.here, name="Kade", minutes=240, mode="walk", at=town.now, **start)
        response.work_the_night(machine(), town.here, date=day, at=town.now)
    return f"/{town.here.slug}/plan/{day}/", lines[0]
