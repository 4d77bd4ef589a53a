"""Clients that ask a site for a page at once, and how quickly it answers."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from statistics import quantiles

CLIENTS = 8
_PATIENCE = 120


@dataclass(frozen=True)
class Load:
    """How long each answer took, and all of them together, in seconds."""

    times: tuple[float, ...]
    whole: float

    @property
    def rate(self) -> float:
        """Requests a second."""
        return len(self.times) / self.whole

    def within(self, share: float) -> float:
        """Milliseconds within which so large a share of the requests was answered, in steps of 1/20."""
        return 1000 * quantiles(self.times, n=20, method="inclusive")[round(20 * share) - 1]


def load(port: int, path: str, cookies: Sequence[str], each: int) -> Load:
    """What comes of eight clients who ask for a page so many times each, in turn with these cookies.

    Raises:
        AssertionError: an answer is not the page.
    """
    began = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        asked = [
            pool.submit(_ask, port, path, cookies[number % len(cookies)], each)
            for number in range(CLIENTS)
        ]
        times = tuple(took for client in asked for took in client.result())
    return Load(times, time.perf_counter() - began)


def together(loads: Sequence[Load]) -> Load:
    """Rounds as one."""
    return Load(
        tuple(took for each in loads for took in each.times), sum(each.whole for each in loads)
    )


def _ask(port: int, path: str, cookie: str, times: int) -> list[float]:
    connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    took = []
    for _ in range(times):
        began = time.perf_counter()
        connection.request("GET", path, headers={"Cookie": cookie})
        answer = connection.getresponse()
        answer.read()
        took.append(time.perf_counter() - began)
        assert answer.status == 200, (path, answer.status)
    connection.close()
    return took
