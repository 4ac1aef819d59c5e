"""Names for arrays, and the codes of what a proposal bridges and of why somebody is left out."""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

STREETS, GROUPS, FIRST = "streets", "groups", "first"
"""What two people bridge: they live in two streets; they sit in no group together; of those who asked, nobody of the one
street has a tie with somebody of the other as yet."""
BRIDGES = ((STREETS, 1), (GROUPS, 2), (FIRST, 4))
"""The codes and the bits in which the arrays keep them."""
NOBODY, KNOWN, ODD = "nobody", "known", "odd"
"""Why somebody is left out: nobody who asked shares a love with them; those who do are tied to them, were proposed
before, or speak no language of theirs; or nobody was over to sit with (the odd one)."""
