"""The state of reading a sentence: what has been said so far that the next chunk may lean on."""

from __future__ import annotations

from oneplan.document.phrases.chunks import Chunk
from oneplan.document.phrases.facts import Fact, Reading
from oneplan.document.phrases.tokens import Tokens, words

FILLERS = words(
    "a an the there around about approximately approx c ca circa nearly almost just only some total average of "
    "figure figures rate level is are was were at = : - – — ( ) , . stands estimated known in be been an "
    "further additional up overall position currently its their our for now value set year financial"
)
_NAMING = ("baseline", "target", "actual", "outturn", "and")
_IN_BRACKETS = ("performance", "result", "results")
_NO = words("no none nobody never")
_REACH = 8


class Sentence:
    """A walk through the chunks of a text. Cue, bound, relation and nouns hold to the end of a sentence."""

    def __init__(self, tokens: Tokens, chunks: list[Chunk]) -> None:
        self.tokens = tokens
        self.chunks = chunks
        self.reading = Reading()
        self.last: Fact | None = None
        self.open: list[int] = []
        self.gap_unit = ""
        self.first_sentence = True
        self.set_then: Chunk | None = None
        self.first = 0
        self._clear()

    def _clear(self) -> None:
        self.cue: str | None = None
        self.cue_after = 0
        self.bound: Chunk | None = None
        self.relation: Chunk | None = None
        self.comparator: Chunk | None = None
        self.change: Chunk | None = None
        self.head: Chunk | None = None
        self.nouns: list[str] = []
        self.noun_at = -1
        self.pending: Chunk | None = None
        self.unset: list[Fact] = []

    def begin_next(self, first: int) -> None:
        """Forgets what holds for one sentence only; the next one begins at a token."""
        self._clear()
        self.open.clear()
        self.first_sentence = False
        self.first = first

    def near(self, after: int, first: int) -> bool:
        """Whether only words that say nothing stand between two places."""
        if first - after > _REACH:
            return False
        low = self.tokens.low
        return all(low(place) in FILLERS for place in range(after, first))

    def reaches(self, after: int, first: int) -> bool:
        """Whether a period said before a number still belongs to it."""
        low = self.tokens.low
        between = [low(place) for place in range(after, min(first, after + _REACH))]
        if first - after >= _REACH or "(" in between:
            return False
        naming = (*_NAMING, *_IN_BRACKETS) if self.open else _NAMING
        return all(word in FILLERS or word in naming for word in between)

    def cued(self, chunk: Chunk) -> str | None:
        """The cue that stands right before a chunk: "from", "to", "by", "baseline" …"""
        return self.cue if self.cue and self.near(self.cue_after, chunk.first) else None

    def carry_cue(self, chunk: Chunk) -> None:
        """Lets a cue hold beyond a chunk: "baseline (2008/09) 45%", "to at least 80%"."""
        if self.cued(chunk) and (chunk.does != "period" or self.cue in ("baseline", "target")):
            self.cue_after = chunk.after

    def add(self, fact: Fact) -> None:
        """Takes a fact up as the latest."""
        self.reading.facts.append(fact)
        self.last = fact
        self.unset = []

    def spent(self) -> None:
        """What led up to a number has done its work."""
        self.cue = None
        self.nouns, self.noun_at = [], -1

    def hold(self, period: Chunk) -> None:
        """Keeps a period for what follows."""
        self.carry_cue(period)
        self.pending = period
        self.reading.unclaimed.append(period)

    def claim(self, period: Chunk) -> None:
        """Gives a period that was held to a fact."""
        self.pending = None
        if period in self.reading.unclaimed:
            self.reading.unclaimed.remove(period)

    def following(self, place: int) -> Chunk | None:
        """The chunk after one."""
        return self.chunks[place + 1] if place + 1 < len(self.chunks) else None

    def has_value(self, role: str) -> bool:
        """Whether a baseline or target with a number has been read."""
        return any(fact.role == role and fact.value is not None for fact in self.reading.facts)

    def denies(self, before: int) -> bool:
        """Whether "no child", "nobody" or the like stands in front of a place."""
        places = range(max(self.first, before - _REACH), before)
        return any(self.tokens.low(place) in _NO for place in places)

    def is_compared(self) -> bool:
        """Whether a target has been read that is how to stand to others."""
        return any(fact.role == "target" and fact.comparator for fact in self.reading.facts)


def is_purpose(tokens: Tokens, change: Chunk) -> bool:
    """Whether a change is what something is done for: "a campaign to reduce smoking"."""
    return tokens.low(change.first - 1) == "to" and change.first - 2 >= 0
