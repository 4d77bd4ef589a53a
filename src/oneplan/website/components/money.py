"""What an action says of money: an amount, a fund without one, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from oneplan.document.schema import Action
from oneplan.website.wording import pounds, spelled

Stated = Literal["amount", "fund", "nothing"]


def stated(action: Action) -> Stated:
    """What the action says of money."""
    if any(money.amount is not None for money in action.funding):
        return "amount"
    return "fund" if action.funding else "nothing"


@dataclass(frozen=True, slots=True)
class MoneyCells:
    """A cell for each action, those with an amount first, and how many have one."""

    cells: tuple[Stated, ...]
    amounts: int
    funds: int
    nothing: int

    @property
    def in_words(self) -> str:
        """ "4 of 9"."""
        return f"{self.amounts} of {len(self.cells)}"


def money_cells(actions: Iterable[Action]) -> MoneyCells:
    """The actions' money as cells."""
    counts = Counter(stated(action) for action in actions)
    order: tuple[Stated, ...] = ("amount", "fund", "nothing")
    cells = tuple(kind for kind in order for _ in range(counts[kind]))
    return MoneyCells(cells, counts["amount"], counts["fund"], counts["nothing"])


@dataclass(frozen=True, slots=True)
class MoneyFact:
    """An action's money in words, with a note that says where it comes from."""

    value: str
    note: str


def money_fact(action: Action) -> MoneyFact:
    """The sum where every part has an amount in one currency; else what is known and what is not."""
    if not action.funding:
        return MoneyFact("Not stated", "The plan names no money")
    amounts = [money for money in action.funding if money.amount is not None]
    if not amounts:
        return MoneyFact("No amount stated", action.funding[0].label or action.funding[0].text)
    if len(amounts) == 1 == len(action.funding):
        label = amounts[0].label
        return MoneyFact(pounds(amounts[0].amount or 0, amounts[0].currency), label or "One amount")
    if len({money.currency for money in amounts}) == 1 and len(amounts) == len(action.funding):
        total = sum(money.amount or 0 for money in amounts)
        words = f"From {spelled(len(amounts))} amounts, all stated"
        return MoneyFact(pounds(total, amounts[0].currency), words)
    listed = " + ".join(pounds(money.amount or 0, money.currency) for money in amounts)
    return MoneyFact(listed, "Not the whole: more is named without an amount")
