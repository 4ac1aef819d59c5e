"""Clients that keep their connection and ask again as soon as they are answered.

`wrk` does it where it is installed, since it takes next to nothing of the two cores that it shares with the server;
else a small one of our own, in a process of its own.
"""

import json
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

CLIENTS = 8
WRK = shutil.which("wrk")
HOW_TO_GET_WRK = (
    "wrk is not on this machine, so our own slower clients are used (Debian: apt-get install wrk)."
)
LUA = """
local paths, number = {%s}, 0
request = function()
  number = number %% #paths + 1
  return wrk.format("GET", paths[number])
end
done = function(summary, latency, requests)
  local e = summary.errors
  io.write(string.format("RESULT %%d %%f %%f %%d\\n", summary.requests, summary.duration / 1e6,
    latency:percentile(95) / 1e3, e.connect + e.read + e.write + e.status + e.timeout))
end
"""


@dataclass(frozen=True)
class Sample:
    """What some seconds of asking gave: answers a second, 95 of 100 within `p95_ms`, and answers that were not 2xx."""

    a_second: float
    p95_ms: float
    failed: int


def drive(port: int, paths: list[str], cookie: str, seconds: float, clients: int = CLIENTS) -> Sample:
    """Ask for `paths` in turn, with so many clients, for so long."""
    how = _with_wrk if WRK else _with_our_own
    return how(port, paths, cookie, seconds, clients)


def _with_wrk(port: int, paths: list[str], cookie: str, seconds: float, clients: int) -> Sample:
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(LUA % ", ".join(json.dumps(path) for path in paths))
        script.flush()
        heads = ["-H", f"Cookie: {cookie}"] if cookie else []
        said = subprocess.run(
            [
                *(str(WRK), "-t", "1", "-c", str(clients), "-d", f"{seconds:g}s", "-s", script.name),
                *(*heads, f"http://127.0.0.1:{port}/"),
            ],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
    asked, lasted, p95_ms, failed = said.split("RESULT ")[1].split()
    return Sample(int(asked) / float(lasted), float(p95_ms), int(failed))


def _with_our_own(port: int, paths: list[str], cookie: str, seconds: float, clients: int) -> Sample:
    asked = {"port": port, "paths": paths, "cookie": cookie, "seconds": seconds, "clients": clients}
    said = subprocess.run(
        [sys.executable, str(Path(__file__))], input=json.dumps(asked), check=True, capture_output=True, text=True
    ).stdout  # fmt: skip
    return Sample(**json.loads(said))


def _clients(port: int, paths: list[str], cookie: str, seconds: float, clients: int) -> Sample:
    until, took, failed = time.perf_counter() + seconds, [], []

    def client(first: int) -> None:
        number = first
        with socket.create_connection(("127.0.0.1", port)) as line:
            while time.perf_counter() < until:
                began = time.perf_counter()
                head = f"GET {paths[number % len(paths)]} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n\r\n"
                line.sendall(head.encode())
                if not _answer(line):
                    failed.append(number)
                took.append(time.perf_counter() - began)
                number += clients

    threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return Sample(len(took) / seconds, sorted(took)[int(len(took) * 0.95)] * 1e3, len(failed))


def _answer(line: socket.socket) -> bool:
    """Read one whole answer; was it a good one?"""
    head = b""
    while b"\r\n\r\n" not in head:
        head += line.recv(65536)
    head, _, body = head.partition(b"\r\n\r\n")
    size = next(
        int(row.split(b":")[1]) for row in head.split(b"\r\n") if row.lower().startswith(b"content-length")
    )
    left = size - len(body)
    while left > 0:
        left -= len(line.recv(min(left, 65536)))
    return head.split(b" ", 2)[1].startswith(b"2")


if __name__ == "__main__":
    print(json.dumps(_clients(**json.load(sys.stdin)).__dict__))
