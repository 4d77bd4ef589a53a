"""Our statistics beside independent implementations of the same published methods."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.regression.linear_model import OLS, WLS
from statsmodels.stats.contingency_tables import Table
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from statsmodels.stats.rates import confint_poisson_2indep
from statsmodels.tools import add_constant

from oneplan.evidence.benchmarks.rank import type_7
from oneplan.evidence.statistics.confidence import deviate
from oneplan.evidence.statistics.gap import gap_of_proportions, gap_of_rates
from oneplan.evidence.statistics.proportion import proportion
from oneplan.evidence.statistics.rate import count_limits, rate
from oneplan.evidence.statistics.slope_index import Quantile, slope_index
from oneplan.evidence.statistics.target import outlook
from oneplan.evidence.statistics.trend import Point, recent_trend

CLOSE = {"rel": 1e-9, "abs": 1e-12}
SIZES = st.integers(1, 100_000)
VALUES = st.floats(1, 1000, allow_nan=False)


def test_the_deviates_have_their_full_precision() -> None:
    assert deviate(0.95) == pytest.approx(1.959963984540054, rel=1e-15)
    assert deviate(0.998) == pytest.approx(3.090232306167813, rel=1e-15)


@given(SIZES, st.floats(0, 1))
def test_a_proportion_has_the_wilson_interval(size: int, share: float) -> None:
    count = round(size * share)
    found = proportion(count, size)
    lower, upper = proportion_confint(count, size, method="wilson")
    assert (found.lower, found.upper) == (
        pytest.approx(max(lower, 0), rel=1e-9, abs=1e-12),
        pytest.approx(min(upper, 1), rel=1e-9, abs=1e-12),
    )


@given(st.just(0.0) | st.floats(0.01, 9.999))
def test_small_counts_have_exact_poisson_limits(count: float) -> None:
    lower, upper = count_limits(count, 0.95)
    expected = stats.chi2.ppf(0.025, 2 * count) / 2 if count > 0 else 0.0
    assert lower == pytest.approx(expected, **CLOSE)
    assert upper == pytest.approx(stats.chi2.ppf(0.975, 2 * count + 2) / 2, **CLOSE)


@pytest.mark.parametrize(
    ("count", "lower", "upper"),
    [(0, 0.0, 3.688879), (5, 1.623486, 11.668332), (20, 12.211, 30.890)],
)
def test_rates_have_their_published_limits(count: int, lower: float, upper: float) -> None:
    found = rate(count, 1)
    assert (found.lower, found.upper) == (
        pytest.approx(lower, abs=5e-4),
        pytest.approx(upper, abs=5e-4),
    )


@given(SIZES, SIZES, st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_gaps_of_proportions_have_newcombes_and_log_limits(
    n1: int, n2: int, p1: float, p2: float
) -> None:
    x1, x2 = round(n1 * p1), round(n2 * p2)
    assume(x1 and x2)
    gap = gap_of_proportions(x1, n1, x2, n2)
    expected = confint_proportions_2indep(x1, n1, x2, n2, method="newcomb", compare="diff")
    assert (gap.absolute.lower, gap.absolute.upper) == pytest.approx(expected, **CLOSE)
    expected = confint_proportions_2indep(x1, n1, x2, n2, method="log", compare="ratio")
    assert (gap.relative.lower, gap.relative.upper) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize(
    ("x1", "n1", "x2", "n2"), [(31, 1200, 18, 1500), (4, 800, 9, 650), (250, 90_000, 210, 70_000)]
)
def test_gaps_of_rates_have_score_limits(x1: int, n1: int, x2: int, n2: int) -> None:
    gap = gap_of_rates(x1, n1, x2, n2)
    ratio = confint_poisson_2indep(x1, n1, x2, n2, method="score", compare="ratio")
    assert (gap.relative.lower, gap.relative.upper) == pytest.approx(ratio, rel=1e-6)
    score = confint_poisson_2indep(x1, n1, x2, n2, method="score", compare="diff")
    assert (gap.absolute.lower, gap.absolute.upper) == pytest.approx(score, abs=1e-8)


@given(st.lists(st.tuples(VALUES, st.floats(0.5, 50)), min_size=5, max_size=5))
def test_the_trend_of_values_is_weighted_least_squares(points: list[tuple[float, float]]) -> None:
    found = recent_trend(
        [Point(value=y, lower=y - half, upper=y + half) for y, half in points], "interval"
    )
    weights = [(3.92 / (2 * half)) ** 2 for _, half in points]
    fit = WLS([y for y, _ in points], add_constant(np.arange(1.0, 6.0)), weights=weights).fit(
        cov_type="fixed scale"
    )
    assert found.slope == pytest.approx(fit.params[1], rel=1e-7, abs=1e-9)
    assert found.chi_squared == pytest.approx(fit.tvalues[1] ** 2, rel=1e-6, abs=1e-9)


def test_the_trend_of_counts_is_armitages_test() -> None:
    counts, sizes = [210, 231, 247, 280, 301], [1000, 1010, 1015, 1020, 1030]
    found = recent_trend(
        [Point(value=o / n, count=o, denominator=n) for o, n in zip(counts, sizes, strict=True)]
    )
    table = Table(np.array([[n - o for o, n in zip(counts, sizes, strict=True)], counts]).T)
    total = sum(sizes)
    expected = table.test_ordinal_association().zscore ** 2 * total / (total - 1)
    assert found.chi_squared == pytest.approx(expected, rel=1e-6)
    assert found.direction == "increasing"


@given(st.lists(VALUES, min_size=4, max_size=60), st.sampled_from([0.25, 0.5, 0.75]))
def test_cut_points_are_linear_between_values(values: list[float], share: float) -> None:
    assert type_7(sorted(values), share) == pytest.approx(np.quantile(values, share), rel=1e-9)


@given(st.lists(st.tuples(st.floats(50, 5000), VALUES), min_size=5, max_size=20))
def test_the_slope_index_is_the_published_regression(areas: list[tuple[float, float]]) -> None:
    found = slope_index([Quantile(i, n, y) for i, (n, y) in enumerate(areas, start=1)])
    shares = np.array([n for n, _ in areas]) / sum(n for n, _ in areas)
    middles = np.cumsum(shares) - shares / 2
    root = np.sqrt(shares)
    fit = OLS(root * np.array([y for _, y in areas]), np.column_stack([root, root * middles])).fit()
    assert found.slope == pytest.approx(fit.params[1], rel=1e-6, abs=1e-6)


@given(st.lists(VALUES, min_size=5, max_size=12), st.integers(13, 16))
def test_the_forecast_is_the_interval_of_a_new_observation(values: list[float], when: int) -> None:
    assume(np.std(values) > 1e-3)
    found = outlook(values, when, 500, "high")
    times = add_constant(np.arange(1.0, len(values) + 1))
    ahead = OLS(values, times).fit().get_prediction([[1.0, float(when)]])
    low, high = ahead.conf_int(obs=True)[0]
    assert found.forecast.value == pytest.approx(ahead.predicted_mean[0], rel=1e-6, abs=1e-6)
    assert (found.forecast.lower, found.forecast.upper) == (
        pytest.approx(low, rel=1e-6, abs=1e-5),
        pytest.approx(high, rel=1e-6, abs=1e-5),
    )
