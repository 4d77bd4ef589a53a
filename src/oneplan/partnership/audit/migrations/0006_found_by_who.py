"""What somebody did is found in the order of time, and who did something at all without reading events."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("audit", "0005_sorts_by_time")]

    operations = [
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                fields=["partnership", "actor_label", "at", "id"], name="event_of_actor"
            ),
        ),
    ]
