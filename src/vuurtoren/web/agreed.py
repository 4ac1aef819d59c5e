"""What neighbourhood and city agreed: how clean, how fast, with which crews. One proposes, a second one says yes."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.engine.units import GRADES
from vuurtoren.journal.models import Moment
from vuurtoren.response import acts, queries
from vuurtoren.response.models import Crew
from vuurtoren.response.rules import SCALE_SOURCE
from vuurtoren.web import forms
from vuurtoren.web.deeds import do, page_with_form, tell
from vuurtoren.web.visit import Visit


def agreed(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What was agreed, the crews, and what waits for a second yes; in sight of everybody."""
    _here(visit)
    standard = queries.standard_of(visit.viewer, visit.place)
    crews = queries.crews_agreed(visit.viewer, visit.place)
    return render(
        request,
        "agreed/agreed.html",
        {
            "standard": standard,
            "usual_source": SCALE_SOURCE,
            "scale": _scale(standard.level.scale),
            "crews": [one for one in crews if one.active],
            "stopped": [one for one in crews if not one.active],
            "waiting": [
                (one, _scale(one.terms["scale"]) if one.what == "standard" else ())
                for one in queries.proposals_of(visit.viewer, visit.place)
            ],
            "may_propose": visit.viewer.may("standard.agree", visit.place.key),
        },
    )


def level(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Propose another average, floor, aim, horizon or scale."""
    now = queries.standard_of(visit.viewer, visit.place)
    initial = {name: getattr(now, name) for name in ("goal_grade", "floor_grade", "floor_steps", "aim")}
    usual = now.scale_source == SCALE_SOURCE
    source = visit.t("agreed-source-usual") if usual else now.scale_source
    initial |= {"horizon_steps": now.horizon_steps, "scale_source": source}
    initial |= dict(zip(forms.MOST, now.level.scale, strict=True))
    form = forms.Standard(request.POST or None, visit=visit, initial=initial)
    return _propose(
        request,
        visit,
        form,
        lambda _: acts.agree_standard(visit.viewer, visit.place, at=visit.at, **form.terms),
        title="agreed-level",
        template="agreed/level.html",
    )


def new_crew(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Propose a crew."""
    form = forms.NewCrew(request.POST or None, visit=visit)
    return _propose(
        request,
        visit,
        form,
        lambda _: acts.add_crew(visit.viewer, visit.place, at=visit.at, **form.terms),
        title="agreed-new-crew",
    )


def shift(request: HttpRequest, visit: Visit, crew: UUID) -> HttpResponse:
    """Propose another shift for a crew: minutes, on foot or with a cart, where its day starts."""
    found = _crew(visit, crew)
    seen = next(one for one in queries.crews_agreed(visit.viewer, visit.place) if one.key == crew)
    initial = {"minutes": seen.minutes, "mode": seen.mode, "start": seen.start and seen.start.pk}
    form = forms.Shift(request.POST or None, visit=visit, initial=initial)
    return _propose(
        request,
        visit,
        form,
        lambda _: acts.add_crew(visit.viewer, visit.place, name=found.name, at=visit.at, **form.terms),
        title="agreed-shift",
        name=queries.crew_named(visit.language, found.name),
    )


def rename(request: HttpRequest, visit: Visit, crew: UUID) -> HttpResponse:
    """Propose another name for a crew."""
    found = _crew(visit, crew)
    form = forms.CrewName(request.POST or None, visit=visit, initial={"name": found.name})
    return _propose(
        request,
        visit,
        form,
        lambda given: acts.rename_crew(visit.viewer, found, at=visit.at, **given),
        title="agreed-rename",
        name=queries.crew_named(visit.language, found.name),
    )


def end(request: HttpRequest, visit: Visit, crew: UUID) -> HttpResponse:
    """Propose that a crew stops here."""
    found = _crew(visit, crew)
    return _at_once(
        request, visit, lambda: acts.end_crew(visit.viewer, found, at=visit.at), "agreed-proposed"
    )


def again(request: HttpRequest, visit: Visit, crew: UUID) -> HttpResponse:
    """Propose that a crew that stopped begins again, with the shift it had."""
    one = _crew(visit, crew)
    return _at_once(
        request,
        visit,
        lambda: acts.add_crew(
            visit.viewer,
            visit.place,
            name=one.name,
            minutes=one.minutes,
            mode=one.mode,
            lon=one.lon,
            lat=one.lat,
            at=visit.at,
        ),
        "agreed-proposed",
    )


def say_yes(request: HttpRequest, visit: Visit, proposal: str) -> HttpResponse:
    """Yes, so we do it: the second person of two."""
    return _decide(request, visit, proposal, acts.second, "agreed-said-yes")


def drop(request: HttpRequest, visit: Visit, proposal: str) -> HttpResponse:
    """Take one's own proposal back, or say no to another's."""
    return _decide(request, visit, proposal, acts.drop_proposal, "agreed-dropped")


def _propose(
    request: HttpRequest,
    visit: Visit,
    form: Any,
    deed: Any,
    *,
    title: str,
    template: str = "form.html",
    **values: str,
) -> HttpResponse:
    """A form that makes a proposal; back to the page of what was agreed."""
    words = visit.t(title, **values) if values else visit.t(title)
    _here(visit, words)
    back = _page(visit)
    context = {
        "title": words,
        "button": visit.t("agreed-propose"),
        "back": back,
        "intro": visit.t("agreed-two"),
    }
    return page_with_form(request, template, form, deed, then=back, said="agreed-proposed", context=context)


def _at_once(request: HttpRequest, visit: Visit, deed: Any, said: str) -> HttpResponse:
    """One tap, and back to the page."""
    if request.method == "POST":
        do(request, deed)
        tell(request, said)
    return redirect(_page(visit))


def _decide(
    request: HttpRequest, visit: Visit, public_id: str, act: Callable[..., Moment], said: str
) -> HttpResponse:
    """One tap on a proposal; looked up within the deed, so that a yes sent twice is a yes once and no missing page."""

    def deed() -> Moment:
        found = queries.proposal_called(visit.viewer, visit.place, public_id)
        if found is None:
            raise Http404(public_id)
        return act(visit.viewer, found, at=visit.at)

    return _at_once(request, visit, deed, said)


def _crew(visit: Visit, key: UUID) -> Crew:
    found = queries.crew_called(visit.viewer, visit.place, key)
    if found is None:
        raise Http404(key)
    return found


def _scale(most: Any) -> list[tuple[str, int, int | None]]:
    """Per grade from how many pieces to how many; the last one has no end."""
    ends: list[int | None] = [*most, None]
    starts = [0, *(one + 1 for one in most)]
    return list(zip(GRADES, starts, ends, strict=True))


def _here(visit: Visit, title: str = "") -> None:
    visit.here = [
        (visit.t("nav-city"), reverse("city", args=[visit.place.slug])),
        (visit.t("city-standard"), _page(visit) if title else ""),
    ]
    if title:
        visit.here.append((title, ""))


def _page(visit: Visit) -> str:
    return reverse("agreed", args=[visit.place.slug])
