"""May it go wrong? Three questions, a suggestion, a decision of one's own; sharing it; looking back."""

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.initiatives.models import Initiative
from vuurtoren.initiatives.queries import is_in, whom_to_offer
from vuurtoren.journal.models import Moment
from vuurtoren.nudges import acts, queries
from vuurtoren.nudges.models import Weighing
from vuurtoren.nudges.rules import Stance
from vuurtoren.people.models import Person
from vuurtoren.web import nudge_forms as forms
from vuurtoren.web.about import Thing, thing_called, thing_keyed
from vuurtoren.web.deeds import do, page_with_form, tell
from vuurtoren.web.visit import Visit


def weighings(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Those that I made, and those that are shared with me."""
    visit.here = [(visit.t("weighings-title"), "")]
    about = {
        "some": queries.my_weighings(visit.viewer, visit.place),
        "may_weigh": visit.viewer.may("weigh.write", visit.place.key),
    }
    return render(request, "nudges/weighings.html", about)


def weigh(request: HttpRequest, visit: Visit, what: str = "", public_id: str = "") -> HttpResponse:
    """The three questions; about an initiative, a table or a street, or about nothing in particular."""
    thing = thing_called(visit, what, public_id) if what else None
    about = thing.about if thing else None
    form = forms.Weigh(request.POST or None, visit=visit)

    def deed(given: dict[str, Any]) -> Moment:
        return acts.weigh(visit.viewer, visit.place, about=about, at=visit.at, **given)

    back = thing.to if thing else reverse("weighings", args=[visit.place.slug])
    visit.here = [(thing.name if thing else visit.t("weighings-title"), back), (visit.t("weigh-three"), "")]
    context = {
        "title": visit.t("weigh-three"),
        "intro": visit.t("weigh-intro-about", name=thing.name) if thing else visit.t("weigh-intro"),
        "button": visit.t("weigh-button"),
        "back": back,
    }
    return page_with_form(
        request,
        "form.html",
        form,
        deed,
        then=lambda done: _newest(visit, done),
        said="weigh-said",
        context=context,
    )


def weighing(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """One weighing: what was answered, what is suggested and why, what was decided, and what was learned."""
    one = called(visit, public_id)
    visit.here = way(visit, one)
    thing = thing_keyed(visit, one.about_kind, one.about)
    about = {
        "seen": queries.weighing_seen(visit.viewer, one, visit.today),
        "one": one,
        "thing": thing,
        "may_share": bool(_whom(visit, thing)),
    }
    return render(request, "nudges/weighing.html", about)


def decide(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """What I do, when I stop it, and when I look back."""
    one = of_mine(visit, public_id)
    now = one.suggested is Stance.NOT_NOW
    stance = one.decided or (Stance.STEP_IN if now else one.suggested).value
    initial = {"stance": stance, "stop": one.stop, "why": one.why, "look_back_on": one.look_back_on}
    form = forms.Decide(request.POST or None, visit=visit, initial=initial)

    def deed(given: dict[str, Any]) -> Moment:
        return acts.decide_weighing(visit.viewer, one, at=visit.at, **given)

    return _form_page(request, visit, one, form, deed, "decide", "decide-intro-now" if now else "")


def share(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Who of the people of its initiative may read it too; and whoever reads it already."""
    one = of_mine(visit, public_id)
    people = _whom(visit, thing_keyed(visit, one.about_kind, one.about))
    reads = Q(pk__in=[some.pk for some in people]) | Q(pk__in=one.shared.values("person"))
    initial = {"people": list(one.shared.values_list("person__public_id", flat=True))}
    form = forms.Share(
        request.POST or None,
        visit=visit,
        people=Person.objects.filter(reads).order_by("called", "pk"),
        initial=initial,
    )

    def deed(given: dict[str, Any]) -> Moment:
        return acts.share_weighing(visit.viewer, one, at=visit.at, **given)

    return _form_page(request, visit, one, form, deed, "share")


def look_back(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """How did it go, and what did I learn?"""
    one = of_mine(visit, public_id)
    form = forms.LookBack(request.POST or None, visit=visit)

    def deed(given: dict[str, Any]) -> Moment:
        return acts.look_back(visit.viewer, one, at=visit.at, **given)

    return _form_page(request, visit, one, form, deed, "look-back")


def words(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """My own words, and whether all may read them."""
    one = called(visit, public_id)
    mine = queries.weighing_seen(visit.viewer, one, visit.today).mine
    said = next(word for word, yes in forms.YES.items() if yes is (mine.yes if mine else None))
    initial = {"learned": mine.words if mine else "", "yes": said, "named": mine.named if mine else False}
    form = forms.OwnWords(request.POST or None, visit=visit, initial=initial)

    def deed(given: dict[str, Any]) -> Moment:
        return acts.write_lesson(visit.viewer, one, at=visit.at, **given)

    return _form_page(request, visit, one, form, deed, "own-words")


def agree(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """My words may stand there, or not: one tap."""
    one = called(visit, public_id)
    yes = request.POST.get("answer") == "yes"
    if request.method == "POST":
        do(request, lambda: acts.agree_lesson(visit.viewer, one, yes=yes, at=visit.at))
        tell(request, "lesson-yes-said" if yes else "lesson-no-said")
    return redirect(address(visit, one))


def drop(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """It is not needed: one tap, and nothing of it stays. It is looked up within the deed."""
    if request.method == "POST":
        do(
            request,
            lambda: acts.drop_weighing(visit.viewer, called(visit, public_id), at=visit.at),
        )
        tell(request, "weighing-dropped")
    return redirect("weighings", slug=visit.place.slug)


def called(visit: Visit, public_id: str) -> Weighing:
    """The weighing in the address, for who may read it; to others it is not there."""
    found = queries.weighing_called(visit.viewer, visit.place, public_id)
    if found is None:
        raise Http404(public_id)
    return found


def of_mine(visit: Visit, public_id: str) -> Weighing:
    """One that the viewer made; others do not get to see its forms."""
    one = called(visit, public_id)
    visit.viewer.must("weigh.own", visit.place.key, concerned=queries.is_mine(visit.viewer, one))
    return one


def address(visit: Visit, one: Weighing) -> str:
    """Where its page is."""
    return reverse("weighing", args=[visit.place.slug, one.public_id])


def way(visit: Visit, one: Weighing, title: str = "") -> list[tuple[str, str]]:
    """Where one is: mine, one of them, and what one does with it."""
    found = [(visit.t("weighings-title"), reverse("weighings", args=[visit.place.slug]))]
    found.append((one.stake or visit.t("weighing-no-words"), address(visit, one) if title else ""))
    return [*found, (visit.t(title), "")] if title else found


def _newest(visit: Visit, done: Moment) -> str:
    """The page of what was just made, or what it was the first time when the form was sent twice."""
    made = next(
        (one for one in queries.my_weighings(visit.viewer, visit.place) if one.key == done.about), None
    )
    return address(visit, made) if made else reverse("weighings", args=[visit.place.slug])


def _whom(visit: Visit, thing: Thing | None) -> list[Person]:
    """Who else is in the initiative that it is about, where the viewer is in it too."""
    row = thing.row if thing else None
    if not isinstance(row, Initiative) or not is_in(visit.viewer, row):
        return []
    tends = visit.viewer.may("initiative.tend", visit.place.key, concerned=True)
    return list(whom_to_offer(visit.viewer, row)) if tends else []


def _form_page(
    request: HttpRequest, visit: Visit, one: Weighing, form: Any, deed: Any, title: str, intro: str = ""
) -> HttpResponse:
    back = address(visit, one)
    visit.here = way(visit, one, f"weighing-{title}")
    context = {
        "title": visit.t(f"weighing-{title}"),
        "intro": visit.t(f"weighing-{intro or f'{title}-intro'}"),
        "button": visit.t(f"weighing-{title}-button"),
        "back": back,
    }
    return page_with_form(
        request, "form.html", form, deed, then=back, said=f"weighing-{title}-said", context=context
    )
