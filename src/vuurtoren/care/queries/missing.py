"""Rounds that were missed, of tasks that have a rhythm and no grade."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Max
from django.utils import timezone

from vuurtoren.care.kinds import MISSED, rounds_missed
from vuurtoren.care.models import Carrying, HandOver, HelpQuestion, Round, Task
from vuurtoren.care.rules import HELP_LASTS, State, Step
from vuurtoren.places.models import Neighbourhood


def missed_of(tasks: Iterable[Task], today: date) -> dict[int, int]:
    """By task: rounds missed in a row since the last one, or since residents hold it. Two questions for all of them."""
    told = [task for task in tasks if not task.kind.graded and task.carried_at.handed_over]
    ids = [task.pk for task in told]
    if not ids:
        return {}
    rhythms: dict[int, set[str]] = defaultdict(set)
    for task_id, rhythm in Carrying.objects.filter(task__in=ids, until=None).values_list("task", "rhythm"):
        rhythms[task_id].add(rhythm)
    newest = Round.objects.filter(task__in=ids, undone_at=None).values_list("task").annotate(Max("at"))
    last = {task_id: timezone.localdate(at) for task_id, at in newest}
    found = {}
    for task in told:
        since = timezone.localdate(task.since)
        begin = max(last.get(task.pk, since), since)
        found[task.pk] = rounds_missed(rhythms[task.pk], task.kind.season, begin, today)
    return found


def over_the_stop_line(neighbourhood: Neighbourhood, today: date) -> dict[int, str]:
    """By task whose residents missed more rounds than was agreed: what was agreed for then (`ask` or `comes`)."""
    held = HandOver.objects.filter(
        task__place__neighbourhood=neighbourhood,
        task__kind__stop=MISSED,
        state=State.CARRIED,
        to_step__gt=Step.TOGETHER,
    )
    rows = list(held.select_related("task__kind"))
    missed = missed_of([one.task for one in rows], today)
    return {
        one.task_id: one.after_stop for one in rows if one.terms.missed_too_many(missed.get(one.task_id, 0))
    }


def asked_lately(task_ids: Collection[int], today: date) -> set[int]:
    """Tasks whose carriers were asked within a week, or have a question that waits."""
    if not task_ids:
        return set()
    known = HelpQuestion.objects.filter(task__in=task_ids).exclude(answer=HelpQuestion.Answer.MOOT)
    return {
        task
        for task, asked, answered in known.values_list("task", "step_date", "answered_at")
        if answered is None or today < asked + HELP_LASTS
    }
