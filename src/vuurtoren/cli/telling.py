"""The night and the plan of a day as plain text: for a terminal, a mail, or paper."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from vuurtoren.cli.frame import day_in_words, in_words, language, percent
from vuurtoren.response.queries import LineSeen, PlanSeen, crew_named


def night_in_words(told: Mapping[str, Any], day: date) -> str:
    """What the night did: streets estimated, streets on the plan, crews, minutes, and how far from the best plan."""
    values = {**told, "minutes": round(told["minutes"]), "shift_minutes": round(told["shift_minutes"])}
    words = [
        in_words("cli-night-done", day=day_in_words(day), places=told["places"]),
        in_words("cli-night-plan" if told["crews"] else "cli-night-plan-no-crew", **_counts(values)),
    ]
    if told["crews"] and told["without_crew"]:
        words.append(in_words("cli-night-waiting", count=told["without_crew"]))
    if told["waits"]:
        words.append(in_words("cli-night-later", count=told["waits"]))
    if told["streets"]:
        words.append(in_words("cli-gap", gap=percent(told["gap"])))
    return " ".join(words)


def plan_in_words(plan: PlanSeen, shifts: Sequence[Mapping[str, Any]], where: str) -> str:
    """The plan of a day, crew by crew: each street with its minutes, the grade it is thought to have, and why."""
    head = [in_words("cli-plan-title", day=day_in_words(plan.date), neighbourhood=where)]
    if not plan.lines:
        empty = [] if plan.waits else [in_words("plan-empty")]
        return "\n".join([*head, *empty, *_rounds(plan, shifts), *_waits(plan)])
    total = in_words("cli-plan-total", count=len(plan.lines), minutes=round(plan.minutes))
    head.append(f"{total} {in_words('cli-gap', gap=percent(plan.gap))}")
    return "\n".join([*head, *_rounds(plan, shifts), *_waits(plan)])


def _rounds(plan: PlanSeen, shifts: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    lines = {crew.name: crew for crew in plan.crews}
    for shift in shifts:
        values = {**shift, "minutes": round(shift["minutes"]), "way": round(shift["way_minutes"])}
        key = "cli-plan-crew" if shift["streets"] else "cli-plan-crew-free"
        yield ""
        yield in_words(key, crew=crew_named(language(), shift["name"]), **_counts(values))
        if shift["streets"]:
            yield from _lines(lines[shift["name"]].lines)
    if waiting := lines.get(""):
        yield ""
        yield in_words("cli-plan-no-crew", count=len(waiting.lines), minutes=round(waiting.minutes))
        yield from _lines(waiting.lines)


def _waits(plan: PlanSeen) -> Iterator[str]:
    """Streets that are dirtier than agreed and not on this plan: by when, and when the city thinks to come."""
    if not plan.waits:
        return
    yield ""
    yield f"{in_words('plan-waits', count=len(plan.waits))}. {in_words('plan-waits-words')}"
    for one in plan.first_waits:
        late = one.due_on <= plan.date
        due = in_words("plan-waits-late" if late else "plan-waits-due", day=day_in_words(one.due_on))
        when = in_words("plan-waits-comes", day=day_in_words(one.comes_on)) if one.comes_on else ""
        comes = when or in_words("plan-waits-unknown")
        yield f"     {one.called(language())} ({one.grade}): {due} {comes}"
    if more := len(plan.waits) - len(plan.first_waits):
        yield f"     {in_words('plan-waits-more', count=more)}"


def _lines(lines: Sequence[LineSeen]) -> Iterator[str]:
    for line in lines:
        about = in_words("cli-plan-line", minutes=round(line.minutes), grade=line.grade_expected)
        done = f", {in_words('response-csv-done')}" if line.done else ""
        yield f"{line.order:>3}. {line.called(language())}: {about}{done}"
        yield f"     {_as_sentence(line.why(language()))}"


def _as_sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _counts(values: Mapping[str, Any]) -> dict[str, int]:
    """The whole numbers among the values: what Fluent counts with."""
    return {name: value for name, value in values.items() if type(value) is int}
