from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0004_shared")]

    operations = [
        migrations.AddField(
            model_name="question",
            name="cents",
            field=models.PositiveBigIntegerField(null=True),
        ),
    ]
