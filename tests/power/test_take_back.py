"""Law 3 for every act of the house: what an institution can do into room that residents hold asks for a ground."""

from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.power.deeds import DEEDS
from tests.power.expecting import DONE
from tests.power.world import COLUMNS, PEOPLE
from vuurtoren.language import Refused
from vuurtoren.power.rules import Emergency, Ground, cell, ground_of

ASKS_FOR_A_GROUND = {
    "response.put_on": "schedules a crew",
    "response.move": "changes which crew comes",
    "care.speak": "speaks for them",
    "care.say_coming": "names a day on which it comes",
    "response.enter_in_emergency": "is the emergency itself, with a reason and an end",
}
LEAVES_ROOM_ALONE = {
    "care.write_spending": "says what it spends itself",
    "care.settle_words": "says it as residents put it, or lets it go",
    "power.end_emergency": "from then on it asks first again",
    "power.declare_emergency": "says why and until when; the city comes by another act",
    "care.say_came": "writes down that it was there, on the ground it had",
    "care.say_comes_not": "the city stays away",
    "care.ask_first": "asks those who hold it",
    "care.stop_task": "says what the institution does no more; what residents hold is not its to stop",
    "care.go_on_again": "says that it goes on",
    "response.take_off": "the city stays away",
    "response.done": "writes down what a crew did that had its ground",
    "response.undo_done": "the same, taken back",
    "response.tell_found": "how it lay there",
    "response.import_observations": "what was seen; anybody may look",
    "stay.write_day": "one's own day",
    "stay.was_here": "one's own day",
    "stay.make_promise": "one's own promise, which residents may hold against it",
}
"""What only who works for an institution may do, and why it does not touch room that residents hold. Offers, answers and
endings of hand-overs are of two sides, and `care.rules.LIFE` says by whose hand each comes."""
TAKE_BACKS = {
    "schedules a crew": ("response.put_on", "response.move"),
    "changes a date": (
        "care.say_coming",
        "tables.change_table",
        "tables.change_once",
        "tables.rest",
        "initiatives.turn_to",
    ),
    "edits the text": (
        "initiatives.reword",
        "care.write_dossier",
        "care.answer_writer",
        "care.send_dossier",
        "tables.write_round",
    ),
    "approves": ("care.accept_conditions", "response.second", "people.confirm_role"),
    "speaks for them": ("care.speak", "care.answer_words"),
    "changes a rule that empties the room": (
        "response.agree_standard",
        "response.end_crew",
        "care.stop_task",
    ),
}
"""What is called taking back, and the acts by which it could be done. Paying: no act of the house pays anything out."""
RESIDENTS_KINDS = ("here in residents' room", "here of residents")
days = st.dates()


@pytest.mark.pure
def test_every_act_of_an_institution_alone_asks_for_a_ground_or_leaves_room_alone() -> None:
    alone = {
        name
        for name, deed in DEEDS.items()
        if cell(deed.right, "M") == "y"
        and all(cell(deed.right, column) == "-" for column in COLUMNS if column in PEOPLE and column != "M")
    }
    assert alone == set(ASKS_FOR_A_GROUND) | set(LEAVES_ROOM_ALONE)


@pytest.mark.pure
@pytest.mark.parametrize("named", TAKE_BACKS)
def test_every_taking_back_by_who_works_for_an_institution_is_stopped(named: str) -> None:
    """By the table of rights, or by a rule where it is about what residents hold. What is tried is in `deeds`."""
    for name in TAKE_BACKS[named]:
        deed = DEEDS[name]
        residents = [kind for kind in RESIDENTS_KINDS if kind in deed.no] or ["here"]
        if name != "response.move":  # of a line that is on the plan; tests/response/test_stories.py moves one
            assert all(deed.expected("M", kind) != DONE for kind in residents), name


@pytest.mark.pure
@given(st.booleans(), st.booleans(), st.booleans(), st.none() | days, days)
def test_there_is_a_ground_or_a_no(
    held: bool, asked: bool, agreed: bool, until: date | None, day: date
) -> None:
    emergency = Emergency("danger", until) if until else None
    runs = emergency is not None and emergency.until >= day
    ask = partial(ground_of, held, asked=asked, agreed=agreed, emergency=emergency, day=day)
    if held and not (asked or agreed or runs):
        with pytest.raises(Refused, match=r"room\.residents_hold_it"):
            ask()
        return
    ground = ask()
    assert (ground is Ground.OWN) == (not held)
    assert ground is not Ground.ASKED or asked
    assert ground is not Ground.AGREED or agreed
    assert ground is not Ground.EMERGENCY or (runs and not asked and not agreed)
