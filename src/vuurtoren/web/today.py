"""The front page, today in a neighbourhood, the lighthouse, help, the journal."""

from collections import Counter
from datetime import timedelta
from itertools import groupby

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate, localtime

from vuurtoren.care import queries as care
from vuurtoren.care.models import Task
from vuurtoren.care.queries import ComesBack
from vuurtoren.initiatives import queries as initiatives
from vuurtoren.journal.queries import newest_moments, verify_book
from vuurtoren.light import acts as light_acts
from vuurtoren.light.queries import light_of, what_waits
from vuurtoren.nudges import queries as nudges
from vuurtoren.people.queries import roles_waiting, team_of_the_city
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.places.queries import backdrop_of, search_places
from vuurtoren.power.queries import visitor
from vuurtoren.reflection.queries import slides_to_answer
from vuurtoren.response.queries import nexts_of_city, proposals_of, state_of, work_ahead
from vuurtoren.tables import queries as tables
from vuurtoren.tables.models import Table
from vuurtoren.tables.series import Meeting
from vuurtoren.web import forms, invitations
from vuurtoren.web.deeds import page_with_form
from vuurtoren.web.introductions import gift_questions, to_ask
from vuurtoren.web.kept import same_for_all
from vuurtoren.web.stay import on_today
from vuurtoren.web.telling import moment_words
from vuurtoren.web.visit import Visit

MOST_NEXT = 12
"""Of so many carried streets the next step of the city stands on Today; the others say it on their own page."""

MOST_COFFEES, WEEK, MOST_STARTED = 3, 7, 3


def front(request: HttpRequest) -> HttpResponse:
    """What this is, and which neighbourhood."""
    every = list(Neighbourhood.objects.order_by("name").only("name", "slug")[:200])
    return render(request, "front.html", {"every": every})


def today(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What is alive here, what I carry, the next step of the city."""
    person, where = visit.person, visit.place
    worker = visit.viewer.is_a(Role.WORKER, where.key)
    home = person.home if person and person.home and person.home.neighbourhood_id == where.pk else None
    if home:
        home.neighbourhood = where  # we have it in hand
    week_ago = visit.at - timedelta(days=7)
    mine = care.mine(visit.viewer, where, visit.today) if person else []
    asked = [one.place.pk for one in mine if one.city is None][:MOST_NEXT] + ([home.pk] if home else [])
    nexts = nexts_of_city(visit.viewer, where, asked, visit.today)
    anybody = visitor(visit.language)
    vacant = same_for_all(visit, lambda: care.vacancies(anybody, where, most=5), "vacant")
    waits = person is not None and initiatives.anything_waits(visit.viewer, where)
    my_roles = initiatives.my_roles(visit.viewer, where, visit.today) if waits else []
    at_tables = tables.what_waits(visit.viewer, where, visit.today) if person else tables.Waits()
    for_us = initiatives.questions_for_me(visit.viewer, where, visit.today) if worker else []
    return render(
        request,
        "today.html",
        {
            "mine": mine,
            "nexts": nexts,
            "questions": care.questions_for(visit.viewer, where) if person else [],
            "words_waiting": care.words_waiting(visit.viewer, where) if person else [],
            "asked_to_write": _asked_to_write(visit, anybody),
            "comes_back": _comes_back(visit, anybody),
            "to_second": _to_second(visit),
            "gift_questions": gift_questions(visit),
            "to_ask": to_ask(visit),
            "invited": invitations.waiting(visit),
            "met_asked": tables.asked_of_me(visit.viewer, where) if at_tables.met else [],
            "claims": tables.claims_asked_of_me(visit.viewer, where) if at_tables.claims else [],
            "offered": tables.tables_offered_me(visit.viewer, where) if at_tables.offered else [],
            "look_again": tables.to_look_again(visit.viewer, where, visit.today)
            if at_tables.look_again
            else [],
            "coffees_asked": tables.coffees_asked(visit.viewer, where, visit.at) if at_tables.coffees else [],
            "ties_asked": tables.ties_asked_of_me(visit.viewer, where) if at_tables.ties else [],
            "coffees": _coffees(visit, anybody),
            "started": same_for_all(
                visit,
                lambda: [
                    one.initiative for one in initiatives.initiatives_of(anybody, where, count=MOST_STARTED)
                ],
                "started",
            ),
            "home": home,
            "home_state": state_of(visit.viewer, home, visit.today) if home else None,
            "home_next": nexts[home.pk] if home else None,
            "work": same_for_all(visit, lambda: work_ahead(anybody, where, visit.today), "work", visit.today),
            "worker": worker,
            "of_city": visit.viewer.speaks_for_the_city(where.key),
            "stays": on_today(visit),
            "going": initiatives.how_is_it_going(visit.viewer, where) if waits else [],
            "roles_asked": [one for one in my_roles if "answer" in one.may],
            "roles_on_the_way": [one for one in my_roles if "answer" not in one.may],
            "asked_of_us": len(for_us),
            "asked_of_me": [one for one in for_us if "decline" in one.may],
            "principles": what_waits(visit.viewer, where, visit.today),
            "slides": slides_to_answer(visit.viewer, where),
            "nudged": nudges.what_waits(visit.viewer, where, visit.today) if person else nudges.Waits(),
            "may_carry": person is not None and visit.viewer.may("task.carry", where.key),
            "may_log": person is not None and visit.viewer.may("task.carry", where.key, concerned=True),
            "may_look": person is not None and visit.viewer.may("task.observe", where.key),
            "begins": not vacant
            and not mine
            and same_for_all(visit, lambda: _begins(anybody, where), "begins"),
            "may_agree": visit.viewer.may("standard.agree", where.key),
            "may_tend": visit.viewer.may("light.tend", where.key),
            "team": same_for_all(visit, lambda: team_of_the_city(anybody, where), "team"),
            "vacant": vacant,
            "thanks": same_for_all(
                visit, lambda: care.thanks(anybody, where, week_ago), "thanks", week_ago.date()
            ),
        },
    )


def _coffees(visit: Visit, anybody: Viewer) -> list[tuple[Meeting, Table, str]]:
    """The next coffees that are not over, each with the question of a learning table where everybody may read it."""

    def all_of_the_week() -> list[tuple[Meeting, Table, str]]:
        coming = tables.coming(anybody, visit.place, visit.today, WEEK)
        questions = tables.questions_for_all(anybody, [one for _, one in coming])
        return [(met, one, questions.get(one.pk, "")) for met, one in coming]

    now = localtime(visit.at).replace(tzinfo=None)
    week = same_for_all(visit, all_of_the_week, "coffees", visit.today)
    return [some for some in week if not some[0].over(now)][:MOST_COFFEES]


def _asked_to_write(visit: Visit, anybody: Viewer) -> list[Task]:
    """Challenges that I write, and where a neighbour asks to write along; looked up where anybody asks at all."""
    where = visit.place
    if visit.person is None or not visit.viewer.may("agreement.draft", where.key):
        return []
    somebody = same_for_all(visit, lambda: care.somebody_asks_to_write(anybody, where), "asks to write")
    return care.asked_to_write(visit.viewer, where) if somebody else []


def _comes_back(visit: Visit, anybody: Viewer) -> list[ComesBack]:
    """Agreements on which both sides look back today, or whose term is over: those I carry, or of the city I speak for."""
    if visit.person is None:
        return []
    found = same_for_all(visit, lambda: care.comes_back(anybody, visit.place, visit.today), "comes back")
    return care.my_comes_back(visit.viewer, visit.place, found)


def _begins(anybody: Viewer, where: Neighbourhood) -> bool:
    """Are the streets there, and did nobody take up one yet?"""
    return not care.places_carried(anybody, where).exists() and search_places(anybody, where, "").exists()


def _to_second(visit: Visit) -> list[tuple[str, str, str]]:
    """What waits for this board member's second yes: (kind, sentence, the page where it is given)."""
    viewer, where = visit.viewer, visit.place
    found = []
    if viewer.may("standard.agree", where.key) and any(
        one.i_may_decide for one in proposals_of(viewer, where)
    ):
        found.append(("agreed", "today-second-agreed", reverse("agreed", args=[where.slug])))
    if any(held.given_by != viewer.person for held in roles_waiting(viewer, where)):
        found.append(("roles", "today-second-role", reverse("who", args=[where.slug])))
    return found


def light(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The shared picture: how do we want to live together?"""
    visit.here = [(visit.t("nav-light"), "")]
    return render(request, "light.html", {"may_tend": visit.viewer.may("light.tend", visit.place.key)})


def tend(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Renew the words of the lighthouse, in the language one reads."""
    now = light_of(visit.viewer, visit.place)
    same = now and now.language == visit.language
    initial = {"line": now.line, "story": now.story} if now and same else {}
    form = forms.Light(request.POST or None, visit=visit, initial=initial)
    to = reverse("light", args=[visit.place.slug])
    visit.here = [(visit.t("nav-light"), to), (visit.t("light-tend"), "")]
    return page_with_form(
        request,
        "form.html",
        form,
        lambda given: light_acts.tend(visit.viewer, visit.place, visit.language, at=visit.at, **given),
        then=to,
        said="light-tended",
        context={"title": visit.t("light-tend"), "button": visit.t("look-save"), "back": to},
    )


def journal(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The newest moments of the neighbourhood, day by day, without names, and whether the chain is whole."""
    visit.here = [(visit.t("nav-journal"), "")]
    moments = newest_moments(visit.place.key, 100)
    days = [
        (day, Counter((one.kind, one.what.get("task_kind")) for one in some))
        for day, some in groupby(moments, lambda one: localdate(one.at))
    ]
    verdict = verify_book(visit.place.key) if request.GET.get("verify") else None
    told = moment_words(visit.language, care.kinds_by_key(visit.viewer, visit.place).values())
    return render(request, "journal.html", {"days": days, "verdict": verdict, "told": told})


def help_page(request: HttpRequest) -> HttpResponse:
    """How it works, in a few plain sentences."""
    visit: Visit = request.visit  # type: ignore[attr-defined]
    visit.here = [(visit.t("nav-help"), "")]
    return render(request, "help.html")


def help_here(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The same within a neighbourhood: its menu and its light stay in sight."""
    visit.here = [(visit.t("nav-help"), "")]
    return render(request, "help.html")


def backdrop(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Water, parks and blocks for the map."""
    return geojson(backdrop_of(visit.viewer, visit.place))


def geojson(collection: object) -> HttpResponse:
    """A GeoJSON answer."""
    return JsonResponse(collection, content_type="application/geo+json")


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page, said kindly."""
    return render(request, "missing.html", status=404)
