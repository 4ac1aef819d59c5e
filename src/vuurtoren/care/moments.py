"""What happens in care that is worth remembering: steps, terms and figures, no names and no words."""

from datetime import date
from uuid import UUID

from vuurtoren.care.rules import AFTER_STOP, GRADES, PARTS, RHYTHMS, Side
from vuurtoren.care.speaking import ANSWERS
from vuurtoren.care.stopping import HOW, WHY
from vuurtoren.care.together import WIDTHS
from vuurtoren.journal.moments import Kind
from vuurtoren.power.rules import Ground

_OF: dict[str, type] = {"task_kind": UUID}
"""Of which kind of task it tells (`kinds.key_of`); picking litter where it does not say."""
GROUNDS = tuple(ground.value for ground in Ground)
SIDES = tuple(side.value for side in Side)
_SHARE: dict[str, type | tuple[str, ...]] = {
    **_OF,
    "step": int,
    "part": PARTS,
    "rhythm": RHYTHMS,
    "people": int,
}
_TERMS: dict[str, type | tuple[str, ...]] = {
    **_OF,
    "to_step": int,
    "stop_grade": GRADES,
    "stop_steps": int,
    "after_stop": AFTER_STOP,
    "overlap_days": int,
    "answer_by": date,
}

JOINED = Kind("care.joined", _SHARE)
ARRANGED = Kind("care.arranged", _SHARE)
GAVE_BACK = Kind("care.gave_back", {**_OF, "step": int})
ROUND_LOGGED = Kind(
    "care.round_logged", {**_OF, "minutes": int, "bags": int, "amount": int, "pieces": int, "grade": GRADES}
)
ROUND_UNDONE = Kind("care.round_undone", _OF)
CHALLENGED = Kind("care.challenged", _TERMS)
OFFERED = Kind("care.offered", _TERMS)
AGREED = Kind("care.agreed", {**_OF, "side": SIDES, "overlap_until": date})
DECLINED = Kind("care.declined", {**_OF, "side": SIDES, "again": date})
NO_UNDONE = Kind("care.no_undone", _OF)
WITHDRAWN = Kind("care.withdrawn", {**_OF, "side": SIDES})
LAPSED = Kind("care.lapsed", _OF)
CARRIED = Kind("care.carried", {**_OF, "step": int})
HELP_ASKED = Kind("care.help_asked", {**_OF, "step_date": date})
HELP_CALLED = Kind("care.help_called", _OF)
HELP_ANSWERED = Kind("care.help_answered", {**_OF, "yes": bool})
TOOLS_PUT = Kind("care.tools_put")
KINDS_PUT = Kind("care.kinds_put", {"added": int, "changed": int})
DOSSIER_WRITTEN = Kind("care.dossier_written", {**_OF, "answers": int})
"""That somebody wrote, once a person a day; `answers` only in what was told before it saved by itself."""
DOSSIER_SHARED = Kind("care.dossier_shared", {**_OF, "width": WIDTHS, "until": date})
DOSSIER_LINK_ENDED = Kind("care.dossier_link_ended", _OF)
WRITING_ASKED = Kind("care.writing_asked", _OF)
WRITING_ANSWERED = Kind("care.writing_answered", {**_OF, "yes": bool})
DOSSIER_JOINED = Kind("care.dossier_joined", _OF)
DOSSIER_LEFT = Kind("care.dossier_left", _OF)
ANSWERED_IF = Kind("care.answered_if", _OF)
ASKED_OTHERWISE = Kind("care.asked_otherwise", {**_OF, "answer_by": date})
LOOKED_BACK = Kind("care.looked_back", {**_OF, "side": SIDES, "again": date})
STOPS = Kind("care.stops", {**_OF, "how": HOW, "why": WHY, "since": date})
GOES_ON = Kind("care.goes_on", _OF)
SPOKE = Kind("care.spoke", {"ground": ("own", "asked", "emergency")})
COMES = Kind("care.comes", {**_OF, "on": date, "ground": GROUNDS})
CAME = Kind("care.came", {**_OF, "on": date, "ground": GROUNDS})
COMES_NOT = Kind("care.comes_not", {**_OF, "on": date})
SPENDING_WRITTEN = Kind("care.spending_written", {**_OF, "year": int, "cents": int})
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
    NO_UNDONE,
    WITHDRAWN,
    LAPSED,
    CARRIED,
    HELP_ASKED,
    HELP_CALLED,
    HELP_ANSWERED,
    TOOLS_PUT,
    KINDS_PUT,
    DOSSIER_WRITTEN,
    DOSSIER_SHARED,
    DOSSIER_LINK_ENDED,
    WRITING_ASKED,
    WRITING_ANSWERED,
    DOSSIER_JOINED,
    DOSSIER_LEFT,
    ANSWERED_IF,
    ASKED_OTHERWISE,
    LOOKED_BACK,
    STOPS,
    GOES_ON,
    SPOKE,
    COMES,
    CAME,
    COMES_NOT,
    SPENDING_WRITTEN,
    WORDS_ASKED,
    WORDS_ANSWERED,
    WORDS_LET_GO,
)
