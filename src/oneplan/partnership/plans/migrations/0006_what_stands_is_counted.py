"""What stands in a plan is counted in an index, without a look at the parts themselves."""

from django.db import migrations, models

_PARTS = ("element", "statement", "action", "measure", "term", "place", "body")


class Migration(migrations.Migration):
    dependencies = [("plans", "0005_a_reading_is_brought_in_once")]

    operations = [
        migrations.AddIndex(
            model_name=part,
            index=models.Index(fields=["plan", "removed_at"], name=f"{part}_standing"),
        )
        for part in _PARTS
    ]
