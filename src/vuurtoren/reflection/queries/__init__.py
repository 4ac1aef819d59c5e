"""Letters: one's own, those of people on paper for whoever wrote them down, and all that are to go."""

from vuurtoren.reflection.queries.balance import Balance, balance_of
from vuurtoren.reflection.queries.facts import facts_of
from vuurtoren.reflection.queries.going_on import who_go_on
from vuurtoren.reflection.queries.letters import (
    letters_gone,
    letters_to_send,
    own_letter,
    paper_letters,
    wants_letter,
)
from vuurtoren.reflection.queries.quiet import (
    Quiet,
    errand_called,
    errands_of,
    my_errands,
    own_errands_export,
    quiet_places,
    quiet_streets,
)
from vuurtoren.reflection.queries.silence import Silence, silences
from vuurtoren.reflection.queries.slides import (
    SlideSeen,
    my_slides,
    own_hurts_export,
    own_slides_export,
    slide_called,
    slide_of_my_groups,
    slides_of_my_groups,
    slides_to_answer,
)

__all__ = [
    "Balance",
    "Quiet",
    "Silence",
    "SlideSeen",
    "balance_of",
    "errand_called",
    "errands_of",
    "facts_of",
    "letters_gone",
    "letters_to_send",
    "my_errands",
    "my_slides",
    "own_errands_export",
    "own_hurts_export",
    "own_letter",
    "own_slides_export",
    "paper_letters",
    "quiet_places",
    "quiet_streets",
    "silences",
    "slide_called",
    "slide_of_my_groups",
    "slides_of_my_groups",
    "slides_to_answer",
    "wants_letter",
    "who_go_on",
]
