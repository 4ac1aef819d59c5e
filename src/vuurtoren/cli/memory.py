"""How much memory a command used."""

import resource
import sys


def peak_mb() -> float:
    """The most memory this process had, in MB; the kernel counts in kB, on a Mac in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most / 1e3
