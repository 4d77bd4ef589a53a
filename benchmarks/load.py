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
    """Requests a second, and milliseconds within which half and 95 in 100 of them were answered."""

    rate: float
    p50: float
    p95: float


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
        times = sorted(took for client in asked for took in client.result())
    whole = time.perf_counter() - began
    parts = quantiles(times, n=20, method="inclusive")
    return Load(len(times) / whole, 1000 * parts[9], 1000 * parts[18])


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
