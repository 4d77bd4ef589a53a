"""The tables of the room: partnerships and members, bodies, posts, boards, strategies and names."""

from __future__ import annotations

from collections.abc import Mapping

from oneplan.partnership.partners.models.boards import Accountability, Board, Seat
from oneplan.partnership.partners.models.names import Alias, Strategy
from oneplan.partnership.partners.models.organisations import Organisation, Succession
from oneplan.partnership.partners.models.partnerships import Membership, Partnership
from oneplan.partnership.partners.models.posts import Holding, Post
from oneplan.partnership.partners.naming.names import Sort

MODELS: Mapping[Sort, type[Organisation] | type[Post] | type[Board] | type[Strategy]] = {
    Sort.ORGANISATION: Organisation,
    Sort.POST: Post,
    Sort.BOARD: Board,
    Sort.STRATEGY: Strategy,
}
"""The table of each sort of thing that a name can mean."""

__all__ = [
    "MODELS",
    "Accountability",
    "Alias",
    "Board",
    "Holding",
    "Membership",
    "Organisation",
    "Partnership",
    "Post",
    "Seat",
    "Strategy",
    "Succession",
]
