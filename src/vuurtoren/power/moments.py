"""What happens to room: residents hold it from now on, or no longer; or the institution enters it in an emergency."""

from datetime import date

from vuurtoren.journal.moments import Kind
from vuurtoren.power.rules import EMERGENCY_KINDS, WHO, WHY_ENDED

ROOM_MADE = Kind("power.room_made", {"decides": WHO, "advises": WHO, "does": WHO, "pays": WHO})
ROOM_ENDED = Kind("power.room_ended", {"why": WHY_ENDED})
EMERGENCY_DECLARED = Kind("power.emergency_declared", {"why": EMERGENCY_KINDS, "until": date})
EMERGENCY_OVER = Kind("power.emergency_over")

KINDS = (ROOM_MADE, ROOM_ENDED, EMERGENCY_DECLARED, EMERGENCY_OVER)
