"""A measure whose baseline and target have columns of their own."""

import pytest

from builders.composed import actions_of, composed
from builders.documents.blocks_made import table
from oneplan.document.schema import Action
from oneplan.exchange.plan_readers.blocks import Heading


def _read(headers: tuple[str, ...], cells: tuple[str, ...]) -> Action:
    (action,) = actions_of(
        composed(
            Heading("Priority 2: Warm homes", 1),
            table(
                ("Action", "Owner", "By when", *headers),
                ("Insulate lofts", "Energy Officer", "May 2026", *cells),
            ),
        )
    )
    return action


@pytest.mark.parametrize(
    "headers",
    [
        ("KPI: baseline", "KPI: target"),
        ("Measure – baseline", "Measure – target"),
        ("Indicator: baseline 2023/24", "Indicator: target 2025/26"),
        ("Success measure baseline", "Success measure target"),
        ("Baseline", "KPI target"),
    ],
)
def test_two_columns_with_a_part_each_are_one_measure(headers: tuple[str, str]) -> None:
    (measure,) = _read(headers, ("310 homes (2023/24)", "550 homes (2025/26)")).measures
    assert [(start.value, start.period) for start in measure.baselines] == [(310, "2023/24")]
    assert [(end.value, end.period) for end in measure.targets] == [(550, "2025/26")]
    assert measure.direction == "increase"
    assert "310 homes" in measure.text
    assert "550 homes" in measure.text


def test_the_parts_stand_beside_what_is_measured() -> None:
    headers = ("KPI", "KPI: baseline", "KPI: target")
    (measure,) = _read(
        headers, ("Homes with a draughty loft", "41% in 2023", "30% in 2026")
    ).measures
    assert measure.text == "Homes with a draughty loft"
    assert measure.baselines[0].value == 41
    assert measure.targets[0].value == 30


@pytest.mark.parametrize("header", ["KPI and target", "KPI: target", "Measures (targets)"])
def test_one_column_alone_holds_whole_measures(header: str) -> None:
    (measure,) = _read((header,), ("Lofts insulated: 550 homes by March 2026",)).measures
    assert measure.text == "Lofts insulated: 550 homes by March 2026"
    assert measure.targets[0].value == 550


def test_a_start_that_has_no_place_is_told_with_its_own_cure() -> None:
    read = composed(
        table(
            ("Action", "Owner", "Start date", "End date"),
            ("Insulate lofts", "Energy Officer", "April 2024", "May 2026"),
        )
    )
    (finding,) = read.findings
    assert finding.rule == "column-left-out"
    assert "April 2024" in finding.quotes
    assert "start" in (finding.fix or "")
