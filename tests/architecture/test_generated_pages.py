"""The documentation says what the code does."""

from __future__ import annotations

import pytest

from builders.generated_pages import PAGES, REFERENCE


@pytest.mark.parametrize("name", PAGES)
def test_a_page_made_from_the_code_is_fresh(name: str) -> None:
    committed = (REFERENCE / name).read_text(encoding="utf-8")
    assert committed == PAGES[name](), "Run: make docs"
