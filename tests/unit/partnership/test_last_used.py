"""What is kept in memory: by its very key, and never more than fits."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from oneplan.partnership.last_used import LastUsed


def _names(kept: LastUsed[str, str]) -> str:
    return "".join(name for name in "abcdef" if kept.get(name) is not None)


def test_a_thing_is_found_under_its_own_key_alone() -> None:
    kept: LastUsed[tuple[str, int], str] = LastUsed(2)
    kept.keep(("fen", 1), "path")
    assert kept.get(("fen", 1)) == "path"
    assert kept.get(("fen", 2)) is None


def test_what_was_not_used_longest_goes_first() -> None:
    kept: LastUsed[str, str] = LastUsed(2)
    for name in "ab":
        kept.keep(name, name)
    kept.get("a")
    kept.keep("c", "c")
    assert _names(kept) == "ac"


def test_sizes_are_counted_together_and_again_when_a_thing_is_replaced() -> None:
    kept: LastUsed[str, str] = LastUsed(10, len)
    kept.keep("a", "1234567")
    kept.keep("a", "123")
    kept.keep("b", "1234567")
    assert _names(kept) == "ab"
    kept.keep("c", "1")
    assert _names(kept) == "bc"


def test_what_is_too_large_by_itself_is_kept_alone() -> None:
    kept: LastUsed[str, str] = LastUsed(3, len)
    kept.keep("a", "1")
    kept.keep("b", "12345")
    assert _names(kept) == "b"


def test_many_threads_keep_no_more_than_fits() -> None:
    kept: LastUsed[int, str] = LastUsed(30, len)

    def use(number: int) -> None:
        kept.keep(number % 7, "x" * (number % 5 + 1))
        kept.get((number + 1) % 7)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(use, range(500)))
    kept.keep(100, "x" * 28)
    assert sum(len(kept.get(number) or "") for number in (*range(7), 100)) <= 30
    assert kept.get(100) is not None


def test_of_many_who_ask_at_once_one_makes_it() -> None:
    kept: LastUsed[str, str] = LastUsed(10)
    all_there, made = Barrier(6, timeout=60), []

    def make() -> str:
        made.append("path")
        return "path"

    def ask(_: int) -> str | None:
        all_there.wait()
        return kept.made("fen", make)

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(ask, range(6))) == ["path"] * 6
    assert made == ["path"]


def test_what_could_not_be_made_is_tried_again() -> None:
    kept: LastUsed[str, str] = LastUsed(10)
    assert kept.made("fen", lambda: None) is None
    assert kept.made("fen", lambda: "path") == "path"
    assert kept.made("fen", lambda: "other") == "path"
