"""A lesson is for all only while everybody whose words they are says yes, whatever was said before."""

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.makers import NOW, a_neighbourhood, a_person, seen_as
from tests.nudges.makers import TODAY, again, looked_back
from vuurtoren.language import Refused
from vuurtoren.nudges import acts, queries
from vuurtoren.nudges.models import Voice, Weighing
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import visitor

pytestmark = pytest.mark.django_db


def read(here: Neighbourhood, **how: str) -> list[list[str]]:
    """What everybody reads."""
    return [[said.words for said in one.said] for one in queries.lessons(visitor(), here, **how)]


def test_it_is_hidden_until_both_agreed_and_again_when_one_takes_it_back() -> None:
    here = a_neighbourhood()
    mei, joris = a_person(here, called="Mei"), a_person(here, called="Joris")
    one = looked_back(mei, here, joris, words="Eerst vragen, dan doen", yes=True)
    assert read(here) == [["Eerst vragen, dan doen"]]
    acts.write_lesson(seen_as(joris), one, words="Ik had hulp moeten halen", at=NOW)
    assert read(here) == []
    assert queries.what_waits(seen_as(joris), here, TODAY).words == (again(one),)
    assert queries.weighing_seen(seen_as(mei), again(one), TODAY).waits == 1
    acts.agree_lesson(seen_as(joris), one, yes=True, at=NOW)
    assert read(here) == [["Eerst vragen, dan doen", "Ik had hulp moeten halen"]]
    assert read(here, words="HULP") == read(here)
    assert read(here, words="regen") == []
    acts.agree_lesson(seen_as(mei), one, yes=False, at=NOW)
    assert read(here) == []
    assert queries.what_waits(seen_as(mei), here, TODAY).words == (), "a no is not asked again"


def test_other_words_want_another_yes() -> None:
    here = a_neighbourhood()
    mei = a_person(here)
    one = looked_back(mei, here, words="Eerst vragen", yes=True)
    acts.write_lesson(seen_as(mei), one, words="Het was mijn haast", at=NOW)
    assert read(here) == []


def test_a_name_stands_with_it_only_where_its_owner_wants() -> None:
    here = a_neighbourhood()
    mei, joris = a_person(here, called="Mei"), a_person(here, called="Joris")
    one = looked_back(mei, here, joris, words="Eerst vragen", yes=True)
    acts.write_lesson(seen_as(joris), one, words="Ik schrok", yes=True, named=True, at=NOW)
    (lesson,) = queries.lessons(visitor(), here)
    assert [said.called for said in lesson.said] == ["", "Joris"]
    seen = queries.weighing_seen(seen_as(joris), again(one), TODAY)
    assert [said.called for said in seen.voices] == [""], "not even among themselves"


def test_what_went_well_is_no_lesson_for_all_and_nobody_writes_anothers_words() -> None:
    here = a_neighbourhood()
    mei, joris, rosa = a_person(here), a_person(here), a_person(here)
    one = looked_back(mei, here, joris, went="well", words="Het kon", yes=True)
    assert read(here) == []
    acts.write_lesson(seen_as(joris), one, words="Mooi", at=NOW)
    assert Voice.objects.get(person=mei).words == "Het kon"
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.write_lesson(seen_as(rosa), one, words="Ik weet het beter", at=NOW)
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.agree_lesson(seen_as(rosa), one, yes=True, at=NOW)


def test_whoever_wrote_comes_back_to_their_words_also_when_it_is_shared_no_longer() -> None:
    here = a_neighbourhood()
    mei, joris = a_person(here), a_person(here)
    one = looked_back(mei, here, joris, words="Eerst vragen", yes=True)
    acts.write_lesson(seen_as(joris), one, words="Ik schrok", yes=True, at=NOW)
    acts.share_weighing(seen_as(mei), one, people=[], at=NOW)
    acts.agree_lesson(seen_as(joris), one, yes=False, at=NOW)
    assert read(here) == []
    acts.write_lesson(seen_as(joris), one, words="", at=NOW)
    assert read(here) == [["Eerst vragen"]]
    acts.write_lesson(seen_as(mei), one, words="", at=NOW)
    with pytest.raises(Refused, match=r"nudges\.no_words_of_yours"):
        acts.agree_lesson(seen_as(mei), one, yes=True, at=NOW)


STEPS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(
            ("write", "write and yes", "yes", "no", "nothing any more", "forgotten", "shared no more")
        ),
    ),
    max_size=12,
)
_number = count()


@given(steps=STEPS, went=st.sampled_from(("otherwise", "wrong", "well")))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_they_do_in_whatever_order_only_words_with_a_yes_of_each_are_read(
    steps: list[tuple[int, str]], went: str
) -> None:
    here = a_neighbourhood()
    some = [a_person(here) for _ in range(3)]
    one = looked_back(some[0], here, *some[1:], went=went)
    said: dict[int, list[object]] = {}
    gone: set[int] = set()
    for who, step in steps:
        if who not in gone and _done(here, one, some[who], step, said.setdefault(who, ["", None])):
            gone.add(who)
            said.pop(who)
        voices = [words for words in said.values() if words[0]]
        read_by_all = went != "well" and voices and all(yes is True for _, yes in voices)
        assert [sorted(found) for found in read(here)] == (
            [sorted(str(words) for words, _ in voices)] if read_by_all else []
        )


def _done(here: Neighbourhood, one: Weighing, person: Person, step: str, mine: list[object]) -> bool:
    """Do it, remember in plain values what it should come to; are they forgotten?"""
    by = seen_as(person)
    try:
        if step.startswith("write"):
            words, yes = f"Woorden {next(_number)}", True if "yes" in step else None
            acts.write_lesson(by, one, words=words, yes=yes, at=NOW)
            mine[:] = [words, yes]
        elif step == "nothing any more":
            acts.write_lesson(by, one, words="", at=NOW)
            mine[:] = ["", None]
        elif step in ("yes", "no"):
            acts.agree_lesson(by, one, yes=step == "yes", at=NOW)
            mine[1] = step == "yes"
        elif step == "shared no more" and again(one).by == person:
            acts.share_weighing(by, one, people=[], at=NOW)
        elif step == "forgotten":
            people.forget(by, person, here, at=NOW)
            return True
    except Refused as refused:
        return refused.code not in ("nudges.no_words_of_yours", "power.not_yours")
    return False
