"""Which reading of a file each document came from: none is brought in twice."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0004_what_was_taken_of_an_import")]

    operations = [
        migrations.AddField(
            model_name="import",
            name="reading",
            field=models.CharField(blank=True, default="", max_length=40),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="import",
            constraint=models.UniqueConstraint(
                condition=models.Q(("reading", ""), _negated=True),
                fields=("reading",),
                name="reading_brought_in_once",
            ),
        ),
    ]
