"""What a page tells and offers where scripts are off, beside the same page where they are on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

from builders.addresses import methods_asked_at
from builders.browsing import WIDTHS, resize

_DRAWN_ANEW = "The key: "
"""How a line begins that is another each time a page is opened: the secret for an app that makes codes."""
_LOOK = Path(__file__).with_name("told_and_offered.js").read_text(encoding="utf-8")


def missed_without_script(plain: Page, scripted: Page) -> list[str]:
    """What somebody without scripts misses on a page, and what on it would do nothing for them.

    Both are open at the page as it was loaded: ``plain`` with scripts off, ``scripted`` with them on. Nothing
    is left out of the comparison: what the site's scripts add comes while somebody types.
    """
    without: dict[str, Any] = plain.evaluate(_LOOK)
    with_it: dict[str, Any] = scripted.evaluate(_LOOK)
    dead = [f"leads to no page: {link}" for link in without["links"] if not _is_page(link)]
    never = [f"is never shown: {each}" for each in _never_shown(plain, without["hidden"])]
    return [*without["wrong"], *never, *dead, *_differences(without["told"], with_it["told"])]


def _never_shown(page: Page, hidden: Sequence[str]) -> list[str]:
    """What of it is hidden at a desk too: some things stand in the one place there, in another on a telephone."""
    before = page.viewport_size
    if not hidden or not before:
        return []
    resize(page, WIDTHS[0])
    at_desk = page.evaluate(_LOOK)["hidden"]
    resize(page, before["width"])
    return [each for each in hidden if each in at_desk]


def _is_page(link: str) -> bool:
    parts = urlsplit(link)
    return bool(parts.scheme) or "GET" in methods_asked_at(parts.path)


def _differences(
    without: Mapping[str, Sequence[str]], with_it: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    for name in with_it:
        scripted, plain = _lasting(with_it[name]), _lasting(without[name])
        if scripted != plain:
            more, fewer = Counter(scripted), Counter(plain)
            yield from (f"{name} by a script only: {each}" for each in more - fewer)
            yield from (f"{name} without a script only: {each}" for each in fewer - more)
            if more == fewer:
                yield f"{name} stand in another order"


def _lasting(lines: Sequence[str]) -> list[str]:
    return [each for each in lines if not each.startswith(_DRAWN_ANEW)]
