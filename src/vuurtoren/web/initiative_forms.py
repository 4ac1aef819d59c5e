"""Forms about initiatives: a few words, and how it goes."""

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet

from vuurtoren.initiatives.rules import (
    BEGINS_AS,
    KINDS,
    LONGEST_LEARNED,
    LONGEST_MORE,
    LONGEST_PART,
    LONGEST_QUESTION,
    LONGEST_REASON,
    LONGEST_WORDS,
    OVERLAP_WEEKS,
    SEEN_BY,
    Asked,
    Turn,
)
from vuurtoren.people.models import Institution, Person, Work
from vuurtoren.places.models import Place
from vuurtoren.web.forms import Euros, Worded
from vuurtoren.web.leaning import Leans
from vuurtoren.web.stay_forms import whom_to_choose


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
    """What its people do with it, and what they learned. What can be done now is shown; that it moved on, the act says."""

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


class AskInstitution(Worded):
    """What is asked or told, of whom: the team of an institution, or somebody who works for that one."""

    words = "ask"
    marks_optional = False
    lands: ClassVar[dict[str, str]] = {
        "initiatives.amount_missing": "cents",
        "initiatives.amount_wrong": "cents",
    }
    kind = forms.ChoiceField(widget=forms.RadioSelect)
    what = forms.CharField(max_length=LONGEST_QUESTION)
    cents = Euros(required=False)
    institution = forms.ChoiceField()

    def __init__(
        self, *args: Any, institutions: QuerySet[Institution], people: QuerySet[Work], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.choices("kind", KINDS)
        self.whom: dict[str, tuple[Institution, Work | None]] = {}
        whom: Any = self.fields["institution"]
        groups: list[Any] = (
            [] if len(institutions) == 1 else [("", self.visit.t("form-ask-institution-none"))]
        )
        working = list(people)
        for one in institutions:
            theirs = [work for work in working if work.institution_id == one.pk]
            self.whom |= {str(one.pk): (one, None), **{f"{one.pk}-{work.pk}": (one, work) for work in theirs}}
            team = (str(one.pk), one.name)
            named = [(f"{one.pk}-{work.pk}", f"{work.person.called}, {one.name}") for work in theirs]
            groups.append((one.name, [team, *named]))
        whom.choices = groups

    def clean(self) -> dict[str, Any]:
        """What the act takes."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        institution, of = self.whom.get(given.get("institution", ""), (None, None))
        what = {"words": given.get("what"), "institution": institution, "of": of}
        return {**what, "kind": given.get("kind"), "cents": given.get("cents")}


class AnswerQuestion(Leans):
    """The answer of an institution, and why. What can be said now is shown; that it moved on, the act says."""

    words = "reply"
    answer = forms.ChoiceField(widget=forms.RadioSelect)
    reason = forms.CharField(
        required=False, max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, answers: tuple[Asked, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = (Asked.FINE, Asked.OBJECTION, Asked.YES, Asked.YES_IF, Asked.NO)
        self.choices("answer", tuple(one.value for one in said))
        answer: Any = self.fields["answer"]
        answer.widget.choices = [(code, words) for code, words in answer.choices if code in answers]


class GiveQuestion(Worded):
    """Which colleague, or the team."""

    words = "give"
    who = forms.ModelChoiceField(Work.objects.none(), required=False)

    def __init__(self, *args: Any, people: QuerySet[Work], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        whom_to_choose(self, people, "who", "form-give-who-none")


class MakeRole(Worded):
    """What the role is called, and whose it is."""

    words = "role-in"
    name = forms.CharField(max_length=LONGEST_PART)
    whose = forms.ChoiceField(widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("whose", ("mine", "open"))


class OfferRole(Worded):
    """To whom, and how long both carry it."""

    words = "role-on"
    who = forms.ModelChoiceField(Person.objects.none())
    weeks = forms.IntegerField(min_value=OVERLAP_WEEKS[0], max_value=OVERLAP_WEEKS[-1])

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        who: Any = self.fields["who"]
        who.queryset = people
        who.label_from_instance = lambda one: one.called
        who.empty_label = self.visit.t("form-choose")
