"""Which of the bodies named on the first pages is the partnership whose plan it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from string import capwords

_WORD = r"(?:[A-Z][\w’'&.-]*|0-\d{2}|&)"
_LINK = r"(?:of|and|for|the|in|on|with)"
_KIND = (
    r"(?:(?:Partnership|Alliance|Forum)\s+(?:[Aa]gainst|for)\s+[A-Z][\w’'-]+(?:\s+(?:and\s+)?[A-Z][\w’'-]+){0,2}|"
    r"Strategic\s+Partnership(?:\s+(?:Group|Board))?|Partnership(?:\s+(?:Group|Board|Executive))?|Children’s\s+Trust|Children's\s+Trust|Trust\s+Board|"
    r"Alliance|Strategic\s+Group|Executive\s+Group|Consortium|Forum|Health\s+(?:and|&)\s+Well-?\s?[Bb]eing\s+Board|Board|Council)"
)
_BODY = re.compile(
    rf"\b((?:{_WORD}\s+(?:{_LINK}\s+){{0,2}}){{0,8}}{_KIND})\b(?:\s+\(([A-Z]{{2,10}})\))?"
)
_ACTS = re.compile(
    r"\b(?:(?:is|are|be) (?:jointly |together )?responsible for|takes? responsibility|has responsibility|wants|delivers?|has led|leads|actively led|"
    r"owns|has (?:agreed|developed|produced|written)|publish(?:es|ed)|is a partnership|brings together)\b"
)
_DONE_BY = re.compile(
    r"\b(?:led|owned|agreed|developed|produced|published|prepared|written|overseen) by (?:the )?$|\bon behalf of (?:the )?$|\bresponsibility of (?:the )?$",
    re.IGNORECASE,
)
_PLAN = re.compile(r"\b(?:plan|strategy|cypp)\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"^(?:(?:the|our|this|an?|in|by|and|of|for|to|at|from|on|what|why|how|when|while|welcome|however|as|that)\s+)+",
    re.IGNORECASE,
)
_SMALL_WORD = re.compile(r"(?<=\s)(?:And|Of|For|The|In|On|With)(?=\s)")
_FRONT = 12
_BELOW_THE_TITLE = 3
_AFTER_THE_NAME = re.compile(
    r"(?:\s+[–—|-]\s+|,\s+|\s+\()(?:last |version|v\d|draft|final|updated|approved|agreed|adopted|published|(?:19|20)\d\d|\w+ (?:19|20)\d\d).*$"
    r"|\s+and (?:its |our )?partners$|:\s+(?:[\w’'&,–-]+\s+){0,8}(?:plan|strategy|framework|priorities)\b.*$",
    re.IGNORECASE,
)
_WEIGHTS = (
    ("partnership", 2.0),
    ("trust", 2.0),
    ("alliance", 2.0),
    ("group", 1.0),
    ("board", 0.5),
    ("council", -1.0),
)


def likeliest_partnership(texts: Sequence[str]) -> str | None:
    """The body that the first pages name as the plan's own, None where none stands out."""
    scores: defaultdict[str, float] = defaultdict(float)
    names: dict[str, str] = {}
    for place, text in enumerate(texts):
        cased = _from_capitals(text) if text.isupper() else text
        for match in _BODY.finditer(cased[:1500]):
            name = _tidy(match[1])
            if len(name.split()) < 2:
                continue
            key = _key(name)
            if len(name) > len(names.get(key, "")):
                names[key] = name
            scores[key] += _score(cased, match, place)
    best = max(scores, key=lambda key: scores[key], default=None)
    return names[_in_full(best, names, texts)] if best and scores[best] >= 3 else None


def _from_capitals(text: str) -> str:
    """ "HEALTH AND WELLBEING BOARD" with capitals as names have them."""
    return _SMALL_WORD.sub(lambda word: word.group().lower(), capwords(text))


def _in_full(key: str, names: dict[str, str], texts: Sequence[str]) -> str:
    """The name with its place ("Barset Children's Trust" for "Children's Trust"), where a line has it."""
    lines = {_key(_tidy(text.strip(" .:"))) for text in texts if len(text.split()) <= 10}
    fuller = [name for name in names if name.endswith(f" {key}") and not name.startswith("local ")]
    return next((name for name in fuller if name in lines), key)


def _score(text: str, match: re.Match[str], place: int) -> float:
    name = match[1].lower()
    score = 0.3 * next((weight for word, weight in _WEIGHTS if word in name), 0.0)
    line = _AFTER_THE_NAME.sub("", text).strip(" .:")
    whole = len(match[0]) >= 0.9 * len(line)
    if whole and place < _FRONT:
        score += 4 if 0 < place <= _BELOW_THE_TITLE else 3
    after, before = (
        text[match.end() : match.end() + 110],
        text[max(0, match.start() - 60) : match.start()],
    )
    if _ACTS.search(after) and (_PLAN.search(after) or " wants " in after):
        score += 3
    if _DONE_BY.search(before):
        score += 3
    return score


def _tidy(name: str) -> str:
    name = " ".join(name.split())
    return _BEFORE.sub("", name)


def _key(name: str) -> str:
    plain = name.lower().replace("’", "'").replace("&", "and").replace("'s", "")
    return re.sub(r"^(?:the)\s+", "", plain)
