"""`.venv/bin/python bench/meeting.py [--people 14000] [--gatherings 200000] [--ties 1000000] [--seconds 5] [--json]`

A town that meets, on a PostgreSQL of its own, served as `vuurtoren serve` does, on two cores: every page about meeting
for one reader at a time and for 32 at once (95 of 100 answers within so many ms), the night's part for tables, and the
letters of everybody, rendered to a file. Exit 1 where a page takes more than 150 ms for one or 500 ms for 32, or the
letters take more than five minutes.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.load import HOW_TO_GET_WRK, WRK, drive  # noqa: E402
from bench.pages import CORES, come_in, free_port, get, say, served  # noqa: E402
from tests.cluster import Cluster, programs  # noqa: E402

SEED = 2026
STREETS = 1000
MANY = 32
ONE_BY_ONE = 60
MOST_MS_ONE, MOST_MS_MANY, MOST_S_LETTERS = 150, 500, 300


def main(arguments: list[str]) -> int:
    """Measure, tell, and judge."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[1])
    ask.add_argument("--people", type=int, default=14_000)
    ask.add_argument("--gatherings", type=int, default=200_000)
    ask.add_argument("--ties", type=int, default=1_000_000)
    ask.add_argument("--seconds", type=float, default=5.0, help="how long each page is asked by many")
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
        found = _measured(given, port, Path(data))
    if given.json:
        print(json.dumps(found))
    return int(not found["reached"])


def _measured(given: argparse.Namespace, port: int, data: Path) -> dict[str, Any]:
    import django

    django.setup()
    from django.utils import timezone

    from bench import city, town
    from vuurtoren.care.models import HandOver
    from vuurtoren.cli.machine import prepare
    from vuurtoren.stay.models import Promise
    from vuurtoren.tables.models import Table

    prepare()
    today = timezone.localdate()
    began = time.perf_counter()
    here = city.fill(STREETS, SEED, today)
    town.fill(here, given.people, given.gatherings, given.ties, SEED, today)
    say(
        f"{given.people} people, {given.gatherings} gatherings and {given.ties} ties in {time.perf_counter() - began:.0f} s"
    )
    night = _night(here)
    mine = Table.objects.order_by("pk")[0]
    learning = Table.objects.filter(kind="learning").order_by("pk")[0]
    promise = Promise.objects.order_by("pk")[0]
    agreed = HandOver.objects.order_by("pk")[0]
    street = agreed.task.place
    base, own = f"/{here.slug}/", f"/{here.slug}/table/{mine.public_id}/"
    pages = {
        "today": base, "tables": f"{base}tables/", "table": own, "who were there": f"{own}met/",
        "calendar": f"{base}tables/agenda.ics", "my calendar": f"{base}tables/mine.ics", "ties": f"{base}ties/",
        "my ties": f"{base}ties/mine/", "coffee": f"{base}coffee/", "letter": f"{base}letter/", "me": f"{base}me/",
        "gifts": f"{base}gifts/", "gifts found": f"{base}gifts/?q=fiets", "promises": f"{base}promises/",
        "streets": f"{base}streets/", "city": f"{base}city/", "plan": f"{base}plan/", "agreements": f"{base}agreements/",
        "learning table": f"{base}table/{learning.public_id}/", "promise": f"{base}promise/{promise.public_id}/",
        "street": f"{base}street/{street.public_id}/", "agreement": f"{base}agreement/{agreed.public_id}/",
        "who": f"{base}who/", "journal": f"{base}journal/", "light": f"{base}light/", "map": f"{base}map/",
        "set a table": f"{base}tables/set/", "offer a gift": f"{base}gifts/offer/hands/",
        "code on paper": f"{base}gifts/code/", "initiatives": f"{base}initiatives/", "questions": f"{base}questions/",
        "balance": f"{base}balance/", "room": f"{base}room/", "principles": f"{base}principles/",
        "nudges": f"{base}nudges/", "lessons": f"{base}lessons/",
    }  # fmt: skip
    with served(port):
        cookie = come_in(port, city.ME)
        found = {name: _page(port, cookie, path, given.seconds) for name, path in pages.items()}
        cookie = come_in(port, town.BUILDER)
        for name, path in {
            "suggestions": f"{base}gifts/suggestions/",
            "quiet streets": f"{base}quiet/",
            "my days": f"{base}days/",
            "paper letters": f"{base}letters/paper/",
        }.items():
            found[name] = _page(port, cookie, path, given.seconds)
    letters = _letters(here, data)
    for name, page in found.items():
        say(
            f"{name:15s} one: p95 {page['one_p95_ms']:6.1f} ms   {MANY} at once: p95 {page['many_p95_ms']:7.1f} ms   "
            f"{page['many_a_second']:6.1f}/s   failed {page['failed']}   {page['bytes']} bytes"
        )
    for name, seconds in night.items():
        say(f"{name:20s} {seconds:.2f} s")
    say(f"{letters['count']} letters in {letters['seconds']:.0f} s")
    reached = letters["seconds"] <= MOST_S_LETTERS and all(
        page["one_p95_ms"] <= MOST_MS_ONE and page["many_p95_ms"] <= MOST_MS_MANY and not page["failed"]
        for page in found.values()
    )
    return {
        "people": given.people, "gatherings": given.gatherings, "ties": given.ties, "cores": CORES, "many": MANY,
        "pages": found, "night": night, "letters": letters, "reached": reached,
    }  # fmt: skip


def _page(port: int, cookie: str, path: str, seconds: float) -> dict[str, Any]:
    took = []
    body, _ = get(port, path, cookie)
    for _ in range(ONE_BY_ONE):
        began = time.perf_counter()
        body, _ = get(port, path, cookie)
        took.append((time.perf_counter() - began) * 1e3)
    many = drive(port, [path], cookie, seconds, MANY)
    return {
        "one_p95_ms": round(sorted(took)[int(ONE_BY_ONE * 0.95)], 1),
        "one_median_ms": round(median(took), 1),
        "many_p95_ms": round(many.p95_ms, 1),
        "many_a_second": round(many.a_second, 1),
        "failed": many.failed,
        "bytes": len(body),
    }


def _night(here: Any) -> dict[str, float]:
    """Seconds of what the night does for tables, at its first time in this town."""
    from django.utils import timezone

    from vuurtoren.power.queries import machine
    from vuurtoren.tables import acts

    def seconds(deed: Callable[..., object]) -> float:
        began = time.perf_counter()
        deed(machine(), here, at=timezone.now())
        return round(time.perf_counter() - began, 2)

    deeds = (
        acts.end_asking,
        acts.end_asking_about_ties,
        acts.count_ties,
        acts.end_coffees,
        acts.weave_coffees,
    )
    return {deed.__name__: seconds(deed) for deed in deeds}


def _letters(here: Any, data: Path) -> dict[str, Any]:
    from django.core.mail import get_connection
    from django.utils import timezone

    from vuurtoren.cli.letters import TO_A_FOLDER, mail_of
    from vuurtoren.power.queries import machine
    from vuurtoren.reflection import acts, queries
    from vuurtoren.reflection.rules import week_of

    carrier: Any = get_connection(TO_A_FOLDER, file_path=str(data / "letters"))
    carrier.open()
    began, at = time.perf_counter(), timezone.now()
    acts.send_letters(
        machine(), here, at=at, progress=lambda count: None,
        post=lambda person, letter: carrier.send_messages([mail_of(here, person, letter)]),
    )  # fmt: skip
    carrier.close()
    seconds = time.perf_counter() - began
    count, _ = queries.letters_gone(machine(), here, week_of(timezone.localdate(at)))
    return {"count": count, "seconds": round(seconds, 1)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
