"""The first kind of task: picking litter. More kinds are data, not code."""

from typing import Any

from django.db import migrations

LITTER = {"nl": "zwerfvuil prikken", "en": "picking litter"}


def add_litter(apps: Any, schema_editor: Any) -> None:
    apps.get_model("care", "TaskKind").objects.get_or_create(code="litter", defaults={"names": LITTER})


class Migration(migrations.Migration):
    dependencies = [("care", "0001_initial")]

    operations = [migrations.RunPython(add_litter, migrations.RunPython.noop)]
