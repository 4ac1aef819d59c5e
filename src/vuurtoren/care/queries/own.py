"""What I carry, and my own story. Nobody else sees it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from vuurtoren.care.models import (
    Carrying,
    DossierAnswer,
    DossierBeside,
    DossierVoice,
    DossierWriter,
    HandOver,
    Round,
    Saying,
)
from vuurtoren.care.queries.by_itself import cities_itself
from vuurtoren.care.queries.seen import MyCarrying, Story
from vuurtoren.care.queries.standing import by_month, carriers_of, last_round_days, newest_help
from vuurtoren.care.rules import LITTER
from vuurtoren.journal.ready import ready
from vuurtoren.people.rules import Viewer
from vuurtoren.places.bynames import called
from vuurtoren.places.models import Neighbourhood, Place, for_maps


def mine(viewer: Viewer, neighbourhood: Neighbourhood, today: date | None = None) -> list[MyCarrying]:
    """What I carry here, the longest first, with whom, and when somebody was last round.

    For who gives `today` also what the institution does by itself, of kinds that the city's plan does not know.
    """
    held = _held(person=viewer.somebody(), neighbourhood=neighbourhood.pk)
    ids = [one.task_id for one in held]
    handed_over = [one.task_id for one in held if one.task.carried_at.handed_over]
    others, last = carriers_of(viewer, ids), last_round_days(viewer)
    helped = newest_help(handed_over) if handed_over else {}
    others_than_litter = [one.task for one in held if not one.task.kind.is_litter]
    city = cities_itself(others_than_litter, helped, today) if today else {}
    return [
        MyCarrying(
            place=one.task.place,
            task=one.task,
            step=one.task.carried_at,
            part=one.part,
            rhythm=one.rhythm,
            people=one.people,
            since=one.since,
            with_others=tuple(other.called for other in others[one.task_id] if not other.myself),
            last_round_on=last.get(one.task_id),
            help=helped.get(one.task_id),
            city=city.get(one.task_id),
        )
        for one in held
    ]


@ready
def _held(person: UUID, neighbourhood: int) -> QuerySet[Carrying]:
    """Asked at every visit of Today."""
    rows = Carrying.objects.filter(person__key=person, until=None, task__place__neighbourhood=neighbourhood)
    rows = rows.select_related("task__place__neighbourhood", "task__kind").order_by("since", "pk")
    return rows.defer(*for_maps("task__place", "task__place__neighbourhood"))


@ready
def _rounds_of(person: UUID, neighbourhood: int) -> QuerySet[Round]:
    rows = Round.objects.filter(person__key=person, undone_at=None)
    rows = rows.filter(task__place__neighbourhood=neighbourhood).order_by("at", "pk")
    return rows.only("at", "minutes", "bags", "task")


def my_story(viewer: Viewer, neighbourhood: Neighbourhood) -> Story:
    """My rounds here, month by month."""
    rounds = _rounds_of(person=viewer.somebody(), neighbourhood=neighbourhood.pk)
    return Story(
        months=by_month(rounds),
        rounds=len(rounds),
        minutes=sum(done.minutes for done in rounds),
        bags=sum(done.bags for done in rounds),
        places=len({done.task_id for done in rounds}),
        since=timezone.localdate(rounds[0].at) if rounds else None,
    )


def my_last_round(viewer: Viewer, place: Place, since: datetime, kind: str = LITTER) -> Round | None:
    """My newest round at a place since then, to take it out again; the newest is the one written last."""
    found = Round.objects.filter(
        person__key=viewer.somebody(), task__place=place, task__kind__code=kind, undone_at=None, at__gte=since
    )
    return found.order_by("-pk").first()


def own_export(viewer: Viewer) -> dict[str, object]:
    """Everything kept about oneself in care, for the person's own export."""
    key = viewer.somebody()
    held = (
        Carrying.objects.filter(person__key=key)
        .select_related("task__place", "task__kind")
        .order_by("since", "pk")
    )
    rounds = (
        Round.objects.filter(person__key=key).select_related("task__place", "task__kind").order_by("at", "pk")
    )
    asked = (
        HandOver.objects.filter(asked_by=key)
        .select_related("task__place", "task__kind")
        .order_by("asked_at", "pk")
    )
    voices = DossierVoice.objects.filter(person__key=key).select_related(
        "dossier__task__place", "dossier__task__kind"
    )
    return {
        "carrying": [
            {
                "street": called(viewer.language, one.task.place),
                "task": one.task.kind.name(viewer.language),
                "part": one.part,
                "rhythm": one.rhythm,
                "people": one.people,
                "since": one.since.isoformat(),
                "until": one.until.isoformat() if one.until else None,
            }
            for one in held
        ],
        "rounds": [
            {
                "street": called(viewer.language, one.task.place),
                "task": one.task.kind.name(viewer.language),
                "at": one.at.isoformat(),
                "minutes": one.minutes,
                "bags": one.bags,
                "amount": one.amount,
                "pieces": one.pieces,
                "grade": one.grade,
                "undone": one.undone_at is not None,
            }
            for one in rounds
        ],
        "asked": [
            {
                "street": called(viewer.language, one.task.place),
                "task": one.task.kind.name(viewer.language),
                "at": one.asked_at.isoformat(),
                "state": one.state,
            }
            for one in asked
        ],
        "challenges": [
            {
                "street": called(viewer.language, one.dossier.task.place),
                "task": one.dossier.task.kind.name(viewer.language),
                "at": one.at.isoformat(),
                "how": one.how,
                "named": one.named,
            }
            for one in voices.order_by("at", "pk")
        ],
        "challenge texts": [
            {
                "street": called(viewer.language, one.dossier.task.place),
                "task": one.dossier.task.kind.name(viewer.language),
                "question": one.question,
                "words": one.words,
                "at": one.at.isoformat(),
            }
            for model in (DossierAnswer, DossierBeside)
            for one in _texts_of(model, key)
        ],
        "challenge writing": [
            {
                "street": called(viewer.language, one.dossier.task.place),
                "task": one.dossier.task.kind.name(viewer.language),
                "at": one.asked_at.isoformat(),
                "yes": one.yes,
            }
            for one in DossierWriter.objects.filter(person__key=key)
            .select_related("dossier__task__place", "dossier__task__kind")
            .order_by("asked_at", "pk")
        ],
        "answered words": [
            {
                "at": one.answered_at.isoformat() if one.answered_at else None,
                "words": one.theirs,
                "state": one.state,
            }
            for one in Saying.objects.filter(answered_by=viewer.somebody()).order_by("answered_at", "pk")
        ],
    }


def _texts_of(model: type[DossierAnswer] | type[DossierBeside], key: UUID) -> Iterable[Any]:
    """What somebody wrote in drafts, and what waits there for their choice."""
    whose = {"writer__key" if model is DossierAnswer else "person__key": key}
    rows = model._default_manager.filter(**whose).select_related(
        "dossier__task__place", "dossier__task__kind"
    )
    return rows.order_by("at", "pk")
