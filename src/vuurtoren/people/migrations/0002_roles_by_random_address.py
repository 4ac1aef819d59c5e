"""Roles get a random address and a place for 'another year, says one of the board'."""

from typing import Any

from django.db import migrations, models

from vuurtoren.places.models import public_id


def give_addresses(apps: Any, schema_editor: Any) -> None:
    """An address for each role that has none yet; safe to run again."""
    roles = apps.get_model("people", "RoleHeld").objects.using(schema_editor.connection.alias)
    for held in roles.filter(public_id=None).only("pk").iterator():
        roles.filter(pk=held.pk).update(public_id=public_id())


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        migrations.AddField("roleheld", "renewal_by", models.UUIDField(null=True)),
        migrations.AddField(
            "roleheld", "public_id", models.CharField(max_length=10, null=True, editable=False)
        ),
        migrations.RunPython(give_addresses, migrations.RunPython.noop),
        migrations.AlterField(
            "roleheld",
            "public_id",
            models.CharField(max_length=10, default=public_id, unique=True, editable=False),
        ),
    ]
