"""From chunks to facts: which number is the baseline, which the target, which a change, and of what period."""

from __future__ import annotations

from dataclasses import dataclass, field

from oneplan.document.phrases.chunks import Chunk
from oneplan.document.phrases.periods import PeriodFound
from oneplan.document.phrases.quantities import PERCENT, POINTS
from oneplan.document.phrases.tokens import Tokens

_FILLERS = frozenset(
    [
        "a",
        "an",
        "the",
        "around",
        "about",
        "approximately",
        "approx",
        "c",
        "ca",
        "circa",
        "nearly",
        "almost",
        "just",
        "only",
        "some",
        "total",
        "average",
        "of",
        "figure",
        "figures",
        "rate",
        "level",
        "is",
        "are",
        "was",
        "were",
        "at",
        "=",
        ":",
        "-",
        "–",
        "—",
        "(",
        ",",
        ".",
        "stands",
        "estimated",
        "known",
        "in",
        "be",
        "been",
        "an",
        "further",
        "additional",
        "up",
        "overall",
        "position",
        "currently",
        "its",
        "their",
        "our",
        "for",
        "now",
        "value",
        "set",
        "year",
        "financial",
    ]
)
_CHAIN = frozenset(
    (
        ",",
        "and",
        "&",
        "then",
        ";",
        "/",
        "a",
        "further",
        "followed",
        "up",
        "or",
        ")",
        "to",
        "by",
        "in",
    )
)
_BETWEEN_CHANGE = frozenset(
    [
        "annual",
        "yearly",
        "year",
        "on",
        "-",
        "–",
        "percentage",
        "point",
        "points",
        "overall",
        "net",
        "further",
        "real",
        "per",
        "annum",
        "relative",
        "in",
        "the",
    ]
)
_TIMES = frozenset(("minutes", "hours", "days", "weeks", "months", "years"))
_MULTIPLES = {
    "halve": 50.0,
    "halved": 50.0,
    "halving": 50.0,
    "double": 100.0,
    "doubled": 100.0,
    "doubling": 100.0,
}
_UNTIL = frozenset(("by", "until", "before", "till"))
_BASED = frozenset(("from", "on", "against", "over", "than", "with", "to", "since", "vs", "v"))
_OF_FIGURES = frozenset(
    ("baseline", "baselines", "figures", "figure", "levels", "level", "data", "outturn", "position")
)


@dataclass(slots=True)
class Fact:
    """A baseline, target or change that a sentence states, with the tokens it stands in."""

    role: str
    first: int
    after: int
    value: float | None = None
    unit: str | None = None
    period: PeriodFound | None = None
    relation: str | None = None
    comparator: str | None = None
    sign: str | None = None
    to_be_set: bool = False
    change: Fact | None = None
    cue: str | None = None


@dataclass(slots=True)
class Reading:
    """What the chunks of a text say together."""

    facts: list[Fact] = field(default_factory=list)
    changes: list[Chunk] = field(default_factory=list)
    heads: list[Chunk] = field(default_factory=list)
    unclaimed: list[Chunk] = field(default_factory=list)


class Assembler:
    """Walks the chunks once, left to right, and gives each number its part."""

    def __init__(self, tokens: Tokens, chunks: list[Chunk]) -> None:
        self._tokens = tokens
        self._chunks = chunks
        self._reading = Reading()
        self._begin_sentence()
        self._last: Fact | None = None
        self._open: list[int] = []
        self._sentence_first = 0
        self._gap_unit = ""

    def read(self) -> Reading:
        """The facts of the text in order."""
        takers = {
            "quantity": self._take_quantity,
            "period": self._take_period,
            "change": self._take_change,
            "cue": self._take_cue,
            "bound": self._take_bound,
            "bound_after": self._take_bound_after,
            "relation": self._take_relation,
            "comparator": self._take_comparator,
            "unset": self._take_unset,
            "head": self._take_head,
            "open": self._take_open,
            "close": self._take_close,
            "stop": self._take_stop,
        }
        for place, chunk in enumerate(self._chunks):
            taker = takers.get(chunk.does)
            if taker is not None:
                taker(place, chunk)
        self._settle()
        return self._reading

    def _begin_sentence(self) -> None:
        self._cue: str | None = None
        self._cue_after = 0
        self._bound: Chunk | None = None
        self._relation: Chunk | None = None
        self._comparator: Chunk | None = None
        self._change: Chunk | None = None
        self._head: Chunk | None = None
        self._nouns: list[str] = []
        self._noun_at = -1
        self._pending: Chunk | None = None
        self._unset: list[Fact] = []
        self._fresh = True

    def _near(self, after: int, first: int) -> bool:
        if first - after > 8:
            return False
        low = self._tokens.low
        return all(low(place) in _FILLERS for place in range(after, first))

    def _cued(self, chunk: Chunk) -> str | None:
        return self._cue if self._cue and self._near(self._cue_after, chunk.first) else None

    def _carry_cue(self, chunk: Chunk) -> None:
        if self._cued(chunk) and (
            chunk.does != "period" or self._cue in ("baseline", "target", "from")
        ):
            self._cue_after = chunk.after

    def _take_head(self, _place: int, chunk: Chunk) -> None:
        self._reading.heads.append(chunk)
        if self._head is None:
            self._head = chunk

    def _take_open(self, _place: int, chunk: Chunk) -> None:
        self._open.append(chunk.after)

    def _take_close(self, _place: int, _chunk: Chunk) -> None:
        if self._open:
            self._open.pop()

    def _take_stop(self, _place: int, chunk: Chunk) -> None:
        self._begin_sentence()
        self._open.clear()
        self._fresh = False
        self._sentence_first = chunk.after

    def _take_change(self, _place: int, chunk: Chunk) -> None:
        self._reading.changes.append(chunk)
        self._change = chunk
        self._cue, self._cue_after = "change", chunk.after
        multiple = _MULTIPLES.get(self._tokens.low(chunk.first))
        if multiple is not None:
            fact = Fact("change", chunk.first, chunk.after, multiple, PERCENT, sign=chunk.says)
            self._add(fact)

    def _take_cue(self, _place: int, chunk: Chunk) -> None:
        if chunk.says in ("baseline", "target"):
            self._nouns.append(chunk.says)
            self._noun_at = chunk.first if self._noun_at < 0 else self._noun_at
            if (
                self._last is not None
                and self._last.role == "target"
                and self._last.after == chunk.first
            ):
                self._last.role = chunk.says
        self._cue, self._cue_after = chunk.says, chunk.after

    def _take_bound(self, _place: int, chunk: Chunk) -> None:
        self._carry_cue(chunk)
        self._bound = chunk

    def _take_bound_after(self, _place: int, chunk: Chunk) -> None:
        if self._last is not None and chunk.first - self._last.after <= 1:
            self._last.relation = chunk.says
            self._last.after = chunk.after

    def _take_relation(self, place: int, chunk: Chunk) -> None:
        self._relation = chunk
        self._bound = None
        if chunk.says == "top_quartile":
            self._add(Fact("target", chunk.first, chunk.after, relation=chunk.says))
        elif self._tokens.low(chunk.after - 1) in ("reach", "reaches", "reaching"):
            self._cue, self._cue_after = "to", chunk.after

    def _take_comparator(self, place: int, chunk: Chunk) -> None:
        self._comparator = chunk
        last = self._last
        if last is not None and last.role == "target" and last.relation == "top_quartile":
            if chunk.first - last.after <= 4 and last.comparator is None:
                last.comparator, last.after = chunk.says, chunk.after
            return
        relation = self._relation_to(chunk)
        if relation is not None:
            first, says = relation
            fact = Fact("target", first, chunk.after, relation=says, comparator=chunk.says)
            if says == "gap_at_most" and self._relation is not None:
                fact.value, fact.unit = self._relation.value, self._gap_unit
            self._add(fact)
            self._relation = self._bound = None
            self._cue = None

    def _relation_to(self, chunk: Chunk) -> tuple[int, str] | None:
        relation, bound = self._relation, self._bound
        if relation is not None and chunk.first - relation.after <= 5:
            return relation.first, relation.says
        if bound is not None and chunk.first - bound.after <= 4:
            words = self._tokens.low(bound.first)
            strict = words in (
                "more",
                "greater",
                "higher",
                "over",
                "above",
                "exceed",
                "exceeds",
                "exceeding",
                "less",
                "fewer",
                "lower",
                "under",
                "below",
                "beneath",
            )
            return bound.first, "better_than" if strict else "at_or_better_than"
        if self._cue in ("to", "at") and self._near(self._cue_after, chunk.first):
            return self._cue_after, "in_line_with"
        return None

    def _add(self, fact: Fact) -> None:
        self._reading.facts.append(fact)
        self._last = fact
        self._unset = []

    def _take_unset(self, place: int, chunk: Chunk) -> None:
        nouns = list(dict.fromkeys(self._nouns))
        if chunk.says == "before" or (
            chunk.says == "data" and "target" not in self._tokens.low(chunk.after - 1)
        ):
            nouns = ["baseline"]
        elif chunk.says == "data":
            nouns = ["target"]
        if not nouns and self._cued(chunk) in ("from", "to"):
            nouns = ["baseline" if self._cue == "from" else "target"]
        if not nouns:
            return
        first = self._noun_at if self._noun_at >= 0 else chunk.first
        facts = [Fact(noun, min(first, chunk.first), chunk.after, to_be_set=True) for noun in nouns]
        if self._pending is not None:
            for fact in facts:
                fact.period = self._pending.period
                fact.first = min(fact.first, self._pending.first)
            self._claim(self._pending)
        for fact in facts:
            self._add(fact)
        self._unset = facts
        self._nouns, self._noun_at = [], -1
        self._cue = None

    def _claim(self, chunk: Chunk) -> None:
        self._pending = None
        if chunk in self._reading.unclaimed:
            self._reading.unclaimed.remove(chunk)

    def _take_period(self, place: int, chunk: Chunk) -> None:
        if self._unset:
            self._date_unset(chunk)
            return
        if self._begins_baseline(place, chunk) or self._is_noun_period(chunk):
            self._hold(chunk)
            return
        if self._is_baseline_period(place, chunk):
            self._add(Fact("baseline", chunk.first, chunk.after, period=chunk.period))
            return
        last = self._last
        if last is not None and last.period is None and self._may_date(last, chunk):
            last.period, last.after = chunk.period, max(chunk.after, last.after)
            self._carry_cue(chunk)
            return
        self._hold(chunk)

    def _hold(self, chunk: Chunk) -> None:
        self._carry_cue(chunk)
        self._pending = chunk
        self._reading.unclaimed.append(chunk)

    def _date_unset(self, chunk: Chunk) -> None:
        facts, self._unset = self._unset, []
        if self._tokens.low(chunk.after) in ("baseline", "baselines", "figures", "data", "levels"):
            self._add(Fact("baseline", chunk.first, chunk.after + 1, period=chunk.period))
            return
        for fact in facts:
            if fact.role == "baseline" and fact.period is None:
                fact.period, fact.after = chunk.period, chunk.after

    def _begins_baseline(self, place: int, chunk: Chunk) -> bool:
        """Whether "2007/08 baseline of 69%" or "2007/08 data to provide baseline"."""
        following = self._chunks[place + 1] if place + 1 < len(self._chunks) else None
        if following is None or not self._near(chunk.after, following.first):
            return False
        if self._tokens.low(chunk.after) == ",":
            return False
        if following.does == "unset":
            return following.says == "data"
        if following.does != "cue" or following.says != "baseline":
            return following.does == "quantity" and self._cued(chunk) in (
                "baseline",
                "target",
                "from",
            )
        later = self._chunks[place + 2] if place + 2 < len(self._chunks) else None
        return (
            later is not None
            and later.does in ("quantity", "unset")
            and self._near(following.after, later.first)
        )

    def _is_noun_period(self, chunk: Chunk) -> bool:
        return self._noun_at >= 0 and (self._last is None or self._noun_at >= self._last.after)

    def _is_baseline_period(self, place: int, chunk: Chunk) -> bool:
        """Whether "on 2005 baseline", "based on 2008/09 figures", "from 2005 levels"."""
        before = self._tokens.low(chunk.first - 1)
        if before in ("a", "the", "our"):
            before = self._tokens.low(chunk.first - 2)
        if self._tokens.low(chunk.after) in _OF_FIGURES:
            return before in _BASED or self._cued(chunk) in ("baseline", "based", "from")
        return (
            before in ("from", "since", "on")
            and self._change is not None
            and self._last is not None
            and self._last.role == "change"
        )

    def _may_date(self, fact: Fact, chunk: Chunk) -> bool:
        before = self._tokens.low(chunk.first - 1)
        if fact.first < self._sentence_first:
            return False
        if fact.role == "baseline" and before in _UNTIL:
            return False
        return not (fact.role == "change" and before in ("from", "since"))

    def _take_quantity(self, place: int, chunk: Chunk) -> None:
        bound, self._bound = self._bound or self._relation_as_bound(chunk), None
        if bound is not None and not self._near(bound.after, chunk.first):
            bound = None
        role = self._role(place, chunk, bound)
        if role is None:
            self._carry_cue(chunk)
            return
        if role == "gap":
            self._relation = Chunk(
                "relation", "gap_at_most", self._cue_after - 1, chunk.after, chunk.value
            )
            self._gap_unit = chunk.says
            return
        first = bound.first if bound is not None else chunk.first
        fact = Fact(role, first, chunk.after, chunk.value, chunk.says, cue=self._cued(chunk))
        if bound is not None:
            fact.relation = bound.says
        if self._tokens.low(chunk.after) == "+":
            fact.relation, fact.after = "at_least", chunk.after + 1
        if role == "change":
            self._signed(place, fact, chunk)
        self._give_pending(fact, chunk)
        self._add(fact)
        self._cue = None
        self._nouns, self._noun_at = [], -1

    def _relation_as_bound(self, chunk: Chunk) -> Chunk | None:
        """ "At or below 18%" as the bound that it is beside a number."""
        relation = self._relation
        if (
            relation is None
            or relation.says != "at_or_better_than"
            or not self._near(relation.after, chunk.first)
        ):
            return None
        words = {self._tokens.low(place) for place in range(relation.first, relation.after)}
        return relation._replace(
            says="at_most" if words & {"below", "under", "lower"} else "at_least"
        )

    def _give_pending(self, fact: Fact, chunk: Chunk) -> None:
        pending = self._pending
        if pending is not None and self._reaches(pending.after, chunk.first):
            fact.period = pending.period
            fact.first = min(fact.first, pending.first)
            self._claim(pending)

    def _reaches(self, after: int, first: int) -> bool:
        low = self._tokens.low
        return first - after <= 6 and all(
            low(place) in _FILLERS or low(place) in ("baseline", "target", "and", "to")
            for place in range(after, first)
        )

    def _role(self, place: int, chunk: Chunk, bound: Chunk | None) -> str | None:
        cue = self._cued(chunk)
        if chunk.value is None and cue not in ("from", "to", "baseline", "target"):
            return None
        if self._is_gloss(place, chunk):
            return None
        if self._is_change(place, chunk, cue):
            return "change"
        if cue == "within":
            return "gap" if self._is_gap(chunk) else None
        cued = self._cued_role(cue)
        if cued == "target" and self._describes(chunk):
            return None
        if cued is not None:
            return cued
        if cue == "based" or (cue == "by" and bound is None):
            return None
        return self._uncued_role(place, chunk, bound)

    def _cued_role(self, cue: str | None) -> str | None:
        if cue in ("from", "baseline", "was"):
            return "baseline"
        if cue in ("to", "target") or (cue == "goal" and self._head is None):
            return "target"
        maintained = self._change is not None and self._change.says == "maintain"
        return "target" if cue == "at" and maintained else None

    def _describes(self, chunk: Chunk) -> bool:
        """Whether "60% of drivers to be under 30": a second unit describes what the first counts."""
        last = self._last
        if last is None or last.role != "target" or self._change is not None or self._nouns:
            return False
        return last.first >= self._sentence_first and last.unit not in (None, chunk.says)

    def _is_gap(self, chunk: Chunk) -> bool:
        return chunk.says not in _TIMES and self._tokens.low(chunk.after) == "of"

    def _is_gloss(self, place: int, chunk: Chunk) -> bool:
        """Whether "75% (188) of schools": a bracketed number that says the one before it again."""
        if not self._open or self._open[-1] != chunk.first or place < 2:
            return False
        before = self._chunks[place - 2]
        return (
            before.does == "quantity"
            and before.after == chunk.first - 1
            and self._tokens.low(chunk.after) in (")", "/", "of")
        )

    def _is_change(self, place: int, chunk: Chunk, cue: str | None) -> bool:
        if cue in ("from", "to", "baseline", "target", "within"):
            return False
        if cue == "by":
            gestation = chunk.says in _TIMES and self._tokens.low(chunk.after) in ("of", "after")
            return self._change is not None and not gestation
        if self._change_after(place, chunk) is not None:
            return True
        if self._change is None:
            return False
        if cue == "change":
            return self._says_how_much(chunk)
        recurs = self._next_chunk(place)
        annual = recurs is not None and recurs.does == "recurs" and recurs.first == chunk.after
        return chunk.says == POINTS or (annual and self._head is None and chunk.says == PERCENT)

    def _says_how_much(self, chunk: Chunk) -> bool:
        """Whether "reduce 10%", "an increase of around 25%": nothing else stands between."""
        between = {self._tokens.low(at) for at in range(self._cue_after, chunk.first)}
        return between <= {
            "of",
            "around",
            "approximately",
            "about",
            "a",
            "an",
            "further",
            "at",
            "least",
            "circa",
        }

    def _change_after(self, place: int, chunk: Chunk) -> Chunk | None:
        """The change that a number goes before: "10% increase", "0.5% annual decrease", "5 fewer"."""
        following = self._next_chunk(place)
        if following is not None and following.does == "recurs":
            following = self._next_chunk(place + 1)
        if following is None or following.does != "change" or following.says == "maintain":
            return None
        if self._tokens.low(following.after - 1).endswith(("ed", "ing", "en")):
            return None
        if following.first - chunk.after > 4:
            return None
        low = self._tokens.low
        between = all(low(at) in _BETWEEN_CHANGE for at in range(chunk.after, following.first))
        return following if between else None

    def _next_chunk(self, place: int) -> Chunk | None:
        return self._chunks[place + 1] if place + 1 < len(self._chunks) else None

    def _uncued_role(self, place: int, chunk: Chunk, bound: Chunk | None) -> str | None:
        last = self._last
        if self._tokens.low(chunk.first - 1) in ("top", "best", "upper", "performing"):
            self._add(
                Fact(
                    "target",
                    chunk.first - 1,
                    chunk.after,
                    relation="top_quartile" if chunk.value == 25 else None,
                )
            )
            return None
        if (
            last is not None
            and last.role in ("target", "baseline")
            and last.unit == chunk.says
            and self._chained(last, chunk)
        ):
            return last.role
        if self._comparator is not None and self._says_comparator(chunk):
            return None
        if chunk.says in _TIMES and bound is None and chunk.first > 0:
            return None
        if self._open:
            return self._bracketed_role()
        if bound is not None and self._change is not None and self._change.says == "maintain":
            return "target"
        if self._change is not None or self._head is not None:
            return self._described_role(place, chunk)
        if last is not None and (chunk.says != PERCENT or last.role != "target"):
            return None
        return "target"

    def _bracketed_role(self) -> str | None:
        if (
            any(fact.role == "baseline" and fact.value is not None for fact in self._reading.facts)
            and self._fresh
        ):
            return None
        if self._change is not None:
            return "baseline"
        if any(fact.role == "target" and fact.value is not None for fact in self._reading.facts):
            return "baseline" if self._comparator is not None else None
        return "target"

    def _described_role(self, place: int, chunk: Chunk) -> str | None:
        before = self._tokens.low(chunk.first - 1)
        if before in (":", "–", "-", "—", "=") and not self._tokens.at(chunk.first - 1).glued:
            return "target"
        if before in (":", "="):
            return "target"
        following = self._next_chunk(place)
        ends = (
            following is None
            or following.does in ("stop", "period")
            or self._tokens.low(chunk.after) in ("by", "in")
        )
        if chunk.says == PERCENT and self._head is not None and self._change is None and ends:
            return "target"
        return None

    def _chained(self, last: Fact, chunk: Chunk) -> bool:
        low = self._tokens.low
        return chunk.first - last.after <= 4 and all(
            low(at) in _CHAIN for at in range(last.after, chunk.first)
        )

    def _says_comparator(self, chunk: Chunk) -> bool:
        """Whether "the national average is 43%": kept as the value of a relation that stands open."""
        comparator = self._comparator
        if comparator is None or (self._open and not self._fresh):
            return False
        open_facts = [
            fact for fact in self._reading.facts if fact.role == "target" and fact.comparator
        ]
        if not open_facts:
            return chunk.first - comparator.after <= 6
        if self._fresh and chunk.first - comparator.after > 3:
            return False
        fact = open_facts[-1]
        if fact.value is None:
            fact.value, fact.unit = chunk.value, chunk.says
        else:
            self._reading.facts.append(
                Fact(
                    "target",
                    chunk.first,
                    chunk.after,
                    chunk.value,
                    chunk.says,
                    relation=fact.relation,
                    comparator=fact.comparator,
                )
            )
        return True

    def _signed(self, place: int, fact: Fact, chunk: Chunk) -> None:
        """Gives a change its direction and takes in the words that say it."""
        following = self._change_after(place, chunk)
        if following is not None:
            fact.sign, fact.after = following.says, following.after
        elif self._change is not None:
            fact.sign = self._change.says
        for later in self._chunks[place + 1 : place + 3]:
            if later.does == "recurs" and later.first <= fact.after:
                fact.after = max(fact.after, later.after)

    def _settle(self) -> None:
        self._drop_described()
        self._date_beforehand()

    def _drop_described(self) -> None:
        """A number without a cue describes what is measured where "from … to …" says the values."""
        facts = self._reading.facts
        cues = [fact.cue for fact in facts]
        if "from" not in cues or "to" not in cues:
            return
        start = cues.index("from")
        self._reading.facts = [
            fact
            for place, fact in enumerate(facts)
            if place >= start or fact.cue or fact.role != "target" or fact.value is None
        ]

    def _date_beforehand(self) -> None:
        """A period said beforehand ("By March 2010 …") belongs to the one target without a period."""
        bare = [
            fact
            for fact in self._reading.facts
            if fact.role != "baseline" and fact.period is None and not fact.to_be_set
        ]
        before = [
            chunk for chunk in self._reading.unclaimed if bare and chunk.after <= bare[0].first
        ]
        if (
            len(bare) == 1
            and len(before) == 1
            and self._tokens.low(before[0].first - 1) in ("by", "in", "during", "of", "", ",")
        ):
            bare[0].period = before[0].period
            self._reading.unclaimed.remove(before[0])
