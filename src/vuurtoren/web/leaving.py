"""Leaving, and handing over before: for who leaves, who leads the team, and who follows."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.language import Refused
from vuurtoren.reflection.queries import errands_of
from vuurtoren.stay import acts, queries
from vuurtoren.stay.models import Departure
from vuurtoren.tables import queries as tables
from vuurtoren.web import stay_forms as forms
from vuurtoren.web.deeds import ask_first, do, page_with_form, tell
from vuurtoren.web.visit import Visit


def team(request: HttpRequest, visit: Visit) -> HttpResponse:
    """For who leads a team: since when its people are here, what waits, and who leaves."""
    visit.here = [(visit.t("team-title"), "")]
    viewer, where = visit.viewer, visit.place
    teams = queries.teams_of(viewer, where, visit.today)
    everybody = [UUID(one.key) for some in teams for one in some.people]
    known = tables.how_many_they_know(viewer, where, everybody, visit.today)
    about = {"teams": teams, "known": {str(key): count for key, count in known.items()}}
    return render(request, "stay/team.html", about)


def leave(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Somebody leaves on a day: they say it themselves, or who leads the team does."""
    work = queries.work_called(visit.viewer, visit.place, public_id, visit.today)
    if work is None:
        raise Http404(public_id)
    concerned = queries.is_mine_or_led(visit.viewer, work, visit.today)
    visit.viewer.must("work.leave", visit.place.key, concerned=concerned)
    mine = work.person.key == visit.viewer.person
    back = reverse("days" if mine else "team", args=[visit.place.slug])
    title = "leave-title" if mine else "leave-them"
    visit.here = [
        (visit.t("stay-days" if mine else "team-title"), back),
        (visit.t(title, called=work.person.called), ""),
    ]
    known = (
        None if mine else tables.how_many_they_know(visit.viewer, visit.place, [work.person.key], visit.today)
    )
    form = forms.Leave(request.POST or None, visit=visit)
    context = {
        "title": visit.t(title, called=work.person.called),
        "intro": visit.t("leave-intro") if mine else _ties(visit, work.person.called, known),
        "button": visit.t("leave-button"),
        "back": back,
    }

    def deed(given: dict[str, Any]) -> Any:
        return acts.announce_leaving(visit.viewer, work, at=visit.at, **given)

    said = "leave-said" if mine else "leave-them-said"
    return page_with_form(request, "form.html", form, deed, then=back, said=said, context=context)


def my_own(visit: Visit) -> queries.LeavingSeen | None:
    """My own leaving, where I said so."""
    mine = queries.my_leavings(visit.viewer, visit.place, visit.today)
    return next((one for one in mine if one.part == "leaves"), None)


def way_to_leave(visit: Visit) -> str:
    """Where whoever works here says that they leave, or goes on handing over."""
    if known := my_own(visit):
        return reverse("leaving", args=[visit.place.slug, known.public_id])
    who = visit.person.public_id if visit.person else ""
    return reverse("leave", args=[visit.place.slug, who])


def way_on(visit: Visit, refused: Refused) -> tuple[str, str] | None:
    """What one can do instead, where a refusal is about work that goes on: its address and its words."""
    if refused.code != "people.work_goes_on" or visit.neighbourhood is None:
        return None
    return way_to_leave(visit), visit.t("leave-title")


def answer_leaving(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Is that my last day? Each answer one tap. A no leads to one's days, since nothing is left to show."""
    one, yes = _leaving(visit, public_id), request.POST.get("answer") == "yes"
    if request.method == "POST":
        do(request, lambda: acts.answer_leaving(visit.viewer, one, yes=yes, at=visit.at))
        tell(request, f"leaving-asked-{'yes' if yes else 'no'}-said")
        if not yes:
            return redirect("days", slug=visit.place.slug)
    return redirect("leaving", slug=visit.place.slug, public_id=one.public_id)


def leaving(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """The hand-over: promises still open, introductions, a walk together."""
    one = _leaving(visit, public_id)
    seen = queries.leaving_seen(visit.viewer, one, visit.today)
    visit.here = [*_way(visit, one), (visit.t("leaving-title"), "")]
    about = {"one": seen, "errands": errands_of(visit.viewer, visit.place, one.work.person)}
    return render(request, "stay/leaving.html", about)


def stay_on(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """They stay after all: asked first. Looked up within the deed, since after it there is nothing to find."""
    if request.method == "POST":
        do(request, lambda: acts.stay_on(visit.viewer, _leaving(visit, public_id), at=visit.at))
        tell(request, "leaving-stays-said")
        return redirect("days", slug=visit.place.slug)
    one = _leaving(visit, public_id)
    _must(visit, one)
    part = "leaves" if one.work.person.key == visit.viewer.person else "leads"
    called, back = one.work.person.called, reverse("leaving", args=[visit.place.slug, one.public_id])
    title = visit.t(f"leaving-stay-ask-{part}", called=called)
    visit.here = [*_way(visit, one), (visit.t("leaving-title"), back), (title, "")]
    return ask_first(
        request,
        title=title,
        words=[visit.t(f"leaving-stay-words-{part}")],
        yes=visit.t(f"leaving-stay-yes-{part}", called=called),
        back=back,
    )


def plan_hand_over(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Who follows, when the two walk, how many people are introduced."""
    one = _leaving(visit, public_id)
    _must(visit, one)
    people = queries.colleagues(visit.viewer, visit.place, visit.today, of=one.work.institution)
    people = people.exclude(person=one.work.person_id)
    chosen = people.filter(person=one.successor_id).first() if one.successor_id else None
    initial = {
        "successor": chosen.pk if chosen else None,
        "walk_on": one.walk_on,
        "people": one.people,
        "introduced": one.introduced,
    }
    form = forms.HandOver(request.POST or None, visit=visit, people=people, initial=initial)
    back = reverse("leaving", args=[visit.place.slug, one.public_id])
    visit.here = [*_way(visit, one), (visit.t("leaving-title"), back), (visit.t("leaving-plan"), "")]
    context = {
        "title": visit.t("leaving-plan"),
        "intro": visit.t("leaving-plan-intro"),
        "button": visit.t("leaving-plan-button"),
        "back": back,
    }

    def deed(given: dict[str, Any]) -> Any:
        return acts.plan_hand_over(visit.viewer, one, at=visit.at, **given)

    return page_with_form(
        request, "form.html", form, deed, then=back, said="leaving-plan-said", context=context
    )


def walked(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """We walked together: one tap, of who follows."""
    one = _leaving(visit, public_id)
    return _tap(
        request, visit, one, lambda: acts.walked(visit.viewer, one, at=visit.at), "leaving-walked-said"
    )


def complete_departure(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """It is passed on: refused as long as a promise is open; what else is undone is said here, and known."""
    one = _leaving(visit, public_id)
    _must(visit, one)
    seen = queries.leaving_seen(visit.viewer, one, visit.today)
    back = reverse("leaving", args=[visit.place.slug, one.public_id])
    visit.here = [*_way(visit, one), (visit.t("leaving-title"), back), (visit.t("leaving-complete"), "")]
    form = forms.Close(request.POST or None, visit=visit, left=bool(seen and seen.left))
    return page_with_form(
        request,
        "stay/complete.html",
        form,
        lambda given: acts.complete_departure(visit.viewer, one, at=visit.at, **given),
        then=back,
        said="leaving-done-said",
        context={"one": seen, "back": back},
    )


def _leaving(visit: Visit, public_id: str) -> Departure:
    found = queries.departure_called(visit.viewer, visit.place, public_id, visit.today)
    if found is None:
        raise Http404(public_id)
    return found


def _must(visit: Visit, one: Departure) -> None:
    """Of who leaves and who leads the team; who follows only looks."""
    concerned = queries.is_mine_or_led(visit.viewer, one.work, visit.today)
    visit.viewer.must("work.leave", visit.place.key, concerned=concerned)


def _tap(request: HttpRequest, visit: Visit, one: Departure, deed: Any, said: str) -> HttpResponse:
    if request.method == "POST":
        do(request, deed)
        tell(request, said)
    return redirect("leaving", slug=visit.place.slug, public_id=one.public_id)


def _way(visit: Visit, one: Departure) -> list[tuple[str, str]]:
    """Who leads comes from the team, the others from their days."""
    ours = visit.viewer.person in (one.work.person.key, one.successor.key if one.successor else None)
    door, words = ("days", "stay-days") if ours else ("team", "team-title")
    return [(visit.t(words), reverse(door, args=[visit.place.slug]))]


def _ties(visit: Visit, called: str, known: dict[UUID, int | None] | None) -> str:
    """What is lost with somebody: the ties they have here, from five people up."""
    count = next(iter(known.values()), None) if known else None
    words = "leave-them-intro" if count is None else "leave-them-ties"
    return visit.t(words, called=called, count=count or 0)
