"""Units of litter: pieces of coarse litter (10 cm or larger) per 100 m², and the grades A+ to D."""

from vuurtoren.engine.units.litter import GRADES, SCORES, LitterScale

__all__ = ["GRADES", "SCORES", "LitterScale"]
