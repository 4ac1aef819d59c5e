"""The city's own next step in a street. Nobody is asked for effort without it on the same page (law 2)."""

from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date

from vuurtoren.language import say
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place
from vuurtoren.response.models import Plan, PlanLine
from vuurtoren.response.queries.carried import care_of
from vuurtoren.response.rules import Care


@dataclass(frozen=True)
class NextOfCity:
    """What the city does next. `code`: planned, planned_crew, was_here, asked, held, held_comes, looks, no_plan."""

    code: str
    day: date | None = None
    crew: str = ""

    def words(self, language: str) -> str:
        """One or two plain sentences."""
        day = format_date(self.day, "EEEE d MMMM", locale=language) if self.day else ""
        return say(language, f"city-next-{self.code}", day=day, crew=self.crew)


def next_of_city(viewer: Viewer, place: Place, today: date | None = None) -> NextOfCity:
    """The next step here. `today` keeps a day that has passed from being shown as to come."""
    viewer.must("page.public", place.neighbourhood.key)
    newest = Plan.objects.filter(neighbourhood=place.neighbourhood).order_by("-date").first()
    if newest is None:
        return NextOfCity("no_plan")
    since = max(today or newest.date - timedelta(days=1), newest.date - timedelta(days=1))
    lines = PlanLine.objects.filter(place=place, taken_off_at=None, plan__date__gte=since)
    lines = lines.filter(plan__neighbourhood=place.neighbourhood).select_related("plan", "crew")
    coming = lines.filter(done_at=None).order_by("plan__date").first()
    if coming:
        if coming.crew:
            return NextOfCity("planned_crew", coming.plan.date, coming.crew.name)
        return NextOfCity("planned", coming.plan.date)
    if was := lines.order_by("-plan__date").first():
        return NextOfCity("was_here", was.plan.date)
    return NextOfCity(_standing(care_of(viewer, place, newest.date)))


def _standing(care: Care) -> str:
    if not care.step.handed_over:
        return "looks"
    if care.may_come:
        return "asked"
    return "held_comes" if care.terms and care.terms.after_stop == "comes" else "held"
