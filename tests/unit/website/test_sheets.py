"""What is typed in a form of a part, and what is understood of it."""

from __future__ import annotations

from typing import Any

import pytest

from oneplan.partnership.plans.parts.part import Part
from oneplan.partnership.plans.parts.shapes import ABSENT
from oneplan.website.components.fields import Form
from oneplan.website.pages.editing.sheets.all_sheets import SHEETS

FIGURES = SHEETS["measure"]["figures"]


def _measure(**fields: Any) -> Part:
    return Part("measure", "m", "a", 1.0, {**ABSENT["measure"], "text": "Fires", **fields})


def _read(part: Part, **typed: str) -> tuple[dict[str, Any], dict[str, str]]:
    shown = FIGURES.shown(part) | {name.replace("_", "-"): text for name, text in typed.items()}
    form = Form(FIGURES.questions(part), {name: [text] for name, text in shown.items()}, sent=True)
    return FIGURES.read(form, part), form.errors


def test_a_target_typed_field_by_field_has_value_relation_and_year() -> None:
    kept, errors = _read(_measure(), kind="quantified", target_0="1,250", target_0_relation="at_most",
                         target_0_with="England", target_0_when="2027/28")  # fmt: skip
    assert errors == {}
    (target,) = kept["targets"]
    assert target["value"] == 1250
    assert (target["relation"], target["comparator"]) == ("at_most", "England")
    assert target["period"] == "2027/28"


def test_a_baseline_that_is_to_be_set_needs_no_figure() -> None:
    kept, errors = _read(_measure(), kind="quantified", baseline_0="to be set")
    assert errors == {}
    assert kept["baselines"] == [{"to_be_set": True, "text": "to be set"}]


def test_what_was_printed_stays_where_its_figures_are_not_touched() -> None:
    printed = {"text": "61% (March 2024)", "value": 61.0, "period": "2024-03"}
    kept, _ = _read(_measure(baselines=[printed]), kind="quantified", unit="%")
    assert kept["baselines"] == [printed]


def test_a_baseline_that_is_emptied_goes() -> None:
    printed = {"text": "61% (March 2024)", "value": 61.0, "period": "2024-03"}
    part = _measure(baselines=[printed])
    kept, _ = _read(part, kind="quantified", baseline_0="", baseline_0_when="")
    assert kept["baselines"] == []


@pytest.mark.parametrize("typed", ["many", "1e400", "--3", "٣", "3" * 400, "1.2.3"])
def test_what_is_no_figure_is_said_at_its_field(typed: str) -> None:
    _, errors = _read(_measure(), kind="quantified", target_0=typed)
    assert "target-0" in errors


@pytest.mark.parametrize(
    ("typed", "value"), [("-5", -5), ("−5", -5), ("£1,200", 1200), ("61.5%", 61.5)]
)
def test_figures_are_read_as_people_type_them(typed: str, value: float) -> None:
    kept, errors = _read(_measure(), kind="quantified", target_0=typed)
    assert errors == {}
    assert kept["targets"][0]["value"] == value


@pytest.mark.parametrize(
    ("typed", "change", "unit"),
    [("−10%", -10, "percent"), ("5 points", 5, "points"), ("+1,200", 1200, "number")],
)
def test_a_change_is_read_with_its_sign_and_unit(typed: str, change: float, unit: str) -> None:
    kept, errors = _read(_measure(), kind="quantified", target_0_change=typed)
    assert errors == {}
    assert (kept["targets"][0]["change_by"], kept["targets"][0]["change_unit"]) == (change, unit)


def test_a_change_stays_where_only_its_date_is_set() -> None:
    printed = {"text": "a tenth fewer", "change_by": -10.0, "change_unit": "percent"}
    kept, _ = _read(_measure(targets=[printed]), kind="quantified", target_0_when="May 2028")
    assert kept["targets"][0]["change_by"] == -10
    assert kept["targets"][0]["period"] == "2028-05"
