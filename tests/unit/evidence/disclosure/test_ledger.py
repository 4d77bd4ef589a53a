"""The ledger: what was published is kept, in one piece and only once."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders.counted import cell, page
from builders.county import UNDER_FIVE
from oneplan.evidence.disclosure.clearing import clear_together
from oneplan.evidence.disclosure.ledger import Ledger, UnusableLedger, load_ledger, remember
from oneplan.evidence.disclosure.publications import Publication


def published(*titles: str) -> list[Publication]:
    pages = [page(title, cell(30, place=title)) for title in titles]
    return [one.publication for one in clear_together(pages, UNDER_FIVE) if one.publication]


def test_a_set_is_remembered_once(tmp_path: Path) -> None:
    place = tmp_path / "ledger.json"
    assert remember(place, published("A", "B"), after=Ledger())
    held = load_ledger(place)
    assert [one.title for one in held.publications] == ["A", "B"]
    assert not remember(place, published("B"), after=held)
    assert load_ledger(place) == held


def test_what_was_published_meanwhile_is_not_passed_over(tmp_path: Path) -> None:
    place = tmp_path / "ledger.json"
    known = load_ledger(place)
    remember(place, published("A"), after=known)
    with pytest.raises(UnusableLedger, match="while these tables were worked on"):
        remember(place, published("B"), after=known)
    assert [one.title for one in load_ledger(place).publications] == ["A"]
