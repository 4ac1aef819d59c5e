"""A city's worth of rows for the benchmarks: streets, people, two months of carrying, looking and planning.

Made at once instead of deed by deed, since ten thousand streets with their history would take the acts an hour. What
comes out is what the acts would have left: every deed has its moment, the journal's chain verifies, and the plan of
today is made by the night's own work.
"""

import itertools
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import numpy as np
from django.db import connection, transaction
from django.utils import timezone

from vuurtoren.care import moments as told
from vuurtoren.care.models import Carrying, HandOver, Round, Task, TaskKind
from vuurtoren.care.rules import LITTER
from vuurtoren.engine.units import GRADES
from vuurtoren.journal.models import Book, Moment
from vuurtoren.journal.moments import Kind
from vuurtoren.journal.queries import verify_book
from vuurtoren.journal.rules import Sealed
from vuurtoren.light import acts as light
from vuurtoren.people import acts as people
from vuurtoren.people.models import Account, Person, RoleHeld
from vuurtoren.people.rules import ROLE_LASTS, Role
from vuurtoren.places import acts as places
from vuurtoren.places.demo import METRES_LAT, METRES_LON, SOUTH, WEST
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine, visitor
from vuurtoren.response import acts as response
from vuurtoren.response import moments as followed
from vuurtoren.response.models import FloorCase, Observation, PlaceState, Plan, Visit

SLUG = "stad"
ME = "amina@stad.example"
NIGHTS = 60
SHARE_CARRIED, SHARE_HANDED_OVER, SHARE_LOOKED_AT = 1 / 3, 0.05, 0.6
STREETS_A_RESIDENT = 8
ROUNDS_A_CARRIER = 6
I_CARRY = 6
CREWS, CREW_MINUTES = 4, 240
AT_ONCE = 2000
FIRST_PARTS = (
    "Noorder",
    "Zuider",
    "Ooster",
    "Wester",
    "Oude ",
    "Nieuwe ",
    "Lange ",
    "Korte ",
    "Hoge ",
    "Lage ",
)
MIDDLE_PARTS = (
    *("haven", "kade", "molen", "veer", "dijk", "duin", "touw", "zeil", "anker", "baken", "boei", "roer"),
    *("kompas", "lantaarn", "meeuw", "wulk", "mossel", "garnaal", "haring", "linde", "iep", "beuk", "eik"),
)
LAST_PARTS = (
    "straat",
    "laan",
    "weg",
    "pad",
    "singel",
    "hof",
    "kade",
    "plein",
    "dwarsstraat",
    "steeg",
    "gracht",
)
CLASSES = ("residential", "residential", "residential", "living_street", "tertiary", "footway", "shopping")


@dataclass(frozen=True)
class Deed:
    """A moment that is still to be sealed into the chain."""

    at: datetime
    kind: Kind
    who: uuid.UUID | None
    about: uuid.UUID | None
    place: uuid.UUID
    what: dict[str, object]


def fill(streets: int, seed: int, today: date) -> Neighbourhood:
    """One neighbourhood as large as a city; `ME` is the mail address of a resident who carries a few streets."""
    rng = np.random.default_rng(seed)
    began = _at(today - timedelta(days=NIGHTS + 10), 9)
    places.make_neighbourhood(machine(), name="Stad aan Zee", slug=SLUG, at=began)
    here = Neighbourhood.objects.get(slug=SLUG)
    light.tend(
        machine(), here, "nl", "Hier kennen we elkaar, en de stad volgt.", "Koffie zonder agenda.", began
    )
    people.institution_came(machine(), here, name="Stadsbeheer", phone="010 000 00 10", cleans=True, at=began)
    response.agree_standard(machine(), here, at=began)
    every = Place.objects.bulk_create(_places(here, streets, rng), batch_size=AT_ONCE)
    residents = _residents(here, max(12, streets // STREETS_A_RESIDENT), every, rng, began)
    for number, start in enumerate(every[:: max(1, len(every) // CREWS)][:CREWS], 1):
        shift: dict[str, Any] = {"minutes": CREW_MINUTES, "mode": "walk", "lon": start.lon, "lat": start.lat}
        response.add_crew(machine(), here, name=f"Ploeg {number}", at=began, **shift)
    deeds = [*_carried(every, residents, rng, today), *_looked(every, residents, rng, today)]
    deeds += _visited(every, rng, today)
    _write_down(here, deeds)
    _nights(here, every, rng, today)
    response.work_the_night(machine(), here, date=today, at=timezone.now())
    if verify_book(here.key).broken is not None:
        raise RuntimeError("the journal of the benchmark's city does not verify")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")  # what the database does by itself a minute later
    return here


def _places(here: Neighbourhood, count: int, rng: np.random.Generator) -> Iterator[Place]:
    """Bent streets on a grid of blocks; one in fifty has no name."""
    names = ("".join(parts) for parts in itertools.product(FIRST_PARTS, MIDDLE_PARTS, LAST_PARTS))
    wide = int(np.ceil(np.sqrt(count)))
    taken: list[str] = list(itertools.islice(names, count))
    taken += [
        f"{taken[number % len(taken)]} {number // len(taken) + 1}" for number in range(len(taken), count)
    ]
    rng.shuffle(taken)
    for number, name in enumerate(taken):
        shown = "" if rng.random() < 0.02 else name.capitalize()
        x, y = (number % wide) * 110.0, (number // wide) * 85.0
        line = _line(x, y, int(rng.integers(3, 14)), rng)
        lons, lats = [one[0] for one in line], [one[1] for one in line]
        length = float(rng.gamma(4.0, 35.0)) + 20
        yield Place(
            neighbourhood=here, kind="street", name=shown, name_certainty="high" if shown else "none",
            match_key=f"bench:{number}", street_class=CLASSES[int(rng.integers(len(CLASSES)))],
            length_m=length, area_m2=length * 12, line={"type": "MultiLineString", "coordinates": [line]},
            west=min(lons), south=min(lats), east=max(lons), north=max(lats),
            lon=(min(lons) + max(lons)) / 2, lat=(min(lats) + max(lats)) / 2,
            source_keys=[str(number)], source_digest=f"{number:064x}",
        )  # fmt: skip


def _line(x: float, y: float, points: int, rng: np.random.Generator) -> list[list[float]]:
    along, aside = np.linspace(0, 100, points), rng.normal(0, 3, points)
    east, north = (along, aside) if rng.random() < 0.5 else (aside, along)
    lons, lats = WEST + (x + east) * METRES_LON, SOUTH + (y + north) * METRES_LAT
    return [[round(float(lon), 7), round(float(lat), 7)] for lon, lat in zip(lons, lats, strict=True)]


def _residents(
    here: Neighbourhood, count: int, every: list[Place], rng: np.random.Generator, at: datetime
) -> list[Person]:
    """The first is `ME`, who came in by the door; the others were made at once."""
    account = Account.objects.create_user(ME)
    people.arrive(visitor(), account, here, called="Amina", language="nl", at=at)
    accounts = Account.objects.bulk_create(
        [Account(email=f"buur{number}@stad.example", password="!") for number in range(1, count)]
    )
    others = Person.objects.bulk_create(
        [
            Person(
                account=one, called=f"Buur {number}", home=every[int(rng.integers(len(every)))], made_at=at
            )
            for number, one in enumerate(accounts, 1)
        ]
    )
    RoleHeld.objects.bulk_create(
        RoleHeld(person=one, neighbourhood=here, role=Role.RESIDENT, since=at, until=at + ROLE_LASTS, confirmed_at=at)
        for one in others
    )  # fmt: skip
    me = Person.objects.get(account=account)
    Person.objects.filter(pk=me.pk).update(home=every[0])
    return [me, *others]


def _carried(
    every: list[Place], residents: list[Person], rng: np.random.Generator, today: date
) -> Iterable[Deed]:
    """A third of the streets, by one to three people; some are handed over, some were given back. I carry the first."""
    litter = TaskKind.objects.get(code=LITTER)
    chosen = rng.permutation(len(every))[: int(len(every) * SHARE_CARRIED)]
    tasks, shares, rounds, agreed, deeds = [], [], [], [], []
    for number, index in enumerate(chosen):
        place, since = every[int(index)], _when(rng, today, NIGHTS)
        held = number >= I_CARRY and rng.random() < SHARE_HANDED_OVER
        back = number >= I_CARRY and not held and rng.random() < 0.01
        task = Task(place=place, kind=litter, step=1 if back else 4 if held else 3, since=since)
        task.given_back_at = since + timedelta(hours=5) if back else None
        tasks.append(task)
        who = [residents[int(one)] for one in rng.integers(1, len(residents), int(rng.integers(1, 4)))]
        carriers = {one.pk: one for one in ([residents[0], *who] if number < I_CARRY else who)}.values()
        for one in carriers:
            until = task.given_back_at
            shares.append(Carrying(task=task, person=one, since=since, until=until))
            what: dict[str, object] = {"step": 3, "part": "whole", "rhythm": "weekly", "people": 1}
            deeds.append(Deed(since, told.JOINED, one.key, task.key, place.key, what))
            for _ in range(int(rng.poisson(ROUNDS_A_CARRIER))):
                at, minutes, bags = _when(rng, today, NIGHTS), rng.integers(10, 50), rng.integers(0, 4)
                done = Round(task=task, person=one, at=at, minutes=int(minutes), bags=int(bags))
                rounds.append(done)
                what = {"minutes": done.minutes, "bags": done.bags}
                deeds.append(Deed(done.at, told.ROUND_LOGGED, one.key, done.key, place.key, what))
        if held:
            agreed.append(_agreement(task, next(iter(carriers)), since))
            deeds.append(Deed(since, told.CARRIED, None, agreed[-1].key, place.key, {"step": 4}))
    Task.objects.bulk_create(tasks, batch_size=AT_ONCE)
    Carrying.objects.bulk_create(shares, batch_size=AT_ONCE)
    Round.objects.bulk_create(rounds, batch_size=AT_ONCE)
    HandOver.objects.bulk_create(agreed, batch_size=AT_ONCE)
    return deeds


def _agreement(task: Task, by: Person, since: datetime) -> HandOver:
    return HandOver(
        task=task, side="residents", to_step=4, state="carried", stop_grade="C", stop_steps=2, after_stop="ask",
        overlap_days=7, answer_by=since.date(), asked_at=since, asked_by=by.key, residents_yes_at=since,
        residents_yes_by=by.key, institution_yes_at=since, institution_yes_by=uuid.uuid4(),
    )  # fmt: skip


def _looked(
    every: list[Place], residents: list[Person], rng: np.random.Generator, today: date
) -> Iterable[Deed]:
    """Grades and counts by residents, a few a street, in more than half of the streets."""
    looks, deeds = [], []
    for place in every:
        if rng.random() > SHARE_LOOKED_AT:
            continue
        for _ in range(int(rng.integers(1, 5))):
            who, at = residents[int(rng.integers(len(residents)))], _when(rng, today, NIGHTS)
            seen: dict[str, Any] = (
                {"grade": GRADES[int(rng.integers(5))]}
                if rng.random() < 0.7
                else {"pieces": int(rng.poisson(8)), "area_m2": 100.0}
            )
            looks.append(Observation(place=place, person=who, source="resident", at=at, **seen))
            what = {**seen, "source": "resident"}
            deeds.append(Deed(at, followed.OBSERVED, who.key, None, place.key, what))
    Observation.objects.bulk_create(looks, batch_size=AT_ONCE)
    return deeds


def _visited(every: list[Place], rng: np.random.Generator, today: date) -> Iterable[Deed]:
    """Crews were here: some visits a night, and the streets that had waited for one."""
    visits, cases, deeds = [], [], []
    a_night = max(1, len(every) // 100)
    for back in range(NIGHTS, 0, -1):
        day = today - timedelta(days=back)
        for index in rng.choice(len(every), a_night, replace=False):
            place = every[int(index)]
            visit = Visit(place=place, at=_at(day, 11), minutes=int(rng.integers(4, 25)))
            visits.append(visit)
            deeds.append(
                Deed(
                    visit.at,
                    followed.DONE,
                    None,
                    visit.key,
                    place.key,
                    {"date": day, "minutes": visit.minutes},
                )
            )
            if rng.random() < 0.4:
                fell = day - timedelta(days=int(rng.integers(0, 4)))
                cases.append(FloorCase(place=place, fell_on=fell, visited_on=day))
    Visit.objects.bulk_create(visits, batch_size=AT_ONCE)
    FloorCase.objects.bulk_create(cases, batch_size=AT_ONCE)
    return deeds


@transaction.atomic
def _write_down(here: Neighbourhood, deeds: list[Deed]) -> None:
    """Every deed as a sealed moment, in order of time, after those that the acts wrote."""
    book = Book.objects.select_for_update().get(key=here.key)
    number, previous, rows = book.last_number, book.last_hash, []
    for deed in sorted(deeds, key=lambda one: one.at):
        number += 1
        row = Sealed(
            here.key, number, deed.kind.name, deed.who, deed.about, deed.place,
            deed.kind.checked(deed.what), deed.at, previous,
        )  # fmt: skip
        previous = row.seal()
        rows.append(
            Moment(
                book=book,
                number=number,
                kind=row.kind,
                who=row.who,
                about=row.about,
                place=row.place,
                what=row.what,
                at=row.at,
                previous=row.previous,
                hash=previous,
            )
        )
    Moment.objects.bulk_create(rows, batch_size=AT_ONCE)
    book.last_number, book.last_hash = number, previous
    book.save()


def _nights(here: Neighbourhood, every: list[Place], rng: np.random.Generator, today: date) -> None:
    """How every street was in each of the nights before today, and the plans' figures of those nights."""
    pieces = rng.gamma(2.0, 3.0, len(every))
    rate = rng.gamma(3.0, 0.3, len(every))
    columns = "place_id, date, pieces, pieces_sd, rate, rate_sd, score, grade, source"
    copy = f"COPY {PlaceState._meta.db_table} ({columns}) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(copy) as out:
        for back in range(NIGHTS, 0, -1):
            day = today - timedelta(days=back)
            cleaned = rng.random(len(every)) < 0.12
            pieces = np.where(cleaned, pieces * 0.15, pieces + rate)
            score = np.clip(5.0 - pieces / 6.0, 1.0, 5.0)
            for place, litter, each, points in zip(every, pieces, rate, score, strict=True):
                grade = GRADES[5 - round(float(points))]
                out.write_row((place.pk, day, litter, litter / 3, each, each / 3, points, grade, "observed"))
    Plan.objects.bulk_create(
        Plan(
            neighbourhood=here, date=today - timedelta(days=back), input_hash=f"{back:064x}", engine_version="bench",
            seed=back, aim="best", minutes=900, gap=1e-5, bound=1, mean_expected=4, mean_now=3.5 + 0.01 * (back % 9),
            below_floor_share=0.05, made_at=_at(today - timedelta(days=back), 2),
        )
        for back in range(NIGHTS, 0, -1)
    )  # fmt: skip


def _when(rng: np.random.Generator, today: date, days: int) -> datetime:
    return _at(today - timedelta(days=int(rng.integers(1, days))), int(rng.integers(8, 20)))


def _at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))
