"""Letters: one's own, those of people on paper for whoever wrote them down, and all that are to go."""

from vuurtoren.reflection.queries.facts import facts_of
from vuurtoren.reflection.queries.letters import (
    letters_gone,
    letters_to_send,
    own_letter,
    paper_letters,
    wants_letter,
)
from vuurtoren.reflection.queries.quiet import Quiet, errand_called, my_errands, quiet_streets

__all__ = [
    "Quiet",
    "errand_called",
    "facts_of",
    "letters_gone",
    "letters_to_send",
    "my_errands",
    "own_letter",
    "paper_letters",
    "quiet_streets",
    "wants_letter",
]
