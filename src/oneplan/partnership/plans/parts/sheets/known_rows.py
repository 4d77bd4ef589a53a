"""Which row that came back is which part: by its key, else by its reference, else by what it says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from oneplan.exchange.sheets.book import ReadRow, as_cell, from_cell
from oneplan.partnership.plans.parts.part import Part
from oneplan.partnership.plans.parts.sheets.columns import KEY
from oneplan.partnership.plans.parts.sheets.places import folded

By = tuple[Callable[[ReadRow], str], Callable[[Part], str]]
"""How a row and a part are called alike."""


def known_rows(
    rows: Sequence[ReadRow], parts: Sequence[Part], says: By, also: Sequence[By] = ()
) -> list[Part | None]:
    """For each row the part that it is, None for a new one; no part is two rows.

    Of rows with the same key (one was copied) that is the part which still ``says`` the same. ``also``
    is tried before the text, for rows without a key of the plan.
    """
    by_key = {from_cell(as_cell(part.key)): part for part in parts}
    found: list[Part | None] = [None] * len(rows)
    with_key: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        if row[KEY] in by_key:
            with_key[row[KEY]].append(place)
    for key, places in with_key.items():
        said = folded(says[1](by_key[key]))
        same = (place for place in places if folded(says[0](rows[place])) == said)
        found[next(same, places[0])] = by_key[key]
    strangers = [place for place, row in enumerate(rows) if row[KEY] not in by_key]
    for by in (*also, says):
        _know(found, strangers, rows, parts, by)
    return found


def _know(
    found: list[Part | None],
    strangers: Iterable[int],
    rows: Sequence[ReadRow],
    parts: Sequence[Part],
    by: By,
) -> None:
    """Finds for rows without a part the one that is called the same, where no other is."""
    taken = {part.key for part in found if part}
    left = {
        part.key: name for part in parts if part.key not in taken and (name := folded(by[1](part)))
    }
    open_rows = {
        place: name
        for place in strangers
        if not found[place] and (name := folded(by[0](rows[place])))
    }
    once = Counter(left.values())
    asked = Counter(open_rows.values())
    by_name = {name: key for key, name in left.items() if once[name] == 1}
    by_key = {part.key: part for part in parts}
    for place, name in open_rows.items():
        if name in by_name and asked[name] == 1:
            found[place] = by_key[by_name[name]]
