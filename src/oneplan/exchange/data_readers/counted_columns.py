"""Which columns of a table of counts are counts, bases, figures worked out from them, and dimensions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from oneplan.exchange.data_readers.dimensions import dimension_name
from oneplan.exchange.data_readers.period_labels import read_period
from oneplan.exchange.data_readers.rows import UnreadableTable

Row = Mapping[str, str]

_COUNTS = (
    "count",
    "numerator",
    "number",
    "n",
    "responses",
    "respondents",
    "answers",
    "cases",
    "children",
    "pupils",
    "people",
    "persons",
    "value",
)
_BASES = ("base", "denominator", "out of", "cohort")
_PUBLIC_BASES = ("population",)
_FIGURE = re.compile(
    r"%|\b(?:per ?cent(?:age)?|pct|rate|share|proportion|ratio|lower|upper|limit|confidence|ci|average"
    r"|mean|rank|rounded|change|difference|value)\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"(?:time ?period|period|year|years|academic year|financial year|calendar year|quarter|month|date"
    r"|indicator|indicator (?:code|id|name)|measure|question|release)",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"\b(?:age|period|year|years|quarter|month|date|decile|quintile|quartile|code|id|key stage|grade"
    r"|level|group|band|ward|lsoa|msoa|stage)\b"
)
"""Words in the header of a column whose numbers are names of members."""
_NUMBER = re.compile(r"[-−+]?[\d,]*\.?\d+%?")
_STATUS = ("status",)
_CODE = re.compile(r" (?:code|id)$")
_NAMING = re.compile(r" (?:code|id|name|label)$")
_PERIOD = re.compile(r"(?:time ?period|period|(?:academic |financial |calendar )?years?)")


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column is, ``dimensions`` by their header; ``apart`` have no everyone, as years have not."""

    count: str | None = None
    base: str | None = None
    figures: tuple[str, ...] = ()
    dimensions: Mapping[str, str] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()
    base_is_public: bool = False


def columns_of(rows: Sequence[Row], wanted: Columns) -> Columns:
    """What the columns of some rows are, by what is said beforehand and by their headers.

    A code beside a name is one dimension with it.

    Raises:
        UnreadableTable: there are no rows, a column that is named is not there, or none holds counts.
    """
    if not rows:
        raise UnreadableTable("The table has a header and no rows.", "Give it a row for each cell.")
    headers = list(rows[0])
    for name in (wanted.count, wanted.base, *wanted.figures):
        if name is not None and name not in headers:
            raise UnreadableTable(
                f"There is no column {name!r}.", f"The columns: {', '.join(headers)}."
            )
    taken = {wanted.count, wanted.base, *wanted.figures}
    base = wanted.base or _first(headers, (*_BASES, *_PUBLIC_BASES), taken)
    figures = [
        name
        for name in headers
        if name in wanted.figures or (name not in {*taken, base} and _is_figure(name, rows))
    ]
    shares = base is not None and any("%" in name or "cent" in name.casefold() for name in figures)
    count = wanted.count or _first(headers, _COUNTS, {*taken, base})
    if count is None and not shares:
        raise UnreadableTable(
            "No column holds counts.", "Call it count, or name it with --count COLUMN."
        )
    figures = [name for name in figures if name != count]
    others = [name for name in headers if name not in {count, base, *figures, *_STATUS}]
    dimensions = _without_aliases(others)
    return Columns(
        count=count,
        base=base,
        figures=tuple(figures),
        dimensions=dimensions,
        apart=frozenset(d for name, d in dimensions.items() if _APART.fullmatch(_plain(name))),
        base_is_public=base is not None and _plain(base) in _PUBLIC_BASES,
    )


def _is_figure(name: str, rows: Sequence[Row]) -> bool:
    """Whether a column holds figures: its header says so, or it holds numbers that are no labels."""
    plain = _plain(name)
    if _FIGURE.search(plain):
        return True
    if plain in (*_COUNTS, *_BASES, *_PUBLIC_BASES) or _LABELS.search(plain):
        return False
    cells = {row[name].strip() for row in rows} - {""}
    numbers = sum(_NUMBER.fullmatch(cell) is not None for cell in cells)
    return numbers * 2 > len(cells)


def _plain(header: str) -> str:
    return " ".join(re.sub(r"[^\w%]+|_", " ", header.casefold()).split())


def _first(headers: Sequence[str], words: Sequence[str], taken: set[str | None]) -> str | None:
    by_plain = {_plain(name): name for name in reversed(headers) if name not in taken}
    return next((by_plain[word] for word in words if word in by_plain), None)


def _without_aliases(names: Sequence[str]) -> dict[str, str]:
    """The columns with the dimension that each is, a name rather than a code where both stand there."""
    kept: dict[str, str] = {}
    for name in sorted(names, key=lambda name: bool(_CODE.search(_plain(name)))):
        kept.setdefault(dimension_of(name), name)
    return {name: one for name in names for one, of in kept.items() if of == name}


def dimension_of(header: str) -> str:
    """What a dividing column is called in every table: "Gender" is sex, "Academic year" is period."""
    plain = _NAMING.sub("", _plain(header))
    return "period" if _PERIOD.fullmatch(plain) else dimension_name(plain)


def everyone_by_sum(
    name: str, keys: Sequence[Mapping[str, str]], counts: Sequence[int | None]
) -> str | None:
    """The one member that mostly is the sum of all others of its dimension; None if none or two are.

    So "Thornshire" is known for the total of its districts without being told, even where one of the
    counts is wrong.
    """
    contexts: dict[tuple[tuple[str, str], ...], dict[str, int | None]] = {}
    for key, count in zip(keys, counts, strict=True):
        rest = tuple((n, m) for n, m in key.items() if n != name)
        contexts.setdefault(rest, {})[key[name]] = count
    sums: Counter[str] = Counter()
    compared: Counter[str] = Counter()
    for members in contexts.values():
        known = {member: count for member, count in members.items() if count is not None}
        together = sum(known.values())
        if len(known) < len(members) or len(members) < 3 or not together:
            continue
        compared.update(known.keys())
        sums.update(member for member, count in known.items() if 2 * count == together)
    found = [member for member, times in sums.items() if 2 * times >= compared[member]]
    return found[0] if len(found) == 1 else None


def spans_of_periods(
    keys: Sequence[Mapping[str, str]], apart: frozenset[str]
) -> dict[str, dict[str, tuple[float, float]]]:
    """The first and last days of the periods in columns without an everyone, as day numbers."""
    found: dict[str, dict[str, tuple[float, float]]] = {}
    for name in apart:
        spans = {}
        for label in {key[name] for key in keys if name in key}:
            period = read_period(label)
            if period is not None:
                after = period.end + timedelta(days=1)
                spans[label] = float(period.start.toordinal()), float(after.toordinal())
        if spans:
            found[name] = spans
    return found
