"""Seeing how the city follows: always by a viewer, always within a neighbourhood."""

from vuurtoren.response.queries.agreed import (
    CrewAgreed,
    ProposalSeen,
    crew_called,
    crews_agreed,
    proposal_called,
    proposals_of,
)
from vuurtoren.response.queries.coming import NextOfCity, next_of_city, nexts_of_city
from vuurtoren.response.queries.figures import Figures, neighbourhood_figures, standard_of
from vuurtoren.response.queries.looks import SeenElsewhere, seen_elsewhere
from vuurtoren.response.queries.plans import (
    CrewSeen,
    LineSeen,
    PlanSeen,
    Waits,
    WorkAhead,
    crews_of,
    latest_plan,
    line_called,
    lines_keyed,
    plan_as_json,
    plan_for,
    plan_in_short,
    shifts_of,
    taken_off,
    why_unasked,
    work_ahead,
)
from vuurtoren.response.queries.rows import SHOWS, LineRow, StreetRow, line_rows, lines_of, street_rows
from vuurtoren.response.queries.saying import crew_named, why
from vuurtoren.response.queries.states import StateNow, history_of, state_of

__all__ = [
    "SHOWS",
    "CrewAgreed",
    "CrewSeen",
    "Figures",
    "LineRow",
    "LineSeen",
    "NextOfCity",
    "PlanSeen",
    "ProposalSeen",
    "SeenElsewhere",
    "StateNow",
    "StreetRow",
    "Waits",
    "WorkAhead",
    "crew_called",
    "crew_named",
    "crews_agreed",
    "crews_of",
    "history_of",
    "latest_plan",
    "line_called",
    "line_rows",
    "lines_keyed",
    "lines_of",
    "neighbourhood_figures",
    "next_of_city",
    "nexts_of_city",
    "plan_as_json",
    "plan_for",
    "plan_in_short",
    "proposal_called",
    "proposals_of",
    "seen_elsewhere",
    "shifts_of",
    "standard_of",
    "state_of",
    "street_rows",
    "taken_off",
    "why",
    "why_unasked",
    "work_ahead",
]
