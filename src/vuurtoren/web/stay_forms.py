"""Forms of professionals who stay. They ask as little as there is to know."""

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet

from vuurtoren.people.models import Work
from vuurtoren.places.models import Place
from vuurtoren.stay.rules import (
    KINDS,
    LONGEST_DAY,
    LONGEST_PROMISE,
    LONGEST_REASON,
    MOST_INTRODUCED,
    SHARES,
)
from vuurtoren.web.forms import Worded


class OwnDay(Worded):
    """What I did on a day, and a line of my own."""

    words = "day"
    marks_optional = False
    kinds = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    own = forms.CharField(required=False, max_length=LONGEST_DAY)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("kinds", KINDS, prefix="stay-kind")


class Share(Worded):
    """To nobody, or over how long, and until which day."""

    words = "share-days"
    marks_optional = False
    lands: ClassVar[dict[str, str]] = {"stay.share_until": "until"}
    period = forms.ChoiceField(widget=forms.RadioSelect)
    until = forms.DateField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("period", ("nobody", *SHARES))
        self.fields["until"].widget.input_type = "date"

    def clean(self) -> dict[str, Any]:
        """A yes has an end."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("period") in SHARES and not given.get("until") and "until" not in self.errors:
            self.add_error("until", self.visit.t("no-stay-share_until"))
        return given


class Promised(Worded):
    """What, where, by when."""

    words = "promise"
    what = forms.CharField(max_length=LONGEST_PROMISE)
    due = forms.DateField()
    place = forms.ModelChoiceField(Place.objects.none(), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["due"].widget.input_type = "date"
        self.street("place", "form-promise-place-none")

    def clean(self) -> dict[str, Any]:
        """What the act takes."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        return {("words" if name == "what" else name): value for name, value in given.items()}


class MakePromise(Promised):
    """What I promise, and to whom."""

    to = forms.ChoiceField(widget=forms.RadioSelect)
    field_order = ("what", "to", "due", "place")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("to", ("all", "somebody"))


class SayPromised(Promised):
    """What was promised to me, and by whom."""

    words = "said"
    who = forms.ModelChoiceField(Work.objects.none())
    field_order = ("who", "what", "due", "place")

    def __init__(self, *args: Any, people: QuerySet[Work], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        whom_to_choose(self, people)


class PassOn(Worded):
    """Which colleague."""

    words = "pass"
    who = forms.ModelChoiceField(Work.objects.none())

    def __init__(self, *args: Any, people: QuerySet[Work], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        whom_to_choose(self, people)


class Wont(Worded):
    """Why it will not happen; and, where the program reaches nobody, that I told them myself."""

    words = "wont"
    reason = forms.CharField(max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 3}))
    told = forms.BooleanField()

    def __init__(self, *args: Any, reaches: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["told"].error_messages["required"] = self.visit.t("no-stay-tell_them_first")
        if reaches:
            del self.fields["told"]


class Leave(Worded):
    """The last day."""

    words = "leave"
    last_day = forms.DateField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_day"].widget.input_type = "date"


class Close(Worded):
    """It is passed on; and, where something is left undone, that one knows so."""

    words = "close"
    known = forms.BooleanField()

    def __init__(self, *args: Any, left: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["known"].error_messages["required"] = self.visit.t("no-stay-left_unsaid")
        if not left:
            del self.fields["known"]


class HandOver(Worded):
    """Who follows, the walk, and how many people."""

    words = "over"
    marks_optional = False
    successor = forms.ModelChoiceField(Work.objects.none(), required=False)
    walk_on = forms.DateField(required=False)
    people = forms.IntegerField(min_value=0, max_value=MOST_INTRODUCED)
    introduced = forms.IntegerField(min_value=0, max_value=MOST_INTRODUCED)

    def __init__(self, *args: Any, people: QuerySet[Work], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        whom_to_choose(self, people, "successor", "form-over-successor-none")
        self.fields["walk_on"].widget.input_type = "date"


def whom_to_choose(
    form: Worded, people: QuerySet[Work], field: str = "who", none: str = "form-said-who-none"
) -> None:
    """Professionals to choose from, by name and institution, as they stand on the page with who works here."""
    who: Any = form.fields[field]
    who.queryset = people
    who.label_from_instance = lambda one: f"{one.person.called}, {one.institution.name}"
    who.empty_label = form.visit.t(none)
