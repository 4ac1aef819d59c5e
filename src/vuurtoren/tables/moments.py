"""What happens at tables that is worth remembering. Who met whom is not in it: the journal is for all."""

from datetime import date

from vuurtoren.journal.moments import Kind
from vuurtoren.tables.rules import EVERY

SET = Kind("tables.set", {"every": EVERY})
CHANGED = Kind("tables.changed", {"every": EVERY})
ONCE = Kind("tables.once", {"day": date})
RESTS = Kind("tables.rests", {"until": date})
GOES_ON = Kind("tables.goes_on")
ENDED = Kind("tables.ended")
OFFERED = Kind("tables.offered")
OFFER_ANSWERED = Kind("tables.offer_answered")
OFFER_ENDED = Kind("tables.offer_ended")
HANDED_ON = Kind("tables.handed_on")
MET = Kind("tables.met", {"day": date})
MET_UNDONE = Kind("tables.met_undone", {"day": date})
ANSWERED = Kind("tables.answered", {"yes": bool})
UNANSWERED = Kind("tables.unanswered")
CLAIMED = Kind("tables.claimed")
CLAIM_ANSWERED = Kind("tables.claim_answered")
CLAIM_ENDED = Kind("tables.claim_ended")
ROUND_BEGAN = Kind("tables.round_began", {"look_again_on": date})
ROUND_WRITTEN = Kind("tables.round_written", {"look_again_on": date})
WISHED = Kind("tables.wished_coffee")
WISHES_NO_MORE = Kind("tables.wishes_no_more")
WOVEN = Kind("tables.woven", {"seed": int})
COFFEE_ANSWERED = Kind("tables.coffee_answered")
COFFEES_ENDED = Kind("tables.coffees_ended")
TIE_ASKED = Kind("tables.tie_asked")
TIE_ANSWERED = Kind("tables.tie_answered")
TIE_LET_GO = Kind("tables.tie_let_go")
TIE_ENDED = Kind("tables.tie_ended")
TIES_COUNTED = Kind("tables.ties_counted")

KINDS = (
    *(SET, CHANGED, ONCE, RESTS, GOES_ON, ENDED, MET, MET_UNDONE, ANSWERED, UNANSWERED),
    *(OFFERED, OFFER_ANSWERED, OFFER_ENDED, HANDED_ON),
    *(CLAIMED, CLAIM_ANSWERED, CLAIM_ENDED),
    *(ROUND_BEGAN, ROUND_WRITTEN),
    *(WISHED, WISHES_NO_MORE, WOVEN, COFFEE_ANSWERED, COFFEES_ENDED),
    *(TIE_ASKED, TIE_ANSWERED, TIE_LET_GO, TIE_ENDED, TIES_COUNTED),
)
