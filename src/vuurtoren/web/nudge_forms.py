"""Forms for weighing whether something may go wrong, and for looking back."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from vuurtoren.nudges.rules import LONGEST_LEARNED, LONGEST_WORDS, Hurt, Learns, Stance, Undone, Went
from vuurtoren.people.models import Person
from vuurtoren.web.forms import Worded

YES = {"yes": True, "no": False, "later": None}
"""May all read my words?"""


class Weigh(Worded):
    """The three questions, and in a few words what is at stake."""

    words = "weigh"
    stake = forms.CharField(max_length=LONGEST_WORDS)
    undone = forms.ChoiceField(widget=forms.RadioSelect)
    hurt = forms.ChoiceField(widget=forms.RadioSelect)
    learns = forms.ChoiceField(widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field, codes in (("undone", Undone), ("hurt", Hurt), ("learns", Learns)):
            self.choices(field, tuple(one.value for one in codes))


class Decide(Worded):
    """What I do, where I stop, when I look back, and why otherwise than was suggested."""

    words = "decide"
    marks_optional = False
    lands = {
        "nudges.stop_missing": "stop",
        "nudges.why_missing": "why",
        "nudges.look_back_day": "look_back_on",
    }
    stance = forms.ChoiceField(widget=forms.RadioSelect)
    stop = forms.CharField(required=False, max_length=LONGEST_WORDS)
    why = forms.CharField(required=False, max_length=LONGEST_WORDS)
    look_back_on = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("stance", tuple(one.value for one in Stance), prefix="stance")


class Share(Worded):
    """Who else may read it."""

    words = "share"
    people = forms.ModelMultipleChoiceField(
        Person.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        to_field_name="public_id",
    )

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["people"]
        field.queryset = people
        field.label_from_instance = lambda one: one.called


class OwnWords(Worded):
    """What I learned, and whether all may read it."""

    words = "learned"
    learned = forms.CharField(
        required=False, max_length=LONGEST_LEARNED, widget=forms.Textarea(attrs={"rows": 4})
    )
    yes = forms.ChoiceField(widget=forms.RadioSelect, initial="later")
    named = forms.BooleanField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("yes", tuple(YES))

    def clean(self) -> dict[str, Any]:
        """What the act takes."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        words = given.pop("learned", "")
        return {**given, "words": words, "yes": YES.get(given.get("yes", ""))}


class LookBack(OwnWords):
    """How it went, and the same."""

    went = forms.ChoiceField(widget=forms.RadioSelect)
    field_order = ("went", "learned", "yes", "named")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("went", tuple(one.value for one in Went), prefix="went")
