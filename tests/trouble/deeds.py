"""One small story for every act of the house: who does it, and the deed, ready to be done (and to be cut short).

A deed reads what it needs anew each time, as a page does.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

from tests.care.makers import (
    LATER,
    TERMS,
    a_carrier,
    a_challenge,
    an_offer,
    days,
    handed_over,
    task_of,
)
from tests.light.makers import adopted, excepted, proposed
from tests.makers import NOW, a_person, a_place, a_worker, seen_as, sits_too
from tests.reflection.sliding import slid
from tests.response.makers import a_crew, at_noon, day, dirty, night, streets
from vuurtoren.care import acts as care
from vuurtoren.care.acts.kinds import first_kinds
from vuurtoren.care.models import Coming, DossierLink, DossierWriter, HandOver, Round
from vuurtoren.care.rules import LITTER, QUESTIONS
from vuurtoren.care.together import mark
from vuurtoren.gifts import acts as gifts
from vuurtoren.gifts.models import Gift, Introduction, Invitation, Looking
from vuurtoren.initiatives import acts as initiatives
from vuurtoren.initiatives.models import Initiative, Question
from vuurtoren.initiatives.models import Role as Part
from vuurtoren.journal.models import Moment
from vuurtoren.light import acts as light
from vuurtoren.light.models import Principle, ReplacedRule
from vuurtoren.light.rules import Text
from vuurtoren.nudges import acts as nudges
from vuurtoren.nudges.models import Nudge, Weighing
from vuurtoren.nudges.rules import About
from vuurtoren.people import acts as people
from vuurtoren.people.models import Account, Institution, Person, RoleHeld, Work
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places import acts as places
from vuurtoren.places.merging import Merged, Street
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.places.reading.segment import Segment
from vuurtoren.power import acts as power
from vuurtoren.power.queries import machine, visitor
from vuurtoren.power.rules import Emergency
from vuurtoren.reflection import acts as reflection
from vuurtoren.reflection.models import Errand, Slide
from vuurtoren.response import acts as response
from vuurtoren.response.acts.seeing import Row
from vuurtoren.response.models import Crew, Plan, PlanLine, Proposal
from vuurtoren.stay import acts as stay
from vuurtoren.stay.models import Departure, Promise
from vuurtoren.tables import acts as tables
from vuurtoren.tables.models import Claim, CoffeeGuest, Gathering, Present, Table, Tie
from vuurtoren.tables.rules import When

Ready = tuple[UUID | None, Callable[[], Moment]]
YEAR = timedelta(days=300)
WEEKLY = When((NOW - timedelta(days=7)).date(), time(10), "week")


# --- care ---------------------------------------------------------------------------------------
def join(here: Neighbourhood) -> Ready:
    by, place = seen_as(a_person(here)), a_place(here)
    return by.person, lambda: care.join(by, place, at=LATER)


def arrange(here: Neighbourhood) -> Ready:
    by, place = _carried(here)
    return by.person, lambda: care.arrange(by, place, part="a", rhythm="now_and_then", people=2, at=LATER)


def give_back(here: Neighbourhood) -> Ready:
    by, place = _carried(here)
    handed_over(by, seen_as(a_worker(here)), place)
    return by.person, lambda: care.give_back(by, place, at=days(20))


def log_round(here: Neighbourhood) -> Ready:
    by, place = _carried(here)
    return by.person, lambda: care.log_round(by, place, minutes=20, bags=1, at=LATER)


def undo_round(here: Neighbourhood) -> Ready:
    by, place = _carried(here)
    care.log_round(by, place, minutes=20, bags=1, at=LATER)
    return by.person, lambda: care.undo_round(by, Round.objects.get(task__place=place), at=LATER)


def write_spending(here: Neighbourhood) -> Ready:
    city = seen_as(a_worker(here))
    what = {"year": LATER.year, "cents": 100, "source": "Begroting"}
    return city.person, lambda: care.write_spending(city, here, at=LATER, **what)


def speak(here: Neighbourhood) -> Ready:
    by, place = _carried(here)
    city = seen_as(a_worker(here))
    handed_over(by, city, place)
    why = Emergency("danger", days(20).date())
    return city.person, lambda: care.speak(city, place, words="Blijf weg", emergency=why, at=days(20))


def _asked_words(here: Neighbourhood) -> tuple[Viewer, Viewer, Place]:
    by, place = _carried(here)
    city = seen_as(a_worker(here))
    handed_over(by, city, place)
    care.speak(city, place, words="Wij doen dit samen", asks=True, at=days(20))
    return by, city, place


def answer_words(here: Neighbourhood) -> Ready:
    by, _, place = _asked_words(here)
    return by.person, lambda: care.answer_words(by, place.sayings.get(), answer="yes", at=days(21))


def settle_words(here: Neighbourhood) -> Ready:
    by, city, place = _asked_words(here)
    care.answer_words(by, place.sayings.get(), answer="other", words="Dit doen buren", at=days(21))
    return city.person, lambda: care.settle_words(
        city, place.sayings.get(), theirs=True, had=mark(place.sayings.get().theirs), at=days(22)
    )


def end_emergency(here: Neighbourhood) -> Ready:
    by, place = _carried(here)
    city = seen_as(a_worker(here))
    handed_over(by, city, place)
    why = Emergency("danger", days(22).date())
    power.declare_emergency(city, place, kind=LITTER, emergency=why, day=days(20).date(), at=days(20))
    return city.person, lambda: power.end_emergency(city, place, kind=LITTER, at=days(21))


def say_coming(here: Neighbourhood) -> Ready:
    """Into residents' room in an emergency: the day and the emergency, or neither."""
    place, city = a_place(here), seen_as(a_worker(here))
    handed_over(a_carrier(a_person(here), place, kind="green"), city, place, kind="green", stop_grade="")
    on, why = days(20).date(), Emergency("danger", days(20).date())
    return city.person, lambda: care.say_coming(city, place, kind="green", on=on, emergency=why, at=days(20))


def _said(here: Neighbourhood) -> tuple[Viewer, Coming]:
    place, city = a_place(here), seen_as(a_worker(here))
    care.say_coming(city, place, kind="green", on=LATER.date(), at=LATER)
    return city, Coming.objects.get(task__place=place)


def say_came(here: Neighbourhood) -> Ready:
    city, coming = _said(here)
    return city.person, lambda: care.say_came(city, coming, at=LATER)


def say_comes_not(here: Neighbourhood) -> Ready:
    city, coming = _said(here)
    return city.person, lambda: care.say_comes_not(city, coming, at=LATER)


def stop_task(here: Neighbourhood) -> Ready:
    """In two streets at once: both or neither."""
    city, places = seen_as(a_worker(here)), [a_place(here), a_place(here)]
    what = {"how": "stops", "why": "money", "since": days(9).date(), "also": places[1:]}
    return city.person, lambda: care.stop_task(city, places[0], at=LATER, **what)[-1]


def go_on_again(here: Neighbourhood) -> Ready:
    city, place = seen_as(a_worker(here)), a_place(here)
    care.stop_task(city, place, how="less", why="people", since=days(9).date(), at=LATER)
    return city.person, lambda: care.go_on_again(city, place.stops.get(), at=days(1))


def put_tools(here: Neighbourhood) -> Ready:
    by, place = seen_as(a_person(here, Role.HOST)), a_place(here)
    return by.person, lambda: care.put_tools(by, here, place=place, number="12", note="Buurthuis", at=LATER)


def set_table(here: Neighbourhood) -> Ready:
    by, place = seen_as(a_person(here)), a_place(here)
    return by.person, lambda: tables.set_table(by, place, when=WEEKLY, at=LATER)


def change_table(here: Neighbourhood) -> Ready:
    by, table = _a_table(here)
    return by.person, lambda: tables.change_table(by, table(), place=a_place(here), when=WEEKLY, at=LATER)


def change_once(here: Neighbourhood) -> Ready:
    by, table = _a_table(here)
    return by.person, lambda: tables.change_once(by, table(), planned=days(7).date(), to=None, at=LATER)


def rest(here: Neighbourhood) -> Ready:
    by, table = _a_table(here)
    return by.person, lambda: tables.rest(by, table(), until=days(20).date(), at=LATER)


def go_on(here: Neighbourhood) -> Ready:
    by, table = _a_table(here)
    tables.rest(by, table(), until=days(20).date(), at=LATER)
    return by.person, lambda: tables.go_on(by, table(), at=LATER)


def end_table(here: Neighbourhood) -> Ready:
    by, table = _a_table(here)
    return by.person, lambda: tables.end_table(by, table(), at=LATER)


def write_down(here: Neighbourhood) -> Ready:
    by, table = _a_table(here)
    _, wim = _wim_of(by, here)
    said = [tables.Said("Heeft plantjes over", "table", wim)]
    return by.person, lambda: tables.write_down(
        by, table(), day=NOW.date(), people=[wim], someones=3, said=said, at=LATER
    )


def undo_met(here: Neighbourhood) -> Ready:
    by, table = _met(here)
    return by.person, lambda: tables.undo_met(by, Gathering.objects.get(table=table()), at=LATER)


def offer_table(here: Neighbourhood) -> Ready:
    by, guest, table = _sat_beside(here)
    return by.person, lambda: tables.offer_table(by, table(), to=guest, at=LATER)


def answer_offer(here: Neighbourhood) -> Ready:
    by, guest, table = _sat_beside(here)
    tables.offer_table(by, table(), to=guest, at=LATER)
    return guest.key, lambda: tables.answer_offer(seen_as(guest), table(), yes=True, at=LATER)


def take_over(here: Neighbourhood) -> Ready:
    _, guest, table = _sat_beside(here)
    Table.objects.filter(pk=table().pk).update(host=None)
    return guest.key, lambda: tables.take_over(seen_as(guest), table(), at=LATER)


def end_hosting(here: Neighbourhood) -> Ready:
    by, guest, table = _sat_beside(here)
    tables.offer_table(by, table(), to=guest, at=LATER)
    _, nobodys = _a_table(here)
    Table.objects.filter(pk=nobodys().pk).update(host=None, no_host_since=NOW)
    return None, lambda: tables.end_hosting(machine(), here, at=days(40))[-1]


def was_there(here: Neighbourhood) -> Ready:
    _, table = _met(here)
    by = seen_as(a_person(here))
    return by.person, lambda: tables.was_there(by, table(), day=NOW.date(), at=LATER)


def answer_claim(here: Neighbourhood) -> Ready:
    by, table = _met(here)
    tables.was_there(seen_as(a_person(here)), table(), day=NOW.date(), at=LATER)
    return by.person, lambda: tables.answer_claim(by, Claim.objects.get(), yes=True, at=LATER)


def end_claims(here: Neighbourhood) -> Ready:
    _, table = _met(here)
    for _ in range(2):
        tables.was_there(seen_as(a_person(here)), table(), day=NOW.date(), at=LATER)
    return None, lambda: tables.end_claims(machine(), here, at=days(40))[-1]


def leave_out(here: Neighbourhood) -> Ready:
    by, table = _a_table(here)
    _, wim = _wim_of(by, here)
    tables.write_down(by, table(), day=NOW.date(), people=[wim], someones=3, at=LATER)
    return by.person, lambda: tables.leave_out(by, Present.objects.get(person=wim), at=LATER)


def answer_met(here: Neighbourhood) -> Ready:
    by, asked = _asked_at_a_table(here)
    return by.person, lambda: tables.answer_met(by, asked(), yes=False, at=LATER)


def end_asking(here: Neighbourhood) -> Ready:
    _asked_at_a_table(here)
    return None, lambda: tables.end_asking(machine(), here, at=days(40))[-1]


def offer_gift(here: Neighbourhood) -> Ready:
    by = seen_as(a_person(here))
    return by.person, lambda: gifts.offer_gift(
        by, here, kind="hands", words="taarten bakken", until=days(90).date(), at=LATER
    )


def change_gift(here: Neighbourhood) -> Ready:
    by, gift = _a_gift(here)
    return by.person, lambda: gifts.change_gift(
        by, gift(), words="koken voor veel mensen", width="neighbourhood", until=days(90).date(), at=LATER
    )


def withdraw_gift(here: Neighbourhood) -> Ready:
    by, gift = _a_gift(here)
    return by.person, lambda: gifts.withdraw_gift(by, gift(), at=LATER)


def enter_gift(here: Neighbourhood) -> Ready:
    by, wim = _host_and_wim(here)
    until = days(20).date()
    return by.person, lambda: gifts.enter_gift(
        by, here, _again(wim), kind="hands", words="breien", until=until, at=LATER
    )


def give_code(here: Neighbourhood) -> Ready:
    by, wim = _host_and_wim(here)
    return by.person, lambda: gifts.give_code(by, here, _again(wim), code_hash="a" * 64, at=LATER)


def withdraw_by_code(here: Neighbourhood) -> Ready:
    by, wim = _host_and_wim(here)
    gifts.enter_gift(by, here, _again(wim), kind="hands", words="breien", until=days(20).date(), at=LATER)
    gifts.give_code(by, here, _again(wim), code_hash="a" * 64, at=LATER)
    return None, lambda: gifts.withdraw_by_code(here, code_hash="a" * 64, at=LATER)


def look_for(here: Neighbourhood) -> Ready:
    by = seen_as(a_person(here))
    until = days(20).date()
    return by.person, lambda: gifts.look_for(
        by, here, "tafel", words="taart", until=until, hosts=True, at=LATER
    )


def look_no_more(here: Neighbourhood) -> Ready:
    by, looking = _a_looking(here)
    return by.person, lambda: gifts.look_no_more(by, looking, at=LATER)


def introduce(here: Neighbourhood) -> Ready:
    by, gift, looking = _a_pair(here)
    return by.person, lambda: gifts.introduce(by, gift, looking, at=LATER)


def answer_introduction(here: Neighbourhood) -> Ready:
    row = _introduced(here)
    by = seen_as(row.gift.person)
    return by.person, lambda: gifts.answer_introduction(by, row, yes=True, at=LATER)


def say_what_became(here: Neighbourhood) -> Ready:
    row = _introduced(here)
    for one in (row.gift.person, row.looking.by):
        gifts.answer_introduction(seen_as(one), row, yes=True, at=LATER)
    by = seen_as(row.gift.person)
    return by.person, lambda: gifts.say_what_became(by, row, became="grew", at=days(20))


def invite(here: Neighbourhood) -> Ready:
    by, gift = _may_invite(here)
    return by.person, lambda: gifts.invite(by, gift, "TAFEL", day=days(3).date(), at=LATER)


def answer_invitation(here: Neighbourhood) -> Ready:
    row = _invited(here)
    by = seen_as(row.gift.person)
    return by.person, lambda: gifts.answer_invitation(by, row, yes=True, at=LATER)


def take_back_invitation(here: Neighbourhood) -> Ready:
    row = _invited(here)
    by = seen_as(row.by)
    return by.person, lambda: gifts.take_back_invitation(by, row, at=LATER)


def end_invitations(here: Neighbourhood) -> Ready:
    _invited(here)
    return None, lambda: gifts.end_invitations(machine(), here, at=days(40))[-1]


def end_introductions(here: Neighbourhood) -> Ready:
    _introduced(here)
    return None, lambda: gifts.end_introductions(machine(), here, at=days(40))[-1]


def end_gifts(here: Neighbourhood) -> Ready:
    _a_gift(here)
    return None, lambda: gifts.end_gifts(machine(), here, at=days(100))[-1]


def set_learning_table(here: Neighbourhood) -> Ready:
    by, place, on = seen_as(a_person(here)), a_place(here), days(20).date()
    return by.person, lambda: tables.set_learning_table(
        by, place, when=WEEKLY, question="Wie kent wie?", look_again_on=on, at=LATER
    )


def write_round(here: Neighbourhood) -> Ready:
    by, table = _a_learning_table(here)
    words = {"question": "Wie kent wie?", "tries": "Soep"}
    return by.person, lambda: tables.write_round(
        by, table(), words=words, look_again_on=days(20).date(), seen_by="table", at=LATER
    )


def next_round(here: Neighbourhood) -> Ready:
    by, table = _a_learning_table(here)
    return by.person, lambda: tables.next_round(
        by, table(), question="En nu?", look_again_on=days(20).date(), at=LATER
    )


def take_errand(here: Neighbourhood) -> Ready:
    by, place = seen_as(a_worker(here)), a_place(here)
    return by.person, lambda: reflection.take_errand(by, place, on=days(9).date(), at=LATER)


def errand_done(here: Neighbourhood) -> Ready:
    who, do = take_errand(here)
    do()
    by = seen_as(Person.objects.get(key=who))
    return who, lambda: reflection.errand_done(by, Errand.objects.get(neighbourhood=here), at=LATER)


def drop_errand(here: Neighbourhood) -> Ready:
    who, do = take_errand(here)
    do()
    by = seen_as(Person.objects.get(key=who))
    return who, lambda: reflection.drop_errand(by, Errand.objects.get(neighbourhood=here), at=LATER)


def look_for_slides(here: Neighbourhood) -> Ready:
    slid(here)
    return None, lambda: reflection.look_for_slides(machine(), here, at=LATER)


def answer_slide(here: Neighbourhood) -> Ready:
    by = seen_as(slid(here))
    reflection.look_for_slides(machine(), here, at=LATER)
    one = Slide.objects.get(neighbourhood=here, kind="same")
    return by.person, lambda: reflection.answer_slide(by, one, answer="reason", at=LATER)


def say_hurts(here: Neighbourhood) -> Ready:
    first = slid(here)
    reflection.look_for_slides(machine(), here, at=LATER)
    one = Slide.objects.get(neighbourhood=here, kind="same")
    reflection.answer_slide(seen_as(first), one, answer="reason", at=LATER)
    board = Person.objects.filter(roles__neighbourhood=here, roles__role=Role.BOARD.value).order_by("pk")
    other = seen_as(next(who for who in board if who != first))
    return other.person, lambda: reflection.say_hurts(other, one, yes=True, at=LATER)


def choose_letter(here: Neighbourhood) -> Ready:
    by = seen_as(a_person(here))
    return by.person, lambda: reflection.choose_letter(by, here, wants=False, at=LATER)


def wish_coffee(here: Neighbourhood) -> Ready:
    by = seen_as(a_person(here))
    return by.person, lambda: tables.wish_coffee(
        by, here, loves=["music", "games"], reach="aan tafel", at=LATER
    )


def wish_no_more(here: Neighbourhood) -> Ready:
    by = _wishes(here)
    return by.person, lambda: tables.wish_no_more(by, here, at=LATER)


def answer_coffee(here: Neighbourhood) -> Ready:
    by = _woven(here)
    return by.person, lambda: tables.answer_coffee(
        by, CoffeeGuest.objects.get(person__key=by.person), yes=True, at=LATER
    )


def end_coffees(here: Neighbourhood) -> Ready:
    _woven(here)
    return None, lambda: tables.end_coffees(machine(), here, at=days(40))[-1]


def weave_coffees(here: Neighbourhood) -> Ready:
    for _ in range(3):
        _wishes(here)
    return None, lambda: tables.weave_coffees(machine(), here, at=days(2))[-1]


def keep_tie(here: Neighbourhood) -> Ready:
    by, other = _two_who_met(here)
    return by.person, lambda: tables.keep_tie(by, Present.objects.get(person=other), at=LATER)


def answer_tie(here: Neighbourhood) -> Ready:
    by, tie = _asked_for_a_tie(here)
    return by.person, lambda: tables.answer_tie(by, tie(), yes=True, at=LATER)


def let_go(here: Neighbourhood) -> Ready:
    by, tie = _asked_for_a_tie(here)
    tables.answer_tie(by, tie(), yes=True, at=LATER)
    return by.person, lambda: tables.let_go(by, tie(), at=LATER)


def end_asking_about_ties(here: Neighbourhood) -> Ready:
    _asked_for_a_tie(here)
    return None, lambda: tables.end_asking_about_ties(machine(), here, at=days(40))[-1]


def count_ties(here: Neighbourhood) -> Ready:
    _asked_for_a_tie(here)
    return None, lambda: tables.count_ties(machine(), here, at=days(2))[-1]


def forget_ended(here: Neighbourhood) -> Ready:
    _host_and_wim(here)
    return None, lambda: people.forget_ended(machine(), here, at=days(31))[-1]


def challenge(here: Neighbourhood) -> Ready:
    by, place = _carried(here)
    return by.person, lambda: care.challenge(by, place, at=LATER, **TERMS)


def offer(here: Neighbourhood) -> Ready:
    city, place = seen_as(a_worker(here)), a_place(here)
    return city.person, lambda: care.offer(city, place, answer_by=days(28).date(), at=LATER, **TERMS)


def answer(here: Neighbourhood) -> Ready:
    """Yes to an offer by somebody who did not carry yet, so that carrying begins with it."""
    place = a_place(here)
    by = seen_as(_at_home(a_person(here), place))
    asked = an_offer(seen_as(a_worker(here)), place)
    return by.person, lambda: care.answer(by, HandOver.objects.get(pk=asked.pk), yes=True, at=days(1))


def withdraw(here: Neighbourhood) -> Ready:
    by, place = _carried(here)
    asked = a_challenge(by, place)
    return by.person, lambda: care.withdraw(by, HandOver.objects.get(pk=asked.pk), at=days(1))


def put_kinds(here: Neighbourhood) -> Ready:
    """A kind that is new and one that is called otherwise, in the same file."""
    green = replace(first_kinds()[1], names={"nl": "het groen", "en": "the green"})
    new = replace(green, code=f"moestuin-{here.pk}")
    return None, lambda: care.put_kinds(machine(), [green, new], at=days(1))[-1]


def pass_time(here: Neighbourhood) -> Ready:
    """An offer lapses and an overlap ends in the same night."""
    city = seen_as(a_worker(here))
    an_offer(city, a_place(here), answer_by=days(8).date())
    by, place = _carried(here)
    care.answer(city, a_challenge(by, place), yes=True, at=days(1))
    return None, lambda: care.pass_time(machine(), here, at=days(29))[-1]


def ask_help(here: Neighbourhood) -> Ready:
    by, place = _carried(here)
    handed_over(by, seen_as(a_worker(here)), place)
    when = days(16)
    return None, lambda: care.ask_help(machine(), task_of(place), step_date=when.date(), at=when)


def answer_help(here: Neighbourhood) -> Ready:
    by, place = _carried(here)
    handed_over(by, seen_as(a_worker(here)), place)
    care.ask_help(machine(), task_of(place), step_date=days(16).date(), at=days(16))
    return by.person, lambda: care.answer_help(by, place, yes=True, at=days(17))


def call_help(here: Neighbourhood) -> Ready:
    by, place = _carried(here)
    handed_over(by, seen_as(a_worker(here)), place)
    return by.person, lambda: care.call_help(by, place, at=days(17))


def release_person(here: Neighbourhood) -> Ready:
    by, place = _carried(here)
    care.join(by, a_place(here), at=LATER)
    a_challenge(by, place)
    who = by.somebody()
    return who, lambda: care.release_person(by, who, [here], days(1))[-1]


# --- people -------------------------------------------------------------------------------------
def arrive(here: Neighbourhood) -> Ready:
    account = Account.objects.create_user(f"nieuw{here.pk}@lichthaven.example")
    return None, lambda: people.arrive(visitor(), account, here, called="Noor", language="nl", at=NOW)


def enter(here: Neighbourhood) -> Ready:
    by = seen_as(a_person(here, Role.HOST))
    given = {"called": "Wim", "language": "nl", "how": "paper", "given_on": NOW.date()}
    return by.person, lambda: people.enter(by, here, until=(NOW + YEAR).date(), at=LATER, **given)


def change_self(here: Neighbourhood) -> Ready:
    person, place = a_person(here), a_place(here)
    by = seen_as(person)
    return by.person, lambda: people.change_self(
        by, _again(person), here, called="Nieuw", language="en", home=place, at=LATER
    )


def withdraw_consent(here: Neighbourhood) -> Ready:
    by, wim = _host_and_wim(here)
    return by.person, lambda: people.withdraw_consent(by, _again(wim), here, at=LATER)


def renew_consent(here: Neighbourhood) -> Ready:
    by, wim = _host_and_wim(here)
    return by.person, lambda: people.renew_consent(
        by, _again(wim), here, until=(NOW + YEAR).date(), at=days(9)
    )


def forget(here: Neighbourhood) -> Ready:
    """As the page does it: all that is carried goes back first."""
    by, _ = _carried(here)
    who = by.somebody()

    def deed() -> Moment:
        care.release_person(by, who, [here], days(1))
        return people.forget(by, Person.objects.get(key=who), here, at=days(1))

    return who, deed


def offer_role(here: Neighbourhood) -> Ready:
    by, other = seen_as(a_person(here, Role.BOARD)), a_person(here)
    return by.person, lambda: people.offer_role(by, _again(other), here, role=Role.HOST, at=LATER)


def confirm_role(here: Neighbourhood) -> Ready:
    first, second = (seen_as(a_person(here, Role.BOARD)) for _ in range(2))
    other = a_person(here)
    people.offer_role(first, other, here, role=Role.HOST, at=LATER)
    return second.person, lambda: people.confirm_role(second, _role(other, Role.HOST), at=LATER)


def end_role(here: Neighbourhood) -> Ready:
    person = a_person(here, Role.HOST)
    by = seen_as(person)
    return by.person, lambda: people.end_role(by, _role(person, Role.HOST), at=LATER)


def publish_term(here: Neighbourhood) -> Ready:
    a_worker(here)
    city = Institution.objects.get(neighbourhood=here)
    return None, lambda: people.publish_term(machine(), city, weeks=6, at=LATER)


def institution_came(here: Neighbourhood) -> Ready:
    return None, lambda: people.institution_came(machine(), here, name="De Kade", at=NOW)


def work_began(here: Neighbourhood) -> Ready:
    person, team = a_person(here), _team(here)
    return None, lambda: people.work_began(machine(), person, team, since=date(2026, 1, 1), at=NOW)


def engage(here: Neighbourhood) -> Ready:
    team, account = _team(here), Account.objects.create_user(f"bram{here.pk}@lichthaven.example")
    given = {"called": "Bram", "language": "nl", "since": date(2026, 1, 1)}
    return None, lambda: people.engage(machine(), account, team, at=NOW, **given)


def make_link(here: Neighbourhood) -> Ready:
    person = a_person(here)
    return None, lambda: people.make_link(machine(), person, here, token=f"t{here.pk}", at=NOW)


def use_link(here: Neighbourhood) -> Ready:
    people.make_link(machine(), a_person(here), here, token=f"t{here.pk}", at=NOW)
    return None, lambda: people.use_link(f"t{here.pk}", at=NOW)[1]


# --- light and places ---------------------------------------------------------------------------
def tend(here: Neighbourhood) -> Ready:
    by = seen_as(a_person(here, Role.BOARD))
    return by.person, lambda: light.tend(by, here, "nl", "Hier dragen we samen.", "Zo is het.", LATER)


def make_neighbourhood(here: Neighbourhood) -> Ready:
    return None, lambda: places.make_neighbourhood(machine(), name="Elders", slug=f"elders-{here.pk}", at=NOW)


def set_backdrop(here: Neighbourhood) -> Ready:
    empty = {"type": "FeatureCollection", "features": []}
    return None, lambda: places.set_backdrop(machine(), here, empty, at=NOW)


def import_streets(here: Neighbourhood) -> Ready:
    """One street is new, one changed, one is gone."""
    places.import_streets(machine(), here, _file("Kade", "Werf"), at=NOW)

    def deed() -> Moment:
        told = places.import_streets(machine(), here, _file("Kade", "Laan", longer=True), at=LATER).moment
        assert told
        return told

    return None, deed


# --- response -----------------------------------------------------------------------------------
def agree_standard(here: Neighbourhood) -> Ready:
    """The second board member says exactly the same as the first."""
    first, second = (seen_as(a_person(here, Role.BOARD)) for _ in range(2))
    response.agree_standard(first, here, goal_grade="A", floor_grade="C", at=LATER)
    return second.person, lambda: response.agree_standard(
        second, here, goal_grade="A", floor_grade="C", at=LATER
    )


def add_crew(here: Neighbourhood) -> Ready:
    shift = {"name": "Oost", "minutes": 120, "mode": "walk", "lon": 4.43, "lat": 51.9}
    return None, lambda: response.add_crew(machine(), here, at=NOW, **shift)


def rename_crew(here: Neighbourhood) -> Ready:
    crew = a_crew(here)
    return None, lambda: response.rename_crew(machine(), Crew.objects.get(pk=crew.pk), name="Kade", at=LATER)


def end_crew(here: Neighbourhood) -> Ready:
    crew = a_crew(here)
    return None, lambda: response.end_crew(machine(), Crew.objects.get(pk=crew.pk), at=LATER)


def second(here: Neighbourhood) -> Ready:
    by, proposed = _proposed(here)
    return by.person, lambda: response.second(by, Proposal.objects.get(pk=proposed.pk), at=LATER)


def drop_proposal(here: Neighbourhood) -> Ready:
    by, proposed = _proposed(here)
    return by.person, lambda: response.drop_proposal(by, Proposal.objects.get(pk=proposed.pk), at=LATER)


def observe(here: Neighbourhood) -> Ready:
    by, place = seen_as(a_person(here)), a_place(here)
    return by.person, lambda: response.observe(by, place, pieces=12, at=LATER)


def import_observations(here: Neighbourhood) -> Ready:
    rows = [Row(place.public_id, NOW, pieces=9) for place in streets(here, 3)]
    return None, lambda: response.import_observations(machine(), here, rows, at=LATER)


def put_on(here: Neighbourhood) -> Ready:
    """In residents' room, while an emergency lasts: two moments."""
    city, plan, _ = _planned(here)
    by, place = _carried(here)
    handed_over(by, city, place)
    why = Emergency("danger", day(0))
    power.declare_emergency(city, place, kind=LITTER, emergency=why, day=day(0), at=at_noon(0))
    return city.person, lambda: response.put_on(
        city, Plan.objects.get(pk=plan.pk), place, crew=None, reason="glas", at=at_noon(0)
    )


def enter_in_emergency(here: Neighbourhood) -> Ready:
    """An emergency in residents' room: three moments."""
    city, plan, _ = _planned(here)
    by, place = _carried(here)
    handed_over(by, city, place)
    why = Emergency("danger", day(0))
    return city.person, lambda: response.enter_in_emergency(
        city,
        Plan.objects.get(pk=plan.pk),
        place,
        crew=None,
        reason="glas",
        emergency=why,
        at=at_noon(0),
    )


def declare_emergency(here: Neighbourhood) -> Ready:
    by, place = _carried(here)
    city = seen_as(a_worker(here))
    handed_over(by, city, place)
    why = Emergency("danger", day(0))
    return city.person, lambda: power.declare_emergency(
        city, place, kind=LITTER, emergency=why, day=day(0), at=at_noon(0)
    )


def write_dossier(here: Neighbourhood) -> Ready:
    by, place = _carried(here)
    return by.person, lambda: care.write_dossier(
        by, place, given={"now": care.Written("Elke week")}, at=LATER
    )


def _dossier(here: Neighbourhood) -> tuple[Viewer, Place]:
    """A challenge with every answer, asked by three."""
    by, place = _carried(here)
    given = {question: care.Written("Zo.") for question in QUESTIONS}
    care.write_dossier(by, place, given=given, at=LATER)
    for _ in range(2):
        care.join_dossier(seen_as(a_person(here)), place, how="asks", at=LATER)
    return by, place


def share_dossier(here: Neighbourhood) -> Ready:
    by, place = _dossier(here)
    return by.person, lambda: care.share_dossier(by, place, until=days(10).date(), at=LATER)


def _shared(here: Neighbourhood) -> tuple[Viewer, Viewer, DossierLink]:
    """A draft with a link, who writes it, and a neighbour of another street."""
    by, place = _dossier(here)
    care.share_dossier(by, place, until=days(10).date(), at=LATER)
    return by, seen_as(a_person(here)), DossierLink.objects.get(dossier__task__place=place)


def end_dossier_link(here: Neighbourhood) -> Ready:
    by, _, link = _shared(here)
    return by.person, lambda: care.end_dossier_link(by, link, at=LATER)


def ask_to_write(here: Neighbourhood) -> Ready:
    _, other, link = _shared(here)
    return other.person, lambda: care.ask_to_write(other, link, at=LATER)


def answer_writer(here: Neighbourhood) -> Ready:
    by, other, link = _shared(here)
    care.ask_to_write(other, link, at=LATER)
    asked = DossierWriter.objects.get(dossier=link.dossier)
    return by.person, lambda: care.answer_writer(by, asked, yes=True, at=LATER)


def join_dossier(here: Neighbourhood) -> Ready:
    _, place = _dossier(here)
    other = seen_as(a_person(here))
    return other.person, lambda: care.join_dossier(other, place, how="supports", at=LATER)


def send_dossier(here: Neighbourhood) -> Ready:
    by, place = _dossier(here)
    until = days(400).date()
    return by.person, lambda: care.send_dossier(by, place, until=until, at=LATER, **TERMS)


def _sent(here: Neighbourhood) -> tuple[Viewer, HandOver]:
    by, place = _dossier(here)
    care.send_dossier(by, place, until=days(400).date(), at=LATER, **TERMS)
    return by, HandOver.objects.get(task__place=place)


def answer_dossier(here: Neighbourhood) -> Ready:
    _, asked = _sent(here)
    city = seen_as(a_worker(here))
    return city.person, lambda: care.answer_dossier(
        city,
        HandOver.objects.get(pk=asked.pk),
        said="no",
        reasons="Er ligt een riool onder.",
        talk_to="Team Water",
        at=days(1),
    )


def accept_conditions(here: Neighbourhood) -> Ready:
    by, asked = _sent(here)
    city = seen_as(a_worker(here))
    care.answer_dossier(city, asked, said="yes_if", conditions="Met een aanspreekpunt.", at=days(1))
    asked.refresh_from_db()
    had = mark("Met een aanspreekpunt.")
    return by.person, lambda: care.accept_conditions(by, asked, had=had, at=days(2))


def undo_no(here: Neighbourhood) -> Ready:
    by, place = _carried(here)
    asked = an_offer(seen_as(a_worker(here)), place)
    care.answer(by, asked, yes=False, at=days(1))
    return by.person, lambda: care.undo_no(by, asked, at=days(1))


def ask_otherwise(here: Neighbourhood) -> Ready:
    by, asked = _sent(here)
    city = seen_as(a_worker(here))
    care.answer_dossier(city, asked, said="yes_if", conditions="Met een aanspreekpunt.", at=days(1))
    had = mark("Met een aanspreekpunt.")
    return by.person, lambda: care.ask_otherwise(by, asked, words="Liever niet.", had=had, at=days(2))


def look_back_together(here: Neighbourhood) -> Ready:
    by, place = _carried(here)
    agreed = handed_over(by, seen_as(a_worker(here)), place)
    return by.person, lambda: care.look_back_together(
        by, HandOver.objects.get(pk=agreed.pk), words="Goed", at=days(370)
    )


def ask_first(here: Neighbourhood) -> Ready:
    by, place = _carried(here)
    city = seen_as(a_worker(here))
    handed_over(by, city, place)
    return city.person, lambda: care.ask_first(city, place, at=days(16))


def take_off(here: Neighbourhood) -> Ready:
    city, _, line = _planned(here)
    return city.person, lambda: response.take_off(city, _line(line), reason="markt", at=at_noon(0))


def move(here: Neighbourhood) -> Ready:
    city, _, line = _planned(here)
    crew = Crew.objects.get(neighbourhood=here)
    return city.person, lambda: response.move(
        city, _line(line), crew=crew, order=3, reason="eerst de kade", at=at_noon(0)
    )


def done(here: Neighbourhood) -> Ready:
    city, _, line = _planned(here)
    return city.person, lambda: response.done(city, _line(line), at=at_noon(0))


def undo_done(here: Neighbourhood) -> Ready:
    city, _, line = _planned(here)
    response.done(city, line, at=at_noon(0))
    return city.person, lambda: response.undo_done(city, _line(line), at=at_noon(0))


def tell_found(here: Neighbourhood) -> Ready:
    city, _, line = _planned(here)
    response.done(city, line, at=at_noon(0))
    return city.person, lambda: response.tell_found(city, _line(line), grade="C", at=at_noon(0))


# --- stay ---------------------------------------------------------------------------------------
def was_here(here: Neighbourhood) -> Ready:
    by = seen_as(a_worker(here))
    return by.person, lambda: stay.was_here(by, here, kind="coffee", at=LATER)


def write_day(here: Neighbourhood) -> Ready:
    by = seen_as(a_worker(here))
    stay.was_here(by, here, kind="coffee", at=LATER)
    return by.person, lambda: stay.write_day(
        by, here, day=NOW.date(), kinds=["walked", "table"], words="Lang gepraat", at=LATER
    )


def share_days(here: Neighbourhood) -> Ready:
    by, until = seen_as(a_worker(here)), days(30).date()
    return by.person, lambda: stay.share_days(by, here, length=28, until=until, at=LATER)


def make_promise(here: Neighbourhood) -> Ready:
    by, place = seen_as(a_worker(here)), a_place(here)
    return by.person, lambda: stay.make_promise(
        by, here, words="Een bankje", due=days(30).date(), to_all=True, place=place, at=LATER
    )


def say_promised(here: Neighbourhood) -> Ready:
    by, work = seen_as(a_person(here)), a_worker(here).work.get()
    return by.person, lambda: stay.say_promised(by, work, words="Een lamp", due=days(9).date(), at=LATER)


def answer_promise(here: Neighbourhood) -> Ready:
    """A colleague takes one over."""
    promise, other = _asked_over(here)
    return other.person, lambda: stay.answer_promise(other, promise(), yes=True, at=days(2))


def take_back_promise(here: Neighbourhood) -> Ready:
    by, work = seen_as(a_person(here)), a_worker(here).work.get()
    stay.say_promised(by, work, words="Een lamp", due=days(9).date(), at=LATER)
    return by.person, lambda: stay.take_back_promise(by, Promise.objects.latest("pk"), at=days(1))


def say_kept(here: Neighbourhood) -> Ready:
    by, promise = _promised(here)
    return by.person, lambda: stay.say_kept(by, promise(), kept=True, at=days(1))


def ask_over(here: Neighbourhood) -> Ready:
    by, promise = _promised(here)
    work = a_worker(here).work.get()
    return by.person, lambda: stay.ask_over(by, promise(), work=work, at=days(1))


def ask_no_more(here: Neighbourhood) -> Ready:
    by, promise = _promised(here)
    stay.ask_over(by, promise(), work=a_worker(here).work.get(), at=LATER)
    return by.person, lambda: stay.ask_no_more(by, promise(), at=days(1))


def wont_happen(here: Neighbourhood) -> Ready:
    by, promise = _promised(here)
    return by.person, lambda: stay.wont_happen(by, promise(), reason="Geen geld", told=True, at=days(1))


def happens_after_all(here: Neighbourhood) -> Ready:
    by, promise = _promised(here)
    stay.wont_happen(by, promise(), reason="Geen geld", told=True, at=LATER)
    return by.person, lambda: stay.happens_after_all(by, promise(), at=days(1))


def announce_leaving(here: Neighbourhood) -> Ready:
    by, work = _works(here)
    return by.person, lambda: stay.announce_leaving(by, work, last_day=days(30).date(), at=LATER)


def answer_leaving(here: Neighbourhood) -> Ready:
    """Who leads the team wrote the day down."""
    by, work = _works(here)
    lead = a_worker(here)
    stay.set_lead(machine(), lead.work.get(), yes=True, at=LATER)
    stay.announce_leaving(seen_as(lead), work, last_day=days(30).date(), at=LATER)
    return by.person, lambda: stay.answer_leaving(by, Departure.objects.get(work=work), yes=True, at=days(1))


def stay_on(here: Neighbourhood) -> Ready:
    by, leaving = _leaves(here)
    return by.person, lambda: stay.stay_on(by, leaving(), at=days(1))


def plan_hand_over(here: Neighbourhood) -> Ready:
    by, leaving = _leaves(here)
    follows, day = a_worker(here).work.get(), days(9).date()
    return by.person, lambda: stay.plan_hand_over(
        by, leaving(), successor=follows, walk_on=day, people=9, introduced=2, at=days(1)
    )


def walked(here: Neighbourhood) -> Ready:
    by, leaving = _leaves(here)
    follows, day = a_worker(here), days(9).date()
    stay.plan_hand_over(
        by, leaving(), successor=follows.work.get(), walk_on=day, people=9, introduced=2, at=days(1)
    )
    other = seen_as(follows)
    return other.person, lambda: stay.walked(other, leaving(), at=days(10))


def complete_departure(here: Neighbourhood) -> Ready:
    by, leaving = _leaves(here)
    return by.person, lambda: stay.complete_departure(by, leaving(), known=True, at=days(1))


def set_lead(here: Neighbourhood) -> Ready:
    work = a_worker(here).work.get()
    return None, lambda: stay.set_lead(machine(), work, yes=True, at=LATER)


# --- initiatives --------------------------------------------------------------------------------
def start(here: Neighbourhood) -> Ready:
    by, place = seen_as(a_person(here)), a_place(here)
    return by.person, lambda: initiatives.start(by, here, words="Soep op straat", place=place, at=LATER)


def reword(here: Neighbourhood) -> Ready:
    _, one = _started(here)
    other = seen_as(a_person(here))
    initiatives.join_in(other, one(), at=LATER)
    return other.person, lambda: initiatives.reword(
        other, one(), words="Stamppot", more="Op woensdag", at=days(1)
    )


def unstart(here: Neighbourhood) -> Ready:
    by, one = _started(here)
    kept = one()
    return by.person, lambda: initiatives.unstart(by, kept, at=LATER)


def join_in(here: Neighbourhood) -> Ready:
    (_, one), by = _started(here), seen_as(a_person(here))
    return by.person, lambda: initiatives.join_in(by, one(), at=LATER)


def step_out(here: Neighbourhood) -> Ready:
    by, one = _started(here)
    return by.person, lambda: initiatives.step_out(by, one(), at=LATER)


def turn_to(here: Neighbourhood) -> Ready:
    by, one = _started(here)
    return by.person, lambda: initiatives.turn_to(by, one(), turn="rest", learned="Klein beginnen", at=LATER)


def turn_back(here: Neighbourhood) -> Ready:
    by, one = _started(here)
    initiatives.turn_to(by, one(), turn="rest", learned="Klein beginnen", at=NOW)
    return by.person, lambda: initiatives.turn_back(by, one(), at=LATER)


# --- principles ---------------------------------------------------------------------------------
def propose_principle(here: Neighbourhood) -> Ready:
    by, until = seen_as(a_person(here)), days(300).date()
    text = Text("Eerst groeten", "Dat is aardig.")
    return by.person, lambda: light.propose_principle(by, here, text=text, look_again_on=until, at=LATER)


def propose_rest(here: Neighbourhood) -> Ready:
    by, one = seen_as(a_person(here)), adopted(here)
    return by.person, lambda: light.propose_rest(by, Principle.objects.get(pk=one.pk), at=LATER)


def adopt_principle(here: Neighbourhood) -> Ready:
    """The second yes."""
    one = proposed(a_person(here, Role.HOST), here)
    by = seen_as(a_person(here, Role.BOARD))
    return by.person, lambda: light.adopt_principle(by, one, at=LATER)


def drop_principle(here: Neighbourhood) -> Ready:
    by = seen_as(a_person(here))
    one = proposed(by, here)
    return by.person, lambda: light.drop_principle(by, one, at=LATER)


def look_again(here: Neighbourhood) -> Ready:
    by, one, until = seen_as(a_person(here, Role.HOST)), adopted(here), days(90).date()
    return by.person, lambda: light.look_again(by, one, look_again_on=until, at=LATER)


def make_exception(here: Neighbourhood) -> Ready:
    by, one, other = seen_as(a_person(here, Role.HOST)), adopted(here), adopted(here, "Samen delen")
    until = days(9).date()
    return by.person, lambda: light.make_exception(
        by, one, why="Feest", for_whom="de kinderen", until=until, leans_on=[other], at=LATER
    )


def end_exception(here: Neighbourhood) -> Ready:
    amina = a_person(here, Role.HOST)
    by, one = seen_as(amina), excepted(amina, adopted(here))
    return by.person, lambda: light.end_exception(by, one, at=LATER)


def keep_rule(here: Neighbourhood) -> Ready:
    by, one = seen_as(a_person(here)), adopted(here)
    return by.person, lambda: light.keep_rule(
        by, one, rule="Eerst een formulier", whose="de stad", replaced_on=NOW.date(), at=LATER
    )


def tell_after(here: Neighbourhood) -> Ready:
    by, one = seen_as(a_person(here)), adopted(here)
    light.keep_rule(by, one, rule="Een formulier", whose="de stad", replaced_on=NOW.date(), at=NOW)
    rule = ReplacedRule.objects.latest("pk")
    return by.person, lambda: light.tell_after(by, rule, words="Het ging goed", at=LATER)


def be_found(here: Neighbourhood) -> Ready:
    by = seen_as(a_person(here, Role.HOST))
    return by.person, lambda: light.be_found(by, here, yes=True, found="De Lantaarn", at=LATER)


def leave_principle_words(here: Neighbourhood) -> Ready:
    amina = a_person(here, Role.HOST)
    by, _ = seen_as(amina), excepted(amina, adopted(here))
    return by.person, lambda: light.leave_principle_words(by, _again(amina), here, at=LATER)


# --- initiatives --------------------------------------------------------------------------------
def leave_words(here: Neighbourhood) -> Ready:
    by, one = _started(here)
    initiatives.turn_to(by, one(), turn="rest", learned="Klein beginnen", at=NOW)
    return by.person, lambda: initiatives.leave_words(by, Person.objects.get(key=by.person), here, at=LATER)


def ask(here: Neighbourhood) -> Ready:
    by, one = _started(here)
    work = a_worker(here).work.get()
    return by.person, lambda: initiatives.ask(
        by, one(), kind="place", words="Een schuur", institution=work.institution, of=work, at=LATER
    )


def answer_question(here: Neighbourhood) -> Ready:
    _, question, by = _asked_institution(here)
    return by.person, lambda: initiatives.answer_question(
        by, question(), answer="yes_if", reason="Na zessen", at=days(99)
    )


def withdraw_question(here: Neighbourhood) -> Ready:
    by, question, _ = _asked_institution(here)
    return by.person, lambda: initiatives.withdraw_question(by, question(), at=days(99))


def take_on(here: Neighbourhood) -> Ready:
    _, question, by = _asked_institution(here)
    return by.person, lambda: initiatives.take_on(by, question(), yes=True, at=LATER)


def give_on(here: Neighbourhood) -> Ready:
    _, question, by = _asked_institution(here)
    initiatives.take_on(by, question(), yes=True, at=NOW)
    work = a_worker(here).work.get()
    return by.person, lambda: initiatives.give_on(by, question(), to=work, at=LATER)


def make_role(here: Neighbourhood) -> Ready:
    by, one = _started(here)
    return by.person, lambda: initiatives.make_role(by, one(), name="Sleutel", mine=True, at=LATER)


def drop_role(here: Neighbourhood) -> Ready:
    by, one = _started(here)
    initiatives.make_role(by, one(), name="Sleutel", mine=False, at=NOW)
    kept = Part.objects.latest("pk")
    return by.person, lambda: initiatives.drop_role(by, kept, at=LATER)


def claim_role(here: Neighbourhood) -> Ready:
    by, one = _started(here)
    initiatives.make_role(by, one(), name="Sleutel", mine=False, at=NOW)
    kept, other = Part.objects.latest("pk"), seen_as(a_person(here))
    return other.person, lambda: initiatives.claim_role(other, kept, at=LATER)


def offer_on(here: Neighbourhood) -> Ready:
    by, part, other = _a_part(here)
    return by.person, lambda: initiatives.offer_on(by, part(), to=other, weeks=4, at=LATER)


def pass_role(here: Neighbourhood) -> Ready:
    by, part, other = _a_part(here)
    initiatives.offer_on(by, part(), to=other, weeks=4, at=NOW)
    asked = seen_as(other)
    return asked.person, lambda: initiatives.pass_role(asked, part(), turn="accept", at=LATER)


def still_doing(here: Neighbourhood) -> Ready:
    by, one = _started(here)
    initiatives.turn_to(by, one(), turn="begin", at=NOW)
    initiatives.ask_gently(machine(), here, at=days(60))
    return by.person, lambda: initiatives.still_doing(by, one(), at=days(61))


def ask_gently(here: Neighbourhood) -> Ready:
    for _ in range(2):
        by, one = _started(here)
        initiatives.turn_to(by, one(), turn="begin", at=NOW)
    return None, lambda: initiatives.ask_gently(machine(), here, at=days(60))[-1]


# --- nudges -------------------------------------------------------------------------------------
def give_nudge(here: Neighbourhood) -> Ready:
    by, about = seen_as(a_person(here)), About("street", a_place(here).key)
    return by.person, lambda: nudges.give_nudge(by, here, kind="invite", about=about, at=LATER)


def take_back_nudge(here: Neighbourhood) -> Ready:
    by, about = seen_as(a_person(here)), About("street", a_place(here).key)
    nudges.give_nudge(by, here, kind="invite", about=about, at=NOW)
    kept = Nudge.objects.latest("pk")
    return by.person, lambda: nudges.take_back_nudge(by, kept, at=LATER)


def answer_growing(here: Neighbourhood) -> Ready:
    me = a_person(here)
    by, about = seen_as(me), About("street", a_place(here).key)
    for kind, ago in [("invite", 120)] * 3 + [("for_them", 45)] * 5:
        nudges.give_nudge(by, here, kind=kind, about=about, at=NOW - timedelta(days=ago))
    return by.person, lambda: nudges.answer_growing(by, here, answer="fine", at=LATER)


def weigh(here: Neighbourhood) -> Ready:
    by, about = seen_as(a_person(here)), About("street", a_place(here).key)
    asked = {"stake": "Het feest", "undone": "effort", "hurt": "doer", "learns": "they"}
    return by.person, lambda: nudges.weigh(by, here, about=about, at=LATER, **asked)


def decide_weighing(here: Neighbourhood) -> Ready:
    by, one = _weighed(here)
    return by.person, lambda: nudges.decide_weighing(
        by, one(), stance="not_now", stop="", look_back_on=days(9).date(), at=LATER
    )


def share_weighing(here: Neighbourhood) -> Ready:
    (by, one), other = _weighed(here), a_person(here)
    return by.person, lambda: nudges.share_weighing(by, one(), people=[other], at=LATER)


def drop_weighing(here: Neighbourhood) -> Ready:
    by, one = _weighed(here)
    kept = one()
    return by.person, lambda: nudges.drop_weighing(by, kept, at=LATER)


def look_back(here: Neighbourhood) -> Ready:
    by, one = _weighed(here)
    return by.person, lambda: nudges.look_back(by, one(), went="wrong", words="Eerst vragen", at=LATER)


def write_lesson(here: Neighbourhood) -> Ready:
    by, one = _weighed(here)
    nudges.look_back(by, one(), went="wrong", at=NOW)
    return by.person, lambda: nudges.write_lesson(by, one(), words="Eerst vragen", yes=True, at=LATER)


def agree_lesson(here: Neighbourhood) -> Ready:
    by, one = _weighed(here)
    nudges.look_back(by, one(), went="wrong", words="Eerst vragen", at=NOW)
    return by.person, lambda: nudges.agree_lesson(by, one(), yes=True, at=LATER)


def look_for_initiative(here: Neighbourhood) -> Ready:
    by, one = _started(here)
    return by.person, lambda: gifts.look_for_initiative(
        by, one(), words="soep", until=days(30).date(), at=LATER
    )


# --- what these stories share -------------------------------------------------------------------
def _carried(here: Neighbourhood) -> tuple[Viewer, Place]:
    place = a_place(here)
    return a_carrier(a_person(here), place), place


def _at_home(person: Person, place: Place) -> Person:
    people.change_self(
        seen_as(person),
        person,
        place.neighbourhood,
        called=person.called,
        language="nl",
        home=place,
        at=NOW + timedelta(minutes=1),
    )
    return person


def _host_and_wim(here: Neighbourhood) -> tuple[Viewer, Person]:
    by = seen_as(a_person(here, Role.HOST))
    until = (NOW + timedelta(days=30)).date()
    people.enter(
        by, here, called="Wim", language="nl", how="paper", given_on=NOW.date(), until=until, at=LATER
    )
    return by, Person.objects.get(called="Wim", roles__neighbourhood=here)


def _a_table(here: Neighbourhood) -> tuple[Viewer, Callable[[], Table]]:
    by = seen_as(a_person(here, Role.HOST))
    tables.set_table(by, a_place(here), when=WEEKLY, at=NOW)
    key = Table.objects.latest("pk").pk
    return by, lambda: Table.objects.get(pk=key)


def _wim_of(by: Viewer, here: Neighbourhood) -> tuple[Viewer, Person]:
    until = (NOW + timedelta(days=300)).date()
    people.enter(by, here, called="Wim", language="nl", how="paper", given_on=NOW.date(), until=until, at=NOW)
    return by, Person.objects.get(called="Wim", roles__neighbourhood=here)


def _met(here: Neighbourhood) -> tuple[Viewer, Callable[[], Table]]:
    by, table = _a_table(here)
    tables.write_down(by, table(), day=NOW.date(), someones=4, at=LATER)
    return by, table


def _asked_at_a_table(here: Neighbourhood) -> tuple[Viewer, Callable[[], Present]]:
    """Somebody who said yes at a table before was named again, and is asked."""
    host, table = _met(here)
    guest = a_person(here)
    by = seen_as(guest)
    sits_too(by, table(), day=NOW.date(), at=LATER)
    tables.write_down(host, table(), day=(NOW - timedelta(days=1)).date(), people=[guest], at=LATER)
    return by, lambda: Present.objects.get(person=guest, said_yes_at=None)


def _a_gift(here: Neighbourhood) -> tuple[Viewer, Callable[[], Gift]]:
    """A gift that somebody offered; read anew each time, and as it was where it is gone."""
    by = seen_as(a_person(here))
    gifts.offer_gift(by, here, kind="hands", words="taarten bakken", until=days(60).date(), at=NOW)
    gift = Gift.objects.latest("pk")
    return by, lambda: gift


def _a_looking(here: Neighbourhood) -> tuple[Viewer, Looking]:
    by = seen_as(a_person(here))
    gifts.look_for(by, here, "tafel", words="taart", until=days(60).date(), hosts=True, at=NOW)
    return by, Looking.objects.latest("pk")


def _a_pair(here: Neighbourhood) -> tuple[Viewer, Gift, Looking]:
    """A gift that all may see, what a table looks for, and who connects them."""
    giver, (_, looking) = seen_as(a_person(here)), _a_looking(here)
    about = {"kind": "hands", "words": "taarten", "width": "neighbourhood", "until": days(60).date()}
    gifts.offer_gift(giver, here, at=NOW, **about)
    return seen_as(a_person(here, Role.BUILDER)), Gift.objects.latest("pk"), looking


def _may_invite(here: Neighbourhood) -> tuple[Viewer, Gift]:
    """A neighbour, and a gift of another that all may see."""
    _, gift, _ = _a_pair(here)
    return seen_as(a_person(here)), gift


def _invited(here: Neighbourhood) -> Invitation:
    by, gift = _may_invite(here)
    gifts.invite(by, gift, "TAFEL", day=days(3).date(), at=LATER)
    return Invitation.objects.latest("pk")


def _introduced(here: Neighbourhood) -> Introduction:
    by, gift, looking = _a_pair(here)
    gifts.introduce(by, gift, looking, at=LATER)
    return Introduction.objects.latest("pk")


def _a_learning_table(here: Neighbourhood) -> tuple[Viewer, Callable[[], Table]]:
    who, do = set_learning_table(here)
    do()
    key = Table.objects.latest("pk").pk
    return seen_as(Person.objects.get(key=who)), lambda: Table.objects.get(pk=key)


def _wishes(here: Neighbourhood) -> Viewer:
    by = seen_as(a_person(here))
    tables.wish_coffee(by, here, loves=["music"], reach="aan tafel", at=NOW)
    return by


def _woven(here: Neighbourhood) -> Viewer:
    by, _ = _wishes(here), _wishes(here)
    tables.weave_coffees(machine(), here, at=NOW)
    return by


def _sat_beside(here: Neighbourhood) -> tuple[Viewer, Person, Callable[[], Table]]:
    """A host, who sat at their table by name, and the table."""
    by, table = _met(here)
    guest = a_person(here)
    sits_too(seen_as(guest), table(), day=NOW.date(), at=LATER)
    return by, guest, table


def _two_who_met(here: Neighbourhood) -> tuple[Viewer, Person]:
    host, table = _met(here)
    guest = a_person(here)
    sits_too(seen_as(guest), table(), day=NOW.date(), at=LATER)
    return host, guest


def _asked_for_a_tie(here: Neighbourhood) -> tuple[Viewer, Callable[[], Tie]]:
    host, guest = _two_who_met(here)
    tables.keep_tie(host, Present.objects.get(person=guest), at=LATER)
    return seen_as(guest), lambda: Tie.objects.get(neighbourhood=here)


def _started(here: Neighbourhood) -> tuple[Viewer, Callable[[], Initiative]]:
    by = seen_as(a_person(here))
    initiatives.start(by, here, words="Soep op straat", place=a_place(here), at=NOW)
    key = Initiative.objects.latest("pk").pk
    return by, lambda: Initiative.objects.get(pk=key)


def _weighed(here: Neighbourhood) -> tuple[Viewer, Callable[[], Weighing]]:
    """Who weighed something and decided to stand beside it."""
    by = seen_as(a_person(here))
    asked = {"stake": "Het feest", "undone": "effort", "hurt": "doer", "learns": "they"}
    nudges.weigh(by, here, at=NOW, **asked)
    key = Weighing.objects.latest("pk").pk
    decided = {"stance": "beside", "stop": "Als het donker wordt", "look_back_on": days(5).date()}
    nudges.decide_weighing(by, Weighing.objects.get(pk=key), at=NOW, **decided)
    return by, lambda: Weighing.objects.get(pk=key)


def _asked_institution(here: Neighbourhood) -> tuple[Viewer, Callable[[], Question], Viewer]:
    """Who asks, what they ask, and who is asked by name."""
    by, one = _started(here)
    worker = a_worker(here)
    work = worker.work.get()
    initiatives.ask(
        by, one(), kind="place", words="Een schuur", institution=work.institution, of=work, at=NOW
    )
    key = Question.objects.latest("pk").pk
    return by, lambda: Question.objects.get(pk=key), seen_as(worker)


def _a_part(here: Neighbourhood) -> tuple[Viewer, Callable[[], Part], Person]:
    """Who holds a role in an initiative, and who else is in it."""
    by, one = _started(here)
    other = a_person(here)
    initiatives.join_in(seen_as(other), one(), at=NOW)
    initiatives.make_role(by, one(), name="Sleutel", mine=True, at=NOW)
    key = Part.objects.latest("pk").pk
    return by, lambda: Part.objects.get(pk=key), other


def _promised(here: Neighbourhood) -> tuple[Viewer, Callable[[], Promise]]:
    """Somebody who works here, and what they promised to somebody who is not in here."""
    by = seen_as(a_worker(here))
    stay.make_promise(by, here, words="Een lamp", due=days(30).date(), to_all=False, at=LATER)
    key = Promise.objects.latest("pk").pk
    return by, lambda: Promise.objects.get(pk=key)


def _works(here: Neighbourhood) -> tuple[Viewer, Work]:
    person = a_worker(here)
    return seen_as(person), person.work.get()


def _leaves(here: Neighbourhood) -> tuple[Viewer, Callable[[], Departure]]:
    by, work = _works(here)
    stay.announce_leaving(by, work, last_day=days(30).date(), at=LATER)
    return by, lambda: Departure.objects.get(work=work)


def _asked_over(here: Neighbourhood) -> tuple[Callable[[], Promise], Viewer]:
    by, promise = _promised(here)
    other = a_worker(here)
    stay.ask_over(by, promise(), work=other.work.get(), at=days(1))
    return promise, seen_as(other)


def _again(person: Person) -> Person:
    return Person.objects.get(pk=person.pk)


def _role(person: Person, role: Role) -> RoleHeld:
    return RoleHeld.objects.get(person=person, role=role.value)


def _team(here: Neighbourhood) -> Institution:
    people.institution_came(machine(), here, name="Stadsbeheer", cleans=True, at=NOW)
    return Institution.objects.get(neighbourhood=here)


def _file(*names: str, longer: bool = False) -> Merged:
    """Streets of 100 m eastward, one below the other."""
    made = [_street(name, 51.90 + number * 0.001, longer) for number, name in enumerate(names)]
    return Merged(tuple(made), len(made))


def _street(name: str, lat: float, longer: bool) -> Street:
    line = ((4.43, lat), (4.432 if longer else 4.4315, lat))
    return Street(
        match_key=f"name:{name.casefold()}",
        name=name,
        certainty="high",
        kind="street",
        street_class="residential",
        parts=(Segment(name, name, "high", "residential", line),),
        length_m=140.0 if longer else 100.0,
        area_m2=800.0,
    )


def _town(here: Neighbourhood) -> None:
    a_crew(here, minutes=120)
    by = seen_as(a_person(here))
    for place in streets(here, 4):
        dirty(by, place)


def _planned(here: Neighbourhood) -> tuple[Viewer, Plan, PlanLine]:
    _town(here)
    plan = night(here)
    line = plan.lines.order_by("order").first()
    assert line
    return seen_as(a_worker(here)), plan, line


def _proposed(here: Neighbourhood) -> tuple[Viewer, Proposal]:
    """A level that one board member proposed, and another one who may say yes."""
    first, other = (seen_as(a_person(here, Role.BOARD)) for _ in range(2))
    response.agree_standard(first, here, goal_grade="A", floor_grade="C", at=LATER)
    return other, Proposal.objects.get(neighbourhood=here)


def _line(line: PlanLine) -> PlanLine:
    return PlanLine.objects.get(pk=line.pk)
