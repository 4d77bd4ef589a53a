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
    matched = [_match(line, titles) for line in lines[:_MOST_LINES]]
    _match_by_number(lines, matched, _numbered_once(drafts))
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


def _match(line: FrontLine, titles: dict[str, Draft]) -> Draft | None:
    key = _title(line)
    if not key:
        return None
    if key in titles:
        return titles[key]
    near = process.extractOne(key, titles.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return titles[near[0]] if near else None


def _title(line: FrontLine) -> str:
    words, numbered = read_heading(line.text), _NUMBERED.fullmatch(line.text)
    return plain(words.title if words else numbered["title"] if numbered else line.text)


def _match_by_number(
    lines: list[FrontLine], matched: list[Draft | None], parts: dict[str, Draft]
) -> None:
    """Finds the part of a line that is worded otherwise by its number, where the list's numbers are the parts'."""
    marks = [_mark(line) for line in lines[: len(matched)]]
    known = [(mark, part) for mark, part in zip(marks, matched, strict=True) if mark and part]
    right = sum(mark == part.heading.code for mark, part in known)
    trusted = right > 1 and right * 2 > len(known)
    taken = {id(part) for part in matched}
    for at, mark in enumerate(marks):
        part = parts.get(mark) if mark and matched[at] is None else None
        if part is None or id(part) in taken:
            continue
        likeness = fuzz.token_set_ratio(_title(lines[at]), plain(part.heading.title))
        if trusted or likeness >= _REWORDED:
            matched[at] = part
            taken.add(id(part))


def _mark(line: FrontLine) -> str | None:
    mark = _NUMBER.match(line.marker) or _NUMBERED.match(line.text)
    return mark["number"] if mark else None


def _number(draft: Draft, line: FrontLine) -> None:
    mark = _mark(line)
    if mark and draft.heading.code is None:
        draft.heading = replace(draft.heading, code=mark)


def _name_the_part_above(draft: Draft, line: FrontLine) -> None:
    """A short line above the parts of a section without a label is that section's own name."""
    above = draft.parent
    if above is None or above.parent is None or above.title or above.heading.label:
        return
    name = line.text.strip()
    if line.marker or len(name) > _LONGEST_NAME or _SENTENCE.search(name):
        return
    above.title = name
