"""Speaking for them: an institution says something of what residents hold only after their yes, or in an emergency."""

from datetime import timedelta
from itertools import product

import pytest
from django.test import Client

from tests.care.makers import a_carrier, days, handed_over
from tests.makers import a_neighbourhood, a_person, a_place, a_worker, seen_as
from vuurtoren.care import acts
from vuurtoren.care.models import Saying
from vuurtoren.care.queries import said_about, saying_called, words_waiting
from vuurtoren.care.speaking import ANSWERS, Heard, ground_to_speak, heard, settled
from vuurtoren.care.together import mark
from vuurtoren.initiatives import acts as initiatives
from vuurtoren.initiatives.models import Initiative
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused, say
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import emergency_at, visitor
from vuurtoren.power.rules import Emergency

WORDS = "De wethouder is trots op dit plein"


def _held() -> tuple[Neighbourhood, Place, Viewer, Viewer]:
    here = a_neighbourhood()
    place, worker = a_place(here), seen_as(a_worker(here))
    by = a_carrier(a_person(here), place)
    handed_over(by, worker, place)
    return here, place, by, worker


@pytest.mark.pure
def test_nothing_is_said_of_what_residents_hold_without_a_yes_or_an_emergency() -> None:
    for held, asks, emergency in product((False, True), repeat=3):
        if held and not (asks or emergency):
            with pytest.raises(Refused, match=r"room\.words_are_theirs"):
                ground_to_speak(held=held, asks=asks, emergency=emergency)
            continue
        ground = ground_to_speak(held=held, asks=asks, emergency=emergency)
        assert (ground is None) == (held and asks)


@pytest.mark.pure
def test_whatever_happens_to_words_they_are_said_only_with_a_yes_or_in_their_words() -> None:
    """Every order of four turns."""
    for turns in product([*ANSWERS, "let go", "theirs"], repeat=4):
        state, yes = Heard.ASKED, False
        for turn in turns:
            try:
                state = heard(state, turn) if turn in ANSWERS else settled(state, theirs=turn == "theirs")
            except Refused:
                continue
            yes = yes or turn in ("yes", "other")
            assert state is not Heard.SAID or yes, turns


@pytest.mark.django_db
def test_of_its_own_it_speaks_at_once_and_of_theirs_it_is_stopped_without_a_trace() -> None:
    here, held, _, worker = _held()
    own = a_place(here)
    acts.speak(worker, own, words=WORDS, at=days(20))
    assert [one.words for one in said_about(visitor(), own)] == [WORDS]
    told = Moment.objects.count()
    with pytest.raises(Refused, match=r"room\.words_are_theirs"):
        acts.speak(worker, held, words=WORDS, at=days(20))
    assert (Saying.objects.count(), Moment.objects.count()) == (1, told)


@pytest.mark.django_db
def test_asked_they_say_yes_and_it_says_so_or_no_and_nobody_reads_it() -> None:
    here, held, by, worker = _held()
    for answer, read in (("no", []), ("yes", [WORDS])):
        acts.speak(worker, held, words=WORDS, asks=True, at=days(20))
        assert said_about(visitor(), held) == []
        (waits,) = words_waiting(by, here)
        assert saying_called(visitor(), here, waits.public_id) is None
        assert saying_called(seen_as(a_person(here)), here, waits.public_id) is None
        acts.answer_words(by, Saying.objects.latest("pk"), answer=answer, at=days(21))
        said = said_about(visitor(), held)
        assert [one.words for one in said] == read
        assert all(one.asked for one in said)
        with pytest.raises(Refused, match=r"care\.answered_already"):
            acts.answer_words(by, Saying.objects.latest("pk"), answer="yes", at=days(22))


@pytest.mark.django_db
def test_they_put_it_otherwise_and_only_their_words_are_said() -> None:
    here, held, by, worker = _held()
    acts.speak(worker, held, words=WORDS, asks=True, at=days(20))
    one = Saying.objects.get()
    with pytest.raises(Refused, match=r"care\.answered_already"):
        acts.settle_words(worker, one, theirs=True, had=mark("X"), at=days(20))
    with pytest.raises(Refused, match=r"power\."):
        acts.answer_words(worker, one, answer="yes", at=days(21))
    acts.answer_words(by, one, answer="other", words="Buren maakten dit plein", at=days(21))
    assert said_about(visitor(), held) == []
    assert [some.theirs for some in words_waiting(worker, here)] == ["Buren maakten dit plein"]
    with pytest.raises(
        Refused, match=r"care\.words_moved_on"
    ):  # not said unread: somebody else may have answered anew
        acts.settle_words(worker, one, theirs=True, had=mark("Buren maakten iets"), at=days(22))
    had = mark("Buren maakten dit plein")
    acts.settle_words(worker, one, theirs=True, had=had, at=days(22))
    assert [some.words for some in said_about(visitor(), held)] == ["Buren maakten dit plein"]


@pytest.mark.django_db
def test_in_an_emergency_it_speaks_unasked_everybody_reads_that_and_it_is_over_early() -> None:
    from vuurtoren.power import acts as power

    _here, held, _, worker = _held()
    why = Emergency("danger", days(22).date())
    acts.speak(worker, held, words="Gas. Blijf weg.", emergency=why, at=days(20))
    (said,) = said_about(visitor(), held)
    assert said.ground == "emergency"
    assert emergency_at(visitor(), held, "litter", days(20).date())
    power.end_emergency(worker, held, kind="litter", at=days(20) + timedelta(hours=2))
    assert emergency_at(visitor(), held, "litter", days(20).date()) is None
    with pytest.raises(Refused, match=r"room\.no_emergency"):
        power.end_emergency(worker, held, kind="litter", at=days(21))


@pytest.mark.django_db
def test_of_an_initiative_nobody_speaks_but_with_the_yes_of_who_is_in_it() -> None:
    here = a_neighbourhood()
    me, worker = a_person(here), seen_as(a_worker(here))
    initiatives.start(seen_as(me), here, words="Soep op straat", place=a_place(here), at=days(0))
    one = Initiative.objects.get()
    with pytest.raises(Refused, match=r"room\.initiative_is_theirs") as no:
        acts.speak(worker, one, words=WORDS, at=days(1))
    assert "twee wegen" in say("nl", no.value.key)  # an emergency is about a place
    assert "noodgeval" not in say("nl", no.value.key)
    acts.speak(worker, one, words=WORDS, asks=True, at=days(1))
    with pytest.raises(Refused, match=r"power\."):
        acts.answer_words(seen_as(a_person(here)), Saying.objects.get(), answer="yes", at=days(2))
    acts.answer_words(seen_as(me), Saying.objects.get(), answer="yes", at=days(2))
    assert [some.words for some in said_about(visitor(), one)] == [WORDS]


@pytest.mark.django_db
def test_who_is_forgotten_takes_their_own_words_along_and_the_question_is_open_again() -> None:
    here, held, by, worker = _held()
    acts.speak(worker, held, words=WORDS, asks=True, at=days(20))
    acts.answer_words(by, Saying.objects.get(), answer="other", words="Wij, Anna en Bea", at=days(21))
    assert by.person
    acts.release_person(by, by.person, [here], days(22))
    one = Saying.objects.get()
    assert (one.state, one.theirs, one.answered_by) == ("asked", "", None)


@pytest.mark.django_db
def test_from_page_to_page_it_is_stopped_asked_and_said(client: Client) -> None:
    here, held, by, worker = _held()
    from vuurtoren.people.models import Person

    who = {name: Person.objects.get(key=one.person) for name, one in (("city", worker), ("me", by))}
    base = f"/{here.slug}/street/{held.public_id}/"
    client.force_login(who["city"].account)  # type: ignore[arg-type]
    stopped = client.post(base + "say/", {"key": "k1", "said": WORDS})
    words = stopped.content.decode()
    assert stopped.status_code == 422
    for way in ("Vraag het de buren", "Zie ervan af", "Meld een noodgeval"):
        assert way in words
    assert client.post(base + "say/", {"key": "k2", "said": WORDS, "way": "ask"}).status_code == 302
    assert WORDS not in Client().get(base).content.decode()
    address = f"/{here.slug}/saying/{Saying.objects.get().public_id}/"
    assert Client().get(address).status_code == 404
    assert WORDS in client.get(address).content.decode()
    mine = Client()
    mine.force_login(who["me"].account)  # type: ignore[arg-type]
    assert address in mine.get(f"/{here.slug}/").content.decode()
    assert address in mine.get(base).content.decode()
    assert WORDS in mine.get(address).content.decode()
    assert mine.post(address + "answer/", {"key": "k3", "answer": "yes"}).status_code == 302
    said = Client().get(base).content.decode()
    assert WORDS in said
    assert "Buren zeiden ja." in said
