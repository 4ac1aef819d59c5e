"""Whoever leads a team may say that somebody leaves; that one is asked whether it is so."""

from typing import Any

from django.db import migrations, models


def said_themselves(apps: Any, schema_editor: Any) -> None:
    """Nobody is asked about a leaving that was agreed before this question existed. Twice is once."""
    departures = apps.get_model("stay", "Departure").objects.filter(said_on=None, not_so_on=None)
    departures.update(said_on=models.F("announced_on"))


class Migration(migrations.Migration):
    dependencies = [("stay", "0003_leaving")]
    operations = [
        migrations.AddField("departure", "said_on", models.DateField(null=True)),
        migrations.AddField("departure", "not_so_on", models.DateField(null=True)),
        migrations.RunPython(said_themselves, migrations.RunPython.noop),
    ]
