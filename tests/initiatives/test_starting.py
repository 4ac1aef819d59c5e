"""Start something in a minute: published at once, named to whoever is in it, and forgotten with its writer."""

import pytest
from django.test import Client

from tests.initiatives.makers import a_start, again, days, words_seen
from tests.makers import NOW, a_neighbourhood, a_person, a_place, a_worker, seen_as
from tests.people.test_forgetting import holding
from vuurtoren.initiatives import acts, queries
from vuurtoren.initiatives.models import Initiative, Joined, Learned
from vuurtoren.journal.models import Moment
from vuurtoren.journal.queries import verify_book
from vuurtoren.language import Refused
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role
from vuurtoren.places.models import Place
from vuurtoren.power.queries import visitor

pytestmark = pytest.mark.django_db


def test_what_a_resident_starts_is_there_for_everybody_at_once_and_asks_nobody() -> None:
    here = a_neighbourhood()
    joris = a_person(here, called="Joris")
    place = a_place(here, "Kadeweg")
    one = a_start(joris, here, place=place, more="Elke woensdag")
    assert words_seen(visitor(), here) == ["Soep op straat"]
    assert queries.people_of(visitor(), one).names == ()
    assert queries.people_of(seen_as(joris), one).names == ("Joris",)
    moment = Moment.objects.get(kind="initiatives.started")
    assert (moment.about, moment.place, moment.what) == (one.key, place.key, {"state": "idea"})


def test_an_institution_does_not_start_here_and_a_place_elsewhere_is_none() -> None:
    here, other = a_neighbourhood(), a_neighbourhood()
    with pytest.raises(Refused, match=r"power\.not_yours"):
        a_start(a_worker(here), here)
    with pytest.raises(Refused, match=r"initiatives\.place_gone"):
        a_start(a_person(here), here, place=a_place(other))
    gone = a_place(here)
    Place.objects.filter(pk=gone.pk).update(gone_at=NOW)
    with pytest.raises(Refused, match=r"initiatives\.place_gone"):
        a_start(a_person(here), here, place=Place.objects.get(pk=gone.pk))
    assert not Initiative.objects.exists()


def test_names_are_known_to_who_is_in_it_and_a_number_from_five_up_to_all() -> None:
    here = a_neighbourhood()
    joris, stranger = a_person(here, called="Joris"), a_person(here, Role.BOARD)
    one = a_start(joris, here)
    for number in range(3):
        acts.join_in(seen_as(a_person(here, called=f"Buur {number}")), one, at=NOW)
    for other in (visitor(), seen_as(stranger), seen_as(a_worker(here))):
        seen = queries.people_of(other, one)
        assert (seen.names, seen.told, seen.i_am) == ((), 0, False)
    acts.join_in(seen_as(stranger), one, at=NOW)
    assert queries.people_of(seen_as(stranger), one).names[0] == "Joris"
    assert queries.people_of(visitor(), one).told == 5
    with pytest.raises(Refused, match=r"initiatives\.in_already"):
        acts.join_in(seen_as(stranger), one, at=NOW)


def test_whoever_steps_out_knows_no_names_any_more_and_it_stays_without_people_too() -> None:
    here = a_neighbourhood()
    joris = a_person(here, called="Joris")
    one = a_start(joris, here)
    acts.step_out(seen_as(joris), one, at=NOW)
    assert queries.people_of(seen_as(joris), one).names == ()
    assert queries.people_of(visitor(), one).nobody
    assert words_seen(visitor(), here) == ["Soep op straat"]
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.turn_to(seen_as(joris), one, turn="stop", at=NOW)
    noor = seen_as(a_person(here))
    acts.join_in(noor, one, at=NOW)
    acts.turn_to(noor, one, turn="begin", at=NOW)
    assert again(one).state == "doing"


def test_a_list_is_searched_narrowed_and_ends() -> None:
    here = a_neighbourhood()
    joris = a_person(here)
    a_start(joris, here, "Soep op straat", place=a_place(here, "Kadeweg"))
    a_start(joris, here, "Fietsen maken", more="Met een bakkie soep erbij", wants_people=False)
    stopped = a_start(joris, here, "Leeskring")
    acts.turn_to(seen_as(joris), stopped, turn="stop", at=NOW)
    assert words_seen(visitor(), here) == ["Fietsen maken", "Soep op straat"]
    assert words_seen(visitor(), here, words="soep") == ["Fietsen maken", "Soep op straat"]
    assert words_seen(visitor(), here, words="kadeweg") == ["Soep op straat"]
    assert words_seen(visitor(), here, show="people") == ["Soep op straat"]
    assert words_seen(visitor(), here, show="was") == ["Leeskring"]
    assert words_seen(visitor(), here, first=1, count=1) == ["Soep op straat"]
    assert words_seen(visitor(), here, words="%") == []


def test_what_was_learned_is_its_peoples_own_unless_they_tell_it() -> None:
    here = a_neighbourhood()
    joris = seen_as(a_person(here))
    one = a_start(a_person(here), here, state="doing")
    acts.join_in(joris, one, at=NOW)
    acts.turn_to(joris, one, turn="rest", learned="Alleen is te veel", at=days(1))
    acts.turn_to(joris, one, turn="go_on", learned="Met z'n drieën wel", seen_by="neighbourhood", at=days(2))
    acts.turn_to(joris, one, turn="finish", at=days(3))
    mine = [some.words for some in queries.learned_of(joris, one)]
    assert mine == ["Met z'n drieën wel", "Alleen is te veel"]
    assert [some.words for some in queries.learned_of(visitor(), one)] == ["Met z'n drieën wel"]
    assert again(one).state == "done"


def test_a_slip_is_as_it_was_within_a_day_with_the_words_that_came_with_it() -> None:
    here = a_neighbourhood()
    joris = seen_as(a_person(here))
    acts.start(joris, here, words="Soep", state="doing", at=NOW)
    one = Initiative.objects.get()
    acts.turn_to(joris, one, turn="rest", learned="Eerst", at=days(1))
    acts.turn_to(joris, one, turn="stop", learned="Vergissing", at=days(2))
    assert queries.may_do(joris, again(one), days(2.5)).undo
    acts.turn_back(joris, one, at=days(2.5))
    assert (again(one).state, again(one).was) == ("resting", "")
    assert list(Learned.objects.values_list("words", flat=True)) == ["Eerst"]
    with pytest.raises(Refused, match=r"initiatives\.nothing_to_undo"):
        acts.turn_back(joris, one, at=days(2.5))
    acts.turn_to(joris, one, turn="go_on", at=days(3))
    with pytest.raises(Refused, match=r"initiatives\.nothing_to_undo"):
        acts.turn_back(joris, one, at=days(4.1))


def test_two_say_how_it_goes_at_once_and_the_second_sees_that_it_moved_on() -> None:
    here = a_neighbourhood()
    joris = seen_as(a_person(here))
    acts.start(joris, here, words="Soep", state="doing", at=NOW)
    one = Initiative.objects.get()
    acts.turn_to(joris, one, turn="finish", at=NOW)
    with pytest.raises(Refused, match=r"initiatives\.moved_on"):
        acts.turn_to(joris, one, turn="rest", at=NOW)
    with pytest.raises(Refused, match=r"initiatives\.moved_on"):
        acts.turn_to(joris, one, turn="fly", at=NOW)


def test_started_by_mistake_is_gone_without_a_trace() -> None:
    here = a_neighbourhood()
    joris, noor = a_person(here), a_person(here)
    one = a_start(joris, here, "Zeldzame soep")
    assert queries.may_do(seen_as(joris), one, NOW).take_back
    acts.step_out(seen_as(joris), one, at=NOW)
    acts.join_in(seen_as(joris), one, at=NOW)
    acts.unstart(seen_as(joris), again(one), at=NOW)
    assert holding("Zeldzame soep") == []
    with pytest.raises(Refused, match=r"initiatives\.gone"):
        acts.join_in(seen_as(noor), one, at=NOW)


def test_whoever_joined_never_takes_away_what_another_started_not_even_alone_in_it() -> None:
    here = a_neighbourhood()
    amina, noor = a_person(here), a_person(here)
    one = a_start(amina, here, "Buurtsoep")
    acts.join_in(seen_as(noor), one, at=NOW)
    acts.step_out(seen_as(amina), one, at=NOW)
    for somebody in (noor, amina):
        assert not queries.may_do(seen_as(somebody), again(one), NOW).take_back
    with pytest.raises(Refused, match=r"initiatives\.others_are_in"):
        acts.unstart(seen_as(noor), one, at=NOW)
    acts.reword(seen_as(noor), one, words="Noors soep", at=NOW)  # the words are theirs, the start is not
    with pytest.raises(Refused, match=r"initiatives\.others_are_in"):
        acts.unstart(seen_as(noor), one, at=NOW)
    acts.join_in(seen_as(amina), one, at=NOW)
    acts.step_out(seen_as(noor), one, at=NOW)
    with pytest.raises(Refused, match=r"initiatives\.others_are_in"):
        acts.unstart(seen_as(amina), one, at=NOW)
    assert again(one).words == "Noors soep"


def test_who_is_forgotten_takes_their_words_along_and_the_initiative_stays_with_its_people() -> None:
    here = a_neighbourhood()
    joris, noor = a_person(here, called="Joris Wimpel"), a_person(here, called="Noor")
    one = a_start(joris, here, "Wimpelsoep", more="Wimpelzin", state="doing")
    acts.join_in(seen_as(noor), one, at=NOW)
    acts.turn_to(seen_as(joris), one, turn="rest", learned="Wimpelles", seen_by="neighbourhood", at=NOW)
    people.forget(seen_as(joris), joris, here, at=NOW)
    assert holding("Wimpel") == []
    assert (again(one).words, again(one).by, again(one).state) == ("", None, "resting")
    assert queries.people_of(seen_as(noor), one).names == ("Noor",)
    assert words_seen(visitor(), here) == [""]
    acts.reword(seen_as(noor), one, words="Soep", at=NOW)
    assert words_seen(visitor(), here) == ["Soep"]
    assert verify_book(here.key).broken is None


def test_of_what_has_neither_words_nor_people_nothing_is_listed() -> None:
    here = a_neighbourhood()
    joris = a_person(here)
    one = a_start(joris, here)
    people.forget(seen_as(joris), joris, here, at=NOW)
    assert words_seen(visitor(), here) == []
    acts.join_in(seen_as(a_person(here)), one, at=NOW)
    assert words_seen(visitor(), here) == [""]


@pytest.mark.parametrize("stay", [True, False])
def test_forget_me_asks_what_becomes_of_the_words_and_does_so(stay: bool) -> None:
    here = a_neighbourhood()
    joris = a_person(here, called="Joris Wimpel")
    assert joris.account
    client = Client()
    client.force_login(joris.account)
    page = f"/{here.slug}/me/forget/"
    assert "f-words" not in client.get(page).content.decode()
    one = a_start(joris, here, "Soep voor allen")
    acts.turn_to(seen_as(joris), one, turn="rest", learned="Klein beginnen", at=NOW)
    key = Person.objects.get(pk=joris.pk).key
    assert "f-words" in client.get(page).content.decode()
    assert client.post(page, {"key": "k1", **({"words": "on"} if stay else {})}).status_code == 302
    assert again(one).words == ("Soep voor allen" if stay else "")
    assert Learned.objects.count() == int(stay)
    assert not Joined.objects.exists()
    assert holding("Wimpel") == []
    assert {*holding(key.hex), *holding(str(key))} == {
        "journal_moment",
        "journal_sent",
    }  # a key that is nobody's


def test_there_is_room_for_much_and_not_for_a_flood() -> None:
    here = a_neighbourhood()
    joris = a_person(here)
    for number in range(40):
        a_start(joris, here, f"Idee {number}")
    with pytest.raises(Refused, match=r"initiatives\.enough"):
        a_start(joris, here, "Nog een")
    acts.turn_to(seen_as(joris), Initiative.objects.latest("pk"), turn="stop", at=NOW)
    a_start(joris, here, "Nog een")


def test_from_page_to_journal_without_a_script() -> None:
    here = a_neighbourhood()
    joris = a_person(here)
    assert joris.account
    client = Client()
    client.force_login(joris.account)
    base = f"/{here.slug}/initiatives/"
    sent = {"key": "k1", "what": "Soep", "more": "", "place": "", "state": "idea", "wants_people": "on"}
    for _ in range(2):  # sent twice is once
        landed = client.post(base + "start/", sent).headers["Location"]
        assert landed == f"/{here.slug}/initiative/{Initiative.objects.get().public_id}/"
        assert "Vraag toestemming, geld of een plek" in client.get(landed).content.decode()
    one = Initiative.objects.get()
    page = f"/{here.slug}/initiative/{one.public_id}/"
    assert "Soep" in Client().get(base).content.decode()
    gone = {"key": "k2", "turn": "begin", "learned": "", "seen_by": "people"}
    assert client.post(page + "state/", gone).headers["Location"] == page
    shown = client.get(page).content.decode()
    assert "Bezig" in shown
    assert "Dat was een vergissing" in shown
    kinds = Moment.objects.filter(about=one.key).order_by("number").values_list("kind", flat=True)
    assert list(kinds) == ["initiatives.started", "initiatives.moved"]


def test_what_is_started_in_a_street_stands_on_its_page_until_it_moves_or_is_over(client: Client) -> None:
    here = a_neighbourhood()
    joris, place, other = a_person(here, called="Joris"), a_place(here, "Kadeweg"), a_place(here, "Havenlaan")
    pages = {one: f"/{here.slug}/street/{one.public_id}/" for one in (place, other)}

    def shown(one: Place) -> str:
        return client.get(pages[one]).content.decode()

    assert "Hier begon nog niemand iets" in shown(place)
    assert f"/{here.slug}/initiatives/start/?at={place.public_id}" in shown(place)
    one = a_start(joris, here, place=place)
    assert f"/{here.slug}/initiative/{one.public_id}/" in shown(place)
    assert "Joris" not in shown(place)
    assert "Hier begon nog niemand iets" in shown(other)
    acts.reword(seen_as(joris), one, words="Soep op straat", place=other, at=NOW)
    assert f"/initiative/{one.public_id}/" not in shown(place)  # at once, whatever is kept of the street
    assert f"/initiative/{one.public_id}/" in shown(other)
    assert Moment.objects.get(kind="initiatives.worded").place is None
    acts.turn_to(seen_as(joris), one, turn="stop", at=NOW)
    assert "Hier begon nog niemand iets" in shown(other)


def test_a_street_lists_a_few_and_leads_to_all_and_who_comes_from_it_need_not_choose_it(
    client: Client,
) -> None:
    here = a_neighbourhood()
    joris, place = a_person(here), a_place(here, "Kade & weg")
    Place.objects.filter(pk=place.pk).update(public_id="a-b_c")  # as random addresses may be
    place.refresh_from_db()
    for _ in range(queries.MOST_AT_A_PLACE + 1):
        a_start(joris, here, place=place)
    street = client.get(f"/{here.slug}/street/{place.public_id}/").content.decode()
    assert street.count(f'href="/{here.slug}/initiative/') == queries.MOST_AT_A_PLACE
    assert f"/{here.slug}/initiatives/?q=Kade%20%26%20weg" in street
    assert joris.account
    client.force_login(joris.account)
    begin = f"/{here.slug}/initiatives/start/?at="
    assert f'value="{place.pk}" selected' in client.get(begin + place.public_id).content.decode()
    for junk in ("%00", "nergens", "a%27b"):
        assert " selected>Kade" not in client.get(begin + junk).content.decode()
    worker = a_worker(here)
    assert worker.account
    client.force_login(worker.account)
    assert "Begin hier iets" not in client.get(f"/{here.slug}/street/{place.public_id}/").content.decode()
