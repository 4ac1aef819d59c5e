"""On PostgreSQL the tokens of a gift are made into a vector when they are written, not at every question."""

from django.db import migrations

from vuurtoren.gifts.index import make_index


class Migration(migrations.Migration):
    dependencies = [("gifts", "0006_a_no_outlasts_taking_back")]
    operations = [migrations.RunPython(make_index, migrations.RunPython.noop)]
