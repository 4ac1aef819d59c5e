"""The golden list: which private field shows to which column, behind which door. What is not in it shows nowhere."""

import re
from collections.abc import Mapping

from django.http import HttpResponse

from tests.power.world import PEOPLE, World
from vuurtoren.web.middleware import SAME_FOR_ALL

SEEN: Mapping[str, Mapping[str, frozenset[str]]] = {
    "name of a neighbour": {
        **{
            column: frozenset({"gifts", "invite"}) for column in "RHP"
        },  # a gift that she shows to who lives there
        "B": frozenset({"gifts", "invite", "suggestions"}),
        "C": frozenset({"gifts", "invite", "who"}),  # for whom a role waits for the second yes
    },
    "mail of a neighbour": {},
    "key of a neighbour": {},
    "name on paper, by somebody else": {
        column: frozenset({"renew_consent", "withdraw_consent", "met", "paper_gifts", "enter_gift"})
        for column in "HB"
    },
    "name of somebody forgotten": {},
    "mail of oneself": {column: frozenset({"export"}) for column in PEOPLE},
}
"""By private field: in which column it shows, and behind which doors."""


def marks(world: World, column: str) -> dict[str, str]:
    """By private field: the words that give it away."""
    neighbour, oneself = world.here.neighbour, world.who.get(column)
    assert neighbour.account
    found = {
        "name of a neighbour": neighbour.called,
        "mail of a neighbour": neighbour.account.email,
        "key of a neighbour": str(neighbour.key),
        "name on paper, by somebody else": world.here.of_neighbour.entered.called,
        "name of somebody forgotten": f"{world.ghost.called}<",
    }
    assert set(found) | {"mail of oneself"} == set(SEEN)
    if oneself and oneself.account:
        found["mail of oneself"] = oneself.account.email
    return found


def unsafe(answer: HttpResponse, signed_in: bool) -> str:
    """What a page lets happen that none may: being cached though private, inline script, frames, guessed types."""
    policy = answer.headers.get("Content-Security-Policy", "")
    for_all = getattr(
        answer, SAME_FOR_ALL, False
    )  # made for a visitor; test_faults holds it against a visitor's
    if signed_in and not for_all and answer.headers["Cache-Control"] != "no-store":
        return "a private page may be cached"
    if "default-src 'self'" not in policy or re.search(r"unsafe|\*|script-src", policy):
        return f"script from elsewhere or inline may run: {policy}"
    if not {"frame-ancestors 'none'", "form-action 'self'", "object-src 'none'"} <= set(policy.split("; ")):
        return f"frames, forms or objects are not shut: {policy}"
    if answer.headers.get("X-Frame-Options") != "DENY":
        return "may be framed"
    return "" if answer.headers.get("X-Content-Type-Options") == "nosniff" else "its type may be guessed"
