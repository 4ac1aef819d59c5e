"""Forms about gifts: a few words, who may see it, until when."""

from datetime import date, datetime
from typing import Any

from django import forms

from vuurtoren.gifts.rules import LONGEST, WIDTHS
from vuurtoren.tables.models import Table
from vuurtoren.web.environment import days_of, words_of
from vuurtoren.web.forms import Worded


class GiftWords(Worded):
    """What one has, knows or loves."""

    words = "gift"
    said = forms.CharField(max_length=LONGEST)
    width = forms.ChoiceField(widget=forms.RadioSelect, initial="me")
    until = forms.DateField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("width", WIDTHS)
        self.fields["until"].widget.input_type = "date"

    def clean(self) -> dict[str, Any]:
        """What the act takes."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        return {"words": given.pop("said"), **given} if not self.errors else given


class GiftOnPaper(GiftWords):
    """The same, asked about somebody else."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["width"].label = self.visit.t("form-gift-on-paper-width")
        self.choices("width", WIDTHS, prefix="form-gift-on-paper-width")
        self.fields["until"].help_text = self.visit.t("form-gift-on-paper-until-hint")


class CodeOnPaper(Worded):
    """The code of a slip."""

    words = "gift-code"
    code = forms.CharField(max_length=40, widget=forms.TextInput(attrs={"autocomplete": "off"}))


class ComeToTable(Worded):
    """To which table one asks somebody."""

    words = "invite"
    to = forms.ChoiceField(widget=forms.RadioSelect)

    def __init__(self, *args: Any, near: list[tuple[datetime, Table]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["to"]
        choice.choices = [(f"{one.public_id}/{when.date()}", self._told(when, one)) for when, one in near]

    def _told(self, when: datetime, one: Table) -> str:
        words = {**words_of(self.visit.language), **days_of(self.visit.language, self.visit.today)}
        place, day, clock = self.visit.called(one.place), words["day"](when.date()), words["clock"](when)
        return self.visit.t("invite-choice", place=place, day=day, time=clock)

    def clean(self) -> dict[str, Any]:
        """What the act takes."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return given
        about, _, day = given["to"].partition("/")
        return {"about": about, "day": date.fromisoformat(day)}


class LookFor(Worded):
    """What a table would like more of."""

    words = "look-for"
    said = forms.CharField(max_length=LONGEST)
    until = forms.DateField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"].widget.input_type = "date"
