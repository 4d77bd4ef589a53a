"""The source of a heavy page without what holds no words: pictures, scripts and styles inside it."""

from __future__ import annotations

import re
from itertools import islice

from oneplan.exchange.plan_readers.limits import Limits, cut_off
from oneplan.vocabulary.findings import Finding, Source

_PICTURE = re.compile(r"data:[\w/+.;=-]{0,100},[A-Za-z0-9+/=%\s]*")
_TAG = re.compile("<")
_WITHOUT_WORDS = ("script", "style", "svg")


def lightened(text: str, place: Source, limits: Limits) -> tuple[str, list[Finding]]:
    """The text, where it is too heavy without such parts, and cut if that is not enough."""
    if _is_light(text, limits):
        return text, []
    text = _PICTURE.sub("", text)
    for tag in _WITHOUT_WORDS:
        text = _without(tag, text)
    if text.count("<") > limits.tags:
        return _before_tag(text, limits.tags), [cut_off(place, f"{limits.tags:,} tags of the page")]
    if len(text) > limits.markup:
        end = text.rfind("<", 0, limits.markup)
        what = f"{limits.markup:,} characters of the page's source"
        return text[: end if end > 0 else limits.markup], [cut_off(place, what)]
    return text, []


def _is_light(text: str, limits: Limits) -> bool:
    return len(text) <= limits.markup and text.count("<") <= limits.tags


def _before_tag(text: str, most: int) -> str:
    """The text before its tag number ``most``."""
    tag = next(islice(_TAG.finditer(text), most, None), None)
    return text if tag is None else text[: tag.start()]


def _without(tag: str, text: str) -> str:
    """The text without the elements of a tag that are closed."""
    opening, closing = (re.compile(f"<{slash}{tag}\\b", re.IGNORECASE) for slash in ("", "/"))
    kept, at = [], 0
    while start := opening.search(text, at):
        end = closing.search(text, start.end())
        if end is None:
            break
        kept.append(text[at : start.start()])
        at = end.start()
    return "".join([*kept, text[at:]])
