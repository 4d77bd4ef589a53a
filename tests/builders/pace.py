"""Limits on processor time that hold on any machine: they grow with its slowness."""

from __future__ import annotations

import re
import time
from functools import cache

_USUAL_SECONDS = 0.015
"""What the yardstick takes on a machine on which the limits were set."""
_TRIES = 5


def at_this_pace(seconds: float) -> float:
    """So many seconds of processor time, more where this machine works more slowly than usual."""
    return seconds * max(1.0, _yardstick() / _USUAL_SECONDS)


@cache
def _yardstick() -> float:
    return min(_once() for _ in range(_TRIES))


def _once() -> float:
    begun = time.process_time()
    text = "; ".join(f"{n} ponds of {n % 7} parks by March {2000 + n % 50}" for n in range(4_000))
    counts: dict[str, int] = {}
    for number, word in sorted(re.findall(r"(\d+) (\w+)", text)):
        counts[word] = counts.get(word, 0) + int(number)
    return time.process_time() - begun
