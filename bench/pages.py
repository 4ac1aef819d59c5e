"""`.venv/bin/python bench/pages.py [--streets 10000] [--seconds 8] [--rounds 5] [--json]`

A city of ten thousand streets on a PostgreSQL of its own, served as `vuurtoren serve` does, on two cores, to eight
clients who signed in: the list of fifty streets and a street's page, held against an empty Django view under the same
server in the same run. Empty, list, street, empty, list, street …, and the middle of each. Then every page once more
for one reader at a time. Exit 1 when the list or the street does not reach a twentieth of the empty view.
"""

import argparse
import http.client
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode, urlsplit

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.load import CLIENTS, HOW_TO_GET_WRK, WRK, Sample, drive  # noqa: E402
from bench.spent import seconds  # noqa: E402
from tests.cluster import Cluster, programs  # noqa: E402

CORES = 2
WORKERS = 2
SEED = 2026
LEAST_SHARE = 1 / 20
WARM_S = 2.0
LONGEST_WARM_S = 40.0
TIMES_WARM = 5
ONE_BY_ONE = 60
SLOWEST_PAGE_MS = 150
ROWS = 50


@dataclass(frozen=True)
class Measured:
    """A sample, and the milliseconds of processor that one answer took of the server and of the database."""

    sample: Sample
    server_ms: float
    database_ms: float


@dataclass(frozen=True)
class Spent:
    """Seconds of processor of the server and of the database, each with all of its processes."""

    server: int
    database: int

    def now(self) -> tuple[float, float]:
        """Both, until now."""
        return seconds(self.server), seconds(self.database)


def main(arguments: list[str]) -> int:
    """Measure, tell, and judge."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[1])
    ask.add_argument("--streets", type=int, default=10_000)
    ask.add_argument("--seconds", type=float, default=8.0, help="how long each sample takes")
    ask.add_argument("--rounds", type=int, default=5)
    ask.add_argument("--json", action="store_true")
    given = ask.parse_args(arguments)
    if programs() is None:
        print("PostgreSQL is not on this machine (Debian: apt-get install postgresql).", file=sys.stderr)
        return 2
    if WRK is None:
        print(HOW_TO_GET_WRK, file=sys.stderr)
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    with tempfile.TemporaryDirectory(prefix="vuurtoren-bench-") as data, Cluster() as cluster:
        port = free_port()
        os.environ.update(
            VUURTOREN_DATA=data,
            DATABASE_URL=cluster.url,
            PORT=str(port),
            DJANGO_SETTINGS_MODULE="vuurtoren.config.settings",
        )
        for name in ("VUURTOREN_ORIGIN", "VUURTOREN_PROXY"):
            os.environ.pop(name, None)
        found = _measured(given, port, cluster)
    if given.json:
        print(json.dumps(found))
    return int(not found["reached"])


def _measured(given: argparse.Namespace, port: int, cluster: Cluster) -> dict[str, Any]:
    import django

    django.setup()
    from django.utils import timezone

    from bench import city
    from bench.served import EMPTY
    from vuurtoren.cli.machine import prepare
    from vuurtoren.places.models import Place

    prepare()
    began = time.perf_counter()
    here = city.fill(given.streets, SEED, timezone.localdate())
    say(f"{given.streets} streets with their history in {time.perf_counter() - began:.0f} s")
    base = f"/{here.slug}/"
    last_page = max(1, given.streets // ROWS)
    lists = [f"{base}streets/?page={number}" for number in range(1, last_page + 1)]
    named = Place.objects.filter(neighbourhood=here).exclude(name="").order_by("pk")
    chosen = list(named.values_list("public_id", "name")[:: max(1, given.streets // 500)])
    streets = [f"{base}street/{public_id}/" for public_id, _ in chosen]
    with served(port) as server:
        spent = Spent(server, _postmaster(cluster))
        cookie = come_in(port, city.ME)
        _look_well(port, cookie, lists, dict(zip(streets, (name for _, name in chosen), strict=True)))
        kinds = {"empty": [EMPTY], "list": lists, "street": streets}
        first = {kind: drive(port, paths, cookie, WARM_S).a_second for kind, paths in kinds.items()}
        for paths in kinds.values():
            _warm(port, paths, cookie)
        samples = _rounds(port, kinds, cookie, given, spent)
        with _somebody_writes(here):
            writing = {
                kind: drive(port, paths, cookie, given.seconds).a_second for kind, paths in kinds.items()
            }
        pages = _each_page(port, cookie, base, streets[0])
    return _told(samples, {"first": first, "while_written": writing}, pages, given)


def _rounds(
    port: int, kinds: dict[str, list[str]], cookie: str, given: argparse.Namespace, spent: "Spent"
) -> dict[str, list[Measured]]:
    """Empty, list, street, empty, list, street …"""
    samples: dict[str, list[Measured]] = {kind: [] for kind in kinds}
    for number in range(given.rounds):
        for kind, paths in kinds.items():
            before = spent.now()
            sample = drive(port, paths, cookie, given.seconds)
            answers = max(1.0, sample.a_second * given.seconds)
            cpu = [(after - was) / answers * 1e3 for was, after in zip(before, spent.now(), strict=True)]
            samples[kind].append(Measured(sample, cpu[0], cpu[1]))
        told = ", ".join(f"{kind} {some[-1].sample.a_second:.0f}/s" for kind, some in samples.items())
        say(f"round {number + 1}: {told}")
    return samples


def _warm(port: int, paths: list[str], cookie: str) -> None:
    """Until every worker has most likely been asked for every page."""
    asked, until = 0.0, time.perf_counter() + LONGEST_WARM_S
    while asked < len(paths) * TIMES_WARM and time.perf_counter() < until:
        asked += drive(port, paths, cookie, WARM_S).a_second * WARM_S


@contextmanager
def _somebody_writes(here: Any) -> Iterator[None]:
    """A round is logged every second: a deed, after which what is the same for everybody is made anew."""
    from django.db import connection
    from django.utils import timezone

    from bench import city
    from vuurtoren.care import acts
    from vuurtoren.cli.people import person_with
    from vuurtoren.places.models import Place
    from vuurtoren.power.queries import viewer_of

    me = person_with(city.ME)
    place = Place.objects.filter(tasks__carryings__person=me, tasks__carryings__until=None).first()
    assert place
    done = threading.Event()

    def write() -> None:
        while not done.wait(1.0):
            at = timezone.now()
            acts.log_round(viewer_of(me, at), place, minutes=5, bags=0, at=at)
        connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    yield
    done.set()
    writer.join()


def _told(
    samples: dict[str, list[Measured]],
    beside: dict[str, dict[str, float]],
    pages: dict[str, Any],
    given: argparse.Namespace,
) -> dict[str, Any]:
    figures = {kind: _figures(some, samples["empty"]) for kind, some in samples.items()}
    for kind, one in figures.items():
        for name, rates in beside.items():
            one[name] = {
                "a_second": round(rates[kind], 1),
                "share_of_empty": round(rates[kind] / rates["empty"], 4),
            }
        say(
            f"{kind:7s} {one['a_second']:8.1f}/s  1/{1 / one['share_of_empty']:.1f} of empty  p95 {one['p95_ms']} ms  "
            f"processor {one['server_ms']} ms and {one['database_ms']} ms in the database, "
            f"{one['processor_of_empty']} times empty  failed {one['failed']}"
        )
    for name, rates in beside.items():
        say(f"{name}: " + ", ".join(f"{kind} {rate:.0f}/s" for kind, rate in rates.items()))
    for name, page in pages.items():
        slow = "  slow" if page["p95_ms"] > SLOWEST_PAGE_MS else ""
        say(
            f"{name:12s} p95 {page['p95_ms']:6.1f} ms  {page['queries']:3d} queries  {page['bytes']:8d} bytes{slow}"
        )
    measured = (figures["list"], figures["street"])
    reached = all(one["share_of_empty"] >= LEAST_SHARE and not one["failed"] for one in measured)
    return {
        "streets": given.streets, "cores": CORES, "clients": CLIENTS, "workers": WORKERS, "seconds": given.seconds,
        "rounds": given.rounds, "load": "wrk" if WRK else "python", "reached": reached, **figures, "pages": pages,
    }  # fmt: skip


def _figures(some: list[Measured], empty: list[Measured]) -> dict[str, Any]:
    """The middle of each figure; a share is taken within its own round."""
    beside = zip(some, empty, strict=True)
    shares = [one.sample.a_second / other.sample.a_second for one, other in beside]
    processor = median(one.server_ms + one.database_ms for one in some)
    return {
        "a_second": round(median(one.sample.a_second for one in some), 1),
        "share_of_empty": round(median(shares), 4),
        "lowest_share": round(min(shares), 4),
        "p95_ms": round(median(one.sample.p95_ms for one in some), 1),
        "failed": sum(one.sample.failed for one in some),
        "server_ms": round(median(one.server_ms for one in some), 2),
        "database_ms": round(median(one.database_ms for one in some), 2),
        "processor_of_empty": round(processor / median(one.server_ms + one.database_ms for one in empty), 1),
    }


@contextmanager
def served(port: int) -> Iterator[int]:
    """The same server as `vuurtoren serve`, with the same arguments; gives the number of its process."""
    from vuurtoren.cli.machine import server

    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    running = subprocess.Popen(
        server("bench.served:application", port, WORKERS), cwd=ROOT, env={**os.environ, "PYTHONPATH": path}
    )
    try:
        _wait(port, running)
        yield running.pid
    finally:
        running.terminate()
        running.wait(timeout=20)


def come_in(port: int, mail: str) -> str:
    """Sign in by a link, like everybody; the cookie of the session."""
    from vuurtoren.cli.people import link_for, person_with
    from vuurtoren.places.models import Neighbourhood

    person = person_with(mail)
    link = urlsplit(link_for(person, Neighbourhood.objects.get())).path
    page, heads = get(port, link, "")
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.decode())
    assert token
    first = _cookies(heads)
    line = http.client.HTTPConnection("127.0.0.1", port)
    line.request(
        "POST",
        link,
        urlencode({"csrfmiddlewaretoken": token[1]}),
        {"Cookie": first, "Content-Type": "application/x-www-form-urlencoded"},
    )
    answer = line.getresponse()
    assert answer.status == 302, answer.status
    return _cookies(answer.getheaders())


def _look_well(port: int, cookie: str, lists: list[str], streets: dict[str, str]) -> None:
    """What is measured is what was meant: signed in, fifty rows, and the street that was asked for."""
    for path in (lists[0], lists[len(lists) // 2]):
        page = get(port, path, cookie)[0].decode()
        rows = page.count('<th scope="row">')
        assert rows == ROWS, (path, rows)
        assert "/me/" in page, path
    for path, name in list(streets.items())[:: max(1, len(streets) // 20)]:
        page = get(port, path, cookie)[0].decode()
        assert name in page, path
        assert "/me/" in page, path


def _each_page(port: int, cookie: str, base: str, street: str) -> dict[str, Any]:
    """Every page for one reader at a time: 95 of 100 within so many ms, questions to the database, bytes."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from bench import city
    from vuurtoren.people.models import Account

    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(Account.objects.get(email=city.ME))
    pages = {
        "today": base, "map": f"{base}map/", "map lines": f"{base}map/streets.geojson", "streets": f"{base}streets/",
        "search": f"{base}streets/?q=haven", "street": street, "join": f"{street}join/", "round": f"{street}round/",
        "plan": f"{base}plan/", "city": f"{base}city/", "agreements": f"{base}agreements/", "who": f"{base}who/",
        "journal": f"{base}journal/", "me": f"{base}me/", "light": f"{base}light/",
    }  # fmt: skip
    found = {}
    for name, path in pages.items():
        client.get(path)
        with CaptureQueriesContext(connection) as asked:
            client.get(path)
        took = []
        for _ in range(ONE_BY_ONE):
            began = time.perf_counter()
            body, _ = get(port, path, cookie)
            took.append((time.perf_counter() - began) * 1e3)
        found[name] = {
            "p95_ms": round(sorted(took)[int(ONE_BY_ONE * 0.95)], 1),
            "median_ms": round(median(took), 1),
            "queries": len(asked),
            "bytes": len(body),
        }
    return found


def get(port: int, path: str, cookie: str) -> tuple[bytes, list[tuple[str, str]]]:
    line = http.client.HTTPConnection("127.0.0.1", port)
    line.request("GET", path, headers={"Cookie": cookie, "Accept-Encoding": "gzip"} if cookie else {})
    answer = line.getresponse()
    body = answer.read()
    line.close()
    assert answer.status == 200, (path, answer.status)
    return body, answer.getheaders()


def _cookies(heads: list[tuple[str, str]]) -> str:
    return "; ".join(value.split(";")[0] for name, value in heads if name.lower() == "set-cookie")


def _wait(port: int, running: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        if running.poll() is not None:
            raise RuntimeError("the server stopped")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("the server does not answer")


def _postmaster(cluster: Cluster) -> int:
    return int((Path(cluster.data) / "postmaster.pid").read_text().split()[0])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
