"""What happens to the light, to principles and to exceptions. No words of people, no names: the journal is for all."""

from datetime import date

from vuurtoren.journal.moments import Kind
from vuurtoren.light.rules import DECISIONS, WHAT

TENDED = Kind("light.tended", {"language": ("nl", "en")})
PROPOSED = Kind("light.principle_proposed", {"what": WHAT})
FIRST_YES = Kind("light.principle_first_yes", {"what": WHAT})
ADOPTED = Kind("light.principle_adopted", {"what": WHAT})
DROPPED = Kind("light.principle_dropped", {"what": WHAT})
LOOKED_AGAIN = Kind("light.principle_looked_again", {"until": date})
LEANED_ON = Kind("light.leaned_on", {"decision": DECISIONS})
EXCEPTION_MADE = Kind("light.exception_made", {"until": date})
EXCEPTION_ENDED = Kind("light.exception_ended")
RULE_KEPT = Kind("light.rule_kept")
AFTER_TOLD = Kind("light.after_told")
TO_TALK_TO = Kind("light.to_talk_to", {"yes": bool})
WORDS_STAY = Kind("light.words_stay")

KINDS = (
    *(TENDED, PROPOSED, FIRST_YES, ADOPTED, DROPPED, LOOKED_AGAIN, LEANED_ON),
    *(EXCEPTION_MADE, EXCEPTION_ENDED, RULE_KEPT, AFTER_TOLD, TO_TALK_TO, WORDS_STAY),
)
