"""A house some days later, for stories in which years pass: in the processes of `House.later` alone, since only those
have this folder on their path."""

import os
from datetime import timedelta

from django.utils import timezone

_now, _later = timezone.now, timedelta(days=int(os.environ.get("VUURTOREN_TEST_DAYS_LATER", "0")))
timezone.now = lambda: _now() + _later
