"""Why, in one plain sentence."""

from collections.abc import Mapping
from typing import Protocol

from vuurtoren.language import say

SAY_CREW = ("ploeg", "crew", "team")
"""Words that already say that a name is a crew's, in whatever language it was given."""


class Explained(Protocol):
    """A line of the plan, as far as its sentence needs to know."""

    @property
    def why_code(self) -> str: ...
    @property
    def why_values(self) -> Mapping[str, int]: ...


def why(language: str, line: Explained) -> str:
    """One sentence: who carries, what lies there by estimate, and for how many days it is too dirty or what was promised;
    and where a crew does a part of a long street, that.

    For example "niemand prikt hier; naar schatting 14 stuks per 100 m²; één stap achter (al één dag te vuil)".
    """
    values, pieces = line.why_values, line.why_values["pieces"]
    who = say(language, f"why-who-{values['step']}")
    litter = say(language, "why-litter", pieces=pieces)
    said = say(
        language, f"why-{line.why_code}", who=who, litter=litter, pieces=pieces, steps=values["behind"]
    )
    whole = values.get("whole")
    return f"{said}; {say(language, 'why-part', whole=whole)}" if whole else said


def crew_named(language: str, name: str) -> str:
    """A crew by its name; the word for it is put before a name that does not have it: "Ploeg Kade", but "Crew 1"."""
    first = name.casefold().partition(" ")[0]
    return name if first in SAY_CREW else say(language, "crew-called", name=name)
