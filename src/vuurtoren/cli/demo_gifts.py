"""Gifts of the people of Lichthaven: for all who live there, for who sat at a table together, or for oneself."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from vuurtoren.gifts import acts
from vuurtoren.gifts.models import Gift, Introduction, Invitation, Looking
from vuurtoren.gifts.queries import yes_until
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.tables.models import Table
from vuurtoren.tables.queries import coming

GIFTS = (
    ("Amina", "hands", "taarten bakken", "neighbourhood"),
    ("Amina", "network", "de ouders van school", "tables"),
    ("Joris", "hands", "fietsen maken", "neighbourhood"),
    ("Joris", "things", "een bakfiets", "neighbourhood"),
    ("Fatma", "head", "brieven en formulieren begrijpen", "neighbourhood"),
    ("Fatma", "hands", "naaien en kleren verstellen", "tables"),
    ("Delroy", "heart", "muziek maken", "neighbourhood"),
    ("Mei", "head", "practising Dutch with somebody", "neighbourhood"),
    ("Mei", "heart", "welcoming new neighbours", "tables"),
    ("Hanneke", "head", "rekenen en huiswerk", "neighbourhood"),
    ("Youssef", "network", "de mensen van de moskee", "neighbourhood"),
    ("Agnieszka", "hands", "koken voor veel mensen", "neighbourhood"),
    ("Rosa", "place", "een tuin om samen te zitten", "neighbourhood"),
    ("Sem", "heart", "luisteren", "me"),
    ("Noor", "heart", "kinderen voorlezen", "tables"),
)
ON_PAPER = ("Wim", "head", "schaken, en het anderen leren", "neighbourhood")
HOST, BUILDER = "Amina", "Mei"
LOOKINGS = (
    ("Amina", "iemand die muziek maakt bij de koffie", "Delroy", True),
    ("Mei", "iemand die soep kookt voor de tafel", "Agnieszka", False),
)
"""Whose table looks for what, who fits, and whether both said yes already."""
INVITED = (("Hanneke", "Joris", True), ("Delroy", "Amina", False), ("Amina", "Rosa", False))
"""Who asks whom to the next coffee, having seen a gift; and whether they said yes already."""
NEXT_COFFEES = 14
"""In so many days the coffee is to which one is asked."""


def offer_gifts(here: Neighbourhood, as_: Callable[[str, datetime], Viewer], at: datetime, day: date) -> None:
    """Each offers what they have on a day; what Wim told at the table, Amina wrote down, with a shorter end."""
    for name, kind, words, width in GIFTS:
        by = as_(name, at)
        until = day + timedelta(days=360)
        acts.offer_gift(
            by, here, kind=kind, words=words, width=width, until=until, language=by.language, at=at
        )
    name, kind, words, width = ON_PAPER
    wim = Person.objects.get(called=name, account=None, roles__neighbourhood=here)
    until = yes_until(wim, day) or day
    acts.enter_gift(as_(HOST, at), here, wim, kind=kind, words=words, width=width, until=until, at=at)


def lead_somewhere(
    here: Neighbourhood, as_: Callable[[str, datetime], Viewer], at: datetime, day: date
) -> None:
    """Two tables look for somebody; Mei introduces who fits. Two met by it, and are asked what became once it is time; the
    others are still asked."""
    for host, words, giver, met in LOOKINGS:
        table = Table.objects.filter(neighbourhood=here, host__called=host).earliest("pk")
        until = day + timedelta(days=60)
        acts.look_for(as_(host, at), here, table.public_id, words=words, until=until, hosts=True, at=at)
        looking = Looking.objects.get(neighbourhood=here, by__called=host)
        gift = Gift.objects.get(neighbourhood=here, person__called=giver)
        acts.introduce(as_(BUILDER, at), gift, looking, at=at)
        if met:
            row = Introduction.objects.get(gift=gift, looking=looking)
            for name in (giver, host):
                acts.answer_introduction(as_(name, at), row, yes=True, at=at)


def come_to_a_table(
    here: Neighbourhood, as_: Callable[[str, datetime], Viewer], at: datetime, day: date
) -> None:
    """Neighbours who saw what another has ask them to the next coffee; one comes, the others have not answered yet."""
    near = coming(as_(HOST, at), here, day + timedelta(days=1), NEXT_COFFEES)
    for (asks, giver, comes), (met, table) in zip(INVITED, near, strict=False):
        gift = Gift.objects.filter(neighbourhood=here, person__called=giver, width="neighbourhood").earliest(
            "pk"
        )
        acts.invite(as_(asks, at), gift, table.public_id, day=met.when.date(), at=at)
        if comes:
            row = Invitation.objects.get(gift=gift, by__called=asks)
            acts.answer_invitation(as_(giver, at), row, yes=True, at=at)
