"""A challenge with its dossier: neighbours write it together, send it, and the institution answers with why."""

from typing import Any

from django import forms as django_forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from vuurtoren.care import acts
from vuurtoren.care import queries as care
from vuurtoren.care.euros import amount_in
from vuurtoren.care.models import TaskKind
from vuurtoren.care.queries import DossierSeen
from vuurtoren.care.queries.seen import HandOverSeen
from vuurtoren.care.rules import (
    EXCLUDED,
    LITTER,
    LONGEST_ANSWER,
    LONGEST_BODY,
    LONGEST_NAMED,
    LONGEST_TALK_TO,
    QUESTIONS,
    Said,
)
from vuurtoren.care.together import Choice, mark, tidy
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.queries import answers_within
from vuurtoren.web import forms
from vuurtoren.web.agreements import asked_context, found_agreement, in_force, shown
from vuurtoren.web.blocks import Block, block, block_of
from vuurtoren.web.deeds import add_refusal, do, page_with_form, tell
from vuurtoren.web.leaning import Leans
from vuurtoren.web.spots import Spot, powers, spot
from vuurtoren.web.terms import asks, hint
from vuurtoren.web.visit import Visit

USUAL_YEARS = 3
WORDS_MOVED_ON = "care.words_moved_on"
BY_ITSELF = "by_itself"
"""Sent along by what saves while one types (assets/behaviour/keep.js): the answer is then what is new, not a whole page."""


class Answers(forms.Worded):
    """The questions of a dossier. With each goes the mark of what stood there when one began (`h_`), and where two texts
    wait the mark of theirs as it is shown (`t_`) and the choice (`k_`)."""

    words = "dossier"
    marks_optional = False

    def __init__(
        self, *args: Any, visit: Visit, seen: DossierSeen, kind: TaskKind | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, visit=visit, **kwargs)
        self.fields["of"] = django_forms.UUIDField(
            required=False,
            initial=seen.dossier.key if seen.dossier else "",
            widget=django_forms.HiddenInput,
        )
        choices = [(one.value, visit.t(f"dossier-choose-{one.value}")) for one in Choice]
        for question in QUESTIONS:
            words, had = seen.to_write(question)
            self.fields[f"h_{question}"] = _mark(had)
            self.fields[f"t_{question}"] = _mark(mark(seen.words(question)))
            self.fields[f"k_{question}"] = django_forms.ChoiceField(
                choices=choices,
                required=False,
                widget=django_forms.RadioSelect,
                label=visit.t("dossier-choose"),
            )
            self.fields[question] = django_forms.CharField(
                max_length=LONGEST_ANSWER,
                required=False,
                initial=words,
                widget=django_forms.Textarea(attrs={"rows": 4}),
                label=asks(visit, question, kind),
                help_text=hint(visit, question, kind),
            )

    def given(self) -> dict[str, acts.Written]:
        """What was sent, by question. Who chose their own words did so with the others' before them; what came without its
        mark did not come from this form."""
        return {one: self._written(one) for one in QUESTIONS if f"h_{one}" in self.data}

    def _written(self, question: str) -> acts.Written:
        sent = self.cleaned_data
        choice = sent[f"k_{question}"]
        had = sent[f"t_{question}" if choice == Choice.MINE else f"h_{question}"]
        return acts.Written(sent[question], had, choice)

    def anew(self, seen: DossierSeen) -> list[str]:
        """Questions where a page from which this was sent shows something else than there is now."""
        return [question for question in QUESTIONS if self._is_anew(question, seen)]

    def _is_anew(self, question: str, seen: DossierSeen) -> bool:
        sent = self.cleaned_data
        waited = not sent[f"h_{question}"]
        if question in seen.beside:
            return not waited or sent[f"t_{question}"] != mark(seen.words(question))
        return waited or tidy(sent[question]) != seen.words(question)


def _mark(initial: str) -> django_forms.CharField:
    return django_forms.CharField(
        max_length=16, required=False, initial=initial, widget=django_forms.HiddenInput
    )


class Answer(Leans):
    """Yes, yes if, together or no: with conditions, or with reasons and with whom to talk on."""

    words = "said"
    marks_optional = False
    said = django_forms.ChoiceField(widget=django_forms.RadioSelect)
    conditions = django_forms.CharField(
        required=False, max_length=LONGEST_ANSWER, widget=django_forms.Textarea(attrs={"rows": 4})
    )
    reasons = django_forms.CharField(
        required=False, max_length=LONGEST_ANSWER, widget=django_forms.Textarea(attrs={"rows": 4})
    )
    talk_to = django_forms.CharField(required=False, max_length=LONGEST_TALK_TO)
    decided_by = django_forms.CharField(required=False, max_length=LONGEST_BODY)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("said", tuple(Said))


class Otherwise(forms.Worded):
    """How residents want it, instead of the conditions."""

    words = "want"
    marks_optional = False
    theirs = django_forms.CharField(
        max_length=LONGEST_ANSWER, widget=django_forms.Textarea(attrs={"rows": 5})
    )


class Named(forms.Worded):
    """How who asks wants to stand on the agreement."""

    words = "voice"
    marks_optional = False
    named = django_forms.CharField(required=False, max_length=LONGEST_NAMED)


class Send(forms.Agreement):
    """The stop line and the term, at sending."""

    until = django_forms.DateField(widget=django_forms.DateInput(attrs={"type": "date"}))
    cents_a_year = forms.Euros(required=False)

    def __init__(self, *args: Any, wrote: str = "", **kwargs: Any) -> None:
        super().__init__(*args, offer=False, **kwargs)
        money = self.fields["cents_a_year"]
        if wrote:
            money.initial = amount_in(wrote)
            money.help_text = f"{self.visit.t('dossier-budget-wrote', words=wrote)} {money.help_text}"


def write(request: HttpRequest, visit: Visit, public_id: str, kind: str = LITTER) -> HttpResponse:
    """The questions that by-laws ask, in plain words. Saved as one goes, by several neighbours; nothing is written over."""
    here = spot(visit, public_id, kind, "dossier-title")
    seen = _draft(here)
    form = Answers(request.POST or None, visit=visit, seen=seen, kind=here.kind)
    by_itself = BY_ITSELF in request.POST
    stopped: Block | None = None
    if request.method == "POST" and form.is_valid():
        try:
            do(request, lambda: _write(here, form))
        except Refused as refused:
            if refused.code.startswith("power."):
                raise
            add_refusal(request, form, refused)
            stopped = block_of(visit, refused)
        else:
            seen = _draft(here)
            if by_itself:
                return _kept(request, here, form, seen)
            tell(request, "dossier-both-kept" if seen.beside else "dossier-saved")
            return redirect(here.to("dossier"))
    if by_itself:
        why = next((words for all_of_it in form.errors.values() for words in all_of_it), "")
        return render(request, "agreement/dossier_not_kept.html", {"why": why}, status=422)
    about = {"seen": seen, "form": form, "questions": tuple(QUESTIONS), "excluded": EXCLUDED}
    about["voice"] = Named(visit=visit, initial={"named": seen.my_name})
    about |= powers(here)
    about["weeks"] = answers_within(visit.place).days // 7
    about |= {"block": block(visit, "excluded"), "stopped": stopped}
    return render(request, "agreement/dossier.html", about, status=422 if form.is_bound else 200)


def _write(here: Spot, form: Answers) -> Moment:
    visit, of = here.visit, form.cleaned_data["of"]
    return acts.write_dossier(
        visit.viewer, here.place, given=form.given(), of=of, kind=here.code, at=visit.at
    )


def _kept(request: HttpRequest, here: Spot, form: Answers, seen: DossierSeen) -> HttpResponse:
    """The answer to what saved by itself: when, and what is otherwise now than on the page that sent it."""
    fresh = Answers(visit=here.visit, seen=seen, kind=here.kind)
    about = {"seen": seen, "form": fresh, "anew": form.anew(seen), "questions": tuple(QUESTIONS)}
    about["at"] = timezone.localtime(here.visit.at)
    return render(request, "agreement/dossier_kept.html", about)


def voice(request: HttpRequest, visit: Visit, public_id: str, kind: str = LITTER) -> HttpResponse:
    """I ask this too, I support it, or neither any longer. One tap."""
    here = spot(visit, public_id, kind)
    if request.method == "POST":
        how, named = request.POST.get("answer", ""), request.POST.get("named", "")
        do(
            request,
            lambda: acts.join_dossier(
                visit.viewer, here.place, how=how, named=named, kind=here.code, at=visit.at
            ),
        )
        tell(request, "dossier-joined" if how else "dossier-left")
    return redirect(here.to("dossier"))


def send(request: HttpRequest, visit: Visit, public_id: str, kind: str = LITTER) -> HttpResponse:
    """To the institution, with the stop line and for how long."""
    here = spot(visit, public_id, kind, "dossier-send")
    seen, holds = _draft(here), in_force(here)
    if seen.dossier is None and request.method == "GET":
        return render(request, "agreement/no_draft.html", {"name": here.name, "to": here.to})
    until = visit.today.replace(year=visit.today.year + USUAL_YEARS, day=min(visit.today.day, 28))
    return page_with_form(
        request,
        "form.html",
        Send(
            request.POST or None,
            visit=visit,
            kind=here.kind,
            steps=holds.steps(worker=False),
            wrote=seen.words("budget"),
            initial={"until": until, **{name: value for name, value in holds.initial().items() if value}},
        ),
        lambda given: acts.send_dossier(visit.viewer, here.place, kind=here.code, at=visit.at, **given),
        then=here.to("street"),
        said="agreement-asked",
        context=lambda: {
            **powers(here),
            "title": visit.t("dossier-send"),
            "intro": visit.t("dossier-send-missing", count=len(seen.missing))
            if seen.missing
            else visit.t("dossier-send-intro"),
            "button": visit.t("dossier-send-button"),
            "back": here.to("dossier"),
        },
    )


def answer(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """The institution answers a challenge with its dossier: yes, yes if, or no with reasons and an open door.

    Where residents wanted it otherwise than its conditions, their words stand there, and it answers these."""
    found = found_agreement(visit, public_id)
    back, had = reverse("agreement", args=[visit.place.slug, public_id]), request.POST.get("had", mark(""))
    return page_with_form(
        request,
        "agreement/answer.html",
        Answer(request.POST or None, visit=visit),
        lambda given: acts.answer_dossier(visit.viewer, found.hand_over, had=had, at=visit.at, **given),
        then=back,
        said="dossier-answered",
        context=lambda: asked_context(visit, found) | _about_words(visit, found, "dossier-answer", back),
    )


def otherwise(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Residents answer the conditions with how they want it; it goes back to the institution."""
    found = found_agreement(visit, public_id)
    back, had = reverse("agreement", args=[visit.place.slug, public_id]), request.POST.get("had", "")

    def deed(given: dict[str, Any]) -> Moment:
        row, words = found.hand_over, given["theirs"]
        return acts.ask_otherwise(visit.viewer, row, words=words, had=had, at=visit.at)

    return page_with_form(
        request,
        "agreement/say.html",
        Otherwise(request.POST or None, visit=visit),
        deed,
        then=back,
        said="dossier-otherwise-said",
        context=lambda: _about_words(visit, found, "dossier-otherwise", back),
    )


def _about_words(visit: Visit, found: HandOverSeen, says: str, back: str) -> dict[str, Any]:
    """What a page shows on which one answers words of the other side: these words as they are now, with their mark."""
    seen = care.dossier_of(visit.viewer, found.hand_over)
    one = seen.dossier if seen else None
    ours = says == "dossier-answer"
    words = (one.otherwise if ours else one.conditions) if one else ""
    return {"says": says, "back": back, "theirs": words, "had": mark(words), "ours": ours}


def accept(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Residents say yes to the conditions that they read. One tap; where these are others now, the page shows them."""
    found = found_agreement(visit, public_id)
    had = request.POST.get("had", "")
    if request.method == "POST":
        try:
            do(request, lambda: acts.accept_conditions(visit.viewer, found.hand_over, had=had, at=visit.at))
        except Refused as refused:
            if refused.code != WORDS_MOVED_ON:
                raise
            return shown(request, visit, found, refused=refused, status=409)
        tell(request, "agreement-yes-said")
    return redirect("agreement", visit.place.slug, public_id)


def _draft(here: Spot) -> DossierSeen:
    """The draft as this reader sees it; an empty one where there is none for them."""
    return care.dossier_at(here.visit.viewer, here.place, here.code) or DossierSeen(None)
