"""Many streets in parts, on whatever runs them: one after another, threads, processes or machines.

The parts depend on the number of streets alone, so that every executor adds up the same numbers in the same order.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from typing import TypeVar

R = TypeVar("R")

PART = 16_384
"""Streets in a part: some megabytes, and few enough that two cores end at about the same time."""


def parts(count: int, size: int = PART) -> Iterator[slice]:
    """`count` things in slices of `size`; one empty slice of nothing.

    >>> list(parts(5, 2))
    [slice(0, 2, None), slice(2, 4, None), slice(4, 5, None)]
    """
    return (slice(start, min(start + size, count)) for start in range(0, max(count, 1), size))


def each(
    work: Callable[..., R], arguments: Iterable[tuple[object, ...]], executor: Executor | None
) -> list[R]:
    """What `work` returns for the arguments of every part, in order.

    With an executor of processes or machines `work` and its arguments are sent there, so it is a plain function of a module
    and returns what it found.

    >>> each(max, [(1, 2), (4, 3)], None)
    [2, 4]
    """
    some = list(arguments)
    if executor is None or len(some) < 2:
        return [work(*one) for one in some]
    return list(executor.map(work, *zip(*some, strict=True)))
