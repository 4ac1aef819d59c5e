"""`vuurtoren people letters`: the letters of this week, each once, in the language of whoever reads it."""

from pathlib import Path
from typing import Annotated, Any

import typer
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.urls import reverse
from django.utils import timezone

from vuurtoren.cli.frame import command, hint, in_words, language, neighbourhood_named, put
from vuurtoren.cli.people import app
from vuurtoren.language import say
from vuurtoren.people.models import Person
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine
from vuurtoren.reflection import acts, queries
from vuurtoren.reflection.rules import Letter, week_of

EVERY = 500
"""After so many letters it is told how far it is."""
TO_A_FOLDER = "django.core.mail.backends.filebased.EmailBackend"


@command(app, "letters", "machine.night")
def letters(
    neighbourhood: Annotated[str | None, typer.Option("--neighbourhood")] = None,
    folder: Annotated[Path | None, typer.Option()] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Send everybody their letter of this week, who did not get it yet; `--folder` writes them to a file instead."""
    where = neighbourhood_named(neighbourhood)
    carrier: Any = get_connection(TO_A_FOLDER, file_path=str(folder)) if folder else get_connection()

    def post(person: Person, letter: Letter) -> None:
        carrier.send_messages([mail_of(where, person, letter)])

    def progress(sent: int) -> None:
        if sent % EVERY == 0:
            hint("cli-letters-on", count=sent)

    at, by = timezone.now(), machine(language())
    week = week_of(timezone.localdate(at))
    before, unsure = queries.letters_gone(by, where, week)
    carrier.open()
    try:
        acts.send_letters(by, where, at=at, post=post, progress=progress)
    finally:
        carrier.close()
    gone, _ = queries.letters_gone(by, where, week)
    told = {"week": week.isoformat(), "sent": gone - before, "before": before, "unsure": unsure}
    put(told, as_json, in_words("cli-letters", **told))


def mail_of(where: Neighbourhood, person: Person, letter: Letter) -> EmailMessage:
    """A letter as plain mail: readable as it is, with nothing in it that is private."""
    origin = settings.ORIGIN or f"http://127.0.0.1:{settings.PORT}"
    today = origin + reverse("today", args=[where.slug])
    own = origin + reverse("letter", args=[where.slug])

    def words(key: str, **values: object) -> str:
        return say(letter.language, key, **values)

    lines = [words("letter-dear", called=letter.called), ""]
    for part, told in (("happened", letter.happened), ("near", letter.near), ("waits", letter.waits)):
        lines += [
            words(f"letter-{part}"),
            *(f"- {one}" for one in told or [words(f"letter-{part}-none")]),
            "",
        ]
    if letter.waits:
        lines += [words("letter-answer", address=today), ""]
    lines += [words("letter-end"), "", words("letter-stop", address=own)]
    return EmailMessage(
        words("letter-subject", name=where.name),
        "\n".join(lines),
        to=[person.account.email] if person.account else [],
        headers={"List-Unsubscribe": f"<{own}>", "Auto-Submitted": "auto-generated"},
    )
