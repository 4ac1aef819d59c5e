"""Forms: what people fill in, with labels in their own language. They check shape; rules live in the apps."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, ClassVar

from django import forms

from vuurtoren.care.euros import read_cents
from vuurtoren.care.looking import LONGEST_SENTENCE
from vuurtoren.care.models import TaskKind
from vuurtoren.care.rules import LONGEST_NOTE, LONGEST_NUMBER
from vuurtoren.language import LANGUAGES
from vuurtoren.people.models import Consent
from vuurtoren.people.rules import Role
from vuurtoren.places.models import Place
from vuurtoren.places.queries import search_places
from vuurtoren.power.rules import EMERGENCY_KINDS
from vuurtoren.response.rules import (
    AIMS,
    FLOOR_STEPS,
    HORIZON_STEPS,
    LONGEST_CREW_NAME,
    LONGEST_SOURCE,
    MODES,
    SCALE_SOURCE,
    SHIFT_MINUTES,
)
from vuurtoren.web.visit import Visit

MOST_TO_CHOOSE = 400
"""More streets than that are no list to choose from: one writes the name."""
LONGEST_ID = 10
GRADES = ("A+", "A", "B", "C", "D")
MOST = ("most_Aplus", "most_A", "most_B", "most_C")
"""The fields of the scale: most pieces per 100 m² for each grade but the last."""


class Worded(forms.Form):
    """A form whose labels, hints and choices are sentences: `form-round-minutes`, `form-round-minutes-hint`."""

    words = ""
    lands: ClassVar[dict[str, str]] = {}
    """By the code of a refusal: the field that it is about. Others stand on top of the form."""

    def __init__(self, *args: Any, visit: Visit, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "f-%s", **kwargs})
        self.visit = visit
        for name, field in self.fields.items():
            field.label = visit.t(f"form-{self.words}-{name}")
            hint = visit.t(f"form-{self.words}-{name}-hint")
            field.help_text = "" if hint.startswith("⟨") else hint
            field.error_messages |= {
                "required": visit.t("form-required"),
                "invalid": visit.t("form-invalid"),
                "invalid_choice": visit.t("form-choose"),
                "min_value": visit.t("form-too-small"),
                "max_value": visit.t("form-too-large"),
            }

    def choices(self, field: str, codes: tuple[str, ...], *, prefix: str = "") -> None:
        """Fill in the choices of a field with words."""
        start = prefix or f"form-{self.words}-{field}"
        choice: Any = self.fields[field]
        choice.choices = [(code, self.visit.t(f"{start}-{code}")) for code in codes]

    def beside(self, field: str, beside: Sequence[Place]) -> None:
        """The streets beside a place as boxes to tick; without any the question is left out."""
        if not beside:
            del self.fields[field]
            return
        choice: Any = self.fields[field]
        choice.queryset = Place.objects.filter(pk__in=[one.pk for one in beside])
        choice.choices = [(one.public_id, self.visit.called(one)) for one in beside]

    def street(self, field: str, none: str, *, nameless: bool = True) -> None:
        """A field that asks for a street: chosen from a list, or in a city written by its name."""
        found = search_places(self.visit.viewer, self.visit.place, "")
        found = found if nameless else found.exclude(name="")
        before: Any = self.fields[field]
        if found[MOST_TO_CHOOSE : MOST_TO_CHOOSE + 1]:
            told = StreetByName(found, self.visit, required=before.required, label=before.label)
            told.help_text = before.help_text or self.visit.t("form-street-hint")
            told.error_messages |= before.error_messages
            self.fields[field] = told
            return
        before.queryset = found
        before.label_from_instance = self.visit.called
        before.empty_label = self.visit.t(none)


class StreetByName(forms.CharField):
    """A street written by what it is called (or by its id), since nobody scrolls through ten thousand."""

    def __init__(self, places: Any, visit: Visit, **kwargs: Any) -> None:
        super().__init__(max_length=300, **kwargs)
        self.places, self.visit = places, visit

    def prepare_value(self, value: Any) -> Any:
        """The name of the street that was chosen before."""
        if isinstance(value, int):
            found = self.places.filter(pk=value).first()
            return self.visit.called(found) if found else ""
        return value

    def clean(self, value: Any) -> Place | None:
        """The street that is meant, or a sentence that there is none."""
        words = super().clean(value)
        if not words:
            return None
        found: Place | None = (
            self.places.filter(name__iexact=words).first()
            or self.places.filter(public_id=words).first()
            or next((one for one in self.places.filter(name="") if self._is_called(one, words)), None)
        )
        if found is None:
            raise forms.ValidationError(self.visit.t("form-street-unknown", name=words))
        return found

    def _is_called(self, place: Place, words: str) -> bool:
        return self.visit.called(place).casefold() == words.casefold()


class Euros(forms.DecimalField):
    """An amount in euros as people write it; cleaned it is whole cents. Its initial value is in cents too."""

    widget = forms.TextInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"min_value": 0, "max_digits": 11, "decimal_places": 2, **kwargs})
        self.widget.attrs["inputmode"] = "decimal"

    def to_python(self, value: Any) -> Any:
        """Also with a comma, points or spaces, and with a sign of euros."""
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value)
        cents = read_cents(value)
        return super().to_python(value if cents is None else str(Decimal(cents) / 100))

    def prepare_value(self, value: Any) -> Any:
        """Whole cents as euros; what somebody typed as they typed it."""
        return f"{value / 100:.2f}".removesuffix(".00").replace(".", ",") if isinstance(value, int) else value

    def clean(self, value: Any) -> Any:
        """Whole cents, or None."""
        euros = super().clean(value)
        return None if euros is None else int(euros * 100)


class Join(Worded):
    """I join in: which part, how often, with how many."""

    words = "join"
    part = forms.ChoiceField(widget=forms.RadioSelect, initial="whole")
    rhythm = forms.ChoiceField(widget=forms.RadioSelect, initial="weekly")
    people = forms.IntegerField(min_value=1, max_value=200, initial=1)

    def __init__(
        self,
        *args: Any,
        halves: tuple[str, str] | None,
        rhythms: tuple[str, ...] = ("weekly", "now_and_then"),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.choices("rhythm", rhythms, prefix="rhythm")
        self.fields["rhythm"].initial = rhythms[0]
        part: Any = self.fields["part"]
        if halves is None:  # only a street has halves
            del self.fields["part"]
            return
        part.choices = [
            ("whole", self.visit.t("part-whole")),
            *((code, self.visit.t(f"part-{side}")) for code, side in zip(("a", "b"), halves, strict=True)),
        ]


class Round(Worded):
    """A round: minutes and bags; how it looked, if one wants to say."""

    words = "round"
    minutes = forms.IntegerField(min_value=1, max_value=600, initial=20)
    bags = forms.IntegerField(min_value=0, max_value=50, initial=1)
    pieces = forms.IntegerField(required=False, min_value=0, max_value=5000)
    grade = forms.ChoiceField(required=False, widget=forms.RadioSelect)
    amount = forms.IntegerField(min_value=0, initial=0)

    def __init__(self, *args: Any, kind: TaskKind | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        grade: Any = self.fields["grade"]
        grade.choices = [(code, self.visit.t(f"grade-{_slug(code)}")) for code in ("", *GRADES)]
        for name in ("bags", "pieces", "grade") if kind else ("amount",):
            del self.fields[name]
        if kind:
            self._measured_in(kind)

    def _measured_in(self, kind: TaskKind) -> None:
        unit = kind.unit(self.visit.language)
        said = self.visit.t("form-too-large")
        self.fields["amount"] = forms.IntegerField(
            min_value=0,
            max_value=kind.most,
            initial=0,
            label=self.visit.t("form-round-amount", unit=unit),
            error_messages={**self.fields["amount"].error_messages, "max_value": said},
        )


class Look(Worded):
    """How clean is it here: a grade beside a picture, or a count."""

    words = "look"
    grade = forms.ChoiceField(required=False, widget=forms.RadioSelect)
    pieces = forms.IntegerField(required=False, min_value=0, max_value=5000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        grade: Any = self.fields["grade"]
        grade.choices = [(code, self.visit.t(f"grade-{_slug(code)}")) for code in GRADES]

    def clean(self) -> dict[str, Any]:
        """One of the two at least."""
        given = super().clean() or {}
        if not given.get("grade") and given.get("pieces") is None:
            raise forms.ValidationError(self.visit.t("form-look-one-of-two"))
        return given


class Agreement(Worded):
    """A hand-over: to which step, and the stop line both sides agree on beforehand."""

    words = "agreement"
    to_step = forms.TypedChoiceField(coerce=int, widget=forms.RadioSelect, initial=4)
    stop_grade = forms.ChoiceField(initial="C")
    stop_steps = forms.IntegerField(min_value=1, max_value=28, initial=2)
    after_stop = forms.ChoiceField(widget=forms.RadioSelect, initial="ask")
    overlap_days = forms.IntegerField(min_value=1, max_value=56, initial=14)
    answer_by = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    also = forms.ModelMultipleChoiceField(
        Place.objects.none(), required=False, widget=forms.CheckboxSelectMultiple, to_field_name="public_id"
    )

    def __init__(
        self,
        *args: Any,
        offer: bool,
        kind: TaskKind | None = None,
        steps: tuple[str, ...] = ("4", "5"),
        beside: Sequence[Place] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if kind:  # told by its rounds: there is no grade
            del self.fields["stop_grade"]
            self.fields["stop_steps"].label = self.visit.t("form-agreement-missed")
            self.fields["stop_steps"].help_text = self.visit.t("form-agreement-missed-hint")
        if not offer:
            del self.fields["answer_by"]
        self.beside("also", beside)
        self.choices("to_step", steps, prefix="step")
        self.fields["to_step"].initial = int(steps[0])
        if offer and "3" in steps:
            self.fields["answer_by"].help_text = self.visit.t("form-agreement-answer_by-held")
        if not kind:
            grade: Any = self.fields["stop_grade"]
            grade.choices = [(code, self.visit.t(f"grade-{_slug(code)}")) for code in GRADES[:-1]]
        self.choices("after_stop", ("ask", "comes"), prefix="after-stop")


class LookBack(Worded):
    """Both sides looked back: one sentence of one's own side, and another day for the next time."""

    words = "look-back"
    lands: ClassVar[dict[str, str]] = {"care.look_again_when": "again_on"}
    sentence = forms.CharField(
        required=False, max_length=LONGEST_SENTENCE, widget=forms.Textarea(attrs={"rows": 2})
    )
    again_on = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))


class Me(Worded):
    """What one is called, reads, and which street is one's own."""

    words = "me"
    called = forms.CharField(max_length=60)
    language = forms.ChoiceField(choices=[(one.code, one.name) for one in LANGUAGES.values()])
    home = forms.ModelChoiceField(Place.objects.none(), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.street("home", "form-me-home-none", nameless=False)


class Enter(Worded):
    """Somebody without an account: name, language, how they said yes, and until when."""

    words = "enter"
    called = forms.CharField(max_length=60)
    language = forms.ChoiceField(choices=[(one.code, one.name) for one in LANGUAGES.values()])
    how = forms.ChoiceField(widget=forms.RadioSelect)
    given_on = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("how", tuple(Consent.How.values), prefix="consent")


class Tools(Worded):
    """Where grabbers and bags lie."""

    words = "tools"
    marks_optional = False
    place = forms.ModelChoiceField(Place.objects.none(), required=False)
    number = forms.CharField(max_length=LONGEST_NUMBER, required=False)
    note = forms.CharField(max_length=LONGEST_NOTE, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.street("place", "form-tools-place-none")


class Light(Worded):
    """The words of the lighthouse."""

    words = "light"
    line = forms.CharField(max_length=140)
    story = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 8}))


class Reason(Worded):
    """Why: free words of the worker, kept beside the plan and never in the journal."""

    words = "reason"
    reason = forms.CharField(max_length=200)


class PutOn(Reason):
    """A street onto the plan by hand."""

    words = "puton"
    field_order = ("place", "crew", "reason")
    place = forms.ModelChoiceField(Place.objects.none())
    crew = forms.ModelChoiceField(Place.objects.none(), required=False)

    def __init__(self, *args: Any, crews: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.street("place", "form-choose")
        crew: Any = self.fields["crew"]
        crew.queryset, crew.empty_label = crews, self.visit.t("plan-no-crew")


class Emergency(Reason):
    """Into residents' room unasked: what is going on, why it cannot wait, until when, and which crew."""

    words = "emergency"
    field_order = ("kind", "reason", "until", "crew")
    kind = forms.ChoiceField(widget=forms.RadioSelect)
    until = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    crew = forms.ModelChoiceField(Place.objects.none(), required=False)

    def __init__(self, *args: Any, crews: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("kind", EMERGENCY_KINDS)
        crew: Any = self.fields["crew"]
        crew.queryset, crew.empty_label = crews, self.visit.t("plan-no-crew")


class Move(Reason):
    """Another crew, or another place in its round."""

    words = "move"
    field_order = ("crew", "order", "reason")
    crew = forms.ModelChoiceField(Place.objects.none(), required=False)
    order = forms.IntegerField(min_value=1, max_value=999)

    def __init__(self, *args: Any, crews: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        crew: Any = self.fields["crew"]
        crew.queryset, crew.empty_label = crews, self.visit.t("plan-no-crew")


class Standard(Worded):
    """What neighbourhood and city agree: average, floor, how long, to what end, how far ahead, on which scale."""

    words = "standard"
    goal_grade = forms.ChoiceField()
    floor_grade = forms.ChoiceField()
    floor_steps = forms.IntegerField(min_value=FLOOR_STEPS[0], max_value=FLOOR_STEPS[-1])
    aim = forms.ChoiceField(widget=forms.RadioSelect)
    horizon_steps = forms.IntegerField(min_value=HORIZON_STEPS[0], max_value=HORIZON_STEPS[-1])
    most_Aplus = forms.IntegerField(min_value=0, max_value=5000)
    most_A = forms.IntegerField(min_value=0, max_value=5000)
    most_B = forms.IntegerField(min_value=0, max_value=5000)
    most_C = forms.IntegerField(min_value=0, max_value=5000)
    scale_source = forms.CharField(max_length=LONGEST_SOURCE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("goal_grade", "floor_grade"):
            grade: Any = self.fields[name]
            grade.choices = [(code, self.visit.t(f"grade-{_slug(code)}")) for code in GRADES]
        self.choices("aim", AIMS, prefix="aim")

    @property
    def terms(self) -> dict[str, Any]:
        """What was filled in, as the act takes it."""
        given = {name: value for name, value in self.cleaned_data.items() if not name.startswith("most_")}
        if given["scale_source"] == self.visit.t("agreed-source-usual"):
            given["scale_source"] = SCALE_SOURCE
        return {**given, "scale": tuple(self.cleaned_data[name] for name in MOST)}


class Shift(Worded):
    """A crew's day: minutes, on foot or with a cart, and the street where it starts."""

    words = "crew"
    minutes = forms.IntegerField(min_value=SHIFT_MINUTES[0], max_value=SHIFT_MINUTES[-1], initial=240)
    mode = forms.ChoiceField(widget=forms.RadioSelect, initial="walk")
    start = forms.ModelChoiceField(Place.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("mode", MODES, prefix="mode")
        self.street("start", "form-choose")

    @property
    def terms(self) -> dict[str, Any]:
        """What was filled in, as the act takes it: the start as a point."""
        start = self.cleaned_data["start"]
        rest = {name: value for name, value in self.cleaned_data.items() if name != "start"}
        return {**rest, "lon": start.lon, "lat": start.lat}


class CrewName(Worded):
    """What a crew is called."""

    words = "crew"
    name = forms.CharField(max_length=LONGEST_CREW_NAME)


class NewCrew(Shift, CrewName):
    """A crew that begins here."""

    field_order = ("name", "minutes", "mode", "start")


class Renew(Worded):
    """Until when a yes on paper, by phone or in person holds again."""

    words = "renew"
    until = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))


class RoleFor(Worded):
    """A role proposed for somebody, by their mail address."""

    words = "role"
    mail = forms.EmailField()
    role = forms.ChoiceField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("role", tuple(one.value for one in Role if one is not Role.RESIDENT), prefix="role")


def address_sent(text: str) -> str:
    """What looks like the address of somebody or something, or nothing; the page there looks what it is."""
    fine = len(text) <= LONGEST_ID and text.isascii() and text.replace("-", "").replace("_", "").isalnum()
    return text if fine else ""


def _slug(grade: str) -> str:
    return {"A+": "Aplus", "": "none"}.get(grade, grade)
