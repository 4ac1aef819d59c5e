"""What happens when people look and the house reckons."""

from vuurtoren.engine.units import GRADES
from vuurtoren.journal.moments import Kind

OBSERVED = Kind("response.observed", {"grade": GRADES, "pieces": int})
ESTIMATED = Kind("response.estimated", {"places": int})
KINDS = (OBSERVED, ESTIMATED)
