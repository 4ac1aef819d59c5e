"""What happens in response that is worth remembering: days, figures and grounds, no names and no words."""

from datetime import date

from vuurtoren.engine.units import GRADES
from vuurtoren.journal.moments import Kind
from vuurtoren.power.rules import Ground
from vuurtoren.response.rules import AIMS, MODES, SEEN_BY

PROPOSABLE = ("standard", "crew", "crew_name", "crew_end")
PROPOSED = Kind("response.proposed", {"what": PROPOSABLE})
PROPOSAL_WITHDRAWN = Kind("response.proposal_withdrawn", {"what": PROPOSABLE})
PROPOSAL_DECLINED = Kind("response.proposal_declined", {"what": PROPOSABLE})
STANDARD_AGREED = Kind(
    "response.standard_agreed",
    {"goal_grade": GRADES, "floor_grade": GRADES, "floor_steps": int, "aim": AIMS, "horizon_steps": int},
)
CREW_ADDED = Kind("response.crew_added", {"minutes": int, "mode": MODES})
CREW_RENAMED = Kind("response.crew_renamed")
CREW_ENDED = Kind("response.crew_ended")
OBSERVED = Kind("response.observed", {"grade": GRADES, "pieces": int, "area_m2": float, "source": SEEN_BY})
IMPORTED = Kind("response.imported", {"rows": int, "new": int})
ESTIMATED = Kind("response.estimated", {"places": int})
"""How a night was told before there were plans; kept, so that old moments keep their sentence."""
PLANNED = Kind(
    "response.planned", {"date": date, "places": int, "lines": int, "minutes": float, "gap": float}
)
PUT_ON = Kind("response.put_on", {"date": date, "ground": tuple(one.value for one in Ground)})
ENTERED_UNASKED = Kind("response.entered_unasked", {"date": date})
TAKEN_OFF = Kind("response.taken_off", {"date": date})
MOVED = Kind("response.moved", {"date": date, "order": int})
DONE = Kind("response.done", {"date": date, "minutes": int})
DONE_UNDONE = Kind("response.done_undone", {"date": date})
FOUND = Kind("response.found", {"date": date, "grade": str})

KINDS = (
    PROPOSED,
    PROPOSAL_WITHDRAWN,
    PROPOSAL_DECLINED,
    STANDARD_AGREED,
    CREW_ADDED,
    CREW_RENAMED,
    CREW_ENDED,
    OBSERVED,
    IMPORTED,
    ESTIMATED,
    PLANNED,
    PUT_ON,
    ENTERED_UNASKED,
    TAKEN_OFF,
    MOVED,
    DONE,
    DONE_UNDONE,
    FOUND,
)
