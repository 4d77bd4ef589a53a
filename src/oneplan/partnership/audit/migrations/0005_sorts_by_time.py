"""Events of one sort are found in the order of time, without looking at the others."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("audit", "0004_not_deleted")]

    operations = [
        migrations.RemoveIndex(model_name="event", name="event_of_sort"),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["partnership", "sort", "at", "id"], name="event_of_sort"),
        ),
    ]
