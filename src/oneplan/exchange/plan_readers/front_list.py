"""The plan's own list of its parts at the front: it names and numbers what is set out later."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from oneplan.exchange.plan_readers.drafts import Draft, DraftTree, plain
from oneplan.exchange.plan_readers.headings import read_heading
from oneplan.vocabulary.findings import Source

_MOST_LINES = 400
_ALIKE = 88
_REWORDED = 65
_LONGEST_NAME = 80
_NUMBER = re.compile(r"\(?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}|[A-Z])[.)]?$")
_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})[.)]?\s+(?P<title>\D.*)")
_SENTENCE = re.compile(r"[.;:,]$")


@dataclass(frozen=True, slots=True)
class FrontLine:
    """A line before the first part of the plan, with the list mark that it had."""

    text: str
    marker: str
    source: Source


def match_front_list(lines: list[FrontLine], tree: DraftTree) -> None:
    """Give parts the names and numbers that the front list has for them; nothing is added."""
    drafts = [draft for draft in tree.root.walk() if draft.parent]
    titles = {plain(draft.heading.title): draft for draft in drafts}
    if not titles:
        return
    numbered = _numbered_once(drafts)
    matched = [_match(line, titles, numbered) for line in lines[:_MOST_LINES]]
    for at, draft in enumerate(matched):
        if draft is not None:
            _number(draft, lines[at])
            if at and matched[at - 1] is None:
                _name_the_part_above(draft, lines[at - 1])


def _numbered_once(drafts: list[Draft]) -> dict[str, Draft]:
    """The parts by the numbers that only one of them has."""
    times = Counter(draft.heading.code for draft in drafts)
    return {
        draft.heading.code: draft
        for draft in drafts
        if draft.heading.code and times[draft.heading.code] == 1
    }


def _match(line: FrontLine, titles: dict[str, Draft], parts: dict[str, Draft]) -> Draft | None:
    """The part that a line names; one of the same number may be worded otherwise."""
    text = line.text
    words = read_heading(text)
    numbered = _NUMBERED.fullmatch(text)
    title = words.title if words else numbered["title"] if numbered else text
    key = plain(title)
    if not key:
        return None
    if key in titles:
        return titles[key]
    near = process.extractOne(key, titles.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    if near:
        return titles[near[0]]
    mark = _NUMBER.match(line.marker) or numbered
    part = parts.get(mark["number"]) if mark else None
    reworded = part and fuzz.token_set_ratio(key, plain(part.heading.title)) >= _REWORDED
    return part if reworded else None


def _number(draft: Draft, line: FrontLine) -> None:
    mark = _NUMBER.match(line.marker) or _NUMBERED.match(line.text)
    if mark and draft.heading.code is None:
        draft.heading = replace(draft.heading, code=mark["number"])


def _name_the_part_above(draft: Draft, line: FrontLine) -> None:
    """A short line above the parts of a section without a label is that section's own name."""
    above = draft.parent
    if above is None or above.parent is None or above.title or above.heading.label:
        return
    name = line.text.strip()
    if line.marker or len(name) > _LONGEST_NAME or _SENTENCE.search(name):
        return
    above.title = name
