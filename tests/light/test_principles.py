"""Principles told as stories: proposed by anybody, adopted by two, reworded, rested, looked at again, departed from."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.light.makers import SAYS, adopted, days, excepted, proposed
from tests.makers import NOW, a_neighbourhood, a_person, a_worker, seen_as
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.light import acts, queries
from vuurtoren.light.models import After, Excepted, Principle, Proposed, ReplacedRule, TalkTo
from vuurtoren.light.rules import Text
from vuurtoren.people import acts as people
from vuurtoren.people.rules import Role
from vuurtoren.power.queries import visitor
from vuurtoren.web.paging import MANY

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def test_a_neighbour_proposes_and_two_others_adopt() -> None:
    here = a_neighbourhood()
    noor, amina, rosa = a_person(here), a_person(here, Role.HOST), a_person(here, Role.BOARD)
    one = proposed(noor, here)
    assert not Principle.objects.exists()
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.adopt_principle(seen_as(noor), one, at=NOW)
    assert acts.adopt_principle(seen_as(amina), one, at=NOW).kind == "light.principle_first_yes"
    with pytest.raises(Refused, match=r"people\.second_person_needed"):
        acts.adopt_principle(seen_as(amina), one, at=NOW)
    assert not Principle.objects.exists()
    assert acts.adopt_principle(seen_as(rosa), one, at=NOW).kind == "light.principle_adopted"
    (seen,) = queries.principles_of(visitor(), here, TODAY)
    assert seen.version.text == SAYS
    assert not Proposed.objects.exists()
    with pytest.raises(Refused, match=r"light\.proposed_over"):
        acts.adopt_principle(seen_as(amina), one, at=NOW)


def test_proposing_is_the_first_yes_of_somebody_who_may_adopt() -> None:
    here = a_neighbourhood()
    amina, mei = a_person(here, Role.HOST), a_person(here, Role.BUILDER)
    one = proposed(amina, here)
    with pytest.raises(Refused, match=r"people\.second_person_needed"):
        acts.adopt_principle(seen_as(amina), one, at=NOW)
    acts.adopt_principle(seen_as(mei), one, at=NOW)
    assert Principle.objects.count() == 1


def test_the_yes_of_somebody_who_laid_down_the_role_is_none() -> None:
    here = a_neighbourhood()
    amina, mei, rosa = (a_person(here, role) for role in (Role.HOST, Role.BUILDER, Role.BOARD))
    one = proposed(amina, here)
    people.end_role(seen_as(amina), amina.roles.get(role="host"), at=NOW)
    assert acts.adopt_principle(seen_as(mei), one, at=days(1)).kind == "light.principle_first_yes"
    assert acts.adopt_principle(seen_as(rosa), one, at=days(1)).kind == "light.principle_adopted"


def test_other_words_keep_the_earlier_ones_readable_with_their_day() -> None:
    here = a_neighbourhood()
    one = adopted(here, "Eerst bellen")
    reworded = proposed(a_person(here), here, principle=one, text=Text("Eerst vragen", "Beter."), at=days(30))
    (now,) = queries.principles_of(visitor(), here, TODAY)
    assert now.words == "Eerst bellen", "the words of now hold until two said yes"
    for role in (Role.HOST, Role.BOARD):
        acts.adopt_principle(seen_as(a_person(here, role)), reworded, at=days(31))
    newest, first = queries.versions_of(visitor(), one)
    assert (newest.number, newest.words, newest.since) == (2, "Eerst vragen", days(31))
    assert (first.number, first.words, first.since) == (1, "Eerst bellen", NOW)


def test_a_proposal_is_taken_back_or_dropped_and_nothing_changes() -> None:
    here = a_neighbourhood()
    noor, sem, amina = a_person(here), a_person(here), a_person(here, Role.HOST)
    acts.drop_principle(seen_as(noor), proposed(noor, here), at=NOW)
    other = proposed(noor, here)
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.drop_principle(seen_as(sem), other, at=NOW)
    acts.drop_principle(seen_as(amina), other, at=NOW)
    assert not Proposed.objects.exists()
    assert not Principle.objects.exists()


def test_two_lay_a_principle_to_rest_and_what_leaned_on_it_stays_to_be_read() -> None:
    here = a_neighbourhood()
    one = adopted(here)
    excepted(a_person(here, Role.HOST), one)
    acts.propose_rest(seen_as(a_person(here)), one, at=days(1))
    with pytest.raises(Refused, match=r"light\.proposed_already"):
        acts.propose_rest(seen_as(a_person(here)), one, at=days(1))
    asked = Proposed.objects.get()
    for role in (Role.HOST, Role.BUILDER):
        acts.adopt_principle(seen_as(a_person(here, role)), asked, at=days(2))
    assert queries.principles_of(visitor(), here, TODAY) == []
    (rests,) = queries.principles_of(visitor(), here, TODAY, rest=True)
    assert rests.rests
    assert len(queries.exceptions_to(visitor(), rests.principle, TODAY)) == 1
    assert not list(queries.principles_to_choose(visitor(), here))
    with pytest.raises(Refused, match=r"light\.principle_gone"):
        excepted(a_person(here, Role.HOST), one, at=days(3))
    with pytest.raises(Refused, match=r"light\.principle_gone"):
        proposed(a_person(here), here, principle=one, at=days(3))


def test_the_day_to_look_again_comes_back_by_itself_for_those_who_tend_it() -> None:
    here = a_neighbourhood()
    mei = a_person(here, Role.BUILDER)
    one = adopted(here, look_again_on=days(40).date())

    def due(day: int) -> int:
        return len(queries.what_waits(seen_as(mei), here, days(day).date()).due)

    assert (due(39), due(40)) == (0, 1)
    assert queries.what_waits(seen_as(a_person(here)), here, days(40).date()) == queries.Waits()
    acts.look_again(seen_as(mei), one, look_again_on=days(200).date(), at=days(40))
    assert (due(40), due(200)) == (0, 1)


def test_what_waits_for_my_yes_is_told_until_i_said_it() -> None:
    here = a_neighbourhood()
    amina, rosa = a_person(here, Role.HOST), a_person(here, Role.BOARD)
    one = proposed(a_person(here), here)
    acts.adopt_principle(seen_as(amina), one, at=NOW)
    assert queries.what_waits(seen_as(amina), here, TODAY).proposed == ()
    assert len(queries.what_waits(seen_as(rosa), here, TODAY).proposed) == 1


def test_an_exception_lapses_by_itself_or_is_ended_earlier() -> None:
    here = a_neighbourhood()
    amina, bram = a_person(here, Role.HOST), a_worker(here)
    one = adopted(here)
    lapses, ends = excepted(amina, one), excepted(bram, one)
    acts.end_exception(seen_as(amina), ends, at=days(2))
    told = {some.excepted.pk: some.stands for some in queries.exceptions_to(visitor(), one, days(15).date())}
    assert told == {lapses.pk: "lapsed", ends.pk: "ended"}
    for gone, at in ((ends, days(3)), (lapses, days(15))):
        with pytest.raises(Refused, match=r"light\.exception_over"):
            acts.end_exception(seen_as(amina), gone, at=at)


def test_three_exceptions_alike_ask_for_a_talk_until_the_words_are_others() -> None:
    here = a_neighbourhood()
    amina = a_person(here, Role.HOST)
    one, other = adopted(here), adopted(here, "Niet roken")
    excepted(amina, one)
    acts.end_exception(seen_as(amina), excepted(amina, one, at=days(20)), at=days(21))
    excepted(amina, other, at=days(30))
    assert not queries.principle_seen(visitor(), one, days(40).date()).alike
    excepted(amina, one, at=days(40))
    assert queries.principle_seen(visitor(), one, days(40).date()).alike
    assert [some.principle for some in queries.what_waits(seen_as(amina), here, days(40).date()).alike] == [
        one
    ]
    assert not queries.principle_seen(visitor(), one, days(366).date()).alike
    reworded = proposed(a_person(here), here, principle=one, at=days(50))
    for role in (Role.HOST, Role.BOARD):
        acts.adopt_principle(seen_as(a_person(here, role)), reworded, at=days(50))
    assert not queries.principle_seen(visitor(), one, days(51).date()).alike


def test_what_happened_after_a_rule_is_told_later_by_anybody_who_lives_here() -> None:
    here = a_neighbourhood()
    one = adopted(here)
    acts.keep_rule(
        seen_as(a_person(here)), one, rule="Eerst een formulier", whose="de stad", replaced_on=TODAY, at=NOW
    )
    rule = ReplacedRule.objects.get()
    for number, words in enumerate(("Het viel tegen.", "Daarna ging het goed.")):
        acts.tell_after(seen_as(a_person(here)), rule, words=words, at=days(90 * (number + 1)))
    (seen,) = queries.rules_replaced(visitor(), here)
    assert seen.principle.words == SAYS.words
    assert [some.words for some in seen.after] == ["Het viel tegen.", "Daarna ging het goed."]
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.tell_after(seen_as(a_worker(here)), rule, words="Ook goed.", at=days(200))


def test_who_agreed_to_be_named_is_named_as_long_as_they_hold_the_role() -> None:
    here = a_neighbourhood()
    amina = a_person(here, Role.HOST, called="Amina")
    acts.be_found(seen_as(amina), here, yes=True, found="De Lantaarn", at=NOW)
    acts.be_found(seen_as(amina), here, yes=True, found="elke dinsdag", at=NOW)
    assert queries.to_talk_to(visitor(), here, days(1)) == [queries.TalkSeen("Amina", "elke dinsdag")]
    assert queries.to_talk_to(visitor(), here, NOW + timedelta(days=400)) == [], "the role is over by then"
    acts.be_found(seen_as(amina), here, yes=False, at=days(1))
    assert queries.to_talk_to(visitor(), here, days(1)) == []


def test_who_is_forgotten_takes_their_words_and_what_two_agreed_on_stays() -> None:
    here = a_neighbourhood()
    amina = a_person(here, Role.HOST)
    one = adopted(here)
    excepted(amina, one, why="Zonder mij")
    acts.keep_rule(seen_as(amina), one, rule="Mijn regel", whose="de stad", replaced_on=TODAY, at=NOW)
    acts.tell_after(seen_as(amina), ReplacedRule.objects.get(), words="Mijn woorden", at=NOW)
    acts.be_found(seen_as(amina), here, yes=True, at=NOW)
    proposed(amina, here)
    assert queries.wrote_here(seen_as(amina))
    people.forget(seen_as(amina), amina, here, at=NOW)
    left, rule = Excepted.objects.get(), ReplacedRule.objects.get()
    assert (left.why, left.for_whom, left.by, left.made_on) == ("", "", None, TODAY)
    assert (rule.rule, rule.whose, rule.by) == ("", "", None)
    assert not Proposed.objects.exists()
    assert not After.objects.exists()
    assert not TalkTo.objects.exists()
    assert queries.principle_seen(visitor(), one, TODAY).version.text.words == SAYS.words


def test_words_that_are_left_stay_without_their_writer() -> None:
    here = a_neighbourhood()
    amina = a_person(here, Role.HOST)
    excepted(amina, adopted(here), why="Blijft staan")
    acts.leave_principle_words(seen_as(amina), amina, here, at=NOW)
    assert not queries.wrote_here(seen_as(amina))
    people.forget(seen_as(amina), amina, here, at=NOW)
    assert Excepted.objects.get().why == "Blijft staan"


def test_the_journal_holds_no_words_of_a_principle() -> None:
    here = a_neighbourhood()
    excepted(a_person(here, Role.HOST), adopted(here))
    text = repr(list(Moment.objects.filter(book__key=here.key).values_list("kind", "what")))
    assert "light.exception_made" in text
    for words in ("vragen", "feest", "kinderen"):
        assert words not in text


def test_a_list_of_many_is_searched_and_of_few_it_is_read(client: Client) -> None:
    here = a_neighbourhood()
    page = f"/{here.slug}/principles/"
    for number in range(MANY):
        adopted(here, f"Regel nummer {number}")
    assert 'role="search"' not in client.get(page).content.decode()
    adopted(here, "Eerst koffie")
    assert 'role="search"' in client.get(page).content.decode()
    shown = client.get(f"{page}?q=KOFFIE").content.decode()
    assert "Eerst koffie" in shown
    assert "Regel nummer" not in shown
    assert "Niets gevonden met" in client.get(f"{page}?q=maan").content.decode()
