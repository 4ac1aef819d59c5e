"""Who leads a team, for their institution."""

from datetime import datetime

from django.db import transaction

from vuurtoren.journal.acts import record
from vuurtoren.journal.alone import alone
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.models import Work
from vuurtoren.people.rules import Viewer
from vuurtoren.stay import moments
from vuurtoren.stay.models import Lead


@transaction.atomic
def set_lead(by: Viewer, work: Work, *, yes: bool, at: datetime) -> Moment:
    """Somebody leads the team of their institution here, or does so no longer. Once is as good as twice."""
    by.must("professional.come", work.institution.neighbourhood.key)
    now = alone(Work.objects.select_related("person", "institution__neighbourhood"), work.pk)
    if now is None:
        raise Refused("stay.not_here")
    if yes:
        Lead.objects.get_or_create(work=now)
    else:
        Lead.objects.filter(work=now).delete()
    where = now.institution.neighbourhood.key
    return record(
        moments.LEADS, neighbourhood=where, at=at, who=by.person, about=now.institution.key, yes=yes
    )
