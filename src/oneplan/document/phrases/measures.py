"""One item of a progress-measure cell as a measure."""

from __future__ import annotations

import re

from oneplan.document.phrases.dates import find_periods
from oneplan.document.phrases.indicators import find_codes
from oneplan.document.schema import Baseline, Direction, Indicator, Measure, Milestone, Target
from oneplan.vocabulary.findings import Source

_FROM_TO = re.compile(
    r"\bfrom (?P<first>[\d,.]+\d|\d)(?P<percent>%?)(?P<between>[^%]{0,80}?) to (?P<second>[\d,.]+\d|\d)%?(?P<rest>[^%]*)"
)
_WORDS: dict[str, Direction] = {
    "increas": "increase",
    "more": "increase",
    "decreas": "decrease",
    "reduc": "decrease",
}


def read_measure(text: str, source: Source | None = None) -> Measure:
    """The measure that an item states; what is not understood stays as text alone."""
    printed = " ".join(text.split())
    codes = find_codes(printed)
    measure = Measure(
        text=printed, source=source, indicator=Indicator(code=codes[0]) if codes else None
    )
    low = printed.lower()
    measure.direction = next((way for word, way in _WORDS.items() if word in low), None)
    match = _FROM_TO.search(printed)
    if match:
        measure.kind = "quantified"
        measure.baselines = [
            Baseline(text=match["first"], value=float(match["first"].replace(",", "")))
        ]
        measure.targets = [
            Target(text=match["second"], value=float(match["second"].replace(",", "")))
        ]
    elif measure.direction:
        measure.kind = "directional"
    else:
        measure.milestones = [
            Milestone(text=found.text, month=found.month)
            for found in find_periods(printed)
            if found.valid
        ]
    return measure
