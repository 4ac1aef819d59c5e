"""What happens in care that is worth remembering: steps, terms and figures, no names and no words."""

from datetime import date

from vuurtoren.care.rules import AFTER_STOP, GRADES, PARTS, RHYTHMS, Side
from vuurtoren.care.speaking import ANSWERS
from vuurtoren.care.stopping import HOW, WHY
from vuurtoren.journal.moments import Kind

SIDES = tuple(side.value for side in Side)
_SHARE: dict[str, type | tuple[str, ...]] = {
    "step": int,
    "part": PARTS,
    "rhythm": RHYTHMS,
    "people": int,
}
_TERMS: dict[str, type | tuple[str, ...]] = {
    "to_step": int,
    "stop_grade": GRADES,
    "stop_steps": int,
    "after_stop": AFTER_STOP,
    "overlap_days": int,
    "answer_by": date,
}

JOINED = Kind("care.joined", _SHARE)
ARRANGED = Kind("care.arranged", _SHARE)
GAVE_BACK = Kind("care.gave_back", {"step": int})
ROUND_LOGGED = Kind("care.round_logged", {"minutes": int, "bags": int, "pieces": int, "grade": GRADES})
ROUND_UNDONE = Kind("care.round_undone")
CHALLENGED = Kind("care.challenged", _TERMS)
OFFERED = Kind("care.offered", _TERMS)
AGREED = Kind("care.agreed", {"side": SIDES, "overlap_until": date})
DECLINED = Kind("care.declined", {"side": SIDES, "again": date})
WITHDRAWN = Kind("care.withdrawn", {"side": SIDES})
LAPSED = Kind("care.lapsed")
CARRIED = Kind("care.carried", {"step": int})
HELP_ASKED = Kind("care.help_asked", {"step_date": date})
HELP_CALLED = Kind("care.help_called")
HELP_ANSWERED = Kind("care.help_answered", {"yes": bool})
TOOLS_PUT = Kind("care.tools_put")
DOSSIER_WRITTEN = Kind("care.dossier_written", {"answers": int})
DOSSIER_JOINED = Kind("care.dossier_joined")
DOSSIER_LEFT = Kind("care.dossier_left")
ANSWERED_IF = Kind("care.answered_if")
STOPS = Kind("care.stops", {"how": HOW, "why": WHY, "since": date})
GOES_ON = Kind("care.goes_on")
SPOKE = Kind("care.spoke", {"ground": ("own", "asked", "emergency")})
SPENDING_WRITTEN = Kind("care.spending_written", {"year": int, "cents": int})
WORDS_ASKED = Kind("care.words_asked")
WORDS_ANSWERED = Kind("care.words_answered", {"answer": tuple(ANSWERS)})
WORDS_LET_GO = Kind("care.words_let_go")

KINDS = (
    JOINED,
    ARRANGED,
    GAVE_BACK,
    ROUND_LOGGED,
    ROUND_UNDONE,
    CHALLENGED,
    OFFERED,
    AGREED,
    DECLINED,
    WITHDRAWN,
    LAPSED,
    CARRIED,
    HELP_ASKED,
    HELP_CALLED,
    HELP_ANSWERED,
    TOOLS_PUT,
    DOSSIER_WRITTEN,
    DOSSIER_JOINED,
    DOSSIER_LEFT,
    ANSWERED_IF,
    STOPS,
    GOES_ON,
    SPOKE,
    SPENDING_WRITTEN,
    WORDS_ASKED,
    WORDS_ANSWERED,
    WORDS_LET_GO,
)
