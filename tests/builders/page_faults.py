"""What is wrong with a page for somebody who cannot see it, cannot use a mouse, or has a telephone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from builders.addresses import methods_asked_at
from builders.browsing import SMALLEST, WIDTHS, found_by_axe, open_details, width_needed

_LOOK = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")

_ROOMY = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
"""What a reader may ask of all text (WCAG 2.2, 1.4.12)."""


def page_faults(page: Page, widths: Sequence[int] = WIDTHS) -> list[str]:
    """What axe and ourselves find, at a desk and on the narrowest telephone; everything is opened for it.

    ``widths`` are those that axe looks at.
    """
    open_details(page)
    seen: dict[str, Any] = page.evaluate(_LOOK)
    found = [*seen["wrong"], *_forms(seen["forms"], page.url)]
    found += [f"{width} px: {rule}: {places}" for width, rule, places in found_by_axe(page, widths)]
    for what in ("", " with room between its words"):
        wide = width_needed(page, SMALLEST)
        found += [f"needs {wide} px{what}"] if wide > SMALLEST else []
        page.add_style_tag(content=_ROOMY)
    return found


def _forms(forms: list[dict[str, Any]], here: str) -> Iterator[str]:
    """What keeps a form from working without a script."""
    for form in forms:
        for path in form["sends"]:
            if form["method"].upper() not in methods_asked_at(path):
                yield f"a form sends {form['method']} to {path}"
        if not form["sends"]:
            yield f"a form without a button on {here}"
        if form["method"] == "post" and not form["token"]:
            yield f"a form without a token on {here}"
