"""An institution is asked, with a date, in public: late in two tones, never a silent yes, and 'no objection' where told."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.initiatives.makers import a_start, days
from tests.makers import NOW, a_neighbourhood, a_person, a_worker, seen_as
from tests.people.test_forgetting import holding
from tests.stay.makers import an_institution, who_leads, work_of, works_at
from vuurtoren.initiatives import acts, queries
from vuurtoren.initiatives.models import Initiative, Question
from vuurtoren.initiatives.rules import (
    ANSWERS,
    KINDS,
    NEEDS_A_REASON,
    Asked,
    Hand,
    answers,
    check_answer,
    check_question,
    stands,
    term_of,
    tone,
)
from vuurtoren.journal.queries import verify_book
from vuurtoren.language import Refused
from vuurtoren.people import acts as people
from vuurtoren.people.models import Institution, Person, Work
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import visitor
from vuurtoren.stay import acts as stay

TODAY = timezone.localdate(NOW)
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


def asked(one: Initiative, by: Person, to: Institution, kind: str = "place", **what: Any) -> Question:
    acts.ask(
        seen_as(by),
        one,
        kind=kind,
        words="Een schuur",
        institution=to,
        **{"at": NOW, **how_much(kind), **what},
    )
    return Question.objects.latest("pk")


def how_much(kind: str) -> dict[str, int]:
    """What only a question for money says."""
    return {"cents": 100_00} if kind == "money" else {}


def team(here: Neighbourhood) -> Institution:
    return Institution.objects.get(neighbourhood=here, cleans=True)


def seen(viewer: Any, question: Question, day: float = 0) -> queries.QuestionSeen:
    found = queries.question_called(
        viewer, Question.objects.get(pk=question.pk).initiative.neighbourhood, question.public_id
    )
    assert found
    return queries.question_seen(viewer, found, TODAY + timedelta(days=day))


# --- rules ------------------------------------------------------------------------------------------
@pytest.mark.pure
@given(st.sampled_from(KINDS), st.sampled_from(list(Asked)), DAYS, st.integers(0, 4000))
def test_silence_is_never_yes_and_never_no(kind: str, kept: Asked, asked_on: date, later: int) -> None:
    due, today = asked_on + term_of(kind), asked_on + timedelta(days=later)
    now = stands(kind, kept, due, today)
    if kind == "told" and kept is Asked.OPEN and today > due:
        assert now is Asked.NO_OBJECTION
    else:
        assert now is kept
    assert Hand.TIME not in {hand for (told, _, _), hand in ANSWERS.items() if not told}


@pytest.mark.pure
@given(st.sampled_from(KINDS), DAYS, st.integers(0, 4000))
def test_the_tones_come_in_order_and_the_second_after_as_long_again(
    kind: str, asked_on: date, later: int
) -> None:
    term = term_of(kind)
    due, today = asked_on + term, asked_on + timedelta(days=later)
    loud = tone(stands(kind, Asked.OPEN, due, today), asked_on, due, today)
    wanted = "" if later <= term.days else "late" if later <= 2 * term.days else "very_late"
    assert loud == ("" if kind == "told" else wanted)
    for over in set(Asked) - {Asked.OPEN}:
        assert tone(over, asked_on, due, today) == ""


@pytest.mark.pure
@given(
    st.sampled_from(KINDS), st.sampled_from(list(Asked)), st.sampled_from(list(Asked)), st.text(max_size=9)
)
def test_only_what_is_in_the_table_is_an_answer_and_it_says_why(
    kind: str, now: Asked, then: Asked, reason: str
) -> None:
    for hand in Hand:
        try:
            found, why = check_answer(kind, now, then.value, hand, reason)
        except Refused:
            wordless = then in NEEDS_A_REASON and not reason.split()
            assert then not in answers(kind, now, hand) or wordless
        else:
            assert found is then
            assert then in answers(kind, now, hand)
            assert why or then not in NEEDS_A_REASON


@pytest.mark.pure
@given(st.sampled_from(KINDS), st.sampled_from(list(Asked)))
def test_an_institution_says_more_yes_than_it_did_never_less(kind: str, now: Asked) -> None:
    order = [Asked.OPEN, Asked.NO, Asked.YES_IF, Asked.YES]
    for then in answers(kind, now):
        if kind != "told":
            assert order.index(then) > order.index(now)


@pytest.mark.pure
@pytest.mark.parametrize(
    ("kind", "words", "waiting", "says"),
    [
        ("gold", "x", 0, "kind_unknown"),
        ("money", "  ", 0, "question_missing"),
        ("money", "x" * 201, 0, "question_too_long"),
        ("money", "x", 12, "many_open"),
    ],
)
def test_a_question_is_a_few_words_of_a_kind(kind: str, words: str, waiting: int, says: str) -> None:
    with pytest.raises(Refused, match=says):
        check_question(kind, words, waiting, 100)
    assert check_question("money", "  een   pan ", 11, 100) == "een pan"


@pytest.mark.pure
@pytest.mark.parametrize(
    ("kind", "cents", "says"),
    [
        ("money", None, "amount_missing"),
        ("money", 0, "amount_missing"),
        ("money", -1, "amount_wrong"),
        ("money", 10**12, "amount_wrong"),
        ("place", 100, "amount_wrong"),
    ],
)
def test_whoever_asks_money_says_how_much_and_nobody_else_does(
    kind: str, cents: int | None, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        check_question(kind, "een pan", 0, cents)


# --- stories ----------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_a_question_has_a_date_and_past_it_the_page_says_so_in_two_tones_about_the_institution() -> None:
    here = a_neighbourhood()
    joris, bram = a_person(here), a_worker(here, "Bram")
    one = a_start(joris, here)
    question = asked(one, joris, team(here), of=work_of(bram))
    acts.take_on(seen_as(bram), question, yes=True, at=NOW)
    page = f"/{here.slug}/initiative/{one.public_id}/"
    for after, loud, late in ((70, "", 0), (71, "late", 1), (140, "late", 70), (141, "very_late", 71)):
        found = seen(visitor(), question, after)
        assert (found.tone, found.late, found.state, found.owner) == (loud, late, "open", "")
    Question.objects.update(
        asked_on=timezone.localdate() - timedelta(days=75), due=timezone.localdate() - timedelta(days=5)
    )
    shown = Client().get(page).content.decode()
    assert "Stadsbeheer is 5 dagen over de datum" in shown
    assert "Bram" not in shown


@pytest.mark.django_db
def test_what_was_told_has_no_objection_after_its_date_and_an_objection_says_why_and_forbids_nothing() -> (
    None
):
    here = a_neighbourhood()
    joris, bram = a_person(here), a_worker(here)
    one = a_start(joris, here, state="doing")
    silent, objected = (asked(one, joris, team(here), "told", of=work_of(bram)) for _ in range(2))
    with pytest.raises(Refused, match=r"initiatives\.reason_missing"):
        acts.answer_question(seen_as(bram), objected, answer="objection", at=days(3))
    acts.answer_question(seen_as(bram), objected, answer="objection", reason="Er ligt een kabel", at=days(14))
    assert seen(visitor(), silent, 14).state is Asked.OPEN
    assert seen(visitor(), silent, 15).state is Asked.NO_OBJECTION
    assert (seen(visitor(), objected, 99).state, seen(visitor(), objected).reason) == (
        "objection", "Er ligt een kabel",
    )  # fmt: skip
    with pytest.raises(Refused, match=r"initiatives\.no_objection_is"):
        acts.answer_question(seen_as(bram), silent, answer="objection", reason="Toch", at=days(15))
    assert one.state == "doing"
    assert queries.debt_of(visitor(), here, TODAY + timedelta(days=400)) == []


@pytest.mark.django_db
def test_without_a_willing_owner_it_is_the_teams_and_its_lead_sees_it() -> None:
    here = a_neighbourhood()
    joris, bram, lies = a_person(here), a_worker(here, "Bram"), who_leads(here)
    kade = works_at(an_institution(here), "Puck")
    question = asked(a_start(joris, here), joris, team(here), of=work_of(bram))
    waits = [len(queries.questions_for_me(seen_as(one), here, TODAY)) for one in (bram, lies, kade)]
    assert waits == [1, 1, 0]
    assert seen(seen_as(joris), question).asked_of == "Bram"
    acts.take_on(seen_as(bram), question, yes=False, at=NOW)
    assert [len(queries.questions_for_me(seen_as(one), here, TODAY)) for one in (bram, lies)] == [0, 1]
    for other in (bram, kade, joris):
        with pytest.raises(Refused, match=r"power\.not_yours"):
            acts.answer_question(seen_as(other), question, answer="yes", at=NOW)
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.take_on(seen_as(kade), question, yes=True, at=NOW)
    acts.take_on(seen_as(bram), question, yes=True, at=NOW)
    assert seen(seen_as(joris), question).owner == "Bram"
    assert [len(queries.questions_for_me(seen_as(one), here, TODAY)) for one in (bram, lies)] == [1, 0]
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.answer_question(seen_as(lies), question, answer="yes", at=NOW)
    with pytest.raises(Refused, match=r"initiatives\.yours_already"):
        acts.take_on(seen_as(bram), question, yes=True, at=NOW)


@pytest.mark.django_db
def test_where_nobody_leads_each_colleague_sees_what_nobody_took_on() -> None:
    here = a_neighbourhood()
    joris, bram, collega = a_person(here), a_worker(here), a_worker(here)
    question = asked(a_start(joris, here), joris, team(here))
    assert [len(queries.questions_for_me(seen_as(one), here, TODAY)) for one in (bram, collega)] == [1, 1]
    acts.take_on(seen_as(collega), question, yes=True, at=NOW)
    assert [len(queries.questions_for_me(seen_as(one), here, TODAY)) for one in (bram, collega)] == [0, 1]


@pytest.mark.django_db
def test_an_owner_passes_it_on_and_keeps_it_until_the_yes_or_lays_it_back() -> None:
    here = a_neighbourhood()
    joris, bram, puck, lies = a_person(here), a_worker(here), a_worker(here, "Puck"), who_leads(here)
    elsewhere = works_at(an_institution(here), "Kim")
    question = asked(a_start(joris, here), joris, team(here), of=work_of(bram))
    acts.take_on(seen_as(bram), question, yes=True, at=NOW)
    with pytest.raises(Refused, match=r"initiatives\.works_elsewhere"):
        acts.give_on(seen_as(bram), question, to=work_of(elsewhere), at=NOW)
    with pytest.raises(Refused, match=r"initiatives\.has_it_already"):
        acts.give_on(seen_as(bram), question, to=work_of(bram), at=NOW)
    acts.give_on(seen_as(bram), question, to=work_of(puck), at=NOW)
    assert "answer" in seen(seen_as(bram), question).may
    acts.take_on(seen_as(puck), question, yes=True, at=NOW)
    assert "answer" not in seen(seen_as(bram), question).may
    acts.give_on(seen_as(puck), question, to=None, at=NOW)
    assert "answer" in seen(seen_as(lies), question).may
    assert "answer" not in seen(seen_as(puck), question).may


@pytest.mark.django_db
def test_of_who_left_or_was_forgotten_the_question_falls_to_the_team_and_the_debt_stays() -> None:
    here = a_neighbourhood()
    joris, bram, kim, lies = a_person(here), a_worker(here), a_worker(here), who_leads(here)
    one = a_start(joris, here)
    first, second = (asked(one, joris, team(here), of=work_of(who)) for who in (bram, kim))
    for who, question in ((bram, first), (kim, second)):
        acts.take_on(seen_as(who), question, yes=True, at=NOW)
    people.forget(seen_as(bram), bram, here, at=NOW)
    Work.objects.filter(person=kim).update(until=TODAY - timedelta(days=1))
    assert len(queries.questions_for_me(seen_as(lies), here, TODAY)) == 2
    assert queries.debt_of(visitor(), here, TODAY)[0].waiting == 2
    assert seen(seen_as(lies), second).owner == ""
    acts.answer_question(seen_as(lies), first, answer="no", reason="Er is geen schuur", at=NOW)
    assert seen(visitor(), first).state == "no"


@pytest.mark.django_db
def test_a_professional_who_finished_leaving_leaves_no_question_without_an_owner() -> None:
    here = a_neighbourhood()
    joris, bram, lies = a_person(here), a_worker(here), who_leads(here)
    question = asked(a_start(joris, here), joris, team(here), of=work_of(bram))
    acts.take_on(seen_as(bram), question, yes=True, at=NOW)
    stay.announce_leaving(seen_as(bram), work_of(bram), last_day=TODAY + timedelta(days=30), at=NOW)
    stay.complete_departure(seen_as(bram), work_of(bram).departure, known=True, at=NOW)
    assert len(queries.questions_for_me(seen_as(lies), here, TODAY)) == 1


@pytest.mark.django_db
def test_a_no_can_become_a_yes_and_a_yes_stays_one() -> None:
    here = a_neighbourhood()
    joris, bram = a_person(here), a_worker(here)
    question = asked(a_start(joris, here), joris, team(here), "money", of=work_of(bram))
    acts.answer_question(seen_as(bram), question, answer="no", reason="Het potje is leeg", at=days(80))
    assert seen(visitor(), question, 200).tone == ""
    acts.answer_question(seen_as(bram), question, answer="yes_if", reason="In januari", at=days(90))
    acts.answer_question(seen_as(bram), question, answer="yes", at=days(95))
    for worse in ("no", "yes_if", "fine", "open", "x"):
        with pytest.raises(Refused, match=r"initiatives\.question_moved_on"):
            acts.answer_question(seen_as(bram), question, answer=worse, reason="Toch niet", at=days(96))
    with pytest.raises(Refused, match=r"initiatives\.question_moved_on"):
        acts.withdraw_question(seen_as(joris), question, at=days(97))


@pytest.mark.django_db
def test_debt_is_counted_by_institution_in_questions_and_days_past_their_date() -> None:
    here = a_neighbourhood()
    joris, bram = a_person(here), a_worker(here)
    kade = an_institution(here)
    one = a_start(joris, here)
    asked(one, joris, team(here))
    asked(one, joris, team(here), at=days(30))
    asked(one, joris, team(here), "told")
    asked(one, joris, kade, "money", at=days(100))
    answered = asked(one, joris, team(here), of=work_of(bram))
    acts.answer_question(seen_as(bram), answered, answer="yes", at=days(99))
    city, other = queries.debt_of(visitor(), here, TODAY + timedelta(days=145))
    assert (city.institution, city.waiting, city.late, city.very_late) == ("Stadsbeheer", 2, 1, 1)
    assert (city.days, city.longest) == (75 + 45, 75)
    assert (other.waiting, other.late, other.days) == (1, 0, 0)
    Question.objects.filter(kind="place", state="open").update(due=timezone.localdate() - timedelta(days=3))
    shown = Client().get(f"/{here.slug}/city/").content.decode()
    assert "samen 6 dagen; de langste 3 dagen" in shown


@pytest.mark.django_db
def test_an_institution_elsewhere_is_not_asked() -> None:
    here, other = a_neighbourhood(), a_neighbourhood()
    a_worker(other)
    joris = a_person(here)
    with pytest.raises(Refused, match=r"initiatives\.institution_gone"):
        asked(a_start(joris, here), joris, team(other))
    bram, puck = a_worker(here), works_at(an_institution(here), "Puck")
    with pytest.raises(Refused, match=r"initiatives\.works_elsewhere"):
        asked(a_start(joris, here), joris, team(here), of=work_of(puck))
    with pytest.raises(Refused, match=r"power\.not_yours"):
        asked(a_start(joris, here), bram, team(here))


@pytest.mark.django_db
def test_who_asked_is_forgotten_with_their_words_and_the_debt_stays() -> None:
    here = a_neighbourhood()
    joris, bram = a_person(here), a_worker(here)
    one = a_start(joris, here)
    acts.ask(seen_as(joris), one, kind="money", words="Wimpelgeld", institution=team(here), cents=5, at=NOW)
    people.forget(seen_as(joris), joris, here, at=NOW)
    assert holding("Wimpelgeld") == []
    question = Question.objects.get()
    acts.take_on(seen_as(bram), question, yes=True, at=NOW)
    acts.answer_question(seen_as(bram), question, answer="yes", at=NOW)
    assert seen(visitor(), question).state == "yes"
    assert verify_book(here.key).broken is None


@pytest.mark.django_db
def test_only_somebody_of_the_institution_can_be_chosen_and_the_form_says_how_long_and_how_much(
    client: Client,
) -> None:
    here = a_neighbourhood()
    joris, bram = a_person(here), a_worker(here, called="Bram")
    kade = an_institution(here, "Woonkade")
    lotte = works_at(kade, "Lotte")
    one = a_start(joris, here)
    assert joris.account
    client.force_login(joris.account)
    page = f"/{here.slug}/initiative/{one.public_id}/"
    shown = client.get(page + "ask/").content.decode()
    assert "mag het antwoord 10 weken duren" in shown
    ours, theirs = work_of(bram), work_of(lotte)
    of_each = [f"{work.institution_id}-{work.pk}" for work in (ours, theirs)]
    assert all(f'value="{one_}"' in shown for one_ in of_each)
    crossed = f"{ours.institution_id}-{theirs.pk}"
    sent = {"kind": "money", "what": "Voor pannen", "cents": "250,50", "institution": crossed, "key": "k1"}
    assert client.post(page + "ask/", sent).status_code == 422
    without = {**sent, "institution": of_each[1], "cents": ""}
    assert "hoeveel geld" in client.post(page + "ask/", without).content.decode()
    assert client.post(page + "ask/", {**without, "cents": "250,50"}).status_code == 302
    question = Question.objects.get()
    assert (question.cents, question.asked_of, question.institution) == (250_50, lotte, kade)
    assert "€\xa0250,50" in client.get(page).content.decode()


@pytest.mark.django_db
def test_whoever_is_asked_by_name_reads_it_on_today_and_with_the_answer(client: Client) -> None:
    here = a_neighbourhood()
    joris, bram = a_person(here), a_worker(here, called="Bram")
    one = a_start(joris, here, "Soep op woensdag")
    question = asked(one, joris, team(here), of=work_of(bram))
    assert bram.account
    client.force_login(bram.account)
    today = client.get(f"/{here.slug}/").content.decode()
    assert "Buren vragen het jou" in today
    assert "Een schuur" in today
    assert "Soep op woensdag" in today
    answer = client.get(f"/{here.slug}/question/{question.public_id}/answer/").content.decode()
    assert "Dit initiatief vraagt het." in answer
    assert "Een schuur" in answer
    assert "Soep op woensdag" in answer
    other = a_worker(here)
    assert other.account
    client.force_login(other.account)
    assert "Buren vragen het jou" not in client.get(f"/{here.slug}/").content.decode()
