"""What happens with gifts that is worth remembering, without what the gift is and how wide: the journal is for all."""

from vuurtoren.journal.moments import Kind

OFFERED = Kind("gifts.offered")
CHANGED = Kind("gifts.changed")
WITHDRAWN = Kind("gifts.withdrawn")
ENDED = Kind("gifts.ended")
ENTERED = Kind("gifts.entered")
CODE_GIVEN = Kind("gifts.code_given")
WITHDRAWN_BY_CODE = Kind("gifts.withdrawn_by_code")
LOOKS = Kind("gifts.looks")
LOOKS_NO_MORE = Kind("gifts.looks_no_more")
INITIATIVE_LOOKS = Kind("gifts.initiative_looks")
INITIATIVE_LOOKS_NO_MORE = Kind("gifts.initiative_looks_no_more")
INTRODUCED = Kind("gifts.introduced")
ANSWERED = Kind("gifts.answered")
LAPSED = Kind("gifts.lapsed")
BECAME_OF_IT = Kind("gifts.became")
INVITED = Kind("gifts.invited")
INVITATION_ANSWERED = Kind("gifts.invitation_answered")
INVITATION_OVER = Kind("gifts.invitation_over")

KINDS = (
    *(OFFERED, CHANGED, WITHDRAWN, ENDED, ENTERED, CODE_GIVEN, WITHDRAWN_BY_CODE),
    *(LOOKS, LOOKS_NO_MORE, INITIATIVE_LOOKS, INITIATIVE_LOOKS_NO_MORE),
    *(INTRODUCED, ANSWERED, LAPSED, BECAME_OF_IT),
    *(INVITED, INVITATION_ANSWERED, INVITATION_OVER),
)
