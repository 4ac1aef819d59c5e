"""A gift finds a table that looks for it: suggested with why, introduced by a person, and only with two yeses."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.gifts.makers import TODAY, a_gift, a_looking, sat_together
from tests.gifts.test_on_paper import wim_of, written
from tests.gifts.test_stories import holding
from tests.makers import NOW, a_neighbourhood, a_person, a_worker, seen_as
from vuurtoren.gifts import acts, queries
from vuurtoren.gifts.models import Introduction, Looking
from vuurtoren.gifts.rules import (
    ANSWER_WITHIN,
    BECAME,
    BECAME_AFTER,
    BECAME_WITHIN,
    LOOKED_BACK_ON,
    asks_what_became,
    told_to_who_introduced,
)
from vuurtoren.journal.models import Moment
from vuurtoren.journal.queries import verify_book
from vuurtoren.language import Refused
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine, visitor

WORDS = "iemand die graag taart bakt, voor zaterdag"


class Street:
    """A host whose table looks for somebody who bakes, somebody who bakes, and a builder who sees both."""

    def __init__(self, width: str = "neighbourhood") -> None:
        self.here: Neighbourhood = a_neighbourhood()
        self.host = a_person(self.here, called="Hilde")
        self.giver = a_person(self.here, called="Amina")
        self.builder = a_person(self.here, Role.BUILDER, called="Mei")
        self.table = sat_together(self.here, self.host)
        self.looking = a_looking(seen_as(self.host), self.here, self.table.public_id, WORDS)
        self.gift = a_gift(seen_as(self.giver), self.here, width=width)

    def introduced(self) -> Introduction:
        acts.introduce(seen_as(self.builder), self.gift, self.looking, at=NOW)
        return Introduction.objects.get(gift=self.gift)

    def sees(self, person: Person) -> list[queries.IntroductionSeen]:
        return queries.my_introductions(seen_as(person), self.here, NOW)


@pytest.mark.django_db
def test_what_fits_is_suggested_with_why_to_who_connects_people_and_to_whose_gift_it_is() -> None:
    street = Street()
    a_gift(seen_as(street.giver), street.here, "voetbaltrainer", width="neighbourhood")
    (seen,) = queries.suggestions(seen_as(street.builder), street.here, TODAY)
    assert (seen.called, seen.words, seen.looking.words) == ("Amina", "taarten bakken", WORDS)
    assert (seen.why.asked, seen.why.found) in {("taart", "taarten"), ("bakt", "bakken")}
    (mine,) = queries.for_my_gifts(seen_as(street.giver), street.here, TODAY)
    assert (mine.words, mine.called, mine.looking.about) == ("taarten bakken", "", street.table.public_id)
    assert queries.for_my_gifts(seen_as(street.host), street.here, TODAY) == []
    street.introduced()
    assert queries.for_my_gifts(seen_as(street.giver), street.here, TODAY) == [], "that is asked now"
    assert queries.suggestions(seen_as(street.builder), street.here, TODAY) == []
    for other in (street.host, street.giver, a_person(street.here, Role.BOARD), a_worker(street.here)):
        with pytest.raises(Refused, match=r"power\."):
            queries.suggestions(seen_as(other), street.here, TODAY)
    (public,) = queries.lookings_of(visitor(), street.here, TODAY)
    assert public.words == WORDS
    assert "Hilde" not in str(public)


@pytest.mark.django_db
@pytest.mark.parametrize("width", ["me", "tables"])
def test_what_is_kept_narrow_is_suggested_to_nobody_else_and_cannot_be_introduced(width: str) -> None:
    street = Street(width)
    builder = seen_as(street.builder)
    assert queries.suggestions(builder, street.here, TODAY) == []
    with pytest.raises(Refused, match=r"gifts\.no_such_pair"):
        street.introduced()
    assert queries.for_my_gifts(seen_as(street.giver), street.here, TODAY), "to oneself it leads all the same"
    with_her = [street.giver.key]
    assert bool(queries.suggestions(builder, street.here, TODAY, sat_with=with_her)) == (width == "tables")


@pytest.mark.django_db
@pytest.mark.parametrize("first", ["giver", "host"])
def test_only_two_yeses_show_who_the_other_is(first: str) -> None:
    street = Street()
    row = street.introduced()
    (of_giver,), (of_host,) = street.sees(street.giver), street.sees(street.host)
    assert (of_giver.other, of_giver.gift, of_giver.asks) == ("", "taarten bakken", "answer")
    assert (of_host.other, of_host.gift, of_host.asks) == ("", "", "answer")
    assert street.sees(street.builder) == street.sees(a_person(street.here)) == []
    one, other = (street.giver, street.host) if first == "giver" else (street.host, street.giver)
    acts.answer_introduction(seen_as(one), row, yes=True, at=NOW)
    assert street.sees(one) == []
    assert street.sees(other)[0].other == ""
    with pytest.raises(Refused, match=r"gifts\.answered_already"):
        acts.answer_introduction(seen_as(one), row, yes=False, at=NOW)
    acts.answer_introduction(seen_as(other), row, yes=True, at=NOW)
    assert [one.other for one in street.sees(street.giver)] == ["Hilde"]
    assert [(one.other, one.gift) for one in street.sees(street.host)] == [("Amina", "taarten bakken")]
    assert queries.suggestions(seen_as(street.builder), street.here, TODAY) == []
    with pytest.raises(Refused, match=r"gifts\.introduced_already"):
        street.introduced()
    assert verify_book(street.here.key).broken is None


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["giver", "host"])
def test_a_no_ends_it_and_tells_nobody_who_said_it(who: str) -> None:
    street = Street()
    row = street.introduced()
    other = street.host if who == "giver" else street.giver
    acts.answer_introduction(seen_as(getattr(street, who)), row, yes=False, at=NOW)
    (asked,) = street.sees(other)
    assert (asked.asks, asked.other) == ("answer", ""), "a question that vanished would tell of the no"
    assert queries.waiting_introductions(machine(), street.here, NOW)[other.pk] == 1
    acts.answer_introduction(seen_as(other), row, yes=True, at=NOW)
    assert street.sees(street.giver) == street.sees(street.host) == []
    with pytest.raises(Refused, match=r"gifts\.answered_already"):
        acts.answer_introduction(seen_as(other), row, yes=True, at=NOW)
    assert queries.suggestions(seen_as(street.builder), street.here, TODAY) == []


@pytest.mark.django_db
def test_silence_is_no_yes_and_what_a_table_looks_for_ends() -> None:
    street = Street()
    row = street.introduced()
    acts.answer_introduction(seen_as(street.host), row, yes=True, at=NOW)
    assert acts.end_introductions(machine(), street.here, at=NOW + timedelta(days=27)) == ()
    (moment,) = acts.end_introductions(machine(), street.here, at=NOW + timedelta(days=29))
    assert (moment.kind, moment.what) == ("gifts.lapsed", {})
    assert acts.end_introductions(machine(), street.here, at=NOW + timedelta(days=29)) == ()
    assert street.sees(street.giver) == []
    with pytest.raises(Refused, match=r"gifts\.asked_long_ago"):
        acts.answer_introduction(seen_as(street.giver), row, yes=True, at=NOW)
    acts.end_introductions(machine(), street.here, at=NOW + timedelta(days=100))
    assert not Looking.objects.exists()


MONTH = ANSWER_WITHIN + timedelta(hours=1)


def told(street: Street, days: float = 0, by: Person | None = None) -> list[tuple[str, str, str]]:
    """What whoever introduced them reads, so many days after it."""
    at = NOW + timedelta(days=days)
    made = queries.introduced_by_me(seen_as(by or street.builder), street.here, at)
    return [(one.called, one.gift, one.told) for one in made]


@pytest.mark.django_db
def test_whoever_introduced_two_is_told_what_became_of_it_and_nobody_else() -> None:
    street = Street()
    assert told(street) == []
    row = street.introduced()
    another = a_person(street.here, Role.BUILDER)
    shown = ("Amina", "taarten bakken")
    assert told(street) == [(*shown, "waiting")]
    acts.answer_introduction(seen_as(street.giver), row, yes=True, at=NOW)
    assert told(street) == [(*shown, "waiting")], "one yes is told to nobody"
    acts.answer_introduction(seen_as(street.host), row, yes=True, at=NOW)
    assert told(street) == [(*shown, "together")]
    later = NOW + BECAME_AFTER
    acts.say_what_became(seen_as(street.host), row, became="grew", at=later)
    assert told(street, 15) == [(*shown, "grew")]
    assert told(street, by=another) == [], "another builder's introductions are not one's own"
    for other in (street.giver, street.host, a_person(street.here, Role.BOARD), a_worker(street.here)):
        with pytest.raises(Refused, match=r"power\."):
            queries.introduced_by_me(seen_as(other), street.here, NOW)
    elsewhere = a_neighbourhood("Elders")
    far = a_person(elsewhere, Role.BUILDER)
    assert queries.introduced_by_me(seen_as(far), elsewhere, NOW) == []
    with pytest.raises(Refused, match=r"power\."):
        queries.introduced_by_me(seen_as(street.builder), elsewhere, NOW)


def ended_by(who: str, other_says: bool | None) -> tuple[Street, list[str]]:
    """An introduction that came to nothing by a no of one of them, or by silence; and what was told day by day. What the
    other says, if anything, they say afterwards."""
    street = Street()
    row = street.introduced()
    if who != "nobody":
        acts.answer_introduction(seen_as(getattr(street, who)), row, yes=False, at=NOW)
    if other_says is not None:
        other = street.host if who == "giver" else street.giver
        acts.answer_introduction(seen_as(other), row, yes=other_says, at=NOW)
    days = (0, 1, 27, 28, 28.1, 29, 60)
    said = [told(street, day)[0][2] for day in days]
    acts.end_introductions(machine(), street.here, at=NOW + MONTH)
    assert [told(street, day)[0][2] for day in days] == said, "the night changes nothing of it"
    return street, said


@pytest.mark.django_db
@pytest.mark.parametrize("other_says", [True, False, None])
@pytest.mark.parametrize("who", ["giver", "host", "nobody"])
def test_a_no_and_silence_are_one_thing_told_on_one_day(who: str, other_says: bool | None) -> None:
    street, said = ended_by(who, other_says)
    assert said == [*["waiting"] * 4, *["passed"] * 3]
    row = Introduction.objects.get()
    assert not row.answered("gift"), "nothing tells which"
    assert not row.answered("looking")
    assert row.ended_at == NOW + MONTH
    lapsed = Moment.objects.filter(kind="gifts.lapsed")
    assert lapsed.count() == 1
    assert acts.end_introductions(machine(), street.here, at=NOW + 2 * MONTH) == ()
    assert verify_book(street.here.key).broken is None


@pytest.mark.django_db
def test_whoever_brings_the_question_to_somebody_on_paper_does_not_see_by_it_that_the_table_said_no() -> None:
    street = Street()
    host = seen_as(a_person(street.here, Role.HOST))
    wim = wim_of(host, street.here)
    acts.introduce(host, written(host, street.here, wim, "appeltaart", "me"), street.looking, at=NOW)
    row = Introduction.objects.get()

    def seen() -> list[object]:
        on_paper = queries.introductions_on_paper(host, street.here, wim, NOW)
        made = queries.introduced_by_me(host, street.here, NOW)
        return [*on_paper, *made, queries.to_ask_on_paper(host, street.here, NOW)]

    before = seen()
    acts.answer_introduction(seen_as(street.host), row, yes=False, at=NOW)
    assert seen() == before
    acts.answer_introduction(host, row, yes=False, for_paper=True, at=NOW)
    assert queries.introductions_on_paper(host, street.here, wim, NOW) == []
    assert queries.to_ask_on_paper(host, street.here, NOW) == []


@pytest.mark.django_db
def test_names_show_to_who_introduced_only_as_far_as_they_see_the_gift_still() -> None:
    street = Street()
    street.introduced()
    shown = [("Amina", "taarten bakken", "waiting")]
    assert told(street) == shown
    for width in ("me", "tables"):
        acts.change_gift(
            seen_as(street.giver), street.gift, words="taarten bakken", width=width, until=TODAY + timedelta(40),
            at=NOW,
        )  # fmt: skip
        assert told(street) == [("", "", "waiting")]
    with_her = queries.introduced_by_me(
        seen_as(street.builder), street.here, NOW, sat_with=[street.giver.key]
    )
    assert [(one.called, one.gift, one.told) for one in with_her] == shown
    assert [one[:2] for one in told(street, 41)] == [("", "")], "a gift that is over is not named"


@pytest.mark.django_db
def test_what_became_is_asked_though_the_table_looks_no_longer() -> None:
    street = Street()
    Looking.objects.update(until=TODAY + timedelta(days=5))
    row = street.introduced()
    still_asked = a_looking(seen_as(street.host), street.here, street.table.public_id, "taart voor later")
    for one in (street.giver, street.host):
        acts.answer_introduction(seen_as(one), row, yes=True, at=NOW)
    acts.introduce(seen_as(street.builder), street.gift, still_asked, at=NOW)
    Looking.objects.filter(pk=still_asked.pk).update(until=TODAY + timedelta(days=5))
    later = NOW + BECAME_AFTER
    acts.end_introductions(machine(), street.here, at=later)
    (asked,) = queries.my_introductions(seen_as(street.giver), street.here, later)
    assert asked.asks == "became", "and what waits is asked no longer"
    with pytest.raises(Refused, match=r"gifts\.asked_long_ago"):
        acts.answer_introduction(seen_as(street.giver), Introduction.objects.latest("pk"), yes=True, at=later)
    assert queries.lookings_of(visitor(), street.here, later.date()) == []
    acts.end_introductions(machine(), street.here, at=NOW + LOOKED_BACK_ON)
    assert Looking.objects.count() == 2
    acts.end_introductions(machine(), street.here, at=NOW + LOOKED_BACK_ON + timedelta(days=1))
    assert not Introduction.objects.exists()


@pytest.mark.django_db
def test_not_needed_any_more_keeps_who_met_by_it_and_asks_what_became() -> None:
    street = Street()
    row = street.introduced()
    for one in (street.giver, street.host):
        acts.answer_introduction(seen_as(one), row, yes=True, at=NOW)
    later, host = NOW + BECAME_AFTER, seen_as(street.host)

    def pages() -> list[object]:
        mine = (
            queries.my_introductions(seen_as(one), street.here, later) for one in (street.giver, street.host)
        )
        return [*mine, told(street, BECAME_AFTER.days)]

    before = pages()
    acts.look_no_more(host, street.looking, at=later)
    assert queries.lookings_of(visitor(), street.here, later.date()) == []
    assert queries.suggestions(seen_as(street.builder), street.here, later.date()) == []
    assert pages() == before
    assert told(street, BECAME_AFTER.days) == [("Amina", "taarten bakken", "together")]
    assert [one.asks for one in queries.my_introductions(host, street.here, later)] == ["became"]
    acts.say_what_became(host, row, became="grew", at=later)
    with pytest.raises(Refused, match=r"gifts\.gone"):
        acts.look_no_more(host, street.looking, at=later)
    acts.end_introductions(machine(), street.here, at=NOW + LOOKED_BACK_ON + timedelta(days=1))
    assert not Looking.objects.exists()
    assert verify_book(street.here.key).broken is None


@pytest.mark.django_db
def test_not_needed_any_more_asks_nobody_on_and_looks_like_silence_to_who_introduced() -> None:
    street = Street()
    row = street.introduced()
    acts.answer_introduction(seen_as(street.giver), row, yes=True, at=NOW)
    acts.look_no_more(seen_as(street.host), street.looking, at=NOW)
    assert street.sees(street.giver) == street.sees(street.host) == []
    with pytest.raises(Refused, match=r"gifts\.asked_long_ago"):
        acts.answer_introduction(seen_as(street.host), row, yes=True, at=NOW)
    assert [told(street, day)[0][2] for day in (0, 28, 29)] == ["waiting", "waiting", "passed"]


@pytest.mark.django_db
def test_not_needed_any_more_leaves_nothing_where_nobody_was_introduced() -> None:
    street = Street()
    acts.look_no_more(seen_as(street.host), street.looking, at=NOW)
    assert not Looking.objects.exists()


@pytest.mark.django_db
def test_after_four_weeks_no_answer_is_taken() -> None:
    street = Street()
    row = street.introduced()
    assert queries.my_introductions(seen_as(street.giver), street.here, NOW + MONTH) == []
    for yes in (True, False):
        with pytest.raises(Refused, match=r"gifts\.asked_long_ago"):
            acts.answer_introduction(seen_as(street.giver), row, yes=yes, at=NOW + MONTH)


@pytest.mark.django_db
def test_who_introduced_reads_it_on_the_page_in_both_languages() -> None:
    street = Street()
    for language, empty, waits in (("nl", "Je stelde nog niemand voor", "We wachten nog"),
                                   ("en", "You introduced nobody yet", "We are waiting")):  # fmt: skip
        client = Client(headers={"accept-language": language})
        Person.objects.filter(pk=street.builder.pk).update(language=language)
        assert street.builder.account
        client.force_login(street.builder.account)
        page = f"/{street.here.slug}/gifts/suggestions/"
        Introduction.objects.all().delete()
        assert empty in client.get(page).text
        Introduction.objects.create(
            neighbourhood=street.here, gift=street.gift, looking=street.looking, by=street.builder,
            asked_at=timezone.now(),
        )  # fmt: skip
        shown = client.get(page).text
        assert waits in shown
        assert empty not in shown


@pytest.mark.pure
@given(st.integers(0, 100), st.one_of(st.none(), st.integers(0, 27)), st.sampled_from(["", *BECAME]))
def test_whoever_introduced_is_told_one_of_six_things(days: int, together: int | None, became: str) -> None:
    at = NOW + timedelta(days=days)
    both = None if together is None else NOW + timedelta(days=together)
    said = told_to_who_introduced(NOW, both, became if both else "", at)
    if both is None:
        assert said == ("waiting" if days <= ANSWER_WITHIN.days else "passed")
    else:
        assert said == (became if became in ("happened", "grew", "not_yet") else "together")


@pytest.mark.django_db
def test_nobody_answers_for_another_but_who_connects_somebody_on_paper() -> None:
    street = Street()
    host = seen_as(a_person(street.here, Role.HOST))
    wim = wim_of(host, street.here)
    gift = written(host, street.here, wim, "appeltaart", "me")
    (seen,) = queries.suggestions(host, street.here, TODAY)
    assert seen.called == "Wim", "a host introduces those they wrote down, and no others"
    other = seen_as(a_person(street.here, Role.HOST))
    assert queries.suggestions(other, street.here, TODAY) == []
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.introduce(other, gift, street.looking, at=NOW)
    acts.introduce(host, gift, street.looking, at=NOW)
    row = Introduction.objects.get()
    for stranger in (street.giver, a_worker(street.here), a_person(street.here)):
        with pytest.raises(Refused, match=r"power\."):
            acts.answer_introduction(seen_as(stranger), row, yes=True, at=NOW)
    assert queries.to_ask_on_paper(host, street.here, NOW) == [wim], (
        "Wim has no mail: the host brings the question"
    )
    assert queries.to_ask_on_paper(other, street.here, NOW) == []
    (asked,) = queries.introductions_on_paper(host, street.here, wim, NOW)
    assert (asked.asks, asked.other) == ("answer", "")
    with pytest.raises(Refused, match=r"power\."):
        acts.answer_introduction(host, row, yes=True, at=NOW)
    acts.answer_introduction(host, row, yes=True, for_paper=True, at=NOW)
    assert queries.to_ask_on_paper(host, street.here, NOW) == []
    acts.answer_introduction(seen_as(street.host), row, yes=True, at=NOW)
    assert queries.introductions_on_paper(host, street.here, wim, NOW)[0].other == "Hilde"


@pytest.mark.django_db
def test_what_became_of_it_is_asked_once_of_either() -> None:
    street = Street()
    row = street.introduced()
    for one in (street.giver, street.host):
        acts.answer_introduction(seen_as(one), row, yes=True, at=NOW)
    later = NOW + BECAME_AFTER

    def asked(person: Person, viewer: Viewer) -> list[str]:
        return [one.asks for one in queries.my_introductions(viewer, street.here, later)]

    with pytest.raises(Refused, match=r"gifts\.answered_already"):
        acts.say_what_became(seen_as(street.giver), row, became="happened", at=NOW)
    assert (
        asked(street.giver, seen_as(street.giver)) == asked(street.host, seen_as(street.host)) == ["became"]
    )
    with pytest.raises(Refused, match=r"power\."):
        acts.say_what_became(seen_as(street.builder), row, became="happened", at=later)
    with pytest.raises(Refused, match=r"gifts\.became_unknown"):
        acts.say_what_became(seen_as(street.giver), row, became="love", at=later)
    acts.say_what_became(seen_as(street.giver), row, became="grew", at=later)
    assert asked(street.host, seen_as(street.host)) == [""]
    with pytest.raises(Refused, match=r"gifts\.answered_already"):
        acts.say_what_became(seen_as(street.host), row, became="happened", at=later)


@pytest.mark.django_db
def test_ones_own_export_has_what_one_was_asked_and_introduced_and_no_answer_of_another() -> None:
    street = Street()
    row = street.introduced()
    giver, host, builder = (seen_as(one) for one in (street.giver, street.host, street.builder))
    acts.answer_introduction(host, row, yes=False, at=NOW)
    asked = {"on": "2026-11-20", "looking": WORDS, "grew": False}
    of_giver = {**asked, "side": "gift", "gift": "taarten bakken", "said": "", "other": ""}
    of_host = {**asked, "side": "looking", "gift": "", "said": "no", "other": ""}
    made = {"on": "2026-11-20", "looking": WORDS, "together": False, "became": ""}
    assert queries.own_introductions_export(giver) == {"asked": [of_giver], "made": []}
    assert queries.own_introductions_export(host) == {"asked": [of_host], "made": []}
    assert queries.own_introductions_export(builder) == {"asked": [], "made": [made]}
    (looked_for,) = queries.looked_for_export(host)
    assert looked_for["words"] == WORDS
    assert queries.looked_for_export(giver) == []
    Introduction.objects.update(gift_yes_at=NOW, looking_yes_at=NOW, looking_no_at=None, became="unsaid")
    met = {"said": "yes", "gift": "taarten bakken"}
    assert queries.own_introductions_export(giver)["asked"] == [{**of_giver, **met, "other": "Hilde"}]
    assert queries.own_introductions_export(host)["asked"] == [{**of_host, **met, "other": "Amina"}]
    assert queries.own_introductions_export(builder)["made"] == [{**made, "together": True}]


@pytest.mark.django_db
def test_only_who_set_the_table_says_what_it_looks_for() -> None:
    street = Street()
    until = TODAY + timedelta(days=9)
    about = street.table.public_id
    for by, hosts in ((street.giver, False), (street.host, False), (a_worker(street.here), False)):
        with pytest.raises(Refused, match=r"power\."):
            acts.look_for(seen_as(by), street.here, about, words="zang", until=until, hosts=hosts, at=NOW)
    with pytest.raises(Refused, match=r"power\."):
        acts.look_no_more(seen_as(street.giver), street.looking, at=NOW)
    host = seen_as(street.host)
    for number in range(2):
        a_looking(host, street.here, about, f"zang {number}")
    with pytest.raises(Refused, match=r"gifts\.looks_for_enough"):
        a_looking(host, street.here, about, "nog iets")
    acts.look_no_more(host, street.looking, at=NOW)
    assert len(queries.lookings_of(host, street.here, TODAY)) == 2


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["giver", "host", "builder"])
def test_whoever_is_forgotten_is_in_no_gift_suggestion_or_introduction(who: str) -> None:
    street = Street()
    marks = {"giver": "zeldzaamzwaluwtje", "host": "kwikgroenwimpel", "builder": "Mei"}
    acts.change_gift(
        seen_as(street.giver), street.gift, words=f"taarten bakken {marks['giver']}", width="neighbourhood",
        until=TODAY + timedelta(9), at=NOW,
    )  # fmt: skip
    Looking.objects.update(words=f"taart {marks['host']}")
    row = street.introduced()
    for one in (street.giver, street.host):
        acts.answer_introduction(seen_as(one), row, yes=True, at=NOW)
    gone = getattr(street, who)
    people.forget(seen_as(gone), gone, street.here, at=NOW)
    assert holding(marks[who]) == []
    assert Introduction.objects.exists() == (who == "builder")
    if who != "builder":
        assert told(street) == []
    if who == "builder":
        assert Introduction.objects.get().by is None
        assert [one.other for one in street.sees(street.giver)] == ["Hilde"]
    assert verify_book(street.here.key).broken is None


@pytest.mark.pure
@given(st.integers(-100, 200), st.sampled_from(["", "grew"]))
def test_it_is_asked_within_its_weeks_and_never_again(days: int, became: str) -> None:
    at = NOW + timedelta(days=days)
    wanted = became == "" and BECAME_AFTER.days <= days <= BECAME_WITHIN.days
    assert asks_what_became(NOW, became, at) == wanted
    assert not asks_what_became(None, "", at)


@pytest.mark.django_db
def test_who_speaks_for_somebody_on_paper_and_sets_the_table_says_two_yeses_apart() -> None:
    here = a_neighbourhood()
    amina = a_person(here, Role.HOST, called="Amina")
    host = seen_as(amina)
    looking = a_looking(host, here, sat_together(here, amina).public_id, WORDS)
    wim = wim_of(host, here)
    acts.introduce(host, written(host, here, wim, "appeltaart", "me"), looking, at=NOW)
    row = Introduction.objects.get(looking=looking)
    acts.answer_introduction(host, row, yes=True, at=NOW)
    row.refresh_from_db()
    assert (row.gift_yes_at, row.looking_yes_at) == (None, NOW)
    assert queries.introductions_on_paper(host, here, wim, NOW)[0].asks == "answer"
    assert queries.my_introductions(host, here, NOW) == []
    acts.answer_introduction(host, row, yes=True, for_paper=True, at=NOW)
    assert [one.other for one in queries.my_introductions(host, here, NOW)] == ["Wim"]
    street = Street()
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.answer_introduction(
            seen_as(a_person(street.here, Role.HOST)), street.introduced(), yes=True, for_paper=True, at=NOW
        )
