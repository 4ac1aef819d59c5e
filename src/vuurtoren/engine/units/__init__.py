"""Units of litter: pieces of coarse litter (10 cm or larger) per 100 m², and the grades A+ to D."""

from vuurtoren.engine.units.litter import GRADES, SCORES, LitterScale
from vuurtoren.engine.units.parts import PART, each, parts
from vuurtoren.engine.units.worth import WorthTable, expected_worth, worth_table

__all__ = [
    "GRADES",
    "PART",
    "SCORES",
    "LitterScale",
    "WorthTable",
    "each",
    "expected_worth",
    "parts",
    "worth_table",
]
