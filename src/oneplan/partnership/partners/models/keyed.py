"""What is known by a name: the name and the key by which it is found again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models

from oneplan.partnership.partners.models.partnerships import Partnership
from oneplan.partnership.partners.naming.names import LONGEST_NAME, key_of


class Keyed(models.Model):
    """Something of a partnership that has a name; ``key`` is the name but for capitals and signs."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="+")
    name = models.CharField(max_length=LONGEST_NAME)
    key = models.CharField(max_length=LONGEST_NAME, editable=False)

    class Meta:
        """Each sort of thing has its own table."""

        abstract = True

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves the name with its key."""
        self.key = key_of(self.name)
        fields: Iterable[str] | None = kwargs.get("update_fields")
        if fields is not None and "name" in fields:
            kwargs["update_fields"] = {*fields, "key"}
        super().save(*args, **kwargs)
