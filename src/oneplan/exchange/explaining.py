"""Results of one indicator in one area explained in sentences, and a plan's targets judged by them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from oneplan.document.phrases.measures import read_measure
from oneplan.document.schema import Measure, Target
from oneplan.evidence.definitions import Definition
from oneplan.evidence.sentences.explained import explained
from oneplan.evidence.sentences.judged import verdict_sentence
from oneplan.evidence.sentences.progressing import chance_sentence, line_sentence, pace_sentence
from oneplan.evidence.sentences.subject import Subject
from oneplan.evidence.targets.facts import Result, good_way, measured_by
from oneplan.evidence.targets.judging import judge
from oneplan.evidence.targets.progress import progress
from oneplan.evidence.targets.scored import Row, results_of
from oneplan.exchange.aims import aim_of, start_of
from oneplan.exchange.comparators import Series, against
from oneplan.exchange.data_readers.period_labels import read_period
from oneplan.exchange.known.areas import known_areas
from oneplan.vocabulary.periods import Period

_MOST_NAMED = 8
_VALUES = ("at_least", "at_most", "equals", "change")
"""The rules that hold a value against a number of the plan's own: only that is a way to go."""


class CannotExplain(Exception):
    """There is nothing to explain. ``str()`` says why in a sentence; ``cure`` what to do."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(message)
        self.cure = cure


@dataclass(frozen=True, slots=True)
class Explained:
    """The rows of one series in one area, oldest first, with what they are about."""

    subject: Subject
    rows: Sequence[Row]
    results: Sequence[Result]
    area: str
    series: Series
    peers: Sequence[str] = ()

    def sentences(self) -> list[str]:
        """A sentence for each judgement of the latest row."""
        latest = self.rows[-1]
        region = known_areas().get(str(latest.get("region") or ""))
        name = region_in_words(region.name) if region else None
        return list(explained(self.subject, latest, name).values())

    def judged(self, words: str) -> list[str]:
        """The verdict on each target that the words state, and the way to those that are values.

        Raises:
            CannotExplain: the words state no target.
        """
        measure = read_measure(words)
        if not measure.targets:
            raise CannotExplain(
                f"“{words}” states no target.",
                "Write it as in a plan, such as “at least 80% by 2026/27”.",
            )
        return [
            sentence for target in measure.targets for sentence in self._judged(measure, target)
        ]

    def _judged(self, measure: Measure, target: Target) -> Iterable[str]:
        years = self.subject.definition.year_kind
        aim = aim_of(measure, target, years)
        measured = measured_by(self.subject.definition)
        beside = against(aim.comparator, self.results, self.area, self.series, self.peers)
        judgement = judge(aim, beside.results, measured)
        yield verdict_sentence(self.subject, judgement, beside.why_not)
        good = good_way(measured, aim)
        if judgement.verdict != "not_yet" or judgement.against is None or good is None:
            return
        if judgement.rule not in _VALUES:
            return
        breaks = [each.on for each in self.subject.definition.breaks]
        made = progress(
            self.results,
            judgement.against,
            good,
            aim.due,
            start_of(measure, years),
            breaks,
            measured.decimals,
        )
        if made is not None:
            yield line_sentence(self.subject, made)
            yield pace_sentence(self.subject, made, aim.due)
            yield chance_sentence(self.subject, made, aim.due)


def region_in_words(name: str) -> str:
    """A region's name in a sentence: "the West Midlands", "London"."""
    return name if name.startswith(("London", "Yorkshire")) else f"the {name}"


def explain(
    file: Path,
    wanted: str,
    area: str,
    definitions: Mapping[str, Definition],
    group: str | None = None,
    peers: Sequence[str] = (),
) -> Explained:
    """The results of an indicator, by its code or that of a series, in an area.

    ``peers`` are the codes of the areas that the plan calls its peers.

    Raises:
        CannotExplain: the file holds no results, or none of this indicator, area and group.
    """
    rows = _rows(file, _codes(wanted, definitions), area)
    if not rows:
        raise CannotExplain(
            f"{file} has no results of {wanted} for {area}.",
            "`oneplan indicators` lists the codes; areas are GSS codes or names.",
        )
    code, chosen = _one_series(rows, wanted, definitions, group)
    known = known_areas().get(area)
    definition = definitions.get(wanted) or definitions.get(code) or Definition(code, code)
    subject = Subject(definition, known.name if known else area)
    dated = [(row, _period(str(row["period"]), definition)) for row in chosen]
    ordered = sorted(
        ((period.start, period.end, row) for row, period in dated if period),
        key=lambda each: each[:2],
    )
    if not ordered:
        raise CannotExplain(f"No period of {wanted} is known.", "Score it again.")
    rows_in_order = [row for _, _, row in ordered]
    results = results_of(rows_in_order, lambda label: _period(label, definition))
    series = Series(file, code, str(rows_in_order[0]["group"]), definition)
    return Explained(subject, rows_in_order, results, area, series, peers)


def _period(label: str, definition: Definition) -> Period | None:
    period = read_period(label, definition.year_kind)
    return replace(period, label=label) if period else None


def _codes(wanted: str, definitions: Mapping[str, Definition]) -> list[str]:
    held = definitions.get(wanted)
    series = [each.code for each in held.series] if held and held.code == wanted else []
    return list(dict.fromkeys((wanted, *series)))


def _rows(file: Path, codes: Sequence[str], area: str) -> list[Row]:
    try:
        table = pq.read_table(file, filters=[("indicator", "in", codes), ("area", "=", area)])
    except (pa.ArrowException, OSError, KeyError) as error:
        raise CannotExplain(f"{file} holds no results.", "`oneplan score` writes them.") from error
    if not {"indicator", "area", "period", "group", "value"} <= {*table.column_names}:
        raise CannotExplain(f"{file} holds no results.", "`oneplan score` writes them.")
    return list(table.to_pylist())


def _one_series(
    rows: Sequence[Row], wanted: str, definitions: Mapping[str, Definition], group: str | None
) -> tuple[str, list[Row]]:
    """The rows of one of an indicator's series for one group: of the first with intervals, or at all."""
    held = definitions.get(wanted)
    named = [(each.code, each.group) for each in held.series] if held else []
    there = {(str(row["indicator"]), str(row["group"])) for row in rows}
    choices = [key for key in ((wanted, ""), *named) if key in there]
    if group is not None:
        choices = sorted(key for key in there if key[1] == group)
    elif not choices and len(there) == 1:
        choices = sorted(there)
    if not choices:
        groups = sorted({each for _, each in there})
        shown = "; ".join(f"“{each}”" for each in groups[:_MOST_NAMED])
        raise CannotExplain(f"{wanted} has no such group.", f"Name one with --group: {shown}.")
    tested = {(row["indicator"], row["group"]) for row in rows if row.get("lower") is not None}
    code, chosen = next((key for key in choices if key in tested), choices[0])
    return code, [row for row in rows if (row["indicator"], row["group"]) == (code, chosen)]
