"""Each side has its own no, and the other is asked on. What had ended by a no so far has simply ended."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("gifts", "0003_where_gifts_lead")]

    operations = [
        migrations.RenameField("introduction", "no_at", "ended_at"),
        migrations.AddField("introduction", "gift_no_at", models.DateTimeField(null=True)),
        migrations.AddField("introduction", "looking_no_at", models.DateTimeField(null=True)),
    ]
