"""What a letter tells that is for all, found once for everybody: what happened, and what is near whom."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from babel.dates import format_date, format_time

from vuurtoren.care import queries as care
from vuurtoren.initiatives import queries as initiatives
from vuurtoren.language import say
from vuurtoren.light.queries import light_of
from vuurtoren.people.rules import Viewer
from vuurtoren.places.bynames import called
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import visitor
from vuurtoren.reflection.rules import Point, in_order, nearest
from vuurtoren.response import queries as response
from vuurtoren.tables import queries as tables
from vuurtoren.tables.models import Table
from vuurtoren.tables.series import Meeting

WEEK = timedelta(days=7)
AT_ONCE = 500
Coffee = tuple[Meeting, Table]


@dataclass
class Facts:
    """Everything that letters of one neighbourhood and day are made of and that is for all; sentences are made once a
    language and street."""

    where: Neighbourhood
    today: date
    at: datetime
    coffees: list[Coffee] = field(default_factory=list)
    nexts: dict[int, response.NextOfCity] = field(default_factory=dict)
    _happened: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _near: dict[tuple[str, int | None], tuple[str, ...]] = field(default_factory=dict)

    def look_at(self, places: Collection[int]) -> None:
        """What the city does next in these streets, asked for all of them at once."""
        if new := [one for one in places if one not in self.nexts]:
            self.nexts |= response.nexts_of_city(visitor(), self.where, new, self.today)

    def happened(self, language: str) -> tuple[str, ...]:
        """What happened here last week, in numbers that may be told."""
        if language not in self._happened:
            self._happened[language] = tuple(self._tell_happened(language))
        return self._happened[language]

    def near(self, language: str, home: Place | None) -> tuple[str, ...]:
        """Coffee of the coming week, the nearest to home; and what the city does in one's street."""
        key = language, home.pk if home else None
        if key not in self._near:
            self._near[key] = tuple(self._tell_near(language, home))
        return self._near[key]

    def _tell_happened(self, language: str) -> list[str]:
        anybody = visitor(language)
        told = []
        if light := light_of(anybody, self.where):
            told.append(say(language, "letter-light", line=light.line))
        if thanks := care.thanks(anybody, self.where, self.at - WEEK):
            told.append(say(language, "letter-rounds", rounds=thanks.rounds, bags=thanks.bags))
        if met := tables.met_last_week(anybody, self.where, self.today):
            told.append(say(language, "letter-met", count=met))
        if (ties := tables.ties_told(anybody, self.where)) and ties.ties:
            told.append(say(language, "letter-ties", count=ties.ties))
        if started := initiatives.started_since(anybody, self.where, self.at - WEEK):
            told.append(say(language, "letter-started", count=started))
        figures = response.neighbourhood_figures(anybody, self.where, self.today)
        if figures.average_grade:
            told.append(
                say(language, "letter-average", grade=figures.average_grade, minutes=figures.city_minutes)
            )
        return told

    def _tell_near(self, language: str, home: Place | None) -> list[str]:
        at_home: Point | None = (home.lon, home.lat) if home else None
        chosen = nearest(at_home, (((one[1].place.lon, one[1].place.lat), one) for one in self.coffees))
        told = [self._tell_coffee(language, one) for one in in_order(chosen, self.coffees)]
        if home:
            self.look_at([home.pk])
            words = self.nexts[home.pk].words(language)
            told.append(say(language, "letter-city", street=called(language, home), next=words))
        return told

    def _tell_coffee(self, language: str, coffee: Coffee) -> str:
        met, table = coffee
        spot = (
            f"{called(language, table.place)}, {table.spot}" if table.spot else called(language, table.place)
        )
        told = {
            "day": format_date(met.when.date(), "EEEE d MMMM", locale=language),
            "time": format_time(met.when.time(), "short", locale=language),
            "place": spot,
        }
        if met.at is None:
            return say(language, f"letter-{table.kind}-off", **told)
        if met.otherwise:
            usual = format_date(met.usual.date(), "EEEE d MMMM", locale=language)
            return say(language, f"letter-{table.kind}-moved", usual=usual, **told)
        return say(language, f"letter-{table.kind}", **told)


def facts_of(
    viewer: Viewer, where: Neighbourhood, today: date, at: datetime, homes: Collection[int] = ()
) -> Facts:
    """Find what is for all, and at once what the city does in the streets `homes` (primary keys)."""
    viewer.must("page.public", where.key)
    anybody = visitor()
    found = Facts(where, today, at, coffees=tables.coming(anybody, where, today, WEEK.days))
    listed = sorted(homes)
    for start in range(0, len(listed), AT_ONCE):
        some = listed[start : start + AT_ONCE]
        found.nexts |= response.nexts_of_city(anybody, where, some, today)
    return found
