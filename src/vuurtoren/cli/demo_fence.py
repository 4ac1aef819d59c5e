"""The demo's city says honestly where it stops: a square with a street, one where it does less, one that it takes back."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from vuurtoren.care import acts as care
from vuurtoren.care.models import Saying, Stop
from vuurtoren.care.rules import LITTER
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place

As = Callable[[str, datetime], Viewer]


def the_city_stops(as_: As, worker: str, streets: Sequence[Place], began: datetime, at: datetime) -> None:
    """Four streets that nobody carries, from a month ago and from two weeks ahead on; and in one of them the green."""
    here, beside, soon, back = streets[:4]
    before = max(began, at - timedelta(days=20))
    since = before.date()
    care.stop_task(
        as_(worker, before),
        here,
        how="stops",
        why="people",
        words="Twee collega's zijn weg en er komt niemand voor terug. We kwamen hier elke week.",
        since=since,
        also=[beside],
        at=before,
    )
    care.stop_task(
        as_(worker, at),
        soon,
        how="less",
        why="works",
        since=at.date() + timedelta(days=14),
        words="De rioolbuis gaat open. We vegen tot de zomer alleen het stuk bij de school.",
        at=at,
    )
    care.stop_task(
        as_(worker, before),
        soon,
        kind="green",
        how="less",
        why="people",
        since=since,
        words="De hovenier komt nog één keer in het voorjaar en één keer in het najaar.",
        at=before,
    )
    care.stop_task(as_(worker, before), back, how="less", why="money", since=since, at=before)
    care.go_on_again(as_(worker, at), Stop.objects.get(place=back, goes_on_at=None), at=at)


def the_city_speaks(as_: As, worker: str, holder: str, held: Place, own: Place, at: datetime) -> None:
    """Of its own at once; of what neighbours hold once with their yes, and once it waits for an answer."""
    before = at - timedelta(days=9)
    care.speak(
        as_(worker, before),
        own,
        words="Maandag en dinsdag staat de veegwagen stil. We komen woensdag.",
        at=before,
    )
    asked = "Buren houden deze straat zelf schoon. De stad levert zakken en grijpers."
    care.speak(as_(worker, before), held, words=asked, asks=True, at=before)
    yes = before + timedelta(days=2)
    care.answer_words(as_(holder, yes), Saying.objects.get(place=held, state="asked"), answer="yes", at=yes)
    early = "Donderdag komt de wethouder hier een lint doorknippen."
    care.speak(as_(worker, at), held, words=early, asks=True, at=at)


def the_city_tells_what_it_spends(as_: As, worker: str, where: Neighbourhood, at: datetime) -> None:
    """This year and the one before, of both kinds for which neighbours have a budget; of the green only this year."""
    for year, kind, cents, programme in (
        (at.year - 1, LITTER, 48_600_00, "schoon"),
        (at.year - 1, "playground", 9_400_00, "spelen"),
        (at.year, LITTER, 46_250_00, "schoon"),
        (at.year, "playground", 8_900_00, "spelen"),
        (at.year, "green", 9_800_00, "groen"),
    ):
        source = f"Begroting {year}, programma {programme}, deel van de wijk"
        care.write_spending(as_(worker, at), where, year=year, cents=cents, source=source, kind=kind, at=at)
