"""Sessions in the database, as Django keeps them; only the question for one is made ready."""

from datetime import datetime
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from vuurtoren.journal.ready import ready


class SessionStore(db.SessionStore):
    """A session that has ended or is unknown gives its key up, like everywhere in Django."""

    def _get_session_from_db(self) -> Any:
        found = _kept(key=self.session_key, at=timezone.now())
        if found:
            return found[0]
        self._session_key = None
        return None


@ready
def _kept(key: str, at: datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=at)
