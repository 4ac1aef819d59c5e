"""The demo's principles: proposed, adopted by two, reworded, leaned on, departed from; and rules they replaced."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial

from django.utils import timezone

from vuurtoren.light import acts
from vuurtoren.light.models import Principle, Proposed, ReplacedRule
from vuurtoren.light.rules import Text
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.response import acts as response
from vuurtoren.response import queries as response_seen

As = Callable[[str, datetime], Viewer]
ASKED = Text(
    "Wie een plek draagt, wordt eerst gevraagd.",
    "Wie zorgt voor een straat, weet wat er speelt. Wie zonder vragen iets doet, neemt dat over. Ook met de beste "
    "bedoelingen.",
    "De ploeg belt eerst bij wie de straat draagt.\nDe school vraagt het aan de tafel voordat ze iets plant.",
    "De stad zet een straat op het plan en vertelt het daarna.",
)
ASKED_FIRST = Text(
    "Eerst bellen, dan pas komen.", "Een straat is van wie ervoor zorgt.", "De ploeg belt.", ""
)
QUIET = Text(
    "Na tien uur ’s avonds is het stil op straat.",
    "Hier slapen kinderen, en mensen die vroeg moeten werken.",
    "Een feest dat om tien uur naar binnen gaat.",
    "Muziek met open ramen tot middernacht.",
)
ABLE = Text(
    "Wat buren kunnen en willen, hoeft de stad niet te doen.",
    "Zo groeit wat wij samen kunnen. En de stad houdt tijd over voor wat niemand oppakt.",
    "Een plantenbak die buren verzorgen.",
    "Buren die een boom moeten kappen.",
)
WHY_NOT = Text(
    "Een nee komt met een reden en met een ander voorstel.",
    "Wie iets vraagt, heeft al nagedacht. Een kaal nee stopt dat.",
    "‘Dit plein kan niet, maar die hoek wel. Zullen we samen kijken?’",
    "‘Dat doen we hier niet.’",
)
ALONE = Text(
    "Op vrijdag eet niemand hier alleen die dat niet wil.",
    "De week is lang. Aan een tafel hoor je hoe het met iemand gaat.",
    "Een bord extra voor wie nieuw is.",
)
EXCEPTIONS = (
    (0.45, "De zomeravond van de kinderen eindigt later: dan is het ook nog licht.", "de kinderavond op het plein"),
    (0.62, "De maaltijd na het vasten begint pas als de zon onder is.", "de buren die samen het vasten breken"),
    (0.97, "De finale duurt misschien langer dan tien uur.", "wie op het plein naar de wedstrijd kijkt"),
)  # fmt: skip
RULES = (
    (0.3, "Wie een plantenbak wil, vult eerst een formulier van vier bladzijden in.", "de gemeente", ABLE,
     (0.5, "Er kwamen veertien plantenbakken bij. Eén ging stuk, en die hebben we samen gemaakt.")),
    (0.55, "In het wijkgebouw mag niemand koken zonder een diploma.", "het wijkgebouw", ABLE,
     (0.8, "Op woensdag wordt er soep gekookt. Iemand schrok van de hete pan: nu koken we met zijn tweeën.")),
)  # fmt: skip
FOUND = (("Amina", "elke ochtend in De Lantaarn"), ("Mei", "dinsdag aan de koffietafel"))
REASON = "De buren prikten hier gisteren al."
DAYS_BACK = 21


@dataclass
class Principles:
    """What happens with principles between two days, in the order of time."""

    here: Neighbourhood
    as_: As
    first: date
    last: date
    done: int = 0
    taken_off: bool = False
    beats: list[tuple[date, Callable[[datetime], None]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._adopted(0.06, ASKED_FIRST, "room", "Noor", ("Amina", "Mei"))
        self._adopted(0.1, QUIET, "any", "Hanneke", ("Rosa", "Amina"))
        self._adopted(0.14, ABLE, "challenge", "Joris", ("Mei", "Delroy"), look=0.9)
        self._adopted(0.18, WHY_NOT, "question", "Fatma", ("Amina", "Rosa"))
        self._adopted(0.4, ASKED, "room", "Youssef", ("Rosa", "Mei"), was=ASKED_FIRST)
        for share, why, for_whom in EXCEPTIONS:
            self._at(share, partial(self._except, why=why, for_whom=for_whom))
        for share, rule, whose, by, (later, words) in RULES:
            self._at(share, partial(self._replaced, rule=rule, whose=whose, text=by))
            self._at(later, partial(self._after, rule=rule, words=words))
        self._at(0.6, self._found)
        self._at(0.99, self._proposed)
        self.beats.sort(key=lambda beat: beat[0])

    def until(self, day: date) -> None:
        """Everything that happens up to this day and did not happen yet."""
        while self.done < len(self.beats) and self.beats[self.done][0] <= day:
            when, beat = self.beats[self.done]
            beat(_at(when, 20))
            self.done += 1

    def on_the_plan(self, day: date) -> None:
        """Once, in the last days: what the crew did not come to is taken off by hand, since neighbours did it."""
        if self.taken_off or day < self.last - timedelta(days=DAYS_BACK):
            return
        bram, at = self.as_("Bram", _at(day, 16)), _at(day, 16)
        plan = response_seen.plan_for(bram, self.here, day)
        left = [one for one in plan.lines if not one.done] if plan else []
        line = response_seen.line_called(bram, plan.plan, left[-1].public_id) if plan and left else None
        if line:
            response.take_off(bram, line, reason=REASON, leans_on=[self._called(ABLE)], at=at)
            self.taken_off = True

    def _at(self, share: float, beat: Callable[[datetime], None]) -> None:
        self.beats.append((self._day(share), beat))

    def _day(self, share: float) -> date:
        return self.first + timedelta(days=1 + int(share * ((self.last - self.first).days - 1)))

    def _adopted(
        self,
        share: float,
        text: Text,
        about: str,
        by: str,
        two: tuple[str, str],
        *,
        look: float = 0.0,
        was: Text | None = None,
    ) -> None:
        def beat(at: datetime) -> None:
            day = timezone.localdate(at)
            again = max(self._day(look) if look else day + timedelta(days=365), day + timedelta(days=1))
            of = self._called(was) if was else None
            acts.propose_principle(
                self.as_(by, at), self.here, text=text, about=about, look_again_on=again, principle=of, at=at
            )
            for name in two:
                acts.adopt_principle(self.as_(name, at), Proposed.objects.get(words=text.words), at=at)

        self._at(share, beat)

    def _except(self, at: datetime, why: str, for_whom: str) -> None:
        until = timezone.localdate(at) + timedelta(days=10)
        also = [self._called(ASKED)] if "finale" in why else []
        by = self.as_("Mei" if also else "Amina", at)
        acts.make_exception(
            by, self._called(QUIET), why=why, for_whom=for_whom, until=until, leans_on=also, at=at
        )

    def _replaced(self, at: datetime, rule: str, whose: str, text: Text) -> None:
        day = timezone.localdate(at)
        acts.keep_rule(
            self.as_("Agnieszka", at), self._called(text), rule=rule, whose=whose, replaced_on=day, at=at
        )

    def _after(self, at: datetime, rule: str, words: str) -> None:
        acts.tell_after(self.as_("Sem", at), ReplacedRule.objects.get(rule=rule), words=words, at=at)

    def _found(self, at: datetime) -> None:
        for name, found in FOUND:
            acts.be_found(self.as_(name, at), self.here, yes=True, found=found, at=at)

    def _proposed(self, at: datetime) -> None:
        again = timezone.localdate(at) + timedelta(days=365)
        acts.propose_principle(self.as_("Sem", at), self.here, text=ALONE, look_again_on=again, at=at)
        acts.adopt_principle(self.as_("Amina", at), Proposed.objects.get(words=ALONE.words), at=at)

    def _called(self, text: Text) -> Principle:
        return Principle.objects.get(neighbourhood=self.here, versions__words=text.words)


def principles_about(here: Neighbourhood, about: str) -> list[Principle]:
    """What a decision of the demo leans on, where it is there already."""
    return list(Principle.objects.filter(neighbourhood=here, about=about, laid_at=None))


def _at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))
