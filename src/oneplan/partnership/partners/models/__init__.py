"""The tables of the room: partnerships and members, bodies, posts, boards, strategies and names."""

from oneplan.partnership.partners.models.boards import Accountability, Board, Seat
from oneplan.partnership.partners.models.names import Alias, Strategy
from oneplan.partnership.partners.models.organisations import Organisation, Succession
from oneplan.partnership.partners.models.partnerships import Membership, Partnership
from oneplan.partnership.partners.models.posts import Holding, Post

__all__ = [
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
