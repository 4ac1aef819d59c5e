"""The register of room begins with what was handed over before it was there: a row for each hand-over that was in force.

Killed midway it can be run again: a hand-over that has its row already is passed over.
"""

from typing import Any

from django.db import migrations

POWERS = {
    4: {"decides": "residents", "advises": "institution", "does": "residents", "pays": "institution"},
    5: {"decides": "residents", "advises": "residents", "does": "residents", "pays": "institution"},
}
"""As `care.rules.POWERS` was when the register began."""


def write_rows(apps: Any, schema_editor: Any) -> None:
    """From the hand-overs themselves, and from the journal when each went into force."""
    using = schema_editor.connection.alias
    hand_overs = apps.get_model("care", "HandOver").objects.using(using)
    rooms = apps.get_model("power", "Room").objects.using(using)
    was_in_force = hand_overs.filter(state__in=["carried", "ended"], to_step__in=list(POWERS))
    written = rooms.values("hand_over")
    for one in (
        was_in_force.exclude(key__in=written).select_related("task__place", "task__kind").order_by("pk")
    ):
        since = _carried_at(apps, using, one) or (one.task.since if one.ended_at is None else one.asked_at)
        ended = max(one.ended_at, since) if one.ended_at else None
        rooms.get_or_create(
            hand_over=one.key,
            defaults={
                "place_id": one.task.place_id,
                "task": one.task.key,
                "kind": one.task.kind.code,
                "handed_by_id": _institution(apps, using, one),
                "since": since,
                "ended_at": ended,
                "why_ended": _why(hand_overs, one) if ended else "",
                **POWERS[one.to_step],
            },
        )


def _carried_at(apps: Any, using: str, one: Any) -> Any:
    moments = apps.get_model("journal", "Moment").objects.using(using)
    return moments.filter(kind="care.carried", about=one.key).values_list("at", flat=True).first()


def _why(hand_overs: Any, one: Any) -> str:
    """Another hand-over of the task that went into force at that moment changed it; else it was given back."""
    after = hand_overs.filter(task=one.task_id, pk__gt=one.pk, state__in=["carried", "ended"])
    next_one = after.order_by("pk").first()
    if next_one is None or next_one.asked_at > one.ended_at:
        return "given_back"
    return "changed" if next_one.to_step in POWERS else "together"


def _institution(apps: Any, using: str, one: Any) -> int | None:
    here = apps.get_model("people", "Institution").objects.using(using)
    here = here.filter(neighbourhood=one.task.place.neighbourhood_id)
    works = here.filter(people__person__key=one.institution_yes_by).order_by("-people__since")
    found: int | None = (works.first() or here.filter(cleans=True).first() or _Nobody).pk
    return found


class _Nobody:
    pk = None


class Migration(migrations.Migration):
    dependencies = [
        ("care", "0003_where_grabbers_and_bags_lie"),
        ("journal", "0002_only_grows"),
        ("power", "0001_the_register_of_room"),
    ]

    operations = [migrations.RunPython(write_rows, migrations.RunPython.noop)]
