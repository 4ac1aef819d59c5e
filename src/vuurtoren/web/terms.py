"""What an agreement says, in lines: for its page and for paper. What the house knows already is said, not asked again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils import timezone

from vuurtoren.care.models import TaskKind
from vuurtoren.care.queries import DossierSeen, LookBackSeen, looking_back
from vuurtoren.care.queries.seen import HandOverSeen
from vuurtoren.care.rules import OBJECT_WITHIN, POWERS, Said, Side, State
from vuurtoren.people.models import Institution
from vuurtoren.people.queries import team_of_the_city
from vuurtoren.places.models import Place
from vuurtoren.power.queries import RoomNow
from vuurtoren.response.queries import standard_of
from vuurtoren.web.environment import days_of, words_of
from vuurtoren.web.visit import Visit

Line = tuple[str, str]
LONG = "d MMMM y"


def rhythm_of(kind: TaskKind | None) -> str:
    """How the institution does a kind by itself: by the night's plan, once in so many days, or not at all."""
    return "litter" if kind is None or kind.is_litter else "days" if kind.city_days else "none"


def asks(visit: Visit, question: str, kind: TaskKind | None = None) -> str:
    """A question of a dossier, as it is put for this kind."""
    of_task = question == "result" and rhythm_of(kind) != "litter"
    return visit.t(f"form-dossier-{question}{'-task' if of_task else ''}")


def hint(visit: Visit, question: str, kind: TaskKind | None = None) -> str:
    """What stands below a question; what follows when residents stop hangs on what the institution does by itself."""
    if question != "stops":
        return visit.t(f"form-dossier-{question}-hint")
    days = kind.city_days if kind else 0
    return f"{visit.t('form-dossier-stops-hint')} {visit.t(f'terms-back-{rhythm_of(kind)}', days=days or 0)}"


@dataclass(frozen=True)
class Terms:
    """An agreement as its page and the paper need it; `dossier` where one was written or answered."""

    visit: Visit
    seen: HandOverSeen
    dossier: DossierSeen | None

    @property
    def head(self) -> str:
        """What stands above the lines: does it hold, or was it asked and not agreed?"""
        agreed = self.seen.state in (State.OVERLAP, State.CARRIED, State.ENDED)
        return "terms-what-holds" if agreed else "terms-what-is-asked"

    def who_and_where(self) -> list[Line]:
        """The parties by name, who ask and who support it, the place in words, whom to call, and who decided."""
        return [(self._say(head), words) for head, words in self._who_and_where() if words]

    def what_holds(self) -> list[Line]:
        """What both sides hold to, beside the step and the stop line."""
        return [(self._say(head), words) for head, words in self._what_holds() if words]

    def objection(self) -> str:
        """Who disagrees with an answer: with whom to talk, and until when to object; empty where nothing was answered."""
        one = self.dossier.dossier if self.dossier else None
        if one is None or not one.said or one.said_at is None:
            return ""
        last = timezone.localdate(one.said_at) + OBJECT_WITHIN
        whom = one.talk_to or self._team() or self._say("terms-the-city")
        return self._say("terms-objection", whom=whom, body=self._body(), day=self.day(last))

    def refused(self) -> list[Line]:
        """Why not and with whom to talk on, where the institution said no."""
        one = self.dossier.dossier if self.dossier else None
        if one is None or one.said != Said.NO:
            return []
        talk = self._say("dossier-talk-to", who=one.talk_to)
        return [(self._say("dossier-reasons"), f"{one.reasons}\n{talk}")]

    def who_said_yes(self) -> list[Line]:
        """Each side with the day of its yes, of its no, or that there was no answer yet."""
        row = self.seen.hand_over
        return [
            (self._say("terms-residents"), self._said(row.residents_yes_at, Side.RESIDENTS)),
            (self._institution(), self._said(row.institution_yes_at, Side.INSTITUTION)),
        ]

    def _who_and_where(self) -> Iterator[tuple[str, str]]:
        where, place = self.visit.place.name, self.seen.place
        yield "terms-parties", self._say("terms-parties-words", where=where, institution=self._institution())
        if self.dossier and self.dossier.written:
            yield "terms-ask", self._askers(self.dossier)
        measure, size = _size(place)
        name = self.visit.called(place)
        yield "terms-place", self._say(f"terms-place-{measure}", name=name, size=size, where=where)
        yield "terms-team", self._team()
        if self.dossier and self.dossier.dossier and self.dossier.dossier.said:
            yield "terms-body", self._body()

    def _what_holds(self) -> Iterator[tuple[str, str]]:
        one = self.dossier.dossier if self.dossier else None
        kind, step = self.seen.kind, self.seen.to_step
        if self.seen.is_open:
            yield "terms-room-then", RoomNow(POWERS[step]).words(self.visit.language)
        if one and one.until:
            yield "dossier-euros", self._budget(one.cents_a_year)
            yield "dossier-until", self._say("room-until", day=self.day(one.until))
        elif step.handed_over:
            yield "dossier-euros", self._budget(None)
            yield "dossier-until", self._say("terms-no-term")
        yield "terms-look-back", self._look_back()
        if kind.is_litter:
            level = standard_of(self.visit.viewer, self.visit.place)
            yield (
                "terms-level",
                self._say(
                    "city-standard-words",
                    goal=level.goal_grade,
                    steps=level.floor_steps,
                    floor=level.floor_grade,
                ),
            )
        rhythm = rhythm_of(kind)
        yield "terms-city", self._say(f"terms-city-{'stops' if step.handed_over else 'goes-on'}-{rhythm}")
        yield "terms-back", self._say(f"terms-back-{rhythm}", days=kind.city_days or 0)
        yield "terms-report", self._say("terms-report-words")

    def _look_back(self) -> str:
        """The yearly talk with its day, once it is known."""
        if self.look.next_on is None:
            return self._say("terms-look-back-first") if self.seen.is_open else ""
        return self._say("terms-look-back-words", day=self.day(self.look.next_on))

    def _budget(self, cents: int | None) -> str:
        if cents is None:
            return self._say("terms-no-budget")
        return str(words_of(self.visit.language)["euros_"](cents / 100))

    def _askers(self, dossier: DossierSeen) -> str:
        names = ", ".join(dossier.named)
        told = [self._say("terms-ask-named", names=names) if names else self._say("terms-ask-neighbours")]
        if dossier.supporters:
            told.append(self._say("dossier-supporters", count=dossier.supporters))
        return " ".join(told)

    @cached_property
    def _city(self) -> Institution | None:
        return team_of_the_city(self.visit.viewer, self.visit.place)

    @cached_property
    def look(self) -> LookBackSeen:
        """When both sides look back, and what they said then."""
        return looking_back(self.visit.viewer, self.seen.hand_over, self.visit.today)

    def _institution(self) -> str:
        return self._city.name if self._city else self._say("terms-the-city")

    def _team(self) -> str:
        return ", ".join(part for part in (self._city.name, self._city.phone) if part) if self._city else ""

    def _body(self) -> str:
        one = self.dossier.dossier if self.dossier else None
        return one.decided_by if one and one.decided_by else self._institution()

    def _said(self, yes_at: Any, side: Side) -> str:
        row = self.seen.hand_over
        if yes_at:
            return self._say("terms-yes-on", day=self.day(timezone.localdate(yes_at)))
        one = self.dossier.dossier if self.dossier else None
        if self.seen.waits_for_residents and side is Side.INSTITUTION and one and one.said_at:
            return self._say("agreement-yes-if-on", day=self.day(timezone.localdate(one.said_at)))
        if self.seen.state is State.DECLINED and side is self.seen.side.other and row.ended_at:
            return self._say("terms-no-on", day=self.day(timezone.localdate(row.ended_at)))
        return self._say("agreement-not-yet")

    def day(self, day: date) -> str:
        """A day in full."""
        return str(days_of(self.visit.language, self.visit.today)["day"](day, form=LONG))

    def _say(self, key: str, **values: object) -> str:
        return self.visit.t(key, **values)


def _size(place: Place) -> tuple[str, int]:
    """Square metres of a square or a park, metres of a street; a building is whole."""
    if place.kind == Place.Kind.BUILDING:
        return "whole", 0
    wide = place.kind in (Place.Kind.SQUARE, Place.Kind.PARK)
    return ("square", round(place.area_m2)) if wide else ("street", round(place.length_m))
