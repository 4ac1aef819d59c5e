"""What happens to room: residents hold it from now on, or no longer."""

from vuurtoren.journal.moments import Kind
from vuurtoren.power.rules import WHO, WHY_ENDED

ROOM_MADE = Kind("power.room_made", {"decides": WHO, "advises": WHO, "does": WHO, "pays": WHO})
ROOM_ENDED = Kind("power.room_ended", {"why": WHY_ENDED})

KINDS = (ROOM_MADE, ROOM_ENDED)
