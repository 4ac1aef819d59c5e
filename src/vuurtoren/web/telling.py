"""How moments are told on a page: with the name of the kind of task, where it is another than litter."""

from collections.abc import Callable, Iterable

from vuurtoren.care.models import TaskKind
from vuurtoren.language import say

OF_LITTER = frozenset({"care.joined", "care.round_logged", "care.challenged", "care.offered"})
"""Moments whose sentence speaks of a street or of litter; for another kind there is a sentence beside it."""


def moment_words(language: str, kinds: Iterable[TaskKind]) -> Callable[..., str]:
    """A moment in words, from its name and what it says of the kind of task (`task_kind`)."""
    names = {str(one.key): one.title(language) for one in kinds}

    def told(name: str, task_kind: str | None = None) -> str:
        key = f"moment-{name.replace('.', '-')}"
        if not task_kind:
            return say(language, key)
        said = say(language, f"{key}-task" if name in OF_LITTER else key)
        task = names.get(task_kind) or say(language, "task-other")
        return say(language, "moment-of-task", task=task, said=said[:1].lower() + said[1:])

    return told
