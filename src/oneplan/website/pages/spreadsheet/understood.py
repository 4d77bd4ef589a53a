"""What of a typed cell is no date, no sum or no figure: said beside the difference, before it is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from oneplan.partnership.plans.parts.part import Part
from oneplan.website.pages.spreadsheet.items import Item, Sides

_NO_DATE = "No date could be found in what the sheet says: its words are kept as they are"
_NO_FIGURE = "No figure that can be followed could be found in what the sheet says"


def with_what_is_not_understood(items: Iterable[Item], sides: Sides) -> list[Item]:
    """The differences, each with a note of what the plan would hold of it in words alone."""
    return [replace(each, note=". ".join(_notes(each, sides)) or each.note) for each in items]


def _notes(item: Item, sides: Sides) -> Iterator[str]:
    for key, name in sorted(item.places):
        part, before = sides.wanted.get(key), sides.then.get(key)
        if part is None:
            continue
        if part.sort == "action" and name in ("due", ""):
            yield from _of_date(part)
        if part.sort == "action" and name in ("funding", ""):
            yield from _of_money(part, before)
        if part.sort == "measure" and name == "kind":
            yield from _of_figures(before)


def _of_date(part: Part) -> Iterator[str]:
    due = part["due"]
    if due and not (due.get("month") or due.get("period")):
        yield _NO_DATE


def _of_money(part: Part, before: Part | None) -> Iterator[str]:
    known = [each["text"] for each in before["funding"]] if before else []
    for each in part["funding"]:
        if each.get("amount") is None and each["text"] not in known:
            yield f"No amount could be found in “{each['text']}”"


def _of_figures(before: Part | None) -> Iterator[str]:
    if before is not None and before["kind"] == "quantified":
        yield _NO_FIGURE
