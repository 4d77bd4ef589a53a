"""Forms that are sent, and what must come of them."""

from __future__ import annotations

from typing import Any

from django.test import Client


def sent(browser: Client, path: str, **given: Any) -> str:
    """Where a form leads that is heeded."""
    answer: Any = browser.post(path, given)
    assert answer.status_code == 302, answer.text
    return str(answer.headers["Location"])


def refused(browser: Client, path: str, **given: Any) -> str:
    """The page with a form that is refused, which says so in its title and at its top."""
    answer: Any = browser.post(path, given)
    assert answer.status_code == 422
    assert "There is a problem" in answer.text
    assert "<title>Error: " in answer.text
    return str(answer.text)
