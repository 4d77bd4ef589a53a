"""Which way is good, where the groups of an indicator are definitions of their own that differ in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from oneplan.evidence.definitions import Definition
from oneplan.evidence.observations.groups import dimensions_of
from oneplan.evidence.scoring.small_tables import GOOD, Keys

ByGroup = Mapping[tuple[str, str], Definition]


def good_way(
    codes: Sequence[str], keys: Keys, definitions: Mapping[str, Definition], by_group: ByGroup
) -> str:
    """The expression of an observation's good way: 1 high, -1 low, NULL where nobody judges.

    A group goes by the definition of a group that it is part of: girls of those in care by that of
    those in care.
    """
    whens = [
        f"WHEN e.i = {indicator} AND e.g = {group} THEN {GOOD.get(polarity or '', 'NULL')}"
        for indicator, group, polarity in _differing(codes, keys, definitions, by_group)
    ]
    return f"CASE {' '.join(whens)} ELSE d.good END" if whens else "d.good"


def differing_polarities(
    code: str, definition: Definition | None, by_group: ByGroup
) -> dict[str, str | None]:
    """The polarities of an indicator's groups where they are not its own, by group."""
    own = definition.polarity if definition else None
    return {
        group: said.polarity
        for (of, group), said in by_group.items()
        if of == code and group and said.polarity != own
    }


def _differing(
    codes: Sequence[str], keys: Keys, definitions: Mapping[str, Definition], by_group: ByGroup
) -> list[tuple[int, int, str | None]]:
    found = []
    shared = {code for code, group in by_group if group}
    for code in sorted(shared.intersection(codes)):
        polarities = differing_polarities(code, definitions.get(code), by_group)
        wholes = sorted(
            ((dimensions_of(group).items(), said) for group, said in polarities.items()),
            key=lambda whole: -len(whole[0]),
        )
        place = keys.indicators.index(code)
        for number, group in enumerate(keys.groups):
            parts = dimensions_of(group).items()
            said = next(((way,) for whole, way in wholes if whole <= parts), None)
            if said:
                found.append((place, number, said[0]))
    return found
