"""Who we are, and oneself: profile, export, being forgotten; people without an account, roles."""

from datetime import timedelta
from typing import Any

from babel.dates import format_date
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.care import acts as care_acts
from vuurtoren.care import queries as care
from vuurtoren.gifts import queries as gifts
from vuurtoren.initiatives import acts as initiative_acts
from vuurtoren.initiatives import queries as initiatives
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.light import acts as light_acts
from vuurtoren.light import queries as light
from vuurtoren.nudges import queries as nudges
from vuurtoren.people import acts, queries
from vuurtoren.people.models import Person, RoleHeld
from vuurtoren.people.rules import CONSENT_AT_MOST, Role
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import visitor
from vuurtoren.reflection import queries as reflection
from vuurtoren.stay import queries as stay
from vuurtoren.stay.rules import UNDONE
from vuurtoren.tables import queries as tables
from vuurtoren.web import forms
from vuurtoren.web.deeds import ask_first, do, page_with_form, tell
from vuurtoren.web.kept import same_for_all
from vuurtoren.web.leaving import my_own, way_to_leave
from vuurtoren.web.visit import Visit


def who(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Who we are: how many (from five), who works here, and how to reach them."""
    visit.here = [(visit.t("nav-who"), "")]
    viewer, where, anybody = visit.viewer, visit.place, visitor()
    return render(
        request,
        "people/who.html",
        {
            "counts": same_for_all(visit, lambda: queries.how_many(anybody, where, visit.at), "roles"),
            "professionals": same_for_all(
                visit, lambda: queries.professionals_of(anybody, where, visit.at), "professionals"
            ),
            "shared": stay.shared_days(viewer, where, visit.at),
            "institutions": queries.institutions_of(viewer, where),
            "waiting": queries.roles_waiting(viewer, where),
            "tools": same_for_all(visit, lambda: care.tools_of(anybody, where), "tools"),
            "may_put_tools": viewer.may("tools.put", where.key),
            "may_enter": viewer.may("person.enter", where.key),
            "may_give": viewer.may("role.give", where.key),
        },
    )


def me(request: HttpRequest, visit: Visit) -> HttpResponse:
    """My name, language and street; what I carry; my story."""
    person = _myself(visit)
    visit.here = [(visit.t("nav-me"), "")]
    story = care.my_story(visit.viewer, visit.place)
    form = forms.Me(
        request.POST or None,
        visit=visit,
        initial={"called": person.called, "language": person.language, "home": person.home_id},
    )
    return page_with_form(
        request,
        "people/me.html",
        form,
        lambda given: acts.change_self(visit.viewer, person, visit.place, at=visit.at, **given),
        then=reverse("me", args=[visit.place.slug]),
        said="me-saved",
        context={
            "mine": care.mine(visit.viewer, visit.place),
            "drafts": care.my_drafts(visit.viewer, visit.place),
            "story": story,
            "points": [
                (format_date(one.first, "MMM", locale=visit.language), one.rounds) for one in story.months
            ],
            "roles": [
                held
                for held in person.roles.filter(neighbourhood=visit.place)
                if held.role != Role.RESIDENT.value
            ],
            "work": queries.work_that_goes_on(visit.viewer, visit.place, visit.today)
            if visit.viewer.is_a(Role.WORKER, visit.place.key)
            else [],
        },
    )


def export(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Everything the house keeps about me, as one file."""
    _myself(visit)
    kept = {
        "person": queries.own_export(visit.viewer),
        "care": care.own_export(visit.viewer),
        "tables": tables.own_export(visit.viewer),
        "gifts": gifts.own_export(visit.viewer),
        "looked for": gifts.looked_for_export(visit.viewer),
        "introductions": gifts.own_introductions_export(visit.viewer),
        "invitations": gifts.own_invitations_export(visit.viewer),
        "says to have been there": tables.own_claims_export(visit.viewer),
        "ties": tables.own_ties_export(visit.viewer),
        "learning": tables.own_rounds_export(visit.viewer),
        "coffee": tables.own_coffees_export(visit.viewer),
        "initiatives": initiatives.own_export(visit.viewer),
        "nudges": nudges.own_export(visit.viewer),
        "stay": {
            **stay.own_days(visit.viewer),
            "promises": stay.own_promises(visit.viewer),
            "leaving": stay.own_leavings(visit.viewer),
        },
        "principles": light.own_export(visit.viewer),
        "slides": reflection.own_slides_export(visit.viewer),
        "said it hurts": reflection.own_hurts_export(visit.viewer),
        "errands": reflection.own_errands_export(visit.viewer),
    }
    response = JsonResponse(kept, json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Disposition"] = 'attachment; filename="vuurtoren-over-mij.json"'
    return response


def forget(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Forget me: asked once more, then for good."""
    person = _myself(visit)
    visit.here = [(visit.t("nav-me"), reverse("me", args=[visit.place.slug])), (visit.t("me-forget"), "")]
    if request.method == "POST":
        words_stay = bool(request.POST.get("words"))
        do(request, lambda: forgotten(visit, person, words_stay=words_stay))
        slug = visit.place.slug
        logout(request)
        tell(request, "me-forgotten")
        return redirect("today", slug=slug)
    about = {
        "wrote": initiatives.i_wrote(visit.viewer) or light.wrote_here(visit.viewer),
        "promised": sum(
            one.part == "mine" and one.state in UNDONE
            for one in stay.my_promises(visit.viewer, visit.place, visit.today)
        ),
    }
    return render(request, "people/forget.html", about)


def forgotten(visit: Visit, person: Person, *, words_stay: bool = False) -> Moment:
    """What somebody carries goes back first; the words they wrote for initiatives and about exceptions stay if they said
    so; then the person goes."""
    homes = list(Neighbourhood.objects.filter(roles__person=person).distinct())
    care_acts.release_person(visit.viewer, person.key, homes, visit.at)
    if words_stay:
        initiative_acts.leave_words(visit.viewer, person, visit.place, at=visit.at)
        light_acts.leave_principle_words(visit.viewer, person, visit.place, at=visit.at)
    return acts.forget(visit.viewer, person, visit.place, at=visit.at)


def tools(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Where neighbours get a grabber and bags."""
    back = reverse("who", args=[visit.place.slug])
    visit.here = [(visit.t("nav-who"), back), (visit.t("tools-title"), "")]
    now = care.tools_of(visit.viewer, visit.place)
    initial = {"place": now.place_id, "number": now.number, "note": now.note} if now else {}
    return page_with_form(
        request,
        "form.html",
        forms.Tools(request.POST or None, visit=visit, initial=initial),
        lambda given: care_acts.put_tools(visit.viewer, visit.place, at=visit.at, **given),
        then=back,
        said="tools-said",
        context={"title": visit.t("tools-title"), "button": visit.t("tools-button"), "back": back},
    )


def enter(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write down somebody without an account, who said yes."""
    visit.here = [(visit.t("nav-who"), reverse("who", args=[visit.place.slug])), (visit.t("enter-title"), "")]
    day = visit.today
    initial = {
        "given_on": day,
        "until": day + CONSENT_AT_MOST - timedelta(days=1),
        "language": visit.language,
    }
    form = forms.Enter(request.POST or None, visit=visit, initial={**initial, "how": "in_person"})
    return page_with_form(
        request,
        "people/enter.html",
        form,
        lambda given: acts.enter(visit.viewer, visit.place, at=visit.at, **given),
        then=reverse("enter", args=[visit.place.slug]),
        said="enter-said",
        context={"entered": queries.entered_here(visit.viewer, visit.place)},
    )


def withdraw_consent(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Somebody without an account takes their yes back; they are forgotten at once, so it is asked first."""

    def deed() -> Moment:
        person = queries.person_seen_by(visit.viewer, public_id, visit.place)
        if person is None:
            raise Http404(public_id)
        care_acts.release_person(visit.viewer, person.key, [visit.place], visit.at)
        return acts.withdraw_consent(visit.viewer, person, visit.place, at=visit.at)

    back = reverse("enter", args=[visit.place.slug])
    if request.method == "POST":
        do(request, deed)
        tell(request, "enter-withdrawn-said")
        return redirect(back)
    person = queries.person_seen_by(visit.viewer, public_id, visit.place)
    if person is None:
        raise Http404(public_id)
    title = visit.t("enter-withdraw-ask", called=person.called)
    visit.here = [
        (visit.t("nav-who"), reverse("who", args=[visit.place.slug])),
        (visit.t("enter-title"), back),
        (title, ""),
    ]
    return ask_first(
        request,
        title=title,
        words=[visit.t("enter-withdraw-words", called=person.called)],
        yes=visit.t("enter-withdraw-yes"),
        back=back,
    )


def renew_consent(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Somebody without an account says yes again, until another day."""
    person = queries.person_seen_by(visit.viewer, public_id, visit.place)
    if person is None:
        raise Http404(public_id)
    back = reverse("enter", args=[visit.place.slug])
    visit.here = [
        (visit.t("nav-who"), reverse("who", args=[visit.place.slug])),
        (visit.t("enter-title"), back),
        (visit.t("renew-title", called=person.called), ""),
    ]
    until = visit.today + CONSENT_AT_MOST - timedelta(days=1)
    return page_with_form(
        request,
        "form.html",
        forms.Renew(request.POST or None, visit=visit, initial={"until": until}),
        lambda given: acts.renew_consent(visit.viewer, person, visit.place, at=visit.at, **given),
        then=back,
        said="renew-said",
        context={
            "title": visit.t("renew-title", called=person.called),
            "button": visit.t("renew-button"),
            "back": back,
        },
    )


def give_role(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Propose a role for somebody; a second board member confirms it."""
    visit.here = [(visit.t("nav-who"), reverse("who", args=[visit.place.slug])), (visit.t("role-give"), "")]
    form = forms.RoleFor(request.POST or None, visit=visit)

    def deed(given: dict[str, Any]) -> Moment:
        person = Person.objects.filter(
            account__email=given["mail"].lower(), roles__neighbourhood=visit.place
        ).first()
        if person is None:
            raise Refused("people.nobody_with_mail")
        return acts.offer_role(visit.viewer, person, visit.place, role=Role(given["role"]), at=visit.at)

    to = reverse("who", args=[visit.place.slug])
    return page_with_form(
        request,
        "form.html",
        form,
        deed,
        then=to,
        said="role-offered-said",
        context={"title": visit.t("role-give"), "button": visit.t("role-give-button"), "back": to},
    )


def confirm_role(request: HttpRequest, visit: Visit, held: str) -> HttpResponse:
    """The second yes to a role."""

    def deed() -> Moment:
        waiting = queries.roles_waiting(visit.viewer, visit.place)
        found = next((one for one in waiting if one.public_id == held), None)
        if found is None:
            raise Http404
        return acts.confirm_role(visit.viewer, found, at=visit.at)

    if request.method == "POST":
        do(request, deed)
        tell(request, "role-confirmed-said")
    return redirect("who", slug=visit.place.slug)


def end_own_role(request: HttpRequest, visit: Visit, held: str) -> HttpResponse:
    """Put down a role of one's own: asked first, since only the board gives it again. Then Today, which is for all.

    Of a professional it goes with the work: their page leads to leaving, where nothing promised is dropped.
    """

    def meant() -> RoleHeld:
        own = _myself(visit).roles.filter(public_id=held, neighbourhood=visit.place)
        found = own.exclude(role=Role.RESIDENT.value).first()
        if found is None:
            raise Http404
        return found

    if request.method == "POST":
        do(request, lambda: acts.end_role(visit.viewer, meant(), at=visit.at))
        tell(request, "role-ended-said")
        return redirect("today", slug=visit.place.slug)
    work = queries.work_that_goes_on(visit.viewer, visit.place, visit.today)
    if meant().role == Role.WORKER.value and work:
        visit.here = [
            (visit.t("nav-me"), reverse("me", args=[visit.place.slug])),
            (visit.t("role-work-title"), ""),
        ]
        about = {"work": work, "way": way_to_leave(visit), "leaving": my_own(visit)}
        return render(request, "people/role_of_work.html", about)
    role = visit.t(f"role-{meant().role}")
    back = reverse("me", args=[visit.place.slug])
    title = visit.t("role-put-down-ask", role=role)
    visit.here = [(visit.t("nav-me"), back), (title, "")]
    return ask_first(
        request,
        title=title,
        words=[visit.t("role-put-down-words")],
        yes=visit.t("role-put-down-yes"),
        back=back,
    )


def _myself(visit: Visit) -> Person:
    if visit.person is None:
        raise Refused("power.sign_in_first")
    return visit.person
