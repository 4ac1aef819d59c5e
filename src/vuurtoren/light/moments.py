"""What happens to the light."""

from vuurtoren.journal.moments import Kind

TENDED = Kind("light.tended", {"language": ("nl", "en")})
KINDS = (TENDED,)
