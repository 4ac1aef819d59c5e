"""What is written beside principles: rules they replaced, what happened after, who may be talked to, words that stay."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.light import moments
from vuurtoren.light.acts.common import myself, standing, tell
from vuurtoren.light.models import After, Excepted, Principle, ReplacedRule, TalkTo
from vuurtoren.light.rules import LONGEST_AFTER, LONGEST_FOUND, check_line, check_rule
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood


@transaction.atomic
def keep_rule(
    by: Viewer, principle: Principle, *, rule: str, whose: str, replaced_on: date, at: datetime
) -> Moment:
    """A rule that made room for this principle, whose it was and since when."""
    by.must("principle.propose", principle.neighbourhood.key)
    one = standing(principle, principle.neighbourhood)
    rule, whose = check_rule(rule, whose, replaced_on, timezone.localdate(at))
    made = ReplacedRule.objects.create(
        principle=one, rule=rule, whose=whose, replaced_on=replaced_on, by=myself(by)
    )
    return tell(moments.RULE_KEPT, by, one.neighbourhood, at, made.key)


@transaction.atomic
def tell_after(by: Viewer, rule: ReplacedRule, *, words: str, at: datetime) -> Moment:
    """What happened after a rule was replaced, also when it did not go well."""
    where = rule.principle.neighbourhood
    by.must("principle.propose", where.key)
    found = ReplacedRule.objects.select_for_update().filter(pk=rule.pk).first()
    if found is None:
        raise Refused("light.rule_gone")
    words = check_line(words, LONGEST_AFTER)
    After.objects.create(rule=found, words=words, on=timezone.localdate(at), by=myself(by))
    return tell(moments.AFTER_TOLD, by, where, at, found.key)


@transaction.atomic
def be_found(by: Viewer, where: Neighbourhood, *, yes: bool, found: str = "", at: datetime) -> Moment:
    """A host or builder says of themselves: where the house says no, name me, and this is where I am found; or no more."""
    by.must("talk.be_found", where.key)
    me = myself(by)
    found = check_line(found, LONGEST_FOUND, empty=True)
    if yes:
        TalkTo.objects.update_or_create(
            neighbourhood=where,
            person=me,
            defaults={"found": found},
            create_defaults={"found": found, "since": at},
        )
    else:
        TalkTo.objects.filter(neighbourhood=where, person=me).delete()
    return tell(moments.TO_TALK_TO, by, where, at, yes=yes)


@transaction.atomic
def leave_principle_words(by: Viewer, person: Person, where: Neighbourhood, *, at: datetime) -> Moment:
    """What somebody wrote about exceptions and rules stays, without its writer: asked before one is forgotten."""
    by.must("self.profile", where.key, concerned=by.person == person.key)
    me = Person.objects.select_for_update().filter(pk=person.pk).first()
    if me is None:
        raise Refused("people.forgotten")
    for kind in (Excepted, ReplacedRule, After):
        kind.objects.filter(by=me).update(by=None)
    return tell(moments.WORDS_STAY, by, where, at, me.key)
