"""The first tables."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stream", models.CharField(max_length=80)),
                ("number", models.PositiveIntegerField()),
                ("partnership", models.CharField(blank=True, max_length=80)),
                ("at", models.DateTimeField()),
                ("actor_key", models.CharField(max_length=80)),
                ("actor_label", models.CharField(max_length=300)),
                ("operation", models.CharField(max_length=80)),
                ("batch", models.CharField(max_length=32)),
                ("sort", models.CharField(max_length=40)),
                ("subject", models.CharField(max_length=160)),
                ("label", models.CharField(blank=True, max_length=300)),
                ("before", models.JSONField(null=True)),
                ("after", models.JSONField(null=True)),
                ("note", models.TextField(blank=True)),
                ("mark", models.CharField(max_length=64)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["stream", "sort", "subject", "number"], name="event_of_thing"
                    ),
                    models.Index(fields=["partnership", "at"], name="event_of_partnership"),
                    models.Index(fields=["batch"], name="event_of_batch"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("stream", "number"), name="event_numbered_once")
                ],
            },
        ),
    ]
