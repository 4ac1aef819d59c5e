"""`script/test`: the whole of the tests on SQLite, and what touches a database again on PostgreSQL.

A machine without PostgreSQL or Chromium is told so in one line each and skips those parts; where CI is set, a part
that would be skipped is a failure.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.cluster import Cluster, programs  # noqa: E402

CHROMIUM = next(
    (path for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if Path(path).exists()), None
)
PROCESSES = "3"
"""One more than the cores there are at least: a story waits for its browser, the browser for its server."""
MEMORY = Path("/dev/shm")
ROOM = 6 * 2**30
"""Bytes free, to keep all files of a run in memory: it takes up to a third of that."""


def in_memory() -> str | None:
    """Where files cost no waiting for a disk. Each kill in the tests is of a process, which loses nothing by that."""
    fits = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    return str(MEMORY) if fits else None


def run(title: str, arguments: list[str], **environment: str) -> int:
    """One run of pytest in a process of its own; whatever it writes is gone afterwards."""
    print(f"\n== {title}", flush=True)
    with tempfile.TemporaryDirectory(prefix="vuurtoren-test-", dir=in_memory()) as folder:
        Path(folder).chmod(0o711)  # a database that is another user goes in as well
        return subprocess.run(
            [sys.executable, "-m", "pytest", "-q", *arguments],
            cwd=ROOT,
            env={**os.environ, "VUURTOREN_DATA": folder, "TMPDIR": folder, **environment},
            check=False,
        ).returncode


def missing(what: str, package: str) -> bool:
    """Say once what is not here; True where that may not be."""
    print(f"{what} is not on this machine: those tests are skipped (Debian: apt-get install {package}).")
    return bool(os.environ.get("CI"))


def main(arguments: list[str]) -> int:
    """Run everything; the exit code is the number of runs that failed."""
    chosen = arguments or ["tests", "src/vuurtoren"]
    failed = 0
    if CHROMIUM is None:
        failed += missing("Chromium", "chromium")
        chosen = [*chosen, "-m", "not browser"]
    at_once = ["-n", PROCESSES, "--dist", "loadfile", "--no-loadscope-reorder", "--durations", "15"]
    failed += run("SQLite", [*chosen, *at_once]) != 0
    if programs() is None:
        return failed + missing("PostgreSQL", "postgresql")
    with Cluster(hasty=True) as cluster:
        again = [*chosen, "-m", "not browser and not pure and not once", *at_once]
        failed += run("PostgreSQL", again, DATABASE_URL=cluster.url) != 0
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
