"""How much of the processor a family of processes has used; other work on the machine does not change that figure."""

import os
from pathlib import Path

TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


def family(first: int) -> list[int]:
    """A process and all that came from it."""
    parents = {int(one.name): _fields(one) for one in Path("/proc").iterdir() if one.name.isdigit()}
    found = [first]
    for pid in found:
        found += [child for child, fields in parents.items() if fields and int(fields[1]) == pid]
    return found


def seconds(first: int) -> float:
    """Seconds of processor, own and the system's, of a process and all that came from it."""
    spent = [_fields(Path(f"/proc/{pid}")) for pid in family(first)]
    return sum(int(fields[11]) + int(fields[12]) for fields in spent if fields) / TICKS_A_SECOND


def _fields(process: Path) -> list[str]:
    """What /proc tells after the name of the process: state, parent, …; nothing when it just ended."""
    try:
        return (process / "stat").read_text().rpartition(") ")[2].split()
    except OSError:
        return []
