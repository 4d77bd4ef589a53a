"""Text that a row or page break cut: does it go on, and how is it put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from oneplan.document.phrases.items import split_items
from oneplan.exchange.plan_readers.blocks import Line

_ENDS = re.compile(r"[.!?;:…][\"'”’)\]]*$")
_GOES_ON = re.compile(
    r"(?:[,&/(–]|\b(?:and|or|the|a|an|of|to|for|in|on|at|by|from|with|which|that|including|per|is|are"
    r"|their|its|as|be|will|between|within|into|through|via|our|all|each|any|such|who|not)|-)$",
    re.IGNORECASE,
)
_LONGEST_SENTENCE = 20_000
_WORD_CUT = re.compile(r"[a-z]-$")


def ended(text: str) -> bool:
    """Whether a text ends as a sentence or list item does."""
    return bool(_ENDS.search(text.rstrip()))


def breaks_off(text: str) -> bool:
    """Whether a text plainly stops in mid-sentence: at a comma, a bracket or a little word."""
    text = text.rstrip()
    if text.count("(") > text.count(")"):
        return True
    return bool(_GOES_ON.search(text))


def goes_on(text: str) -> bool:
    """Whether a text begins in mid-sentence."""
    first = text.lstrip()[:1]
    return first.islower() or first in ",;.)%&"


def join_onto(before: list[Line], after: Sequence[Line], *, after_break: bool) -> None:
    """Add the rest of a cell to its lines, a sentence cut by the break made whole.

    Without a page break between, only what plainly goes on in mid-sentence does.
    """
    if not before or not after:
        before.extend(after)
        return
    last, first = before[-1], after[0]
    cut = goes_on(first.text) or breaks_off(last.text) or (after_break and not ended(last.text))
    if first.bullet or not cut or len(last.text) > _LONGEST_SENTENCE:
        before.extend(after)
        return
    rest = (split_items(first.text) if last.bullet else []) or [first.text]
    before[-1] = replace(last, text=put_together(last.text, rest[0]))
    before.extend(Line(item, last.bullet, last.level) for item in rest[1:])
    before.extend(after[1:])


def put_together(before: str, after: str) -> str:
    """Two pieces of a sentence as one text; a word cut at a hyphen is closed up."""
    if _WORD_CUT.search(before) and after[:1].isalpha():
        return f"{before}{after}"
    return f"{before} {after}"
