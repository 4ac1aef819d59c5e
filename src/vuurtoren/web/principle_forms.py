"""Forms about principles: what it says and why, an exception, a rule that made room, and where I am found."""

from typing import Any, ClassVar

from django import forms

from vuurtoren.light.models import Principle
from vuurtoren.light.rules import (
    ABOUT,
    LONGEST_AFTER,
    LONGEST_EXAMPLES,
    LONGEST_FOR_WHOM,
    LONGEST_FOUND,
    LONGEST_PRINCIPLE,
    LONGEST_RULE,
    LONGEST_WHOSE,
    LONGEST_WHY,
)
from vuurtoren.web.forms import Worded
from vuurtoren.web.leaning import Leans


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"})


class Propose(Worded):
    """What it says, why, what fits and what does not, what it is about, and when we look again."""

    words = "principle"
    lands: ClassVar[dict[str, str]] = {"light.look_again_when": "look_again_on"}
    says = forms.CharField(max_length=LONGEST_PRINCIPLE)
    why = forms.CharField(max_length=LONGEST_WHY, widget=_area(3))
    fits = forms.CharField(required=False, max_length=LONGEST_EXAMPLES, widget=_area(3))
    fits_not = forms.CharField(required=False, max_length=LONGEST_EXAMPLES, widget=_area(3))
    about = forms.ChoiceField(widget=forms.RadioSelect)
    look_again_on = forms.DateField(widget=_day())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("about", ABOUT)


class LookAgain(Worded):
    """The words still fit; when do we look again?"""

    words = "principle"
    lands: ClassVar[dict[str, str]] = {"light.look_again_when": "look_again_on"}
    look_again_on = forms.DateField(widget=_day())


class Except(Leans):
    """Why, for whom in words, and until when."""

    words = "exception"
    lands: ClassVar[dict[str, str]] = {"light.exception_ends": "until"}
    why = forms.CharField(max_length=LONGEST_WHY, widget=_area(3))
    for_whom = forms.CharField(max_length=LONGEST_FOR_WHOM)
    until = forms.DateField(widget=_day())

    def __init__(self, *args: Any, principle: Principle, **kwargs: Any) -> None:
        self.without = principle
        super().__init__(*args, **kwargs)


class KeepRule(Worded):
    """A rule that made room, whose it was, and since when."""

    words = "rule"
    lands: ClassVar[dict[str, str]] = {"light.rule_when": "replaced_on"}
    rule = forms.CharField(max_length=LONGEST_RULE, widget=_area(2))
    whose = forms.CharField(max_length=LONGEST_WHOSE)
    replaced_on = forms.DateField(widget=_day())


class TellAfter(Worded):
    """What happened after."""

    words = "after"
    what = forms.CharField(max_length=LONGEST_AFTER, widget=_area(3))


class BeFound(Worded):
    """Where one is found."""

    words = "found"
    found = forms.CharField(required=False, max_length=LONGEST_FOUND)
