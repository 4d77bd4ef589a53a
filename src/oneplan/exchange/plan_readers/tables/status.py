"""How an action stands: RAG and its like, spelt in any way."""

from __future__ import annotations

import re

_COLOURS = {
    "r": "red",
    "red": "red",
    "a": "amber",
    "amber": "amber",
    "yellow": "amber",
    "y": "amber",
    "orange": "amber",
    "g": "green",
    "green": "green",
    "b": "blue",
    "blue": "blue",
    "grey": "grey",
    "gray": "grey",
    "black": "black",
    "purple": "purple",
    "white": "white",
}
_DISCS = {
    "🔴": "red",
    "🟥": "red",
    "🟠": "amber",
    "🟡": "amber",
    "🟧": "amber",
    "🟨": "amber",
    "🟢": "green",
    "🟩": "green",
    "🔵": "blue",
    "🟦": "blue",
    "⚫": "black",
    "⚪": "white",
    "✅": "complete",
    "✔": "complete",
    "✓": "complete",
}
_WORDS = {
    "complete": "complete | completed | c | done | achieved | delivered | finished | action complete"
    " | fully achieved | fully complete | closed complete | met",
    "on track": "on track | on target | on schedule | on course | progressing well | ontrack"
    " | progressing | progressing as planned",
    "in progress": "in progress | under way | underway | started | ongoing | on going | commenced"
    " | active | in hand | work in progress | wip | open",
    "partly complete": "partly complete | partially complete | partly achieved | partially achieved"
    " | part complete | partly met | partially met",
    "at risk": "at risk | some risk | some concern | slight delay | minor delay | some slippage"
    " | slightly behind | minor slippage",
    "off track": "off track | behind schedule | behind | delayed | delay | not on track | off target"
    " | slipped | significant delay | slippage",
    "overdue": "overdue | late | past due | missed",
    "not started": "not started | not yet started | to start | not begun | not commenced | not due"
    " | planned | ns | yet to start | to be started | not yet due | pending",
    "on hold": "on hold | paused | suspended | deferred | postponed",
    "closed": "closed | stopped | withdrawn | cancelled | superseded | no longer required | removed",
    "carried forward": "carried forward | rolled forward | brought forward | c/f",
}
_MEANINGS = {
    phrase.strip(): word for word, phrases in _WORDS.items() for phrase in phrases.split("|")
}
_BLOB = re.compile(
    r"[⬤●○◉■□▪•▲▼◆★*↑↓→←⇧⇩\ufe0f]|\bRAG\b(?:\s*(?:rating|status))?\s*:?", re.IGNORECASE
)
_JOIN = re.compile(r"\s*(?:/|-|–|to|and|&|\|)\s*")
_TAIL = re.compile(r"\s*(?:[:;(\[–—]|-\s|\.\s|,\s)\s*")


def read_status(text: str) -> str | None:
    """The status as a plain word ("green", "amber/green", "on track", "complete").

    What follows the word stays behind a dash; words that are not known stay as printed. None for
    an empty cell.
    """
    known = known_status(text)
    if known is not None:
        return known
    printed = " ".join(text.split())
    first = _TAIL.split(printed, maxsplit=1)
    if len(first) > 1 and (known := known_status(first[0])) and first[1].strip(" )]."):
        return f"{known} – {first[1].strip(' )]')}"
    return printed or None


def is_colour(text: str) -> bool:
    """Whether the whole text is a colour of a traffic light, or the letter of one."""
    plain = " ".join(_BLOB.sub(" ", text).casefold().split()).strip(" .()[]:–-")
    return plain in _COLOURS or any(mark in text for mark in _DISCS)


def known_status(text: str) -> str | None:
    """The plain word where the whole text is a status that is known, else None."""
    discs = [word for mark, word in _DISCS.items() if mark in text]
    for mark in _DISCS:
        text = text.replace(mark, " ")
    plain = " ".join(_BLOB.sub(" ", text).casefold().split()).strip(" .()[]:–-")
    if not plain:
        return discs[0] if discs else None
    if plain in _COLOURS:
        return _COLOURS[plain]
    if plain in _MEANINGS:
        return _MEANINGS[plain]
    parts = _JOIN.split(plain)
    if len(parts) == 2 and all(part in _COLOURS for part in parts):
        return "/".join(_COLOURS[part] for part in parts)
    return _with_reason(parts)


def _with_reason(parts: list[str]) -> str | None:
    """ "Green (on track)" and "Amber: at risk" are their colour."""
    words = [part.strip(" ()[]:.,") for part in parts]
    flat = " ".join(words)
    colour, _, rest = flat.replace("(", " ").replace(":", " ").partition(" ")
    if colour in _COLOURS and len(colour) > 1 and " ".join(rest.split()) in _MEANINGS:
        return _COLOURS[colour]
    return None
