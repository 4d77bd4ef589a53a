from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oneplan.evidence.definition_fields import FIELDS
from oneplan.evidence.definition_file import Definitions, UnreadableDefinitions, read_definitions
from oneplan.evidence.definitions import (
    Break,
    Definition,
    Predecessor,
    Series,
    by_series,
    by_series_and_group,
)
from oneplan.vocabulary.polarity import Polarity

FULL = """
[[indicator]]
code = "late-buses"
name = "Buses that came late"
theme = "travel"
kind = "proportion"
numerator = "buses more than five minutes late"
denominator = "all buses counted"
multiplier = 100
unit = "%"
polarity = "low"
year_kind = "financial"
decimals = 1
method = "wilson"
suppress_below = 5
suppression = "Counts from 1 to 4 are withheld."
source = "The county's own count"
series = ["lait/LateBus", { code = "buses/late", numerator = "buses/late_n", group = "route=School" }]
breaks = [{ on = 2021-04-01, reason = "Trains count too." }]
succeeds = [{ code = "NI 900", caveat = "That one asked passengers." }]
caveat = "Only weekdays."
banded = false
"""


def read(text: str) -> Definitions:
    return read_definitions(text.encode(), "own.toml")


def table(**fields: str) -> str:
    shown = {"code": '"late-buses"', "name": '"Late"', "kind": '"rate"', **fields}
    return "[[indicator]]\n" + "".join(f"{name} = {value}\n" for name, value in shown.items())


def test_every_field_is_read() -> None:
    read_ = read(FULL)
    assert not read_.findings
    assert read_.definitions == (
        Definition(
            code="late-buses",
            name="Buses that came late",
            theme="travel",
            kind="proportion",
            numerator="buses more than five minutes late",
            denominator="all buses counted",
            multiplier=100,
            unit="%",
            polarity="low",
            year_kind="financial",
            decimals=1,
            method="wilson",
            suppress_below=5,
            suppression="Counts from 1 to 4 are withheld.",
            source="The county's own count",
            series=(
                Series("lait/LateBus"),
                Series("buses/late", "buses/late_n", group="route=School"),
            ),
            breaks=(Break(date(2021, 4, 1), "Trains count too."),),
            succeeds=(Predecessor("NI 900", "That one asked passengers."),),
            caveat="Only weekdays.",
            banded=False,
        ),
    )


def test_a_code_in_the_data_finds_its_definition_by_its_series() -> None:
    found = by_series(read(FULL).definitions)
    assert found.keys() == {"late-buses", "lait/LateBus", "buses/late"}
    assert found["lait/LateBus"].series[0].format == "lait"


def shared(*polarities: Polarity) -> list[Definition]:
    return [
        Definition(
            sex,
            f"Clubs of {sex}",
            "proportion",
            polarity=polarity,
            series=(Series("clubs/n", group=f"sex={sex}"), Series(f"own/{sex}")),
        )
        for sex, polarity in zip(("boys", "girls"), polarities, strict=True)
    ]


def test_a_code_that_two_share_has_what_they_agree_on() -> None:
    found = by_series(shared("high", "high"))
    assert found["clubs/n"] == Definition(
        "clubs/n", "clubs/n", "proportion", polarity="high", series=(Series("clubs/n"),)
    )
    assert found["own/boys"].name == "Clubs of boys"


def test_a_code_that_two_share_is_judged_by_neither_and_calculated_as_both_are() -> None:
    boys, girls = shared("high", "low")
    assert by_series([boys, girls])["clubs/n"].polarity is None
    girls = replace(girls, kind="rate")
    assert by_series([boys, girls]).keys() == {"boys", "girls", "own/boys", "own/girls"}
    assert by_series_and_group([boys, girls])["clubs/n", "sex=girls"] is girls


def test_what_is_not_said_is_none() -> None:
    (definition,) = read('[[indicator]]\ncode = "a"\nname = "A"\nkind = "value_only"').definitions
    assert definition == Definition("a", "A", "value_only")


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("kind", '"percentage"', "must be one of proportion, rate"),
        ("polarity", '"up"', "must be one of high, low, none"),
        ("polarity", "true", "must be one of high, low, none"),
        ("multiplier", '"1000"', "must be a number"),
        ("multiplier", "true", "must be a number"),
        ("multiplier", "-1000", "must be above 0"),
        ("multiplier", "nan", "must be above 0"),
        ("multiplier", "inf", "must be above 0"),
        ("banded", '"no"', "must be true or false"),
        ("decimals", "1.5", "a whole number from 0 to 10"),
        ("suppress_below", "-3", "a whole number from 0 to 1000"),
        ("name", "7", "must be a text in quotes"),
        ("name", '" "', "must be a text in quotes"),
        ("series", '"lait/A"', "must be a list"),
        ("series", "[{ group = 'sex=Male' }]", "lacks its part 'code'"),
        ("series", "[{ code = 'lait/A', sex = 'Male' }]", "has a part 'sex'"),
        ("breaks", "[{ on = '2021', reason = 'New form' }]", "must be a day like 2022-09-01"),
        ("breaks", "[2021-04-01]", "must hold tables with on, reason"),
    ],
)
def test_a_wrong_field_is_left_out_and_told_with_its_line(
    field: str, value: str, says: str
) -> None:
    read_ = read(f"# ours\n\n{table(**{field: value})}")
    error = next(finding for finding in read_.findings if finding.severity == "error")
    assert says in error.message
    assert error.where == "late-buses"
    assert error.source is not None
    assert (
        error.source.in_words() == f"line {5 if field == 'name' else 6 if field == 'kind' else 7}"
    )
    assert len(read_.definitions) == 1


def test_a_misspelt_field_is_told_with_the_right_one() -> None:
    (finding,) = read(table(multiplyer="1000")).findings
    assert (finding.rule, finding.severity) == ("indicator-field-unknown", "warning")
    assert finding.fix == "Did you mean multiplier?"


def test_a_table_of_strange_fields_is_told_in_a_few_findings() -> None:
    read_ = read(table(**{f"field-{number}": "1" for number in range(5000)}))
    assert len(read_.findings) == 11
    assert read_.findings[-1].message == "There are 4,990 more fields that are not known."
    assert len(read_.definitions) == 1


def test_of_two_tables_with_one_code_the_first_is_used() -> None:
    read_ = read(table(decimals="1") + "\n" + table(decimals="2"))
    assert [definition.decimals for definition in read_.definitions] == [1]
    assert "defined in line 1; the first is used" in read_.findings[0].message
    assert read_.findings[0].source is not None
    assert read_.findings[0].source.line == 8


def test_an_indicator_without_a_code_is_left_out_and_the_others_are_kept() -> None:
    read_ = read('[[indicator]]\nname = "Nameless"\n' + table())
    assert [definition.code for definition in read_.definitions] == ["late-buses"]
    assert read_.findings[0].where == "indicator 1"


def test_a_unit_that_contradicts_the_multiplier_is_told() -> None:
    (finding,) = read(table(unit='"per 10,000"', multiplier="1000")).findings
    assert finding.rule == "unit-and-multiplier-differ"


@pytest.mark.parametrize(
    ("unit", "multiplier", "scale"),
    [
        ("%", None, 100),
        ("per 10,000", None, 10_000),
        ("per 1,000 births", None, 1000),
        ("days", None, 1),
        ("per 0", None, 1),
        ("%", 1.0, 1),
    ],
)
def test_the_scale_is_the_multiplier_or_what_the_unit_says(
    unit: str, multiplier: float | None, scale: float
) -> None:
    assert Definition("a", "A", "rate", unit, multiplier).scale == scale


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"indicator = [", "not TOML"),
        (b'title = "none"', "no [[indicator]] table"),
        (b"", "no [[indicator]] table"),
        (b'[indicator]\ncode = "a"', "no [[indicator]] table"),
    ],
)
def test_a_file_without_indicators_is_refused_in_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableDefinitions) as refused:
        read_definitions(data, "own.toml")
    assert says in str(refused.value)
    assert refused.value.cure


VALUES = st.sampled_from(
    ["1", "-1", "1.5", "nan", "true", '""', '"high"', "[]", "[[]]", "[{}]", "{}", "2021-04-01"]
)


@given(st.lists(st.dictionaries(st.sampled_from([*FIELDS, "cod", "x"]), VALUES), min_size=1))
def test_whatever_the_fields_hold_there_are_definitions_and_findings(
    tables: list[dict[str, str]],
) -> None:
    text = "".join(
        "[[indicator]]\n" + "".join(f"{name} = {value}\n" for name, value in fields.items())
        for fields in tables
    )
    read_ = read(text)
    codes = [definition.code for definition in read_.definitions]
    assert len(codes) == len(set(codes)) <= len(tables)
    assert all(finding.source and finding.source.line for finding in read_.findings)
