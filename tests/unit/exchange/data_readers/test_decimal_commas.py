"""Numbers with a decimal comma, told from commas between thousands."""

from __future__ import annotations

import pytest

from oneplan.exchange.data_readers.decimal_commas import columns_with_commas, with_point


@pytest.mark.parametrize(
    ("texts", "are_decimal"),
    [
        (("12,5", "9", "c", ""), True),
        (("0,125", "14"), True),
        (("1.234,5", "12"), True),
        (("1 234,56",), True),
        (("12,5%", "9,25 %"), True),
        (("12,5", "3.25"), False),
        (("12,5", "1,234,567"), False),
        (("1,234", "2,500"), False),
        (("1,234.5",), False),
        (("1.5", "2"), False),
        (("Hill, 12", "Dale, 3"), False),
        (("First floor", "Second floor", "12,5"), False),
        ((), False),
    ],
)
def test_a_column_has_decimal_commas_if_one_of_its_numbers_can_be_nothing_else(
    texts: tuple[str, ...], are_decimal: bool
) -> None:
    assert columns_with_commas({"value": texts}) == (["value"] if are_decimal else [])


def test_three_digits_behind_a_comma_or_point_are_read_as_the_rest_of_the_table() -> None:
    doubtful = {"lower": ("1,234",), "people": ("2.000", "900"), "code": ("7", "8")}
    assert columns_with_commas(doubtful) == []
    assert columns_with_commas({"value": ("2,5",), **doubtful}) == ["value", "lower", "people"]
    assert columns_with_commas({"value": ("2,5",), "lower": ("1,234", "0.5")}) == ["value"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12,5", "12.5"),
        (" -1.234.567,89 ", "-1234567.89"),
        ("2.000", "2000"),
        ("1 234,5 %", "1234.5 %"),
        ("£12,50", "£12.50"),
        ("c", "c"),
        ("see note 1.234", "see note 1.234"),
        ("", ""),
    ],
)
def test_a_number_gets_a_point_and_words_stay(text: str, expected: str) -> None:
    assert with_point(text) == expected
