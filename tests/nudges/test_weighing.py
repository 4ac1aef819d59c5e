"""May it go wrong? A suggestion, a person who decides, a day to look back that comes by itself; read by whom one wants."""

from datetime import timedelta

import pytest

from tests.makers import NOW, a_neighbourhood, a_person, a_worker, seen_as
from tests.nudges.makers import SOON, TODAY, again, decided, looked_back, weighed
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.nudges import acts, queries
from vuurtoren.nudges.models import SharedWith, Weighing
from vuurtoren.nudges.rules import MOST_OPEN, Stance
from vuurtoren.people import acts as people
from vuurtoren.people.rules import Role

pytestmark = pytest.mark.django_db


def test_three_answers_give_a_suggestion_and_a_person_decides_otherwise() -> None:
    here = a_neighbourhood()
    bram = a_worker(here)
    one = weighed(bram, here, undone="never", hurt="other")
    seen = queries.weighing_seen(seen_as(bram), one, TODAY)
    assert (seen.suggested, seen.why, seen.may_decide) == (Stance.NOT_NOW, "other-never", True)
    about = {"stance": "beside", "stop": "Als er een kind alleen is", "look_back_on": SOON}
    with pytest.raises(Refused, match=r"nudges\.why_missing"):
        acts.decide_weighing(seen_as(bram), one, at=NOW, **about)
    acts.decide_weighing(seen_as(bram), one, why="De brandweer is erbij", at=NOW, **about)
    kept = again(one)
    assert (kept.decided, kept.stop, kept.why) == (
        "beside",
        "Als er een kind alleen is",
        "De brandweer is erbij",
    )
    assert kept.suggested is Stance.NOT_NOW


@pytest.mark.parametrize(
    ("otherwise", "code"),
    [
        ({"hurt": "dog"}, "answers_missing"),
        ({"undone": ""}, "answers_missing"),
        ({"learns": "they all"}, "answers_missing"),
        ({"stake": "  "}, "stake_missing"),
        ({"stake": "x" * 201}, "too_long"),
    ],
)
def test_what_is_not_answered_is_refused(otherwise: dict[str, str], code: str) -> None:
    here = a_neighbourhood()
    with pytest.raises(Refused, match=rf"nudges\.{code}"):
        weighed(a_person(here), here, **otherwise)


def test_a_flood_of_weighings_is_refused() -> None:
    here = a_neighbourhood()
    mei = a_person(here)
    for _ in range(MOST_OPEN):
        weighed(mei, here)
    with pytest.raises(Refused, match=r"nudges\.many_open"):
        weighed(mei, here)


def test_the_day_of_looking_back_comes_on_today_by_itself() -> None:
    here = a_neighbourhood()
    mei, joris = a_person(here, Role.BUILDER), a_person(here)
    one = decided(mei, here)
    acts.share_weighing(seen_as(mei), one, people=[joris], at=NOW)
    before, then = SOON - timedelta(days=1), SOON + timedelta(days=40)
    assert queries.what_waits(seen_as(mei), here, before).look_back == ()
    assert queries.what_waits(seen_as(mei), here, then).look_back == (one,)
    assert queries.what_waits(seen_as(joris), here, then).look_back == ()
    acts.look_back(seen_as(mei), one, went="well", at=NOW)
    assert queries.what_waits(seen_as(mei), here, then).look_back == ()
    for deed in (
        lambda: acts.look_back(seen_as(mei), one, went="wrong", at=NOW),
        lambda: acts.decide_weighing(seen_as(mei), one, stance="not_now", stop="", look_back_on=SOON, at=NOW),
    ):
        with pytest.raises(Refused, match=r"nudges\.looked_back_already"):
            deed()


def test_one_decides_before_one_looks_back() -> None:
    here = a_neighbourhood()
    mei = a_person(here)
    with pytest.raises(Refused, match=r"nudges\.decide_first"):
        acts.look_back(seen_as(mei), weighed(mei, here), went="well", at=NOW)
    with pytest.raises(Refused, match=r"nudges\.went_unknown"):
        acts.look_back(seen_as(mei), decided(mei, here), went="nobody's fault", at=NOW)


def test_it_is_not_there_for_anybody_but_who_made_it_and_whom_they_chose() -> None:
    here = a_neighbourhood()
    mei, joris, rosa = a_person(here, Role.BUILDER), a_person(here), a_person(here, Role.BOARD)
    one = decided(mei, here)
    assert queries.weighing_called(seen_as(joris), here, one.public_id) is None
    acts.share_weighing(seen_as(mei), one, people=[joris], at=NOW)
    assert queries.weighing_called(seen_as(joris), here, one.public_id) == one
    assert queries.my_weighings(seen_as(joris), here) == [one]
    assert queries.weighing_called(seen_as(rosa), here, one.public_id) is None
    with pytest.raises(Refused, match=r"power\.not_yours"):
        queries.weighing_seen(seen_as(rosa), one, TODAY)
    for deed in (acts.drop_weighing, acts.look_back):
        with pytest.raises(Refused, match=r"power\.not_yours"):
            deed(seen_as(joris), one, at=NOW, **({"went": "well"} if deed is acts.look_back else {}))
    acts.share_weighing(seen_as(mei), one, people=[], at=NOW)
    assert queries.weighing_called(seen_as(joris), here, one.public_id) is None
    assert set(Moment.objects.filter(kind__startswith="nudges.").values_list("who", flat=True)) == {None}


def test_it_is_shared_with_people_of_here_only() -> None:
    here, there = a_neighbourhood(), a_neighbourhood("Elders")
    mei, stranger = a_person(here), a_person(there)
    one = decided(mei, here)
    acts.share_weighing(seen_as(mei), one, people=[stranger, mei], at=NOW)
    assert not SharedWith.objects.exists()


def test_it_goes_away_unless_others_wrote_in_it() -> None:
    here = a_neighbourhood()
    mei, joris = a_person(here), a_person(here)
    one = looked_back(mei, here, joris, words="Eerst vragen")
    acts.write_lesson(seen_as(joris), one, words="Ik schrok", at=NOW)
    with pytest.raises(Refused, match=r"nudges\.others_wrote"):
        acts.drop_weighing(seen_as(mei), one, at=NOW)
    acts.write_lesson(seen_as(joris), one, words=" ", at=NOW)
    acts.drop_weighing(seen_as(mei), one, at=NOW)
    assert not Weighing.objects.exists()


def test_the_words_of_who_is_forgotten_go_and_those_of_others_stay() -> None:
    here = a_neighbourhood()
    mei, joris = a_person(here), a_person(here)
    one = looked_back(mei, here, joris, words="Eerst vragen", yes=True)
    acts.write_lesson(seen_as(joris), one, words="Ik schrok", yes=True, at=NOW)
    people.forget(seen_as(mei), mei, here, at=NOW)
    kept = again(one)
    assert (kept.by, kept.stake, kept.stop, kept.why) == (None, "", "", "")
    (lesson,) = queries.lessons(seen_as(joris), here)
    assert [said.words for said in lesson.said] == ["Ik schrok"]
    people.forget(seen_as(joris), joris, here, at=NOW)
    assert queries.lessons(seen_as(a_person(here)), here) == []
