"""Words of headings and lead-ins made comparable: small words dropped, plurals folded."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+")
_CURLY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "&": " and "})
_NUMBERING = re.compile(
    r"^\s*(?:(?:section|part|chapter|appendix|annex)\s+)?(?:\(?\d{1,2}(?:\.\d{1,2}){0,3}[.):]?|\(?[a-z][.):]|[ivx]{1,4}[.):])\s+(?=\D)",
    re.IGNORECASE,
)
_FILLERS = frozenset(
    "a an the our your their its his her of for to in on and or with by at from as this that these those it is are"
    " be been being was were will would shall we us you they i if has have had so about into across all every"
    " plan plans strategy key main strategic overarching overall shared ultimate high level top joint local"
    " children child young people person families family parents carers residents communities community"
    " next year years"
    " county borough city district council".split()
)
_KEPT_S = frozenset(
    ("focus", "progress", "success", "process", "address", "business", "status", "news")
)


def plain(text: str) -> str:
    """The text in lower case with straight quotes and plain dashes, runs of space as one."""
    return " ".join(text.translate(_CURLY).casefold().split())


def without_numbering(text: str) -> str:
    """The text without a paragraph or section number at its start."""
    return _NUMBERING.sub("", text, count=1)


def singular(word: str) -> str:
    """The word without a plural s, crudely: good enough to compare headings."""
    if word in _KEPT_S or len(word) < 4 or word.endswith("ss") or not word.endswith("s"):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]


def telling_words(text: str) -> list[str]:
    """The words of a heading that say what it is about, plurals folded, numbers left out."""
    words = _WORD.findall(plain(without_numbering(text)))
    words = [word.split("'")[0] for word in words]
    return [singular(word) for word in words if word not in _FILLERS and not word.isdigit()]


def same_words(text: str) -> str:
    """The text as bare words, for telling whether two titles are the same."""
    return " ".join(_WORD.findall(plain(text)))
