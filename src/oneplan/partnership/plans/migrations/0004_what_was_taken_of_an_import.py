"""Beside each document that was brought in: what the plan took of it, and what it left."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_what_was_said_of_findings")]

    operations = [
        migrations.AddField(model_name="import", name="base", field=models.JSONField(null=True)),
        migrations.AddField(model_name="import", name="left", field=models.JSONField(null=True)),
    ]
