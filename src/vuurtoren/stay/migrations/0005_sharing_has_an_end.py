"""What a professional shares of their days goes on with the days and ends; it was a period that did neither."""

from typing import Any

from django.db import migrations, models


def ask_anew(apps: Any, schema_editor: Any) -> None:
    """A yes to days that are over is no yes to days to come: who shared is asked anew. Twice is once."""
    apps.get_model("stay", "DaysShared").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("stay", "0004_leaving_is_asked")]
    operations = [
        migrations.RunPython(ask_anew, migrations.RunPython.noop),
        migrations.RemoveField("daysshared", "first"),
        migrations.RemoveField("daysshared", "last"),
        migrations.AddField(
            "daysshared", "length", models.PositiveSmallIntegerField(default=28), preserve_default=False
        ),
        migrations.AddField(
            "daysshared", "until", models.DateField(default="2026-01-01"), preserve_default=False
        ),
    ]
