from django.db import migrations, models


class Migration(migrations.Migration):
    """What was started before this was known counts as shared: who else was in it is kept nowhere."""

    dependencies = [("initiatives", "0003_roles")]

    operations = [
        migrations.AddField(
            model_name="initiative",
            name="shared",
            field=models.BooleanField(default=True),
        ),
        migrations.AlterField(
            model_name="initiative",
            name="shared",
            field=models.BooleanField(default=False),
        ),
    ]
