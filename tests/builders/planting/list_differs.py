"""A list that is not the same in two places."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, copied
from builders.planting.sowing import twin
from oneplan.document.schema import Element, PlanDocument

_ITEMS = (
    "Halls open on Sundays",
    "Tools lent for a day",
    "Benches on every path",
    "Choirs in each school",
)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The summary lists an item that the detail lacks, or the other way about."""
    lost = random.choice(_ITEMS)
    rest = tuple(item for item in _ITEMS if item != lost)
    lists = random.choice(((_ITEMS, rest), (rest, _ITEMS)))
    return Planted(_twice(plan, *lists), ("A town that sings",), lost)


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The same items in another order and case."""
    other = tuple(item.upper() for item in random.sample(_ITEMS, k=len(_ITEMS)))
    return twin(Planted(_twice(plan, _ITEMS, other), ()), plan)


def _twice(plan: PlanDocument, summary: tuple[str, ...], detail: tuple[str, ...]) -> PlanDocument:
    changed = copied(plan)
    listed = Element(kind="section", title="A town that sings", children=_lines(summary))
    changed.elements.insert(0, Element(kind="section", title="In short", children=[listed]))
    changed.elements.append(
        Element(kind="section", title="A town that sings", children=_lines(detail))
    )
    return changed


def _lines(items: tuple[str, ...]) -> list[Element]:
    return [Element(kind="section", title=item) for item in items]


PLANT = Plant("list-differs", plant, clean_twin)
