"""The database refuses to change or remove a moment."""

from django.db import migrations

from vuurtoren.journal.triggers import drop_triggers, raise_triggers


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]

    operations = [migrations.RunPython(raise_triggers, drop_triggers)]
