"""Each institution has a term of its own for its decision on a challenge."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_roles_by_random_address"),
    ]

    operations = [
        migrations.AddField(
            model_name="institution",
            name="answers_within",
            field=models.PositiveSmallIntegerField(default=10),
        ),
    ]
