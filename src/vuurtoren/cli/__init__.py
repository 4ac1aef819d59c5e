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
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as wrong:
        sys.exit(_say(str(wrong)))
    except OSError as wrong:
        sys.exit(_say(f"VUURTOREN_DATA={os.environ.get('VUURTOREN_DATA', 'data')}: {wrong.strerror}"))
    from vuurtoren.cli.commands import run

    sys.exit(run(sys.argv[1:]))


def _say(words: str) -> int:
    """A setting is wrong, so there are no words of ours yet: one sentence in the language of the settings' names."""
    sys.stderr.write(f"{words}\n")
    return 2
