"""Boards and groups: to whom they answer and who sits on them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from oneplan.partnership.partners.models.keyed import Keyed
from oneplan.partnership.partners.models.organisations import Organisation
from oneplan.partnership.partners.models.partnerships import Partnership
from oneplan.partnership.partners.models.posts import Post


class Board(Keyed):
    """A board, partnership, forum or working group that meets."""

    kind = models.CharField(max_length=40, blank=True)
    ended = models.DateField(null=True, blank=True)

    class Meta:
        """One name, one board."""

        constraints = [
            models.UniqueConstraint(fields=["partnership", "key"], name="board_named_once")
        ]


class Accountability(models.Model):
    """One board answers to another."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="+")
    board = models.ForeignKey(Board, models.CASCADE, related_name="+")
    to = models.ForeignKey(Board, models.CASCADE, related_name="+")

    class Meta:
        """Said once, and no board answers to itself."""

        constraints = [
            models.UniqueConstraint(fields=["board", "to"], name="accountability_said_once"),
            models.CheckConstraint(
                condition=~Q(board=models.F("to")), name="accountability_of_two"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.board} answers to {self.to}"


class Seat(models.Model):
    """A body, a post or a person on a board, as its chair or a member, from one day to another.

    A person is one who can sign in, or just a name; a body or post leaves the name empty.
    """

    board = models.ForeignKey(Board, models.CASCADE, related_name="+")
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, blank=True, related_name="+"
    )
    post = models.ForeignKey(Post, models.CASCADE, null=True, blank=True, related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=20, default="member")
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)

    class Meta:
        """One sits in each seat: a body, a post or somebody by name."""

        constraints = [
            models.CheckConstraint(
                condition=(Q(organisation=None) & Q(post=None) & ~Q(name=""))
                | (Q(organisation__isnull=False) & Q(post=None) & Q(name=""))
                | (Q(organisation=None) & Q(post__isnull=False) & Q(name="")),
                name="seat_of_one",
            ),
            models.CheckConstraint(
                condition=Q(start=None) | Q(end=None) | Q(end__gte=models.F("start")),
                name="seat_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name or self.post or self.organisation} sits on {self.board}"
