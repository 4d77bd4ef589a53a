"""Items of a cell and steps of an action, whether their bullets were kept, inlined or lost.

Bullets and numbering decide where they stand; else sentences do, and – where even the full stop was
lost – a word with which a new measure begins. A sentence that only goes on about the one before it
("Target for 2010/11 to be set …", "The current average is …") stays with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.phrases.tokens import words

_ROUND = "•●▪■◦‣⁃·∙➢►✓\uf0b7\uf0a7\uf0d8"
_BULLET = re.compile(
    rf"(?:^|(?<=\s))[{_ROUND}]\s*"
    r"|(?:^|(?<=[.;:]\s))(?:[-–—*]\s+(?=[A-Z\d£(“'])|o\s+(?=[A-Z\d£]))"
    r"|\n[ \t]*[-–—*o][ \t]+"
)
_NUMBERING = re.compile(
    r"(?:^|(?<=\s))(?:(?P<number>\d{1,2})[.)]|\(?(?P<letter>[a-z])\)|\(?(?P<roman>i{1,3}|iv|v|vi{1,3}|ix|x)\))[ \t\n]+(?=[A-Za-z\d£(])"
)
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_GAP = re.compile(r"(?<=[.;!?])\s+(?=[A-Z\d£“(])|(?<=\.\))\s+(?=[A-Z\d£])")
_GAP_BEFORE_STEP = re.compile(r"(?<=[.;])\s+(?=[A-Za-z\d£(])")
_SHORT = re.compile(
    r"(?:\b(?:e\.g|i\.e|[Aa]pprox|No|Nos|St|Dr|Mr|Mrs|Ms|inc|incl|etc|cf|vs|p|pp|pg|c|ca|Ltd|Co|dept|Dept|min|max|Yr|yrs|ref|Ref|est)|(?<![\w.])[A-Z]|\b(?:[A-Z]\.)+[A-Z])\.$"
)
_STARTER = re.compile(
    r"(?:(?<=[a-z\d),])|(?<=[A-Z]{2}))\s+(?=(?:An? (?:\d|increase|decrease|reduction)|(?:Increased?|Decreased?|Reduced?|Reductions?|Improved?|Improvements?"
    r"|Percentage|Number|Numbers|Proportion|Fewer|More|Achieve|Maintain|Ensure|Identify|Develop|Implement|Introduce|Launch"
    r"|Establish|Analyse|Complete|Engage|At least|Relevant|Presented)\s+[a-z\d%A-Z]))"
)
_DATED = re.compile(r"(?<=(?:in|by) (?:19|20)\d\d)\s+(?=[A-Z][a-z])")
_GOES_ON = re.compile(
    r"(?:The\s+)?(?:current(?:ly)?|baselines?|targets?|this|these|it|its|they|where|settings\s+include|includes?|including|which|"
    r"based on|compared|however|note|nb|n\.b|source|data|performance in|milestones?|figures?|a further \d[\d,]* \w+ (?:will|to) be\b(?!.))\b",
    re.IGNORECASE,
)
_LEADS_TO_STEPS = re.compile(
    r"(?:\b(?:by|including|through|to|includes?|via|following|follows|actions?|steps|involves?|means)\s*[:;])|:(?=\s*\n)",
    re.IGNORECASE,
)
_WHOLLY_BRACKETED = re.compile(r"^\([^()]*\)[.;]?$")


def split_items(text: str) -> list[str]:
    """The items of a cell in order, without their bullets; one item where nothing parts the text."""
    marked = _at_marks(text)
    if len(marked) != 1 or text.lstrip()[:1] in tuple(_ROUND):
        return marked
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and all(_ends(line) for line in lines[:-1]):
        return [item for line in lines for item in _sentences(_plain(line))]
    return _sentences(_plain(text))


def split_steps(text: str) -> tuple[str, list[str]]:
    """An action's own words and its steps: after its bullets or after a colon ("by:", "including:").

    A remark in brackets that follows the steps belongs to the action's own words.
    """
    pieces = [_plain(piece) for piece in _BULLET.split(text)]
    if len(pieces) > 1:
        return _with_remarks(pieces[0], [piece for piece in pieces[1:] if piece])
    colon = _LEADS_TO_STEPS.search(text)
    if colon is None:
        lines = [_plain(line) for line in text.split("\n") if line.strip()]
        if len(lines) > 2 and not any(_ends(line) for line in lines[:1]):
            return _with_remarks(lines[0], lines[1:])
        return _plain(text), []
    lead, tail = _plain(text[: colon.end()]), text[colon.end() :]
    numbered = _numbered(tail)
    if len(numbered) > 1:
        return _with_remarks(lead, numbered)
    steps = [step for line in tail.split("\n") for step in _parted(_plain(line), _GAP_BEFORE_STEP)]
    if len(steps) == 1 and ";" not in tail and "\n" not in tail.strip():
        return (lead, steps) if steps[0][:1].islower() else (_plain(text), [])
    return _with_remarks(lead, steps)


def _with_remarks(lead: str, steps: list[str]) -> tuple[str, list[str]]:
    remarks = [step for step in steps if _WHOLLY_BRACKETED.match(step)]
    kept = [step for step in steps if not _WHOLLY_BRACKETED.match(step)]
    return " ".join([lead, *remarks]), kept


def _plain(text: str) -> str:
    return " ".join(text.split())


def _ends(line: str) -> bool:
    return line.rstrip()[-1:] in tuple(".;:)") or line.lstrip()[:1].isupper()


def _at_marks(text: str) -> list[str]:
    pieces = [_plain(piece) for piece in _BULLET.split(text)]
    pieces = [piece for piece in pieces if piece]
    if len(pieces) > 1:
        return pieces
    return _numbered(pieces[0]) if pieces else []


def _numbered(text: str) -> list[str]:
    """The pieces after "1. … 2. …", "a) … b) …" or "(i) … (ii) …", where they count up from the first."""
    marks: list[re.Match[str]] = []
    for mark in _NUMBERING.finditer(text):
        if _place(mark, len(marks)) or (not marks and _place(mark, 0)):
            marks.append(mark)
    if len(marks) < 2:
        return [_plain(text)] if text.strip() else []
    before = _plain(text[: marks[0].start()])
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    pieces = [_plain(text[mark.end() : end]) for mark, end in zip(marks, ends, strict=True)]
    return [piece for piece in (before, *pieces) if piece]


def _place(mark: re.Match[str], count: int) -> bool:
    """Whether a mark is the next after ``count`` marks."""
    if mark["number"]:
        return int(mark["number"]) == count + 1
    letter = mark["letter"] or mark["roman"]
    return letter in _ROMANS[count : count + 1] or letter == chr(ord("a") + count)


def _sentences(text: str) -> list[str]:
    items: list[str] = []
    for sentence in _parted(text, _GAP):
        if items and (_GOES_ON.match(sentence) or _WHOLLY_BRACKETED.match(sentence)):
            items[-1] = f"{items[-1]} {sentence}"
        else:
            items += _started(sentence)
    return items


def _started(sentence: str) -> Iterator[str]:
    """The sentence parted where a capital begins a new measure without a full stop before it."""
    start = 0
    gaps = sorted(
        {gap.span() for pattern in (_STARTER, _DATED) for gap in pattern.finditer(sentence)}
    )
    for end, after in gaps:
        head = sentence[start:end]
        if head.count("(") > head.count(")") or _inside_name(
            head.rsplit(" ", 1)[-1], sentence[after : after + 40]
        ):
            continue
        yield head.strip(" ,")
        start = after
    yield sentence[start:].strip()


def _inside_name(before: str, following: str) -> bool:
    """Whether the capital stands in a name ("School Improvement Partners") or after a small word."""
    if before.lower() in _BEFORE_NAMES:
        return True
    second = following.split(" ")[1:2]
    return before[:1].isupper() and bool(second) and second[0][:1].isupper()


_BEFORE_NAMES = words("the a an of in and for to with on by from our their new or at")


def _within_brackets(before: str) -> bool:
    return before.count("(") > before.count(")")


def _parted(text: str, gaps: re.Pattern[str]) -> list[str]:
    pieces: list[str] = []
    start = 0
    for gap in gaps.finditer(text):
        if _SHORT.search(text, max(start, gap.start() - 8), gap.start()):
            continue
        if text[gap.start() - 1] == ";" and _within_brackets(text[start : gap.start()]):
            continue
        pieces.append(text[start : gap.start()].strip())
        start = gap.end()
    pieces.append(text[start:].strip())
    return [piece for piece in pieces if piece]
