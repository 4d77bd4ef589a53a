"""Strategies, and what the names that plans print have been settled to mean."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from oneplan.partnership.partners.models.boards import Board
from oneplan.partnership.partners.models.keyed import Keyed
from oneplan.partnership.partners.models.organisations import Organisation
from oneplan.partnership.partners.models.partnerships import Partnership
from oneplan.partnership.partners.models.posts import Post
from oneplan.partnership.partners.naming.names import LONGEST_NAME, Printed


class Strategy(Keyed):
    """A plan or strategy that actions are linked with, whether it is held here or not."""

    owner = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        """One title, one strategy."""

        constraints = [
            models.UniqueConstraint(fields=["partnership", "key"], name="strategy_named_once")
        ]


class Alias(models.Model):
    """What a name means that plans print among their partners, leads, groups or strategies."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in Printed])
    text = models.CharField(max_length=LONGEST_NAME)
    key = models.CharField(max_length=LONGEST_NAME)
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, blank=True, related_name="+"
    )
    post = models.ForeignKey(Post, models.CASCADE, null=True, blank=True, related_name="+")
    board = models.ForeignKey(Board, models.CASCADE, null=True, blank=True, related_name="+")
    strategy = models.ForeignKey(Strategy, models.CASCADE, null=True, blank=True, related_name="+")

    class Meta:
        """A printed name means one thing, and exactly one."""

        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "kind", "key"], name="alias_means_one_thing"
            ),
            models.CheckConstraint(
                condition=Q(organisation__isnull=False, post=None, board=None, strategy=None)
                | Q(organisation=None, post__isnull=False, board=None, strategy=None)
                | Q(organisation=None, post=None, board__isnull=False, strategy=None)
                | Q(organisation=None, post=None, board=None, strategy__isnull=False),
                name="alias_of_exactly_one",
            ),
        ]

    def __str__(self) -> str:
        return self.text
