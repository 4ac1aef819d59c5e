"""Until now who set a table wrote down who met there."""

from typing import Any

from django.db import migrations
from django.db.models import OuterRef, Subquery


def say_who_wrote(apps: Any, schema_editor: Any) -> None:
    """Safe to do twice: what says so already stays."""
    host = apps.get_model("tables", "Table").objects.filter(pk=OuterRef("table")).values("host")[:1]
    apps.get_model("tables", "Gathering").objects.filter(by=None).update(by=Subquery(host))


class Migration(migrations.Migration):
    dependencies = [("tables", "0010_whoever_was_there_too_is_believed_by_a_yes")]

    operations = [migrations.RunPython(say_who_wrote, migrations.RunPython.noop)]
