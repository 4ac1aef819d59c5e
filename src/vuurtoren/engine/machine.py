"""How the engine's inner loops become machine code, and how work is shared out over two hands.

Compiled loops are kept on disk by Numba (next to the source, or in the user's cache folder), so that a process starts
fast. Numba itself takes half a second to load: modules with compiled loops are imported by the function that needs
them, not at the top of a package. Mind when changing a loop that another file calls: Numba looks only at the file of
the caller, so empty `__pycache__` then.
"""

from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any, ParamSpec, TypeVar, cast

import numba

P = ParamSpec("P")
R = TypeVar("R")


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """Compile a loop on first use; it lets go of Python's lock, so that an executor's threads run side by side.

    >>> @compiled
    ... def twice(x: float) -> float:
    ...     return 2.0 * x
    >>> twice(1.5)
    3.0
    """
    # A function without a file (a doctest, a prompt) has nowhere to be kept.
    keep = not function.__code__.co_filename.startswith("<")
    return cast(Callable[P, R], numba.njit(cache=keep, nogil=True, error_model="numpy")(function))


def over_parts(n: int, work: Callable[[int, int], Any], executor: Executor | None, parts: int = 8) -> None:
    """Do `work(first, last)` for 0..n in equal parts, with the executor's hands if there is one.

    Each part writes only its own rows, so the answer does not depend on how the work was shared out.

    >>> seen = []
    >>> over_parts(5, lambda a, b: seen.append((a, b)), None)
    >>> seen
    [(0, 5)]
    """
    if executor is None or n < 2048:
        work(0, n)
        return
    edges = [n * p // parts for p in range(parts + 1)]
    for done in [executor.submit(work, a, b) for a, b in zip(edges, edges[1:], strict=False)]:
        done.result()
