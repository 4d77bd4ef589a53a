from __future__ import annotations

import pytest

from oneplan.exchange.data_readers.header_units import kind_of_header


@pytest.mark.parametrize(
    ("header", "kind", "unit", "per"),
    [
        ("rate_per_10000", "rate", "per 10,000", 10_000),
        ("deaths per 1,000 births", "rate", "per 1,000", 1000),
        ("CIN_rate_per_10k", "rate", "per 10,000", 10_000),
        ("referral_rate", "rate", None, None),
        ("rate_per_0", "rate", None, None),
        ("pt_met_expected_standard", "proportion", "%", 100),
        ("annual_change_percent", "value_only", None, None),
        ("children_count", None, None, None),
    ],
)
def test_a_header_says_what_a_rate_is_per(
    header: str, kind: str | None, unit: str | None, per: float | None
) -> None:
    assert kind_of_header(header) == (kind, unit, per)
