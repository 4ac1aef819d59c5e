"""`script/soak`: a whole server under writing neighbours; killed many times, or with many of them at once.

`script/soak 200` kills the server with SIGKILL 200 times under 8 neighbours. Each of them logs rounds, looks, joins in
and gives back, and sends a form again, with the same key, until it is answered. Afterwards every key that was answered
must have its one moment and its one row, no row may be there without a moment, and the journal must verify.

`script/soak --writers 64 --seconds 30` counts what 64 people at once are answered, and how soon.

Either database: SQLite, PostgreSQL with DATABASE_URL, or `--postgres` for a cluster of our own, which then is killed
too, every tenth time.
"""

import argparse
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from collections import Counter
from contextlib import nullcontext
from http.client import HTTPException
from http.cookiejar import CookieJar
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from tests.cluster import Cluster  # noqa: E402
from tests.stories.browser import House  # noqa: E402

PEOPLE = ("Amina", "Joris", "Fatma", "Delroy", "Mei", "Hanneke", "Youssef", "Agnieszka")
STREETS = 24
DONE, NO = 302, (409, 422)
AT_MOST_DEEDS = 25
"""Deeds between two kills."""
DATABASE_TOO = 10
"""Of so many kills one takes PostgreSQL along."""
ROWS = {"care.round_logged": "Round", "response.observed": "Observation"}


class _Stay(urllib.request.HTTPRedirectHandler):
    """Answers are looked at, not followed."""

    def redirect_request(self, *arguments: object) -> None:
        return None


class Neighbour(threading.Thread):
    """Writes without a pause, each form until it is answered, and remembers what was."""

    def __init__(self, house: House, link: str, streets: list[str], *, only_rounds: bool) -> None:
        super().__init__(daemon=True)
        self.base, self.streets, self.only_rounds = house.base, streets, only_rounds
        self.kept: list[str] = []
        self.again: set[str] = set()
        self.answers: Counter[int] = Counter()
        self.seconds: list[float] = []
        self.locked = 0
        self.stop = False
        self.jar = CookieJar()
        self.web = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar), _Stay())
        self._send(link, {"csrfmiddlewaretoken": self._token(link)})

    def run(self) -> None:
        while not self.stop:
            address, values = self._deed()
            key = uuid.uuid4().hex
            while not (answered := self._try(address, {**values, "key": key})) and not self.stop:
                self.again.add(key)
                time.sleep(0.05)
            if answered == DONE:
                self.kept.append(key)

    def _deed(self) -> tuple[str, dict[str, str]]:
        """The next thing this neighbour does: mostly a round, now and then something else."""
        street = self.base + random.choice(self.streets)
        chance = 0.0 if self.only_rounds else random.random()
        if chance < 0.5:
            return f"{street}round/", {"minutes": "1", "bags": "0"}
        if chance < 0.7:
            return f"{street}look/", {"grade": random.choice("ABCD")}
        if chance < 0.85:
            return f"{street}join/", {"part": "whole", "rhythm": "weekly", "people": "1"}
        return f"{street}give-back/", {}

    def _try(self, address: str, values: dict[str, str]) -> int:
        """What the server said to a form; 0 when it said nothing, or asked to come back later."""
        try:
            values["csrfmiddlewaretoken"] = self._token(address)
            began = time.monotonic()
            status = self._send(address, values)
        except (OSError, HTTPException):  # killed before or while it answered
            return 0
        self.seconds.append(time.monotonic() - began)
        self.answers[status] += 1
        return 0 if status >= 500 else status

    def _token(self, address: str) -> str:
        try:
            page = self.web.open(address, timeout=90).read().decode()
        except urllib.error.HTTPError as answer:
            self._heard(answer)
            self.answers[answer.code] += 1
            raise
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        return found[1] if found else ""

    def _send(self, address: str, values: dict[str, str]) -> int:
        try:
            return int(self.web.open(address, urllib.parse.urlencode(values).encode(), timeout=90).status)
        except urllib.error.HTTPError as answer:
            self._heard(answer)
            return answer.code

    def _heard(self, answer: urllib.error.HTTPError) -> None:
        self.locked += b"locked" in answer.read()


def main() -> int:
    """Run what was asked; exit 1 when anything was lost, half done, or said in words that are not for people."""
    ask = argparse.ArgumentParser(prog="script/soak", description=__doc__.splitlines()[0])
    ask.add_argument("kills", type=int, nargs="?", default=20)
    ask.add_argument("--writers", type=int, default=8)
    ask.add_argument("--seconds", type=float, help="No kills: count the answers of so many seconds.")
    ask.add_argument("--postgres", action="store_true", help="On a PostgreSQL cluster of our own.")
    asked = ask.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="vuurtoren-soak-") as folder,
        Cluster() if asked.postgres else nullcontext() as cluster,
    ):
        house = House(Path(folder))
        if url := cluster.url if cluster else os.environ.get("DATABASE_URL"):
            house.environment["DATABASE_URL"] = url
        house.run("demo", "--days", "7")
        os.environ.update(house.environment)
        links, streets = _ways_in(asked.writers)
        server = _serve(house)
        rounds = asked.seconds is not None
        neighbours = [Neighbour(house, house.base + link, streets, only_rounds=rounds) for link in links]
        for one in neighbours:
            one.start()
        if asked.seconds is not None:
            time.sleep(asked.seconds)
        else:
            server = _killed(house, server, cluster, asked.kills, neighbours)
        for one in neighbours:
            one.stop = True
        for one in neighbours:
            one.join(timeout=95)
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
        wrong = _spoken(neighbours, asked.seconds) if asked.seconds is not None else False
        return int(_counted(neighbours, 0 if rounds else asked.kills) or wrong)


def _killed(
    house: House,
    server: "subprocess.Popen[bytes]",
    cluster: Cluster | None,
    kills: int,
    neighbours: list[Neighbour],
) -> "subprocess.Popen[bytes]":
    for number in range(1, kills + 1):
        _wait_for_more(neighbours, random.randint(1, AT_MOST_DEEDS))
        if cluster and number % DATABASE_TOO == 0:
            cluster.crash()
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
        server = _serve(house)
        if number % 20 == 0:
            print(f"{number} kills, {sum(len(one.kept) for one in neighbours)} deeds answered", flush=True)
    time.sleep(5.0)  # what is on its way may come home
    return server


def _wait_for_more(neighbours: list[Neighbour], deeds: int) -> None:
    """Until so many more deeds are answered, so that each kill falls among them; then a moment of chance."""
    wanted = sum(len(one.kept) for one in neighbours) + deeds
    give_up = time.monotonic() + 60
    while sum(len(one.kept) for one in neighbours) < wanted and time.monotonic() < give_up:
        time.sleep(0.01)
    time.sleep(random.uniform(0.0, 0.1))


def _serve(house: House) -> "subprocess.Popen[bytes]":
    from vuurtoren.cli.machine import server

    command = server("vuurtoren.config.wsgi:application", house.port, workers=2)
    process = subprocess.Popen(
        command, env=house.environment, stderr=subprocess.DEVNULL, start_new_session=True
    )
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{house.base}/help/", timeout=30).close()
        except OSError:
            time.sleep(0.1)
        else:
            return process
    raise RuntimeError("the server does not answer")


def _ways_in(writers: int) -> tuple[list[str], list[str]]:
    """A link for each neighbour, with as many new ones as are wanted, and the streets they work in."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vuurtoren.config.settings")
    import django

    django.setup()
    from django.utils import timezone

    from vuurtoren.people import acts
    from vuurtoren.people.models import Account, Person
    from vuurtoren.places.models import Neighbourhood, Place
    from vuurtoren.power.queries import machine, visitor

    here, at = Neighbourhood.objects.get(), timezone.now()
    people = [Person.objects.get(called=name) for name in PEOPLE[:writers]]
    for number in range(writers - len(people)):
        account = Account.objects.create_user(f"buur{number}@lichthaven.example")
        acts.arrive(visitor(), account, here, called=f"Buur {number}", language="nl", at=at)
        people.append(Person.objects.get(account=account))
    for person in people:
        acts.make_link(machine(), person, here, token=person.key.hex, at=at)
    places = Place.objects.exclude(name="").order_by("name")[:STREETS]
    return (
        [f"/sign-in/link/{person.key.hex}/" for person in people],
        [f"/{here.slug}/street/{place.public_id}/" for place in places],
    )


def _spoken(neighbours: list[Neighbour], seconds: float) -> bool:
    """Tell what people were answered and how soon; True when somebody was told something that is not for people."""
    answers = sum((one.answers for one in neighbours), Counter[int]())
    took = sorted(second for one in neighbours for second in one.seconds)
    locked = sum(one.locked for one in neighbours)
    cuts = statistics.quantiles(took, n=20)
    print(
        f"{len(neighbours)} writers, {seconds:.0f} s: {answers[DONE]} done, p50 {cuts[9]:.2f} s, p95 {cuts[18]:.2f} s, "
        f"longest {took[-1]:.2f} s, 'locked' {locked}, other answers "
        f"{ {status: count for status, count in sorted(answers.items()) if status != DONE} or 'none' }"
    )
    return bool(locked or any(status >= 500 for status in answers))


def _counted(neighbours: list[Neighbour], kills: int) -> bool:
    """Compare what was promised with what is there; True when something is lost or half done."""
    from django.db import connection

    from vuurtoren.care.models import Carrying, Round
    from vuurtoren.journal.models import Moment, Sent
    from vuurtoren.journal.queries import books, verify_book
    from vuurtoren.response.models import Observation

    connection.close()  # the database may have been killed since
    promised = {key for one in neighbours for key in one.kept}
    there = set(Sent.objects.exclude(moment=None).values_list("key", flat=True))
    lost = promised - there
    told = Counter(Moment.objects.values_list("kind", flat=True))
    carried = Carrying.objects.filter(until=None).count()
    rounds = set(Round.objects.values_list("key", flat=True))
    logged = Moment.objects.filter(kind="care.round_logged").values_list("about", flat=True)
    half = [
        len(rounds ^ set(logged)) + len(logged) - len(set(logged)),
        abs(Observation.objects.count() - told["response.observed"]),
        abs(told["care.joined"] - told["care.gave_back"] - carried),
        Sent.objects.filter(moment=None).count(),
    ]
    whole = all(verify_book(key).broken is None for key in books())
    again = sum(len(one.again) for one in neighbours)
    answers = sum((one.answers for one in neighbours), Counter[int]())
    print(
        f"{kills} kills, {len(promised)} deeds answered, {again} sent again, "
        f"{sum(answers[no] for no in NO)} refused by a rule, {answers[500]} faults, {answers[503]} asked to come back; "
        f"{len(lost)} lost, {sum(half)} half done, journal {'whole' if whole else 'BROKEN'}"
    )
    return bool(lost or any(half) or not whole)


if __name__ == "__main__":
    sys.exit(main())
