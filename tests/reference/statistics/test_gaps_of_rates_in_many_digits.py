"""Score limits of a difference of rates beside the same equation solved in fifty digits."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest

from oneplan.evidence.statistics.gap import gap_of_rates

Z = Decimal("1.959963984540054235524594430520551527955550600772")
HALVINGS = 120
CASES = [
    (31, 1200, 18, 1500),
    (4, 800, 9, 650),
    (250, 90_000, 210, 70_000),
    (0, 10, 10, 9000),
    (9, 1, 0, 7),
    (9.5, 123_456, 10, 98_765),
    (1, 2.5e6, 50_000, 3e6),
    (12_345, 1e9, 12_345, 1e9),
    (33, 8000, 9, 1),
]


def score(
    x1: Decimal, n1: Decimal, x2: Decimal, n2: Decimal, difference: Decimal
) -> Decimal | None:
    """The gap beyond an assumed difference in standard errors; None where there is no error."""
    b = (n1 + n2) * difference - x1 - x2
    second = (-b + (b * b + 4 * (n1 + n2) * x2 * difference).sqrt()) / (2 * (n1 + n2))
    variance = (second + difference) / n1 + second / n2
    return (x1 / n1 - x2 / n2 - difference) / variance.sqrt() if variance > 0 else None


def limit(case: tuple[float, ...], side: int) -> Decimal:
    """Where the score is the deviate, by halving; ``side`` is -1 for the lower limit."""
    x1, n1, x2, n2 = map(Decimal, case)

    def is_beyond(difference: Decimal) -> bool:
        found = score(x1, n1, x2, n2, difference)
        return found is not None and abs(found) > Z

    near = x1 / n1 - x2 / n2
    step = side * (1 / n1 + 1 / n2)
    far = near + step
    while not is_beyond(far):
        step *= 2
        far += step
    for _ in range(HALVINGS):
        middle = (near + far) / 2
        near, far = (near, middle) if is_beyond(middle) else (middle, far)
    return near


@pytest.mark.parametrize("case", CASES, ids=str)
def test_limits_of_the_difference_are_right_to_a_thousand_millionth(
    case: tuple[float, float, float, float],
) -> None:
    found = gap_of_rates(*case).absolute
    with localcontext() as context:
        context.prec = 50
        assert found.lower == pytest.approx(float(limit(case, -1)), rel=1e-12)
        assert found.upper == pytest.approx(float(limit(case, 1)), rel=1e-12)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_limits_of_the_ratio_solve_their_equation(case: tuple[float, float, float, float]) -> None:
    x1, n1, x2, n2 = map(Decimal, case)
    found = gap_of_rates(*case).relative
    if x2 == 0:
        assert found.lower is None
        return
    with localcontext() as context:
        context.prec = 50
        scale, middle = n1 / n2, 2 * x1 * x2 + Z * Z * (x1 + x2)
        spread = (middle * middle - 4 * (x1 * x2) ** 2).sqrt()
        lower, upper = (float((middle + sign * spread) / (2 * x2 * x2) / scale) for sign in (-1, 1))
    assert found.lower == pytest.approx(lower, rel=1e-12)
    assert found.upper == pytest.approx(upper, rel=1e-12)
