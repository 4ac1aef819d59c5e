"""What was agreed with a dossier goes on when residents or the institution ask for another step: nothing of it is lost
because nobody wrote it down again."""

from datetime import date, datetime
from uuid import uuid4

from django.utils import timezone

from vuurtoren.care.models import Dossier, DossierAnswer, HandOver, Task
from vuurtoren.care.rules import Said, State, Step, check_until
from vuurtoren.language import Refused


def dossier_in_force(task: Task) -> Dossier | None:
    """The dossier of the agreement in force, if it had one."""
    return Dossier.objects.filter(task=task, hand_over__state=State.CARRIED).first()


def asks_otherwise(task: Task, until: date | None, cents_a_year: int | None) -> bool:
    """Is another term or another amount asked than the agreement in force has?"""
    old = dossier_in_force(task)
    had = (old.until, old.cents_a_year) if old else (None, None)
    asked = (until or had[0], had[1] if cents_a_year is None else cents_a_year)
    return asked != had


def goes_on(task: Task, asked: HandOver, until: date | None, cents_a_year: int | None, at: datetime) -> None:
    """With what is asked now goes the dossier in force: its answers, its term and its euros a year unless others are given
    here, and the words that both sides agreed on. Where residents would hold it no longer it ends with the rest."""
    old = dossier_in_force(task)
    given = (until, cents_a_year) != (None, None)
    if old is None or not Step(asked.to_step).handed_over:
        if given:
            raise Refused("care.no_dossier")
        return
    if until and until != old.until:
        check_until(timezone.localdate(at), until)
    answers = old.newest()
    new = Dossier.objects.get(pk=old.pk)
    new.pk, new.key, new.after, new.hand_over = None, uuid4(), old, asked
    new.begun_at = new.sent_at = at
    new.until, new.kept = until or old.until, agreed_words(old)
    new.cents_a_year = old.cents_a_year if cents_a_year is None else cents_a_year
    new.said = new.conditions = new.otherwise = new.reasons = new.talk_to = ""
    new.said_at = new.said_by = None
    new._state.adding = True
    new.save()
    DossierAnswer.objects.bulk_create(
        DossierAnswer(dossier=new, question=one.question, number=1, words=one.words, at=at) for one in answers
    )


def agreed_words(one: Dossier) -> str:
    """What both sides said yes to beside the dossier itself: conditions that were accepted, or how residents wanted it."""
    newest = one.conditions if one.said == Said.YES_IF else one.otherwise
    return "\n\n".join(words for words in (one.kept, newest) if words)
