"""A small county of made-up children, counted in many overlapping tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

import numpy as np

from builders.attacker import Attacker
from oneplan.evidence.disclosure.clearing import Clearance, clear
from oneplan.evidence.disclosure.counted import (
    CountedCell,
    CountedTable,
    Key,
    Structure,
    key_of,
    without,
)
from oneplan.evidence.disclosure.publications import Publication
from oneplan.evidence.disclosure.rule import SuppressionRule

YEARS = ("2022", "2023", "2024")
AXES: Mapping[str, Sequence[str]] = {
    "area": ("Ashby", "Birch", "Copse", "Dale"),
    "sex": ("Boys", "Girls"),
    "age": ("0 to 4", "5 to 9", "10 to 15"),
    "need": ("Speech", "Autism", "Sight"),
    "year": YEARS,
}
HALVES = {"North": ("Ashby", "Birch"), "South": ("Copse", "Dale")}
MEMBERS: Mapping[str, Mapping[str, Sequence[str]]] = {
    **{name: {member: (member,) for member in members} for name, members in AXES.items()},
    "area": {**{area: (area,) for area in AXES["area"]}, **HALVES},
    "age": {
        **{band: (band,) for band in AXES["age"]},
        "0 to 9": ("0 to 4", "5 to 9"),
        "5 to 15": ("5 to 9", "10 to 15"),
    },
    "year": {**{year: (year,) for year in YEARS}, "2022 to 2024": YEARS},
}
UNDER_FIVE = SuppressionRule("Counts under 5 are withheld", "A made-up source", 5)
_STRUCTURE = Structure(
    parts={"area": HALVES},
    spans={"year": {m: (float(y[0]), float(y[-1]) + 1) for m, y in MEMBERS["year"].items()}},
    apart=frozenset({"year"}),
)


class County:
    """The children of a county in two states of the data: first returns, and late ones added."""

    def __init__(self, seed: int, size: float = 2.0) -> None:
        random = np.random.default_rng(seed)
        shape = [len(members) for members in AXES.values()]
        first = random.poisson(random.gamma(0.7, size, size=shape))
        self._people = {"first": first, "late": first + random.binomial(2, 0.03, size=shape)}

    def count(self, release: str, key: Key) -> int:
        """How many children a cell counts."""
        named = dict(key)
        where = [
            [axis.index(m) for m in (MEMBERS[name][named[name]] if name in named else axis)]
            for name, axis in AXES.items()
        ]
        return int(self._people[release][np.ix_(*where)].sum())

    def table(
        self, title: str, release: str, *, of_all: str = "", **members: Sequence[str]
    ) -> CountedTable:
        """The table of some members of some axes, with the totals of all but the years.

        With ``of_all`` beside each count stands how many there are of whatever member of that axis.
        """
        choices = [(*some, None) if name != "year" else some for name, some in members.items()]
        keys = [
            key_of({n: m for n, m in zip(members, chosen, strict=True) if m is not None})
            for chosen in product(*choices)
        ]
        cells = tuple(
            CountedCell(
                key,
                self.count(release, key),
                self.count(release, without(key, of_all)) if of_all else None,
            )
            for key in keys
        )
        return CountedTable(title, cells, release, _STRUCTURE)

    def pages(self) -> list[CountedTable]:
        """Tables as pages would show them, one after another."""
        areas, sexes, ages, needs = (AXES[name] for name in ("area", "sex", "age", "need"))
        return [
            self.table("All and boys", "first", area=areas, sex=["Boys"], year=YEARS),
            self.table(
                "Bands that overlap", "first", area=areas, age=[*MEMBERS["age"]], year=YEARS
            ),
            self.table("The county's ages", "first", sex=sexes, age=ages, year=YEARS),
            self.table("Years pooled", "first", area=areas, need=needs, year=[*MEMBERS["year"]]),
            self.table("Late returns, by sex", "late", area=areas, sex=sexes, year=YEARS),
            self.table("Late returns, by need", "late", area=areas, need=needs, year=YEARS),
            self.table(
                "One district", "first", area=["Ashby"], sex=sexes, need=needs, year=["2024"]
            ),
        ]

    def set_of_pages(self) -> list[CountedTable]:
        """Tables that come out together: the pages, and others that overlap with them."""
        areas, sexes, needs = (AXES[name] for name in ("area", "sex", "need"))
        return [
            *self.pages(),
            self.table("Halves", "first", area=[*HALVES], age=AXES["age"], sex=sexes, year=YEARS),
            self.table("Girls", "late", area=[*HALVES], sex=["Girls"], need=needs, year=YEARS),
            self.table("Shares", "late", of_all="need", area=areas, need=needs, year=["2023"]),
        ]


def published_in_turn(
    tables: Sequence[CountedTable], rule: SuppressionRule = UNDER_FIVE
) -> list[Clearance]:
    """Each table cleared after those before it were published."""
    earlier: list[Publication] = []
    clearances = []
    for table in tables:
        clearances.append(clear(table, rule, earlier))
        publication = clearances[-1].publication
        if publication is not None:
            earlier.append(publication)
    return clearances


def attacker_of(
    county: County, clearances: Sequence[Clearance], *, only_small_withheld: bool = False
) -> tuple[Attacker, list[tuple[str, Key, np.ndarray]]]:
    """Somebody who saw all the tables, and the sums that were withheld from them.

    With ``only_small_withheld`` nothing but the small counts was withheld: no protection at all.
    """
    attacker = Attacker(AXES, ("first", "late"))
    attacker.knows_that_returns_only_add("first", "late")
    withheld = []
    for clearance in clearances:
        if clearance.publication is None:
            continue
        release = clearance.table.release
        for cell, reason in zip(clearance.table, clearance.reasons, strict=True):
            sum_ = attacker.people(_members(cell.key), release)
            count = county.count(release, cell.key)
            if reason == "small" or (cell.is_withheld and not only_small_withheld):
                attacker.learns(sum_, min(count, 1))
                withheld.append((clearance.table.title, cell.key, sum_))
            else:
                attacker.learns(sum_, count, count)
            if cell.base is not None:
                base = attacker.people(_members(without(cell.key, "need")), release)
                attacker.learns(base, cell.base, cell.base)
    return attacker, withheld


def _members(key: Key) -> dict[str, Sequence[str]]:
    return {name: MEMBERS[name][member] for name, member in key}
