"""Round trips: a measure made of parts, said in many ways, read back to the same parts."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oneplan.document.phrases.measures import read_measure
from oneplan.vocabulary.findings import Source

_MONTHS = (
    "January",
    "Feb",
    "March",
    "Apr",
    "May",
    "June",
    "Jul",
    "August",
    "Sept",
    "October",
    "Nov",
    "December",
)
_SUBJECTS = (
    "allotments in use",
    "tenants with a bank account",
    "children aged 5-11 who cycle to school",
    "16-19 year olds in training",
    "residents who feel safe after dark",
    "Year 6 pupils at Level 4+ in maths",
    "homes re-let within 20 working days",
    "carers known to CAMHS",
)


@dataclass(frozen=True)
class Said:
    """A period and one way to print it."""

    printed: str
    period: str


@st.composite
def periods(draw: st.DrawFn) -> Said:
    year = draw(st.integers(2001, 2035))
    shape = draw(st.sampled_from(("month", "slash", "dash", "long", "year")))
    if shape == "month":
        month = draw(st.integers(1, 12))
        return Said(f"{_MONTHS[month - 1]} {year}", f"{year}-{month:02d}")
    if shape == "year":
        return Said(str(year), str(year))
    split = f"{year}/{(year + 1) % 100:02d}"
    printed = {
        "slash": split,
        "dash": f"{year}-{(year + 1) % 100:02d}",
        "long": f"{year}/{year + 1}",
    }
    return Said(printed[shape], split)


shares = st.decimals(min_value=0, max_value=100, places=1).map(float)
counts = st.integers(0, 999_999).filter(lambda count: not 1950 <= count <= 2060)


def _share(value: float) -> str:
    return f"{value:g}%"


def _count(value: int, *, commas: bool) -> str:
    return f"{value:,}" if commas else str(value)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(_SUBJECTS), shares, shares, periods(), periods(), st.integers(0, 5))
def test_shares_said_in_any_order_are_read_back(
    subject: str, start: float, end: float, first: Said, last: Said, way: int
) -> None:
    a, b = _share(start), _share(end)
    sentences = (
        f"Increase in the percentage of {subject} from {a} in {first.printed} to {b} in {last.printed}.",
        f"Reduce the proportion of {subject} from {a} in {first.printed} to {b} by {last.printed}",
        f"Percentage of {subject} from {a} ({first.printed}) to {b} ({last.printed})",
        f"Increase the percentage of {subject} to {b} by {last.printed} (baseline of {a} in {first.printed}).",
        f"Raise the share of {subject} to {b} in {last.printed} against a baseline of {a} in {first.printed}.",
        f"% of {subject}: baseline {a} in {first.printed}, target {b} in {last.printed}",
    )
    measure = read_measure(sentences[way])
    assert [(part.value, part.period) for part in measure.baselines] == [(start, first.period)]
    assert [(part.value, part.period) for part in measure.targets] == [(end, last.period)]
    assert (measure.kind, measure.unit) == ("quantified", "percent")


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(_SUBJECTS), counts, counts, periods(), periods(), st.booleans())
def test_counts_with_and_without_commas_are_read_back(
    subject: str, start: int, end: int, first: Said, last: Said, commas: bool
) -> None:
    a, b = _count(start, commas=commas), _count(end, commas=commas)
    measure = read_measure(
        f"Increase in the number of {subject} from {a} in {first.printed} to {b} in {last.printed}."
    )
    assert [(part.value, part.period) for part in measure.baselines] == [(start, first.period)]
    assert [(part.value, part.period) for part in measure.targets] == [(end, last.period)]
    assert (measure.direction, measure.unit) == ("increase", "number")


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(_SUBJECTS), st.lists(st.tuples(shares, periods()), min_size=2, max_size=5))
def test_targets_in_a_row_keep_their_order_and_periods(
    subject: str, steps: list[tuple[float, Said]]
) -> None:
    row = [f"{_share(value)} in {said.printed}" for value, said in steps]
    sentence = f"Increase the percentage of {subject} to {', '.join(row[:-1])} and {row[-1]}."
    measure = read_measure(sentence)
    assert [(part.value, part.period) for part in measure.targets] == [
        (value, said.period) for value, said in steps
    ]


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(_SUBJECTS), st.integers(1, 90), periods(), st.booleans())
def test_a_change_is_signed_by_its_direction(
    subject: str, percent: int, by: Said, falls: bool
) -> None:
    verb = "Reduce" if falls else "Increase"
    measure = read_measure(f"{verb} the number of {subject} by {percent}% in {by.printed}.")
    (target,) = measure.targets
    assert target.change_by == (-percent if falls else percent)
    assert (target.change_unit, target.period, target.value) == ("percent", by.period, None)


@pytest.mark.parametrize(
    "sentence", ["A rise in tenants from 4% in 2011 to 9% in 2013", "Rules agreed"]
)
def test_the_sentence_and_its_place_are_kept(sentence: str) -> None:
    source = Source(file="plan.docx", table=2, row=4)
    measure = read_measure(sentence, source)
    assert (measure.text, measure.source) == (sentence, source)


def test_every_part_quotes_words_of_the_sentence() -> None:
    sentence = "Fewer evictions: 12 or fewer in 2014/15 (baseline of 31 in 2011/12)"
    measure = read_measure(sentence)
    parts = [*measure.baselines, *measure.targets]
    assert len(parts) == 2
    assert all(part.text in sentence for part in parts)


def test_a_percentage_that_falls_is_not_an_increase() -> None:
    assert (
        read_measure("Share of late buses from 14% in 2012 to 9% in 2013").direction == "decrease"
    )


def test_a_stated_direction_stands_even_where_the_numbers_go_the_other_way() -> None:
    measure = read_measure("A reduction in late buses from 14% in 2012 to 19% in 2013")
    assert measure.direction == "decrease"
    assert measure.targets[0].value == 19


def test_an_impossible_period_is_no_period_but_its_words_are_kept() -> None:
    measure = read_measure("Increase in home births from 3% in 2012/12 to 5% in 2014/15")
    assert measure.baselines[0].period is None
    assert measure.baselines[0].text == "3% in 2012/12"


def test_the_first_indicator_code_of_a_sentence_is_its_indicator() -> None:
    measure = read_measure("Increase in settled homes for care leavers from 71% in 2012 (NI 147)")
    assert measure.indicator is not None
    assert measure.indicator.code == "NI 147"
    assert measure.baselines[0].value == 71


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Length of time on the allotment list", "directional"),
        ("Tenant satisfaction with repairs", "directional"),
        ("Bus punctuality figures show an improving trend", "directional"),
        ("Damp homes – number of repeat visits", "directional"),
        ("Tenant satisfaction survey published", "deliverable"),
        ("Data sharing agreement for ferries", "deliverable"),
    ],
)
def test_a_named_measure_is_no_deliverable(text: str, kind: str) -> None:
    assert read_measure(text).kind == kind


def test_a_fall_against_national_averages_names_its_comparator() -> None:
    (target,) = read_measure("A reduced % of late trains against England averages").targets
    assert (target.value, target.relation, target.comparator) == (None, None, "England")
