"""Decisions name the principles they lean on: checkboxes on their forms, one line on their pages, a list at a principle."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.urls import reverse

from vuurtoren.care.queries import hand_overs_keyed
from vuurtoren.initiatives.queries import questions_keyed
from vuurtoren.light import queries as light
from vuurtoren.light.models import Leaning, Principle
from vuurtoren.light.queries import Named
from vuurtoren.response.queries import lines_keyed
from vuurtoren.web import forms
from vuurtoren.web.environment import days_of
from vuurtoren.web.visit import Visit

Line = tuple[str, str]


@dataclass(frozen=True)
class Decision:
    """A decision that leans on a principle: what kind, in words, where its page is, and when."""

    kind: str
    words: str
    to: str
    at: datetime


class Leans(forms.Worded):
    """A form of a decision, with the principles it can lean on. Left out where there is nothing to choose."""

    without: Principle | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.principles = {
            one.public_id: one
            for one in light.principles_to_choose(self.visit.viewer, self.visit.place)
            if one != self.without
        }
        if self.principles:
            self.fields["leans_on"] = self._choice()

    def clean(self) -> dict[str, Any]:
        """What the act takes."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if "leans_on" in given:
            given["leans_on"] = [self.principles[one] for one in given["leans_on"]]
        return given

    def _choice(self) -> django_forms.MultipleChoiceField:
        t = self.visit.t
        says: Any = [(code, one.says) for code, one in self.principles.items()]  # type: ignore[attr-defined]
        field = django_forms.MultipleChoiceField(
            required=False,
            choices=says,
            widget=django_forms.CheckboxSelectMultiple,
            label=t("form-leans"),
            help_text=t("form-leans-hint"),
        )
        field.error_messages |= {"invalid_choice": t("form-choose"), "invalid_list": t("form-choose")}
        return field


class PutOn(Leans, forms.PutOn):
    """A street onto the plan by hand, and what that leans on."""


class TakeOff(Leans, forms.Reason):
    """A street off the plan by hand, and what that leans on."""


def named(visit: Visit, keys: Collection[UUID]) -> dict[UUID, list[Named]]:
    """By the key of a decision: the principles it leans on."""
    return light.leaned_on(visit.viewer, visit.place, keys)


def decisions(visit: Visit, leanings: Sequence[Leaning]) -> list[Decision]:
    """The decisions behind these leanings, in the same order; what is not in sight any more is left out."""
    keys: dict[str, list[UUID]] = {}
    for one in leanings:
        keys.setdefault(one.kind, []).append(one.about)
    lines = {
        **_challenges(visit, keys.get("challenge", ())),
        **_questions(visit, keys.get("question", ())),
        **_of_plans(visit, keys.get("plan", ())),
        **_exceptions(visit, keys.get("exception", ())),
    }
    return [Decision(one.kind, *lines[one.about], one.at) for one in leanings if one.about in lines]


def _challenges(visit: Visit, keys: Collection[UUID]) -> dict[UUID, Line]:
    found = hand_overs_keyed(visit.viewer, visit.place, keys, visit.at)
    return {
        key: (
            visit.t("agreement-title", street=visit.called(one.task.place)),
            _to(visit, "agreement", one.public_id),
        )
        for key, one in found.items()
    }


def _questions(visit: Visit, keys: Collection[UUID]) -> dict[UUID, Line]:
    found = questions_keyed(visit.viewer, visit.place, keys)
    return {
        key: (
            one.initiative.words or visit.t("initiative-no-words"),
            _to(visit, "initiative", one.initiative.public_id),
        )
        for key, one in found.items()
    }


def _of_plans(visit: Visit, keys: Collection[UUID]) -> dict[UUID, Line]:
    day = days_of(visit.language, visit.today)["day"]
    found = lines_keyed(visit.viewer, visit.place, keys)
    return {
        key: (
            visit.t(
                "leaned-off" if one.taken_off_at else "leaned-on-plan",
                street=visit.called(one.place),
                day=day(one.plan.date),
            ),
            _to(visit, "plan_of_day", one.plan.date),
        )
        for key, one in found.items()
    }


def _exceptions(visit: Visit, keys: Collection[UUID]) -> dict[UUID, Line]:
    found = light.exceptions_keyed(visit.viewer, visit.place, keys)
    return {
        key: (
            visit.t("leaned-exception", whom=one.for_whom or visit.t("exception-no-words")),
            _to(visit, "principle", principle),
        )
        for key, (one, principle) in found.items()
    }


def _to(visit: Visit, name: str, which: Any) -> str:
    return reverse(name, args=[visit.place.slug, which])
