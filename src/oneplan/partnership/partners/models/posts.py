"""Posts, as plans name them, and who has held them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from oneplan.partnership.partners.models.keyed import Keyed
from oneplan.partnership.partners.models.organisations import Organisation


class Post(Keyed):
    """A post by the title that plans print ("Head of Libraries"), in the body that it belongs to."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended = models.DateField(null=True, blank=True)

    class Meta:
        """A body has a post once."""

        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "organisation", "key"], name="post_of_a_body_once"
            ),
            models.UniqueConstraint(
                fields=["partnership", "key"],
                condition=Q(organisation=None),
                name="post_of_no_body_once",
            ),
        ]


class Holding(models.Model):
    """Somebody in a post from one day to another; a person who can sign in, or just a name.

    ``start`` is None where it is not known, ``end`` is the last day, None while they hold it.
    """

    post = models.ForeignKey(Post, models.CASCADE, related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=200)
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)

    class Meta:
        """Nobody leaves before they come."""

        constraints = [
            models.CheckConstraint(
                condition=Q(start=None) | Q(end=None) | Q(end__gte=models.F("start")),
                name="holding_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} holds {self.post}"
