"""What happens with initiatives that is worth remembering. No words of people, no names: the journal is for all."""

from vuurtoren.initiatives.rules import KINDS as ASKED_KINDS
from vuurtoren.initiatives.rules import Asked, Part, State
from vuurtoren.journal.moments import Kind

STATES = tuple(one.value for one in State)
STARTED = Kind("initiatives.started", {"state": STATES})
WORDED = Kind("initiatives.worded")
TAKEN_BACK = Kind("initiatives.taken_back")
JOINED = Kind("initiatives.joined")
LEFT = Kind("initiatives.left")
MOVED = Kind("initiatives.moved", {"state": STATES})
MOVED_BACK = Kind("initiatives.moved_back", {"state": STATES})
WORDS_STAY = Kind("initiatives.words_stay")
ASKED = Kind("initiatives.asked", {"asked": ASKED_KINDS})
ANSWERED = Kind("initiatives.answered", {"answer": tuple(one.value for one in Asked)})
ASKED_NO_MORE = Kind("initiatives.asked_no_more")
TAKEN_ON = Kind("initiatives.taken_on", {"yes": bool})
GIVEN_ON = Kind("initiatives.given_on")
PART_MADE = Kind("initiatives.part_made")
PART_MOVED = Kind("initiatives.part_moved", {"becomes": tuple(one.value for one in Part)})
PART_ENDED = Kind("initiatives.part_ended")
STILL_DOING = Kind("initiatives.still_doing")
ASKED_GENTLY = Kind("initiatives.asked_gently")

KINDS = (
    *(STARTED, WORDED, TAKEN_BACK, JOINED, LEFT, MOVED, MOVED_BACK, WORDS_STAY),
    *(ASKED, ANSWERED, ASKED_NO_MORE, TAKEN_ON, GIVEN_ON),
    *(PART_MADE, PART_MOVED, PART_ENDED, STILL_DOING, ASKED_GENTLY),
)
