"""The measures of one action or element in two versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from oneplan.document.differences.changes import Change, ChangeKind
from oneplan.document.differences.matching import Matches, match, plain
from oneplan.document.differences.renumbering import Renumbering
from oneplan.document.periods import period_in_words
from oneplan.document.schema import Baseline, Measure, Target
from oneplan.vocabulary.figures import figure_in_words

_UNNUMBERED = str.maketrans("", "", "0123456789")


def match_measures(
    old: Sequence[Measure], new: Sequence[Measure], numbers: Renumbering, *, same_ids: bool = False
) -> Matches[Measure]:
    """Which measure of an action or element is which of its other version; figures count least."""
    return match(
        old,
        new,
        keys=(
            lambda measure: measure.id if same_ids else None,
            lambda measure: measure.text,
            lambda measure: numbers.renumbered(measure.text),
            lambda measure: plain(measure.text.translate(_UNNUMBERED)) or None,
        ),
        text=lambda measure: measure.text,
        least=60.0,
    )


def measure_changes(
    where: str,
    old: Sequence[Measure],
    new: Sequence[Measure],
    numbers: Renumbering,
    *,
    same_ids: bool = False,
) -> Iterator[Change]:
    """What differs between the measures of an action or element; figures in numbers, not in words."""
    found = match_measures(old, new, numbers, same_ids=same_ids)
    for before, after in found.pairs:
        yield from _one_measure(where, before, after, numbers)
    for measure in found.added:
        words = f"{where} has a new measure: {measure.text}"
        yield Change("added", "measure", where, words, None, measure.text)
    for measure in found.removed:
        words = f"{where} has lost a measure: {measure.text}"
        yield Change("removed", "measure", where, words, measure.text, None)


def _one_measure(where: str, old: Measure, new: Measure, numbers: Renumbering) -> Iterator[Change]:
    figures = [
        *_figures("baseline", where, old, new),
        *_figures("target", where, old, new),
    ]
    yield from figures
    if old.milestones != new.milestones:
        before = "; ".join(milestone.text for milestone in old.milestones) or None
        after = "; ".join(milestone.text for milestone in new.milestones) or None
        words = f"{where} has other milestones in “{new.text}”"
        yield Change("milestones", "measure", where, words, before, after)
    if not figures and not numbers.same(old.text, new.text):
        words = f"A measure of {where} is reworded"
        yield Change("text", "measure", where, words, old.text, new.text)
    elif (old.kind, old.direction, old.unit, old.indicator) != (
        new.kind,
        new.direction,
        new.unit,
        new.indicator,
    ):
        words = f"A measure of {where} is now understood as {_kind(new)}, was {_kind(old)}"
        yield Change("category", "measure", where, words, _kind(old), _kind(new))


def _kind(measure: Measure) -> str:
    code = measure.indicator.code if measure.indicator else None
    return ", ".join(filter(None, (measure.kind, measure.direction, measure.unit, code)))


def _figures(kind: ChangeKind, where: str, old: Measure, new: Measure) -> Iterator[Change]:
    earlier: Sequence[Baseline | Target] = old.baselines if kind == "baseline" else old.targets
    later: Sequence[Baseline | Target] = new.baselines if kind == "baseline" else new.targets
    pairs: Iterator[tuple[Baseline | Target | None, Baseline | Target | None]]
    pairs = zip_longest(earlier, later)
    for before, after in pairs:
        if before is None and after is not None:
            said = _said(after, new.unit)
            yield Change(kind, "measure", where, f"{where} has a new {kind}: {said}", None, said)
        elif after is None and before is not None:
            said = _said(before, old.unit)
            yield Change(kind, "measure", where, f"{where} has lost its {kind}, {said}", said, None)
        elif before is not None and after is not None and _facts(before) != _facts(after):
            said, now = _said(before, old.unit), _said(after, new.unit)
            verb = _verb(before.value, after.value)
            words = f"The {kind} of {where} is {verb} from {said} to {now}: {new.text}"
            yield Change(kind, "measure", where, words, said, now)


def _facts(figure: Baseline | Target) -> dict[str, object]:
    return figure.model_dump(exclude={"text"})


def _verb(before: float | None, after: float | None) -> str:
    if before is None or after is None or before == after:
        return "changed"
    return "lowered" if after < before else "raised"


def _said(figure: Baseline | Target, unit: str | None) -> str:
    parts = []
    if figure.value is not None:
        parts.append(figure_in_words(figure.value, unit))
    if isinstance(figure, Target) and figure.change_by is not None:
        change_unit = "%" if figure.change_unit == "percent" else figure.change_unit
        parts.append(f"a change of {figure_in_words(figure.change_by, change_unit)}")
    if isinstance(figure, Target) and figure.relation:
        parts.append(f"{figure.relation.replace('_', ' ')} {figure.comparator or ''}".strip())
    if figure.to_be_set:
        parts.append("to be set")
    if figure.period:
        parts.append(f"in {period_in_words(figure.period)}")
    return " ".join(parts) or figure.text or "without a figure"
