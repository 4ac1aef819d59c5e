"""A real browser against a real server of our own, in a process of its own, on a port of this machine."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

CHROMIUM = next(
    (path for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if Path(path).exists()), None
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
]
LATER = Path(__file__).parent / "later"
LINKS = """
import os, sys, django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vuurtoren.config.settings")
django.setup()
from django.db import connection
from vuurtoren.cli.people import link_for, person_with
from vuurtoren.places.models import Neighbourhood
for mail in sys.stdin:
    print(link_for(person_with(mail.strip()), Neighbourhood.objects.get(slug="lichthaven")), flush=True)
    connection.close()
"""
"""What `vuurtoren people link` does, in one process for all who come in: to start one takes longer than the rest of it."""
VUURTOREN = [sys.executable, "-c", "from vuurtoren.cli import main; main()"]


class House:
    """The demo neighbourhood, served; `link(name)` is a fresh way in for one of its people."""

    def __init__(self, data: Path, days_later: int = 0) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        left_out = {"DATABASE_URL", "VUURTOREN_ORIGIN"}
        own = {name: value for name, value in os.environ.items() if name not in left_out}
        self.environment = {**own, "VUURTOREN_DATA": str(data), "PORT": str(self.port)}
        if days_later:
            self.environment |= {"PYTHONPATH": str(LATER), "VUURTOREN_TEST_DAYS_LATER": str(days_later)}
        self.data, self.base = data, f"http://127.0.0.1:{self.port}"
        self.letters = data / "letters.txt"
        self.links: subprocess.Popen[str] | None = None

    def later(self, days: int) -> "House":
        """The same neighbourhood so many days from now, for who serves it anew."""
        return House(self.data, days)

    def run(self, *arguments: str) -> str:
        """One command; its standard output."""
        return subprocess.run(
            [*VUURTOREN, *arguments], env=self.environment, check=True, capture_output=True, text=True
        ).stdout

    def python(self, code: str) -> None:
        """A few lines in the house's own surroundings, for what no page and no command makes."""
        subprocess.run([sys.executable, "-c", code], env=self.environment, check=True, capture_output=True)

    def link(self, name: str) -> str:
        """A sign-in link for one of the demo people."""
        if self.links is None:
            self.links = subprocess.Popen(
                [sys.executable, "-c", LINKS],
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        assert self.links.stdin
        assert self.links.stdout
        self.links.stdin.write(f"{name.lower()}@lichthaven.example\n")
        self.links.stdin.flush()
        return self.links.stdout.readline().strip()

    @contextmanager
    def served(self) -> Iterator[None]:
        """Serve until the block ends."""
        with self.letters.open("w") as letters:  # mail is printed there
            server = subprocess.Popen(
                [*VUURTOREN, "serve", "--workers", "1"],
                env={**self.environment, "PYTHONUNBUFFERED": "1"},
                stdout=letters,
                stderr=subprocess.PIPE,
            )
        try:
            self._wait(server)
            yield
        finally:
            if self.links:
                self.links.communicate(timeout=60)
                self.links = None
            server.terminate()
            server.wait(timeout=60)

    def _wait(self, server: "subprocess.Popen[bytes]") -> None:
        for _ in range(1200):
            if server.poll() is not None:
                raise RuntimeError("the server stopped")
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        raise RuntimeError("the server does not answer")


def come_in(house: House, context: BrowserContext, name: str) -> Page:
    """Sign in with a link, as somebody of the demo."""
    page = context.new_page()
    page.goto(house.link(name))
    page.click("main button[type=submit]")
    page.wait_for_url("**/lichthaven/")
    return page


def words_of(text: str) -> str:
    """Text without its white space runs."""
    return re.sub(r"\s+", " ", text)
