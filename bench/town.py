"""A town's worth of meeting for the benchmarks: people, tables, years of gatherings, ties, wishes for coffee.

Made at once on top of `bench.city`, since the acts would take a day for two hundred thousand gatherings. The journal
has no moments of these: no page about meeting reads them.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import numpy as np
from django.db import connection
from django.utils import timezone

from bench import city
from vuurtoren.gifts.finding import tokens_of
from vuurtoren.gifts.models import Gift, Looking
from vuurtoren.people.models import Account, Institution, Person, RoleHeld
from vuurtoren.people.rules import ROLE_LASTS, Role
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.stay.models import Promise
from vuurtoren.tables.models import CoffeeWish, Gathering, LearningRound, Present, Table, Tie
from vuurtoren.tables.rules import LOVES

TABLES = 400
GUESTS = 5
SHARE_LEARNING, SHARE_WISHES, SHARE_GIFTS = 0.1, 0.2, 0.3
PROMISES = 3000
BUILDER = "mei@stad.example"
GIFTS = (
    "Ik maak fietsen",
    "Brood bakken",
    "Ik help met brieven",
    "Zingen in een koor",
    "Een ladder",
    "Tuinieren",
)
AT_ONCE = 5000


def fill(here: Neighbourhood, people: int, gatherings: int, ties: int, seed: int, today: date) -> None:
    """Fill a neighbourhood that `bench.city` made; `city.ME` hosts the first table and sits at it each time."""
    rng, at = np.random.default_rng(seed), timezone.now()
    streets = list(Place.objects.filter(neighbourhood=here).values_list("pk", flat=True))
    everybody = _people(here, people, streets, rng, at)
    me = Person.objects.get(account__email=city.ME)
    Person.objects.filter(pk=me.pk).update(home_id=streets[0])
    tables = _tables(here, streets, [me.pk, *everybody], today, at)
    _gatherings(tables, gatherings, me.pk, np.array(everybody), rng, today, at)
    _ties(here, ties, np.array([me.pk, *everybody]), rng, at)
    wishing = everybody[: int(len(everybody) * SHARE_WISHES)]
    CoffeeWish.objects.bulk_create(
        (
            CoffeeWish(
                neighbourhood=here, person_id=one, reach="aan tafel", since=at,
                loves=sorted({LOVES[int(pick)] for pick in rng.integers(len(LOVES), size=3)}),
            )
            for one in wishing
        ),
        batch_size=AT_ONCE,
    )  # fmt: skip
    _gifts(here, everybody[: int(len(everybody) * SHARE_GIFTS)], rng, today, at)
    _looked_for(here, tables, today, at)
    _promised(here, streets, today)
    _builder(here, at)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _gifts(
    here: Neighbourhood, people: list[int], rng: np.random.Generator, today: date, at: datetime
) -> None:
    Gift.objects.bulk_create(
        (
            Gift(
                neighbourhood=here, person_id=one, kind="hands", words=words, tokens=tokens_of(words), made_at=at,
                width=("me", "tables", "neighbourhood")[int(rng.integers(3))], until=today + timedelta(days=200),
            )
            for one in people
            for words in (GIFTS[int(rng.integers(len(GIFTS)))],)
        ),
        batch_size=AT_ONCE,
    )  # fmt: skip


def _looked_for(here: Neighbourhood, tables: list[Table], today: date, at: datetime) -> None:
    """Half of the tables look for somebody."""
    Looking.objects.bulk_create(
        Looking(
            neighbourhood=here, about=one.public_id, by_id=one.host_id or 0, words=GIFTS[number % len(GIFTS)],
            until=today + timedelta(days=60), made_at=at,
        )
        for number, one in enumerate(tables[::2])
    )  # fmt: skip


def _promised(here: Neighbourhood, streets: list[int], today: date) -> None:
    """Ten years of promises of the city to the whole neighbourhood; a tenth is still open."""
    city_hall = Institution.objects.get(neighbourhood=here, cleans=True)
    Promise.objects.bulk_create(
        Promise(
            neighbourhood=here, institution=city_hall, to_all=True, place_id=streets[number % len(streets)],
            words=f"Een bank bij nummer {number}", state="kept" if number % 10 else "open",
            made_on=today - timedelta(days=number), due=today + timedelta(days=30 - number % 60),
            ended_on=today if number % 10 else None,
        )
        for number in range(PROMISES)
    )  # fmt: skip


def _builder(here: Neighbourhood, at: datetime) -> None:
    """A community builder, who sees suggestions and quiet streets."""
    one = Person.objects.create(account=Account.objects.create_user(BUILDER), called="Mei", made_at=at)
    RoleHeld.objects.bulk_create(
        RoleHeld(person=one, neighbourhood=here, role=role.value, since=at, confirmed_at=at, until=at + ROLE_LASTS)
        for role in (Role.RESIDENT, Role.BUILDER)
    )  # fmt: skip


def _people(
    here: Neighbourhood, count: int, streets: list[int], rng: np.random.Generator, at: datetime
) -> list[int]:
    accounts = Account.objects.bulk_create(
        (Account(email=f"gast{number}@stad.example", password="!") for number in range(count)),
        batch_size=AT_ONCE,
    )
    people = Person.objects.bulk_create(
        (
            Person(
                account=account, called=f"Buur {number}", language="en" if number % 5 == 0 else "nl", made_at=at,
                home_id=streets[int(rng.integers(len(streets)))],
            )
            for number, account in enumerate(accounts)
        ),
        batch_size=AT_ONCE,
    )  # fmt: skip
    RoleHeld.objects.bulk_create(
        (
            RoleHeld(
                person=one, neighbourhood=here, role=Role.RESIDENT.value, since=at, confirmed_at=at,
                until=at + ROLE_LASTS,
            )
            for one in people
        ),
        batch_size=AT_ONCE,
    )  # fmt: skip
    return [one.pk for one in people]


def _tables(
    here: Neighbourhood, streets: list[int], hosts: list[int], today: date, at: datetime
) -> list[Table]:
    tables = Table.objects.bulk_create(
        Table(
            neighbourhood=here, place_id=streets[number % len(streets)], host_id=hosts[number], every="week",
            kind="learning" if number % round(1 / SHARE_LEARNING) == 1 else "coffee",
            first_day=today - timedelta(weeks=600, days=number % 7), time=time(9 + number % 10), made_at=at,
            changed_at=at,
        )
        for number in range(TABLES)
    )  # fmt: skip
    LearningRound.objects.bulk_create(
        LearningRound(
            table=one, number=1, question="Hoe leren we elkaar kennen?", by_id=one.host_id or 0, began_at=at,
            look_again_on=today - timedelta(days=1), seen_by="neighbourhood",
        )
        for one in tables
        if one.kind == "learning"
    )  # fmt: skip
    return tables


def _gatherings(
    tables: list[Table],
    count: int,
    me: int,
    people: np.ndarray,
    rng: np.random.Generator,
    today: date,
    at: datetime,
) -> None:
    each = max(1, count // len(tables))
    for start in range(0, len(tables), 20):
        some = tables[start : start + 20]
        met = Gathering.objects.bulk_create(
            (
                Gathering(
                    table=one, day=one.first_day + timedelta(weeks=600 - 1 - back), someones=3, made_at=at
                )
                for one in some
                for back in range(each)
            ),
            batch_size=AT_ONCE,
        )
        Present.objects.bulk_create(_present(met, tables[0], me, people, rng, at), batch_size=AT_ONCE)


def _present(
    met: list[Gathering], mine: Table, me: int, people: np.ndarray, rng: np.random.Generator, at: datetime
) -> Iterator[Present]:
    for one in met:
        there = {int(pick) for pick in rng.choice(people, size=GUESTS)}
        there |= {me} if one.table_id == mine.pk else set()
        for person in sorted(there):
            asked = rng.random() < 0.02
            yield Present(gathering=one, person_id=person, said_yes_at=None if asked else at)


def _ties(
    here: Neighbourhood, count: int, people: np.ndarray, rng: np.random.Generator, at: datetime
) -> None:
    pairs = np.sort(rng.choice(people, size=(int(count * 1.03), 2)), axis=1)
    pairs = np.unique(pairs[pairs[:, 0] < pairs[:, 1]], axis=0)
    rng.shuffle(pairs)
    for start in range(0, min(count, len(pairs)), 20 * AT_ONCE):
        some = pairs[start : min(start + 20 * AT_ONCE, count)]
        Tie.objects.bulk_create(
            (
                Tie(
                    neighbourhood=here, low_id=int(low), high_id=int(high), asked_by_low=True, asked_at=at,
                    said_yes_at=at if rng.random() < 0.98 else None,
                )
                for low, high in some
            ),
            batch_size=AT_ONCE,
        )  # fmt: skip
