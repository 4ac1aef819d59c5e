"""What happens with nudges and weighings that is worth remembering: that it was, never of whom, what kind or what words.

A nudge is its giver's alone, so no moment here names who did it.
"""

from vuurtoren.journal.moments import Kind

GIVEN = Kind("nudges.given")
TAKEN_BACK = Kind("nudges.taken_back")
HEARD = Kind("nudges.heard")
WEIGHED = Kind("nudges.weighed")
DECIDED = Kind("nudges.decided")
SHARED = Kind("nudges.shared")
DROPPED = Kind("nudges.dropped")
LOOKED_BACK = Kind("nudges.looked_back")
WORDED = Kind("nudges.worded")
AGREED = Kind("nudges.agreed", {"yes": bool})

KINDS = (GIVEN, TAKEN_BACK, HEARD, WEIGHED, DECIDED, SHARED, DROPPED, LOOKED_BACK, WORDED, AGREED)
