"""What ``oneplan calculate`` gives beside the published formulas written out anew in numpy."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from oneplan.evidence.calculations.table import calculated

LEVELS = st.sampled_from(["", "90", "0.9", "95", "0.95", "99.8", "0.998", "99.9"])
COUNTS = st.sampled_from([0, 1, 2, 9, 9.5, 9.999, 10, 10.5, 33, 389, 12_345])
SCALES = st.sampled_from(["", "1", "100", "1000", "10000", "100000"])


def one(method: str, **cells: object) -> dict[str, str]:
    (row,) = calculated(method, [{name: str(cell) for name, cell in cells.items()}])
    assert row["outcome"] == "ok", row["message"]
    return row


def share(level: str) -> float:
    given_level = float(level or 0.95)
    return given_level / 100 if given_level >= 90 else given_level


def deviate(level: str) -> float:
    return float(stats.norm.ppf(1 - (1 - share(level)) / 2))


@given(COUNTS, st.sampled_from([0, 1, 7, 1000]), LEVELS, SCALES)
def test_a_proportion_is_wilsons(count: float, others: int, level: str, scale: str) -> None:
    n = count + others + (count == 0)
    found = one("proportion", numerator=count, denominator=n, confidence=level, multiplier=scale)
    z, p = deviate(level), count / n
    middle, half = 2 * count + z**2, z * np.sqrt(z**2 + 4 * count * (1 - p))
    expected = np.clip((middle + np.array([-half, half])) / (2 * (n + z**2)), 0, 1)
    times = float(scale or 1)
    got = [float(found["lower"]), float(found["upper"])]
    assert got == pytest.approx(list(expected * times), rel=1e-9, abs=1e-12 * times)


@given(COUNTS, st.sampled_from([3, 1000, 2.5e6]), LEVELS, SCALES)
def test_a_rate_is_exact_below_ten_and_byars_from_there(
    count: float, population: float, level: str, scale: str
) -> None:
    found = one("rate", numerator=count, denominator=population, confidence=level, multiplier=scale)
    tail = (1 - share(level)) / 2
    if count < 10:
        low = stats.chi2.ppf(tail, 2 * count) / 2 if count else 0.0
        high = stats.chi2.ppf(1 - tail, 2 * count + 2) / 2
    else:
        z, up = deviate(level), count + 1
        low = count * (1 - 1 / (9 * count) - z / (3 * np.sqrt(count))) ** 3
        high = up * (1 - 1 / (9 * up) + z / (3 * np.sqrt(up))) ** 3
    times = float(scale or 1) / population
    assert float(found["lower"]) == pytest.approx(low * times, rel=1e-9)
    assert float(found["upper"]) == pytest.approx(high * times, rel=1e-9)
    assert found["method"] == ("Exact" if count < 10 else "Byar")


@given(
    st.lists(
        st.tuples(st.integers(0, 500), st.integers(1, 90_000), st.integers(1, 7_000)),
        min_size=1,
        max_size=19,
    ),
    LEVELS,
)
def test_a_standardised_rate_has_dobsons_limits(
    strata: list[tuple[int, int, int]], level: str
) -> None:
    rows = [
        {"set_id": "a", "numerator": str(o), "denominator": str(n), "weight": str(w)}
        | {"confidence": level, "multiplier": "100000"}
        for o, n, w in strata
    ]
    (found,) = calculated("standardised-rate", rows)
    o, n, w = (np.array(part, dtype=float) for part in zip(*strata, strict=True))
    total = o.sum()
    assert float(found["total_count"]) == total
    if total < 10:
        assert (found["value"], found["lower"], found["upper"]) == ("", "", "")
        return
    rate = (o * w / n).sum() / w.sum()
    spread = np.sqrt((o * (w / n) ** 2).sum() / w.sum() ** 2 / total)
    z = deviate(level)
    low = total * (1 - 1 / (9 * total) - z / (3 * np.sqrt(total))) ** 3
    high = (total + 1) * (1 - 1 / (9 * (total + 1)) + z / (3 * np.sqrt(total + 1))) ** 3
    expected = [(rate + spread * (each - total)) * 100_000 for each in (total, low, high)]
    got = [float(found[name]) for name in ("value", "lower", "upper")]
    assert got == pytest.approx(expected, rel=1e-9, abs=1e-9)


def series(**columns: list[object]) -> list[dict[str, str]]:
    length = len(next(iter(columns.values())))
    return [
        {"series_id": "s", "period": str(2011 + t)}
        | {name: str(cells[t]) for name, cells in columns.items()}
        for t in range(length)
    ]


@given(
    st.lists(
        st.tuples(st.floats(1, 99), st.floats(0.1, 20), st.floats(0.1, 20)), min_size=5, max_size=9
    )
)
def test_a_trend_of_values_weighs_the_last_five(points: list[tuple[float, float, float]]) -> None:
    values: list[object] = [y for y, _, _ in points]
    lower: list[object] = [y - below for y, below, _ in points]
    upper: list[object] = [y + above for y, _, above in points]
    (found,) = calculated("trend", series(value=values, lower=lower, upper=upper), "interval")
    last = points[-5:]
    y = np.array([each[0] for each in last])
    w = np.array([(3.92 / (each[1] + each[2])) ** 2 for each in last])
    t = np.arange(1.0, 6.0)
    slope = np.polyfit(t, y, 1, w=np.sqrt(w))[0]
    middle = (w * t).sum() / w.sum()
    chi = slope**2 * (w * (t - middle) ** 2).sum()
    assert float(found["slope"]) == pytest.approx(slope, rel=1e-6, abs=1e-9)
    assert float(found["chi_squared"]) == pytest.approx(chi, rel=1e-6, abs=1e-9)
    every = [np.delete(np.arange(5), out) for out in range(5)]
    slopes = [slope] + [np.polyfit(t[k], y[k], 1, w=np.sqrt(w[k]))[0] for k in every]
    is_clear = min(map(abs, slopes)) > 1e-9 and abs(chi - 9.54953570608324) > 1e-6
    if is_clear:
        agrees = abs(sum(map(np.sign, slopes))) == len(slopes)
        assert (found["significant"] == "true") == (chi > 9.54953570608324 and agrees)


@given(st.lists(st.tuples(st.integers(1, 900), st.integers(1, 900)), min_size=5, max_size=7))
def test_a_trend_of_counts_is_the_test_for_trend_in_proportions(
    points: list[tuple[int, int]],
) -> None:
    counts: list[object] = [o for o, _ in points]
    sizes: list[object] = [o + rest for o, rest in points]
    (found,) = calculated("trend", series(count=counts, denominator=sizes), "auto")
    o = np.array([each[0] for each in points[-5:]], dtype=float)
    n = o + np.array([each[1] for each in points[-5:]])
    t = np.arange(1.0, 6.0)
    p, middle = o.sum() / n.sum(), (n * t).sum() / n.sum()
    chi = (o * (t - middle)).sum() ** 2 / (p * (1 - p) * (n * (t - middle) ** 2).sum())
    assert float(found["chi_squared"]) == pytest.approx(chi, rel=1e-7, abs=1e-9)
    slope = np.polyfit(t, np.log(o / (n - o)), 1)[0]
    assert float(found["slope"]) == pytest.approx(slope, rel=1e-6, abs=1e-9)


@given(st.lists(st.integers(0, 60), min_size=3, max_size=30), st.booleans())
def test_process_limits_leave_out_wild_ranges_once(values: list[int], screened: bool) -> None:
    rows = [
        {"series_id": "s", "t": str(t), "y": str(y), "screen_outliers": str(screened)}
        for t, y in enumerate(values)
    ]
    found = calculated("control-chart", rows)[0]
    ranges = np.abs(np.diff(values))
    if screened:
        ranges = ranges[ranges < 3.267 * ranges.mean()]
    assert float(found["mean"]) == pytest.approx(np.mean(values))
    if len(ranges) < 2 or ranges.mean() == 0:
        assert (found["lower_limit"], found["upper_limit"]) == ("", "")
        return
    limits = np.mean(values) + 2.66 * ranges.mean() * np.array([-1, 1])
    got = [float(found["lower_limit"]), float(found["upper_limit"])]
    assert got == pytest.approx(list(limits), rel=1e-9, abs=1e-12)


@given(st.lists(st.integers(0, 20), min_size=4, max_size=40), st.integers(2, 10), st.booleans())
def test_quantiles_are_those_of_the_published_expression(
    values: list[int], parts: int, inverted: bool
) -> None:
    rows = [
        {"set_id": "a", "value": str(v), "quantiles": str(parts), "invert": str(inverted)}
        for v in values
    ]
    found = [row["quantile"] for row in calculated("quantile", rows)]
    if len(values) < parts:
        assert set(found) == {""}
        return
    turned = -np.array(values) if inverted else np.array(values)
    ranks = stats.rankdata(turned, method="min")
    size = len(values)
    expected = np.floor((parts + 1) - np.ceil(((size + 1) - ranks) / (size / parts)))
    assert found == [str(int(max(each, 1))) for each in expected]
