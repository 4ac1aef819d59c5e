"""A PostgreSQL cluster of the tests' own: on a free port of this machine, gone afterwards."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType


def programs() -> Path | None:
    """The folder with initdb and pg_ctl, the newest version there is; None where PostgreSQL is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


class Cluster:
    """`with Cluster() as cluster: cluster.url`. Runs as the user `postgres` when we are root, since it refuses root.

    `hasty`: never waits for the disk. For tests alone: a process that dies loses nothing by it, a machine would.
    """

    def __init__(self, *, hasty: bool = False) -> None:
        self.hasty = hasty
        self.bin = programs()
        self.folder = Path(tempfile.mkdtemp(prefix="vuurtoren-pg-"))
        self.port = _free_port()

    @property
    def url(self) -> str:
        """For DATABASE_URL."""
        return f"postgres://vuurtoren@127.0.0.1:{self.port}/vuurtoren"

    def __enter__(self) -> "Cluster":
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
        self._do(
            "initdb",
            "-D",
            self.data,
            "-U",
            "vuurtoren",
            "--auth=trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-N",
        )
        self._start()
        self._do("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "vuurtoren", "vuurtoren")
        return self

    def crash(self) -> None:
        """Kill every process of it with SIGKILL, and start it again: it recovers from what it wrote down first."""
        pid_file = Path(self.data, "postmaster.pid")
        leader = pid_file.read_text().split()[0]
        others = Path(f"/proc/{leader}/task/{leader}/children").read_text().split()
        for pid in (leader, *others):
            with suppress(ProcessLookupError):
                os.kill(int(pid), signal.SIGKILL)
        time.sleep(0.2)  # until the last of them has let go of the shared memory
        for lock in (
            pid_file,
            *self.folder.glob(".s.PGSQL.*.lock"),
        ):  # where nobody buries the dead they seem alive
            lock.unlink(missing_ok=True)
        self._start()

    def _start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder}"
        if self.hasty:
            options += " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
            # A table that was cleaned up while it stood empty is planned as empty when a test has filled it.
            options += " -c autovacuum=off"
        self._do("pg_ctl", "-D", self.data, "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._do("pg_ctl", "-D", self.data, "-w", "-m", "immediate", "stop", check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def data(self) -> str:
        """The folder of the cluster."""
        return str(self.folder / "data")

    def _do(self, program: str, *arguments: str, check: bool = True) -> None:
        assert self.bin is not None
        user = pwd.getpwnam("postgres").pw_uid if os.geteuid() == 0 else None
        done = subprocess.run(
            [str(self.bin / program), *arguments],
            user=user,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
            text=True,
        )
        if check and done.returncode:
            raise RuntimeError(f"{program}: {done.stderr}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
