"""Forms about initiatives: a few words, and how it goes."""

from typing import Any

from django import forms

from vuurtoren.initiatives.rules import (
    BEGINS_AS,
    LONGEST_LEARNED,
    LONGEST_MORE,
    LONGEST_WORDS,
    SEEN_BY,
    Turn,
)
from vuurtoren.places.models import Place
from vuurtoren.web.forms import Worded


class InitiativeWords(Worded):
    """What it is, and where."""

    words = "initiative"
    what = forms.CharField(max_length=LONGEST_WORDS)
    more = forms.CharField(required=False, max_length=LONGEST_MORE, widget=forms.Textarea(attrs={"rows": 3}))
    place = forms.ModelChoiceField(Place.objects.none(), required=False)
    wants_people = forms.BooleanField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.street("place", "form-initiative-place-none")

    def clean(self) -> dict[str, Any]:
        """What the act takes."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        return {("words" if name == "what" else name): value for name, value in given.items()}


class StartInitiative(InitiativeWords):
    """The same, and whether it is an idea or goes on already."""

    state = forms.ChoiceField(widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("state", tuple(one.value for one in BEGINS_AS))


class HowItGoes(Worded):
    """What its people do with it, and what they learned. Only what can be done now is shown; that it moved on, the act says."""

    words = "goes"
    turn = forms.ChoiceField(widget=forms.RadioSelect)
    learned = forms.CharField(
        required=False, max_length=LONGEST_LEARNED, widget=forms.Textarea(attrs={"rows": 3})
    )
    seen_by = forms.ChoiceField(widget=forms.RadioSelect)

    def __init__(self, *args: Any, turns: tuple[Turn, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("turn", tuple(one.value for one in Turn))
        turn: Any = self.fields["turn"]
        turn.widget.choices = [(code, words) for code, words in turn.choices if code in turns]
        self.choices("seen_by", SEEN_BY)
