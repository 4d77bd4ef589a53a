"""Findings that were accepted, and those that were given to somebody."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0002_parts_links_versions_and_imports"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AcceptedFinding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fingerprint", models.CharField(max_length=40)),
                ("rule", models.CharField(max_length=80)),
                ("where", models.TextField(blank=True)),
                ("by_key", models.CharField(max_length=80)),
                ("by_label", models.CharField(max_length=300)),
                ("at", models.DateTimeField()),
                ("reason", models.TextField()),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="plans.plan",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan", "fingerprint"), name="acceptedfinding_said_once_of_finding"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="GivenFinding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fingerprint", models.CharField(max_length=40)),
                ("rule", models.CharField(max_length=80)),
                ("where", models.TextField(blank=True)),
                ("by_key", models.CharField(max_length=80)),
                ("by_label", models.CharField(max_length=300)),
                ("at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="plans.plan",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan", "fingerprint"), name="givenfinding_said_once_of_finding"
                    )
                ],
            },
        ),
    ]
