"""`script/soak N`: SIGKILL for the whole server, N times, under 8 writing clients; then count what was promised.

A client remembers the key of each round that was answered with a redirect ('written down'). Afterwards every such key
must have its one round and its one moment, no round may be there without a moment, and the journal must verify.
"""

import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from http.cookiejar import CookieJar
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from tests.stories.browser import VUURTOREN, House  # noqa: E402

CLIENTS = 8
PEOPLE = ("Amina", "Joris", "Fatma", "Delroy", "Mei", "Hanneke", "Youssef", "Agnieszka")


class _Stay(urllib.request.HTTPRedirectHandler):
    """Answers are looked at, not followed."""

    def redirect_request(self, *arguments: object) -> None:
        return None


class Neighbour(threading.Thread):
    """Logs rounds without a pause and remembers which were answered."""

    def __init__(self, house: House, name: str, street: str) -> None:
        super().__init__(daemon=True)
        self.house, self.street = house, street
        self.kept: list[str] = []
        self.unsure = self.busy = 0
        self.stop = False
        self.jar = CookieJar()
        self.web = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar), _Stay())
        link = house.link(name)
        self._post(link, {"csrfmiddlewaretoken": self._token(link)})

    def run(self) -> None:
        address = f"{self.house.base}{self.street}round/"
        while not self.stop:
            key = uuid.uuid4().hex
            try:
                sent = {"csrfmiddlewaretoken": self._token(address), "key": key, "minutes": "1", "bags": "0"}
                if self._post(address, sent) == 302:
                    self.kept.append(key)
                else:
                    self.busy += 1
            except OSError:
                self.unsure += 1
                time.sleep(0.05)

    def _token(self, address: str) -> str:
        page = self.web.open(address, timeout=90).read().decode()
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        return found[1] if found else ""

    def _post(self, address: str, values: dict[str, str]) -> int:
        try:
            return int(self.web.open(address, urllib.parse.urlencode(values).encode(), timeout=90).status)
        except urllib.error.HTTPError as answer:
            return answer.code


def main(kills: int) -> int:
    """Run the soak; exit 1 when anything was lost or half done."""
    with tempfile.TemporaryDirectory(prefix="vuurtoren-soak-") as folder:
        house = House(Path(folder))
        if url := os.environ.get("DATABASE_URL"):
            house.environment["DATABASE_URL"] = url
        house.run("demo", "--days", "7")
        os.environ.update(house.environment)
        server = _serve(house)
        street = _street()
        neighbours = [Neighbour(house, PEOPLE[number], street) for number in range(CLIENTS)]
        for one in neighbours:
            one.start()
        for number in range(kills):
            time.sleep(random.uniform(1.5, 3.0))
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()
            server = _serve(house)
            if (number + 1) % 20 == 0:
                print(
                    f"{number + 1} kills, {sum(len(one.kept) for one in neighbours)} rounds answered",
                    flush=True,
                )
        for one in neighbours:
            one.stop = True
        for one in neighbours:
            one.join(timeout=95)
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()
        return _counted(neighbours, kills)


def _serve(house: House) -> "subprocess.Popen[bytes]":
    server = subprocess.Popen(
        [*VUURTOREN, "serve"], env=house.environment, stderr=subprocess.DEVNULL, start_new_session=True
    )
    house._wait(server)
    return server


def _street() -> str:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vuurtoren.config.settings")
    import django

    django.setup()
    from vuurtoren.places.models import Place

    return f"/lichthaven/street/{Place.objects.get(name='Touwslagerslaan').public_id}/"


def _counted(neighbours: list[Neighbour], kills: int) -> int:
    from vuurtoren.care.models import Round
    from vuurtoren.journal.models import Moment, Sent
    from vuurtoren.journal.queries import books, verify_book

    promised = {key for one in neighbours for key in one.kept}
    there = dict(Sent.objects.values_list("key", "moment__number"))
    lost = [key for key in promised if there.get(key) is None]
    rounds = Round.objects.count()
    moments = Moment.objects.filter(kind__in=("care.round_logged", "care.round", "care.round_done")).count()
    half = abs(rounds - moments)
    whole = all(verify_book(key).broken is None for key in books())
    unsure = sum(one.unsure for one in neighbours)
    busy = sum(one.busy for one in neighbours)
    print(
        f"{kills} kills, {len(promised)} answered, {unsure} unanswered, {busy} refused, {len(lost)} lost, "
        f"{half} half done, journal {'whole' if whole else 'BROKEN'}"
    )
    return int(bool(lost or half or not whole))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
