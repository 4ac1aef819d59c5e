"""What the rights table says about a deed or a look, in one word: done, or the code of the refusal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.power.world import World
from vuurtoren.people.rules import Viewer
from vuurtoren.power.rules import REACH, cell

DONE, NO_RIGHT = "done", "power."
GO_ALONG = frozenset({"page.public", "plan.why", "journal.verify", "self.profile", "person.arrive"})
"""Rights that hold in every neighbourhood: those of a visitor, and those over oneself."""

OWN_EVERYWHERE = frozenset(
    {
        "task.give_back",
        "met.own",
        "gift.own",
        "tie.own",
        "day.own",
        "promise.own",
        "work.leave",
        "initiative.leave",
        "nudge.own",
        "weigh.own",
        "slide.own",
    }
)
"""Rights over one's own things in every neighbourhood: their door opens there too, and the act asks whose thing it is."""


@dataclass(frozen=True)
class Deed:
    """An act in the matrix.

    `things`: by kind, what a column's person would do it to. A kind that begins with `own` is theirs, `here` is
    somebody else's in their neighbourhood, `other` is of another neighbourhood, `forgotten` of somebody or something
    that is not there any more. `no`: what a rule says to whoever has the right, by kind or by `kind column`.
    """

    right: str
    do: Callable[[World, Viewer, Any], Any]
    things: Callable[[World, str], Mapping[str, Any]]
    no: Mapping[str, str] = field(default_factory=dict)
    rights: Mapping[str, str] = field(default_factory=dict)
    """Where a kind asks another right than `right`."""

    def expected(self, column: str, kind: str) -> str:
        """`done`, `power.` for any refusal of a right, or the code of a rule's refusal."""
        right = self.rights.get(kind, self.right)
        for_all = self.no.get(f"{kind} *")
        if for_all:
            return for_all
        if not has_right(right, column, kind):
            return NO_RIGHT
        return self.no.get(f"{kind} {column}") or self.no.get(kind) or DONE


def has_right(right: str, column: str, kind: str) -> bool:
    """Does the table give `column` this right over a thing of this kind?"""
    letter = cell(right, column)
    if letter == "-" or (letter == "o" and not kind.startswith("own")):
        return False
    return not is_elsewhere(kind) or column == "X" or right in GO_ALONG


def opens(right: str, column: str, kind: str) -> bool:
    """Does a door open: is the right held here at all, if only over one's own things?"""
    along = right in GO_ALONG | OWN_EVERYWHERE
    return REACH[cell(right, column)] is not None and (not is_elsewhere(kind) or along)


def is_elsewhere(kind: str) -> bool:
    """Is it of a neighbourhood in which this column's person holds no role?"""
    return kind.startswith("other") or kind == "own elsewhere"
