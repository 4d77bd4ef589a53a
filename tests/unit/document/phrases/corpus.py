"""The corpus of phrasings (tests/reference/phrases) and how a reading is written down in it."""

from __future__ import annotations

from pathlib import Path

from oneplan.document.phrases.periods import PeriodFound
from oneplan.document.schema import Baseline, Funding, Measure, Target

FOLDER = Path(__file__).resolve().parents[3] / "reference" / "phrases"
_SIGNS = {"at_least": ">=", "at_most": "<=", "equals": "="}


def rows(name: str) -> list[list[str]]:
    """The rows of a corpus file as lists of cells; the header and lines beginning with # left out."""
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    width = len(lines[0].split("\t"))
    found = [line.split("\t") for line in lines[1:] if line and not line.startswith("#")]
    for cells in found:
        assert len(cells) == width, cells
    return [[cells[0].replace("\\n", "\n"), *cells[1:]] for cells in found]


def number(value: float | None) -> str:
    """A number without needless noughts, empty where there is none."""
    if value is None:
        return ""
    return f"{value:.0f}" if abs(value) >= 1e5 else f"{value:g}"


def listed(parts: list[str], between: str = "; ") -> str:
    """The parts in a row, a dash where there are none."""
    return between.join(parts) or "-"


def _dated(part: Baseline | Target) -> str:
    kind = f":{part.year_kind}" if part.year_kind else ""
    return (f"@{part.period}" if part.period else "") + kind


def baseline(part: Baseline) -> str:
    """A baseline as "33@2009-03", "TBS@2009/10", or "?@2005" where only its period is known."""
    return ("TBS" if part.to_be_set else number(part.value) or "?") + _dated(part)


def target(part: Target) -> str:
    """A target as "42@2010-03", "<=14@2014/15", "by -10 percent@2011", "in_line_with England"."""
    words = ["TBS"] if part.to_be_set else []
    if part.value is not None:
        words.append(_SIGNS.get(part.relation or "", "") + number(part.value))
    if part.change_by is not None:
        words.append(f"by {part.change_by:g} {part.change_unit or '?'}")
    if part.relation and part.relation not in _SIGNS:
        words.append(part.relation)
    if part.comparator:
        words.append(part.comparator)
    return " ".join(words) + _dated(part)


def measure(read: Measure) -> list[str]:
    """A measure as the cells of measures.tsv after its sentence."""
    return [
        read.kind,
        read.direction or "-",
        read.unit or "-",
        listed([baseline(part) for part in read.baselines]),
        listed([target(part) for part in read.targets]),
        listed([part.month or "?" for part in read.milestones]),
    ]


def period(found: PeriodFound) -> str:
    """A period, with its year kind where the words say it; "!" for one that does not exist."""
    kind = f":{found.year_kind}" if found.year_kind else ""
    return f"{found.period}{kind}" if found.valid else "!"


def funding(part: Funding) -> str:
    """A sum as "amount 80000 GBP [label]", else its kind."""
    if part.kind != "amount":
        return str(part.kind)
    label = f" [{part.label}]" if part.label else ""
    return f"amount {number(part.amount)} {part.currency}{label}"
