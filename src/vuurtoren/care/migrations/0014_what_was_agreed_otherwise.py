"""What was answered with yes-if waits for residents, and what another agreement took the place of says so.

Killed midway it can be run again. Way back there is none: the old words for both were not true.
"""

from typing import Any

from django.db import migrations
from django.db.models import Exists, OuterRef, Q


def set_right(apps: Any, schema_editor: Any) -> None:
    """An agreement was replaced if the one that was asked while it held went into force; who gave back ends both."""
    using = schema_editor.connection.alias
    hand_overs = apps.get_model("care", "HandOver").objects.using(using)
    hand_overs.filter(state="asked", side="residents", dossier__said="yes_if").update(state="yes_if")
    later = hand_overs.filter(
        task=OuterRef("task"),
        asked_at__gt=OuterRef("asked_at"),
        asked_at__lte=OuterRef("ended_at"),
        state__in=["carried", "ended", "replaced"],
    )
    together_again = Q(to_step__lte=3)
    replaced = hand_overs.filter(state="ended").filter(Exists(later) | together_again)
    hand_overs.filter(pk__in=list(replaced.values_list("pk", flat=True))).update(state="replaced")


class Migration(migrations.Migration):
    dependencies = [("care", "0013_what_was_answered_with_yes_if")]

    operations = [migrations.RunPython(set_right, migrations.RunPython.noop)]
