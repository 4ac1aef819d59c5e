"""Seeing initiatives: always by whom."""

from vuurtoren.initiatives.queries.seeing import (
    SHOWS,
    InitiativeSeen,
    MayDo,
    PeopleSeen,
    i_wrote,
    initiative_called,
    initiatives_of,
    is_in,
    learned_of,
    may_do,
    my_initiatives,
    own_export,
    people_of,
    started_since,
    streets_with_initiatives,
)

__all__ = [
    "SHOWS",
    "InitiativeSeen",
    "MayDo",
    "PeopleSeen",
    "i_wrote",
    "initiative_called",
    "initiatives_of",
    "is_in",
    "learned_of",
    "may_do",
    "my_initiatives",
    "own_export",
    "people_of",
    "started_since",
    "streets_with_initiatives",
]
