"""Headings by their words: "Priority 1: …", "Area for improvement: …", lines in capitals, "2.1 …".

Formats give headings where a style says so. Many plans only print them, and every plan has its own
words for its levels; the words are taken from the plan, and the usual ones are known beforehand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from oneplan.document.schema import ElementKind

_LONGEST = 300
_KINDS: tuple[tuple[ElementKind, str], ...] = (
    (
        "focus_area",
        (
            r"(?:key )?areas? (?:for|of) (?:improvement|focus|development|action|work|need|concern|weakness)"
            r"|(?:key )?focus areas?|sub[- ]?priority|improvement area|priority area|key area"
            r"|focus|sub[- ]?objective|sub[- ]?theme|sub[- ]?outcome"
        ),
    ),
    (
        "outcome",
        (
            r"(?:strategic |key |shared |population |high[- ]level |ecm |overarching |our )?"
            r"(?:outcomes?(?: area)?|ambitions?|goals?|vision outcome|promises?|pledges?)"
        ),
    ),
    (
        "priority",
        (
            r"(?:strategic |key |shared |our |top |main |local |plan |cypp |improvement |delivery )?"
            r"(?:priorit(?:y|ies)(?: theme)?|objectives?|aims?|themes?|pillars?|commitments?|missions?)"
        ),
    ),
    (
        "workstream",
        r"work ?streams?|strands?|programmes?|projects?|work packages?|building blocks?",
    ),
    ("partnership", r"partnerships?|delivery groups?"),
    (
        "section",
        r"sections?|parts?|chapters?|enablers?|cross[- ]cutting themes?|domains?|key themes?",
    ),
)
_CODE = (
    r"(?:\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[A-Z]{1,3}\s?\d{1,2}(?:\.\d{1,2})?|[A-H]|[IVX]{1,5}"
    r"|(?i:one|two|three|four|five|six|seven|eight|nine|ten))"
)
_AFTER_LABEL = (
    rf"(?:(?: (?:No\.? ?|Number )?|\s?#)(?P<code>{_CODE}))?\s*"
    r"(?::|\||[-–—](?=\s)|\.(?=\s)|(?P<bare>\s|$))\s*(?P<title>.*)"
)
_KNOWN_LABEL = re.compile(
    "(?P<label>(?i:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS)
    + r"))(?![\w-])"
    + _AFTER_LABEL,
    re.DOTALL,
)
_ANY_LABEL = re.compile(
    r"(?P<label>[A-Za-z][A-Za-z-]{2,20}(?: [A-Za-z-]{2,20}){0,2}?)" + _AFTER_LABEL, re.DOTALL
)
_NUMBERED = re.compile(
    r"(?P<code>\d{1,2}(?:\.\d{1,2}){0,3}|[A-Z]{1,3}\d{1,2}(?:\.\d{1,2})?|[A-H])[.):]?\s+(?=[A-Z‘“\"'])(?P<title>.+)"
)
_SPELT = {
    word: str(number)
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1
    )
}
_LETTERS = re.compile(r"[^\W\d_]")
_SENTENCE = re.compile(r"[.;,]$")


@dataclass(frozen=True, slots=True)
class HeadingWords:
    """A heading taken apart. ``label`` is the plan's word for the level, None where it has none."""

    title: str
    label: str | None = None
    code: str | None = None
    kind: ElementKind | None = None
    capitals: bool = False

    @property
    def level_name(self) -> str | None:
        """The label without plural and capitals, by which headings of a level know one another."""
        if self.label is None:
            return None
        name = " ".join(self.label.casefold().split())
        return re.sub(r"^(?:our|key|strategic) ", "", name)


def read_heading(text: str, own_labels: frozenset[str] = frozenset()) -> HeadingWords | None:
    """The heading that a line is by its words alone, None where it reads as anything else.

    ``own_labels`` are the labels that :func:`labels_of` found the plan to use.
    """
    line = " ".join(text.split())
    if not line or len(line) > _LONGEST:
        return None
    return _labelled(line, own_labels) or _in_capitals(line)


def take_apart(text: str, own_labels: frozenset[str] = frozenset()) -> HeadingWords:
    """A line that is known to be a heading, with its label, code and title told apart."""
    line = " ".join(text.split())
    known = _labelled(line, own_labels)
    if known:
        return known
    numbered = _NUMBERED.fullmatch(line)
    if numbered:
        title = numbered["title"].strip()
        return HeadingWords(_clean(title), code=numbered["code"], capitals=is_capitals(title))
    return HeadingWords(_clean(line), capitals=is_capitals(line))


def labels_of(lines: Iterable[str]) -> frozenset[str]:
    """The words, not known beforehand, that a plan numbers its parts with ("Promise 1", "Promise 2")."""
    codes: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        match = _ANY_LABEL.match(line[:_LONGEST])
        if match and match["code"] and match["bare"] is None:
            codes[match["label"].casefold()].add(match["code"])
    return frozenset(label for label, found in codes.items() if len(found) > 1 and label != "table")


def is_capitals(text: str) -> bool:
    """Whether a line is written in capitals, as headings are; a lone abbreviation is not."""
    if text.upper() != text or len(_LETTERS.findall(text)) < 8:
        return False
    long = [word for word in text.split() if len(_LETTERS.findall(word)) >= 4]
    return len(long) > 1 or (bool(long) and ":" not in text and len(text.split()) > 1)


def _labelled(line: str, own_labels: frozenset[str]) -> HeadingWords | None:
    match = _KNOWN_LABEL.match(line)
    kind = None
    if match is None:
        match = _ANY_LABEL.match(line) if own_labels else None
        if match is None or match["label"].casefold() not in own_labels:
            return None
    else:
        kind = next(name for name, _ in _KINDS if match[name] is not None)
    label, code, title = match["label"], match["code"], match["title"].strip()
    if match["bare"] is not None and not (code and _stands_bare(title)):
        return None
    if not code and (not title or label.casefold().endswith("s")):
        return None
    return HeadingWords(
        _clean(title) or f"{label} {code}",
        label.capitalize() if label.isupper() else label,
        _SPELT.get((code or "").casefold(), code),
        _as_kind(kind),
        is_capitals(line),
    )


def _stands_bare(title: str) -> bool:
    """Whether what follows "Priority 1" without a mark is a title: nothing, or a capital letter."""
    return not title or (title[0].isupper() and not _SENTENCE.search(title))


def _in_capitals(line: str) -> HeadingWords | None:
    if not is_capitals(line) or len(line) > 160:
        return None
    numbered = _NUMBERED.fullmatch(line)
    if numbered:
        return HeadingWords(_clean(numbered["title"]), code=numbered["code"], capitals=True)
    return HeadingWords(_clean(line), capitals=True)


def _as_kind(name: str | None) -> ElementKind | None:
    return next((kind for kind, _ in _KINDS if kind == name), None)


def _clean(title: str) -> str:
    return title.strip().rstrip(".:;").strip()


def in_sentence_case(heading: HeadingWords, names: Mapping[str, str]) -> HeadingWords:
    """A heading in capitals as one would write it in a sentence.

    ``names`` are proper names by how they look in small letters.
    """
    if not heading.capitals:
        return heading
    words = [names.get(word.lower(), word.lower()) for word in heading.title.split(" ")]
    title = " ".join(words)
    return replace(heading, title=title[:1].upper() + title[1:])
