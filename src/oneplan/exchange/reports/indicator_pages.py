"""The catalogue of indicators explained: one for a terminal, all of them as the reference page."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby

from oneplan.evidence.definitions import Definition, IndicatorKind, Method, Series

_WIDTH = 88
_KINDS: dict[IndicatorKind, str] = {
    "proportion": "a share",
    "rate": "a rate",
    "standardised_rate": "a standardised rate",
    "mean": "a mean",
    "count": "a count",
    "value_only": "a value without counts",
}
_METHODS: dict[Method, str] = {
    "wilson": "interval by Wilson's method",
    "poisson": "interval of a Poisson count (exact below 10, Byar's above)",
    "dobson": "interval by Dobson's method",
    "student_t": "interval by Student's t",
    "published": "interval as published, where there is one",
    "none": "no interval: ranked, never tested",
}
_GOOD = {"high": "high is good", "low": "low is good", "none": "neither high nor low is good"}
_YEARS = {
    "academic": "academic years",
    "financial": "financial years",
    "calendar": "calendar years",
    "reporting_day": "one day in the year",
}

_OPENING = """# The indicators of the catalogue

Made from the catalogue itself; do not edit by hand. `oneplan indicators CODE` shows the same, and
`oneplan indicators "NI 72"` what has come after an old National Indicator.

A *series* is the name under which `oneplan observations` keeps the figures of a published file. For a
*break* figures from that day on are not comparable with those before: no trend is tested across it.
"""


def indicator_as_text(definition: Definition) -> str:
    """One indicator for a terminal, at most 88 characters wide."""
    lines = [f"{definition.code} – {definition.name}"]
    for label, text in _facts(definition):
        lines.append(
            textwrap.fill(
                text, _WIDTH, initial_indent=f"  {label:<12} ", subsequent_indent=" " * 15
            )
        )
    return "\n".join(lines) + "\n"


def indicators_as_text(definitions: Sequence[Definition]) -> str:
    """The indicators in a line each, by theme."""
    longest = max((len(definition.code) for definition in definitions), default=0)
    blocks = []
    for theme, members in groupby(definitions, key=lambda each: each.theme or ""):
        lines = [f"  {each.code:<{longest}}  {each.name}" for each in members]
        blocks.append("\n".join([*([theme.capitalize()] if theme else []), *lines]))
    return "\n\n".join(blocks) + "\n"


def indicators_as_markdown(definitions: Sequence[Definition]) -> str:
    """The reference page of all indicators."""
    blocks = [_OPENING.rstrip()]
    for theme, members in groupby(definitions, key=lambda each: each.theme or ""):
        blocks.append(f"## {theme.capitalize()}")
        for definition in members:
            facts = "\n".join(f"- {label}: {_plain(text)}" for label, text in _facts(definition))
            blocks.append(f"### {definition.code}\n\n**{_plain(definition.name)}**\n\n{facts}")
    blocks.append(_old_indicators(definitions))
    return "\n\n".join(blocks) + "\n"


def _facts(definition: Definition) -> Iterator[tuple[str, str]]:
    if definition.numerator:
        yield "Counted", definition.numerator
    if definition.denominator:
        yield "Out of", definition.denominator
    kind = [_KINDS[definition.kind]] if definition.kind else []
    if definition.unit:
        kind.append({"%": "per cent"}.get(definition.unit, definition.unit))
    kind += [_GOOD[definition.polarity]] if definition.polarity else []
    kind += [_YEARS[definition.year_kind]] if definition.year_kind else []
    yield "Kind", "; ".join([*kind, _METHODS[definition.interval_method]])
    if definition.suppression:
        yield "Withheld", definition.suppression
    if definition.source:
        yield "Source", definition.source
    for series in definition.series:
        yield "Series", _series(series)
    for each in definition.breaks:
        yield "Break", f"{each.on.day} {each.on:%B %Y}: {each.reason}"
    for old in definition.succeeds:
        yield "Succeeds", f"{old.code}. {old.caveat}"
    if definition.caveat:
        yield "Mind", definition.caveat


def _series(series: Series) -> str:
    group = f" for {series.group}" if series.group else ""
    counts = [code for code in (series.numerator, series.denominator) if code]
    return f"{series.code}{group}{' with ' + ' and '.join(counts) if counts else ''}"


def _old_indicators(definitions: Sequence[Definition]) -> str:
    pairs = [(old.code, each.code, old.caveat) for each in definitions for old in each.succeeds]
    pairs.sort(key=lambda pair: (int("".join(filter(str.isdigit, pair[0])) or 0), pair[1]))
    rows = [f"| {code} | {today} | {_plain(caveat)} |" for code, today, caveat in pairs]
    return "\n".join(
        [
            "## What came after the National Indicators",
            "",
            "| then | now | mind |",
            "|---|---|---|",
            *rows,
        ]
    )


def _plain(text: str) -> str:
    for sign in "\\`*_<[|":
        text = text.replace(sign, f"\\{sign}")
    return text
