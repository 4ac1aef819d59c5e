"""Loops that must be fast: compiled once by Numba, kept on disk beside the module, run without Python's lock."""

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit

F = TypeVar("F", bound=Callable[..., object])


def fast(function: F) -> F:
    """Compile a loop over numbers and arrays at its first call. It keeps its type, which Numba's own mark does not."""
    return cast(F, njit(cache=True, nogil=True)(function))
