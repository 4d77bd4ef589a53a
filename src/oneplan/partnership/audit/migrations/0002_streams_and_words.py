"""How far each history goes, and the words an event is found by."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Stream",
            fields=[
                ("name", models.CharField(max_length=80, primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField(default=0)),
                ("mark", models.CharField(blank=True, max_length=64)),
                ("verified_number", models.PositiveIntegerField(default=0)),
                ("verified_mark", models.CharField(blank=True, max_length=64)),
                ("verified_at", models.DateTimeField(null=True)),
                ("verified_by", models.CharField(blank=True, max_length=300)),
            ],
        ),
        migrations.RemoveIndex(
            model_name="event",
            name="event_of_partnership",
        ),
        migrations.AddField(
            model_name="event",
            name="words",
            field=models.TextField(blank=True),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["partnership", "at", "id"], name="event_of_partnership"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["partnership", "sort"], name="event_of_sort"),
        ),
    ]
