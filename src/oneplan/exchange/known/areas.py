"""England's areas with their codes of two kinds, their years and what came after them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from oneplan.vocabulary.areas import Area


@cache
def known_areas() -> dict[str, Area]:
    """Every area that is known, past ones too, by its GSS code."""
    text = files(__package__).joinpath("areas.tsv").read_text(encoding="utf-8")
    areas = (_area(line.split("\t")) for line in text.splitlines()[1:])
    return {area.code: area for area in areas}


@cache
def areas_by_dfe_code() -> dict[str, Area]:
    """The area that each three-digit code stands for now, or stood for last."""
    newest: dict[str, Area] = {}
    for area in known_areas().values():
        held = newest.get(area.dfe_code or "")
        if area.dfe_code and (held is None or (area.start or 0) > (held.start or 0)):
            newest[area.dfe_code] = area
    return newest


def _area(cells: list[str]) -> Area:
    code, name, dfe_code, start, end, successors, region = cells
    return Area(
        code,
        name,
        dfe_code or None,
        _year(start),
        _year(end),
        tuple(successors.split()),
        region or None,
    )


def _year(text: str) -> int | None:
    return int(text) if text else None
