from __future__ import annotations

import pytest

from oneplan.exchange.plan_readers.formats.xlsx.number_formats import shown


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        ("0.8", "0%", "80%"),
        ("0.755", "0.0%", "75.5%"),
        ("115000", '"£"#,##0', "£115,000"),
        ("-1200.5", '"£"#,##0.00;[Red]-"£"#,##0.00', "-£1,200.50"),
        ("6300000", '"£"0.0,,"m"', "£6.3m"),
        ("115000", '_-"£"* #,##0_-;-"£"* #,##0_-', "£115,000"),
        ("12", '0" weeks"', "12 weeks"),
        ("3.14159", "0.00", "3.14"),
        ("2.5", "0.##", "2.5"),
        ("0.30000000000000004", "General", "0.3"),
        ("42.0", "General", "42"),
        ("40268", "dd/mm/yyyy", "31 March 2010"),
        ("40238", "mmm-yy", "March 2010"),
        ("40238", "yyyy", "2010"),
        ("0.5", "hh:mm", "12:00"),
        ("1", "d mmm yyyy", "1 January 1900"),
        ("not a number", "0%", "not a number"),
        ("1e400", "0", "1e400"),
        ("-5", "d mmm yyyy", "-5"),
    ],
)
def test_a_number_is_shown_as_excel_shows_it(value: str, code: str, expected: str) -> None:
    assert shown(value, code) == expected


def test_dates_of_old_macintosh_workbooks_count_from_1904() -> None:
    assert shown("38806", "d mmm yyyy", from_1904=True) == "31 March 2010"
