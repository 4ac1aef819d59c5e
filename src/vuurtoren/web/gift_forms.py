"""Forms about gifts: a few words, who may see it, until when."""

from typing import Any

from django import forms

from vuurtoren.gifts.rules import LONGEST, WIDTHS
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


class LookFor(Worded):
    """What a table would like more of."""

    words = "look-for"
    said = forms.CharField(max_length=LONGEST)
    until = forms.DateField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"].widget.input_type = "date"
