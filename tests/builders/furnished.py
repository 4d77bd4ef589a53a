"""A partnership with something of every sort, through the operations that people use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from builders.partnerships import NOON, bodies
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.names import Printed, Sort, Thing
from oneplan.partnership.partners.operations.boards import add_board, add_seat, answer_to
from oneplan.partnership.partners.operations.organisations import end_organisation
from oneplan.partnership.partners.operations.posts import add_holding, add_post
from oneplan.partnership.partners.operations.settling import Choice, settle_names
from oneplan.partnership.partners.operations.strategies import add_strategy
from oneplan.partnership.partners.queries.names_found import all_names
from oneplan.partnership.partners.rules import Sitter

MERGED = date(2022, 7, 1)


@dataclass(frozen=True, slots=True)
class Furnished:
    """What was made, by its numbers."""

    council: int
    trust: int
    care_board: int
    post: int
    vacant: int
    holding: int
    board: int
    group: int
    seat: int
    strategy: int
    name: int


def furnished(by: Member, more: int = 0) -> Furnished:
    """A council, a trust that a care board followed, posts, boards that answer, a strategy, names.

    ``more`` is how many further bodies there are; the first forty have a post, a board and a seat each.
    """
    council, trust, care_board = bodies(
        by, "Fenshire Council", "Fenland Trust", "Fenland Care Board"
    )
    end_organisation(organisation=trust, on=MERGED, successors=[care_board], by=by, at=NOON)
    post = add_post(title="Head of Rivers", organisation=council, by=by, at=NOON)
    vacant = add_post(title="Head of Nursing", organisation=trust, by=by, at=NOON)
    holding = add_holding(post=post, name="Cedar", start=MERGED, by=by, at=NOON)
    board, group = (add_board(name=name, by=by, at=NOON) for name in ("Flood Board", "Dyke Group"))
    answer_to(board=group, boards=[board], by=by, at=NOON)
    seat = add_seat(board=board, who=Sitter(post=post), role="chair", by=by, at=NOON)
    add_seat(board=board, who=Sitter(organisation=trust), end=MERGED, by=by, at=NOON)
    strategy = add_strategy(title="Dry Feet", owner=council, by=by, at=NOON)
    printed = Choice(Printed.PARTNER, "Fens CC", Thing(Sort.ORGANISATION, council))
    settle_names(choices=[printed], by=by, at=NOON)
    parishes = bodies(by, *(f"Parish {each}" for each in range(more)))
    for number, body in enumerate(parishes[:40]):
        add_post(title=f"Clerk {number}", organisation=body, by=by, at=NOON)
        own = add_board(name=f"Parish Board {number}", by=by, at=NOON)
        answer_to(board=own, boards=[board], by=by, at=NOON)
        add_seat(board=board, who=Sitter(organisation=body), by=by, at=NOON)
    (name,) = all_names(by.partnership, 0, 2)
    return Furnished(
        council, trust, care_board, post, vacant, holding, board, group, seat, strategy, name.id
    )
