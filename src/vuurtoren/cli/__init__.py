"""The command `vuurtoren`: the same acts and queries as the pages, for whoever stands at the machine.

With `--json` a command prints one JSON object on standard output; all else goes to standard error. Exit code 0 is done,
1 a check found something, 2 bad input, with one sentence that says what.
"""

import os
import sys


def main() -> None:
    """Run one command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vuurtoren.config.settings")
    import django

    django.setup()
    from vuurtoren.cli.commands import run

    sys.exit(run(sys.argv[1:]))
