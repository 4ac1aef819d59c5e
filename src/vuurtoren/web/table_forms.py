"""Forms about tables. They ask as little as there is to know."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet

from vuurtoren.people.models import Person
from vuurtoren.places.models import Place
from vuurtoren.tables.rules import (
    EVERY,
    LONGEST_MATTER,
    LONGEST_OF_A_ROUND,
    LONGEST_REACH,
    LONGEST_SPOT,
    LOVES,
    MOST_SOMEONES,
    ROUND_SEEN_BY,
    SEEN_BY,
    When,
)
from vuurtoren.web.forms import Worded

Hour = time
HOW_ONCE = ("move", "skip", "usual")


class SetTable(Worded):
    """Where, when, how often."""

    words = "table"
    lands: ClassVar[dict[str, str]] = {
        "tables.spot_too_long": "spot",
        "tables.place_gone": "place",
        "tables.first_day_long_ago": "day",
        "tables.first_day_far": "day",
        "tables.stands_here": "place",
        "tables.every_unknown": "every",
    }
    place = forms.ModelChoiceField(Place.objects.none())
    spot = forms.CharField(required=False, max_length=LONGEST_SPOT)
    day = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    time = forms.TimeField(widget=forms.TimeInput(attrs={"type": "time"}))
    every = forms.ChoiceField(widget=forms.RadioSelect, initial="week")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.street("place", "form-table-place-none")
        self.choices("every", EVERY)
        for name, kind in (("day", "date"), ("time", "time")):
            self.fields[name].widget.input_type = kind

    def clean(self) -> dict[str, Any]:
        """What the act takes."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return given
        when = When(given["day"], given["time"], given["every"])
        return {"place": given["place"], "spot": given["spot"], "when": when}


class Once(Worded):
    """One coffee of a series, once at another time or not at all."""

    words = "once"
    marks_optional = False
    lands: ClassVar[dict[str, str]] = {
        "tables.not_planned": "planned",
        "tables.not_coming": "planned",
        "tables.once_when": "day",
        "tables.rests_then": "day",
        "tables.meets_then": "day",
    }
    planned = forms.ChoiceField()
    how = forms.ChoiceField(widget=forms.RadioSelect, initial="move")
    day = forms.DateField(required=False)
    time = forms.TimeField(required=False)

    def __init__(self, *args: Any, planned: Sequence[tuple[str, str]], usual: Hour, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.usual = usual
        which: Any = self.fields["planned"]
        which.choices = planned
        self.choices("how", HOW_ONCE)
        for name, kind in (("day", "date"), ("time", "time")):
            self.fields[name].widget.input_type = kind

    def clean(self) -> dict[str, Any]:
        """What the act takes."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("how") == "move":
            for name in ("day", "time"):
                if name not in self.errors and given.get(name) is None:
                    self.add_error(name, self.visit.t("form-required"))
        if self.errors:
            return given
        planned = date.fromisoformat(given["planned"])
        to: datetime | None = None
        if given["how"] == "move":
            to = datetime.combine(given["day"], given["time"])
        elif given["how"] == "usual":
            to = datetime.combine(planned, self.usual)
        return {"planned": planned, "to": to}


LEARNING_LANDS: Mapping[str, str] = {
    "tables.look_again_when": "look_again_on",
    "tables.width_unknown": "round_seen_by",
    "tables.question_missing": "question",
}


class SetLearning(SetTable):
    """The same, with a question to learn from and a day to look again."""

    lands: ClassVar[dict[str, str]] = {**SetTable.lands, **LEARNING_LANDS}
    question = forms.CharField(max_length=LONGEST_OF_A_ROUND)
    look_again_on = forms.DateField()
    round_seen_by = forms.ChoiceField(widget=forms.RadioSelect, initial="table")
    field_order = ("question", "place", "spot", "day", "time", "every", "look_again_on", "round_seen_by")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("round_seen_by", ROUND_SEEN_BY)
        self.fields["look_again_on"].widget.input_type = "date"

    def clean(self) -> dict[str, Any]:
        """What the act takes."""
        found = super().clean()
        if self.errors:
            return found
        learn = ("question", "look_again_on")
        given = {name: self.cleaned_data[name] for name in learn}
        return {**found, **given, "seen_by": self.cleaned_data["round_seen_by"]}


class NextRound(Worded):
    """The question of a new round, and when the table looks again."""

    words = "table"
    lands: ClassVar[dict[str, str]] = {**LEARNING_LANDS}
    question = forms.CharField(max_length=LONGEST_OF_A_ROUND)
    look_again_on = forms.DateField()
    round_seen_by = forms.ChoiceField(widget=forms.RadioSelect, initial="table")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("round_seen_by", ROUND_SEEN_BY)
        self.fields["look_again_on"].widget.input_type = "date"


class WriteRound(NextRound):
    """What is tried, what happened, what is done differently: as far as there is something to tell."""

    tries = forms.CharField(
        required=False, max_length=LONGEST_OF_A_ROUND, widget=forms.Textarea(attrs={"rows": 3})
    )
    happened = forms.CharField(
        required=False, max_length=LONGEST_OF_A_ROUND, widget=forms.Textarea(attrs={"rows": 3})
    )
    different = forms.CharField(
        required=False, max_length=LONGEST_OF_A_ROUND, widget=forms.Textarea(attrs={"rows": 3})
    )
    field_order = ("question", "tries", "happened", "different", "look_again_on", "round_seen_by")


class Wish(Worded):
    """What I love, and how the other reaches me once both said yes."""

    words = "wish"
    lands: ClassVar[dict[str, str]] = {
        "tables.love_unknown": "loves",
        "tables.loves_count": "loves",
        "tables.reach_missing": "reach",
        "tables.reach_too_long": "reach",
    }
    loves = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple)
    reach = forms.CharField(max_length=LONGEST_REACH)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("loves", LOVES, prefix="love")


class Errand(Worded):
    """On which day I go."""

    words = "errand"
    lands: ClassVar[dict[str, str]] = {"reflection.errand_when": "on"}
    on = forms.DateField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].widget.input_type = "date"


class Rest(Worded):
    """Until when."""

    words = "rest"
    lands: ClassVar[dict[str, str]] = {"tables.rest_over": "until", "tables.rest_too_long": "until"}
    until = forms.DateField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"].widget.input_type = "date"


class HandOn(Worded):
    """Whom the host asks to take the table over."""

    words = "hand"
    lands: ClassVar[dict[str, str]] = {"tables.offer_to_who_sat": "to"}
    to = forms.ModelChoiceField(Person.objects.none())

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        to: Any = self.fields["to"]
        to.queryset = people
        to.label_from_instance = lambda one: one.called
        to.empty_label = self.visit.t("form-choose")
        to.error_messages["invalid_choice"] = self.visit.t("no-tables-offer_to_who_sat")


class Met(Worded):
    """Who met, and what mattered to somebody."""

    words = "met"
    lands: ClassVar[dict[str, str]] = {
        "tables.not_yet": "day",
        "tables.too_long_ago": "day",
        "tables.written_already": "day",
        "tables.ask_them_first": "people",
        "tables.someones": "someones",
        "tables.nobody_met": "someones",
        "tables.matter_too_long": "matter",
        "tables.not_there": "whose",
        "tables.width_unknown": "seen_by",
        "tables.somebodys_words": "seen_by",
    }
    marks_optional = False
    day = forms.DateField()
    people = forms.ModelMultipleChoiceField(
        Person.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    someones = forms.IntegerField(min_value=0, max_value=MOST_SOMEONES)
    matter = forms.CharField(required=False, max_length=LONGEST_MATTER)
    whose = forms.ModelChoiceField(Person.objects.none(), required=False)
    seen_by = forms.ChoiceField(widget=forms.RadioSelect, initial="host")

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].widget.input_type = "date"
        some: Any = self.fields["people"]
        whose: Any = self.fields["whose"]
        some.queryset = whose.queryset = people
        named = list(people.values_list("pk", "called"))  # read once for both
        some.choices = named
        whose.choices = [("", self.visit.t("form-met-whose-none")), *named]
        self.initial["someones"] = 0 if named else 1  # who is ticked counts already
        self.choices("seen_by", SEEN_BY)
        if not named:
            del self.fields["people"], self.fields["whose"]

    def clean(self) -> dict[str, Any]:
        """Nobody to name: nobody named."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        return {"people": [], "whose": None, **given}


class There(Worded):
    """On which day I was there."""

    words = "there"
    day = forms.DateField()
