"""Proposals get a random address instead of the number of their row."""

from typing import Any

from django.db import migrations, models

from vuurtoren.places.models import public_id


def give_addresses(apps: Any, schema_editor: Any) -> None:
    """An address for each proposal that has none yet; safe to run again."""
    proposals = apps.get_model("response", "Proposal").objects.using(schema_editor.connection.alias)
    for one in proposals.filter(public_id=None).only("pk").iterator():
        proposals.filter(pk=one.pk).update(public_id=public_id())


class Migration(migrations.Migration):
    dependencies = [("response", "0003_the_way_between_streets")]

    operations = [
        migrations.AddField(
            "proposal", "public_id", models.CharField(max_length=10, null=True, editable=False)
        ),
        migrations.RunPython(give_addresses, migrations.RunPython.noop),
        migrations.AlterField(
            "proposal",
            "public_id",
            models.CharField(max_length=10, default=public_id, unique=True, editable=False),
        ),
    ]
