"""What people do that is worth remembering. No names, no words, no addresses."""

from uuid import UUID

from vuurtoren.journal.moments import Kind
from vuurtoren.people.rules import Role

ROLES = tuple(role.value for role in Role)
ARRIVED = Kind("people.arrived")
ENTERED = Kind("people.entered", {"how": ("paper", "phone", "in_person")})
CHANGED_SELF = Kind("people.changed_self", {"language": ("nl", "en")})
CONSENT_RENEWED = Kind("people.consent_renewed")
LEFT = Kind("people.left")
ROLE_OFFERED = Kind("people.role_offered", {"role": ROLES})
ROLE_GIVEN = Kind("people.role_given", {"role": ROLES})
ROLE_ENDED = Kind("people.role_ended", {"role": ROLES})
INSTITUTION_CAME = Kind("people.institution_came")
TERM_PUBLISHED = Kind("people.term_published", {"weeks": int})
WORK_BEGAN = Kind("people.work_began", {"institution": UUID})
LINK_MADE = Kind("people.link_made")
LINK_USED = Kind("people.link_used")
CONSENT_WITHDRAWN = Kind("people.consent_withdrawn")
CONSENT_ENDED = Kind("people.consent_ended")

KINDS = (
    ARRIVED,
    ENTERED,
    CHANGED_SELF,
    CONSENT_RENEWED,
    LEFT,
    ROLE_OFFERED,
    ROLE_GIVEN,
    ROLE_ENDED,
    INSTITUTION_CAME,
    TERM_PUBLISHED,
    WORK_BEGAN,
    LINK_MADE,
    LINK_USED,
    CONSENT_WITHDRAWN,
    CONSENT_ENDED,
)
