"""The set phrases of plan sentences and what each does: one table, matched longest first.

A phrase is written with alternatives ("set|agreed") and optional words ("the?"). ``does`` is the part it
plays and ``says`` what it means there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import Literal, NamedTuple

from oneplan.document.phrases.tokens import Tokens

Does = Literal[
    "change",
    "bound",
    "bound_after",
    "relation",
    "comparator",
    "cue",
    "unset",
    "head",
    "recurs",
    "plain",
]


class Phrase(NamedTuple):
    """A phrase as its words, with the part it plays."""

    words: tuple[str, ...]
    does: Does
    says: str


_TABLE: tuple[tuple[Does, str, str], ...] = (
    (
        "change",
        "increase",
        "increase|increases|increased|increasing|rise|rises|rising|risen|raise|raised|raises|raising|grow|grows|grown|growing|growth|more|greater|higher|expand|expanded|expansion|boost|boosted|double|doubled|doubling|treble|trebled|triple|tripled",
    ),
    ("change", "increase", "upward trend|trajectory"),
    (
        "change",
        "decrease",
        "decrease|decreases|decreased|decreasing|reduce|reduces|reduced|reducing|reduction|reductions|fewer|less|lower|lowered|lowering|falling|fallen|cut|cuts|decline|declining|minimise|minimised|narrow|narrows|narrowed|narrowing|narrower|halve|halved|halving|eliminate|eliminated|shorten|shortened|shorter|close|closed|closing",
    ),
    ("change", "decrease", "rates|numbers|levels|cases|incidents fall|falls|drop"),
    ("change", "increase", "twice as many|much"),
    ("change", "decrease", "fall|drop in|of|by"),
    ("change", "decrease", "to|will|should|must fall|drop"),
    ("change", "decrease", "falls|drops by"),
    ("change", "decrease", "fall|falls|drop|drops to|from"),
    ("change", "decrease", "falls|drops year on|each|every? year"),
    ("change", "decrease", "downward trend|trajectory"),
    (
        "change",
        "improve",
        "improve|improves|improved|improving|improvement|improvements|better|accelerated",
    ),
    (
        "change",
        "maintain",
        "maintain|maintained|maintains|maintaining|maintenance|sustain|sustained|sustaining|remain|remains|keep|kept|stabilise|stabilised",
    ),
    (
        "change",
        "maintain",
        "no further? increase|rise|deterioration|worsening|reduction|decrease|fall",
    ),
    ("plain", "", "higher education|needs|level|apprenticeships"),
    ("plain", "", "more able|vulnerable|information|details|detailed"),
    ("plain", "", "lower super|layer|level|socio|income|quartile"),
    ("plain", "", "growing up"),
    ("plain", "", "less able"),
    ("plain", "", "close to|by|working|links|liaison|monitoring"),
    ("plain", "", "cut off"),
    ("plain", "", "short cut"),
    ("plain", "", "growth restricted|restriction"),
    ("plain", "", "drop in|ins sessions|session|centres|centre|service|services|clinic|clinics"),
    ("bound", "at_least", "at least"),
    ("bound", "at_least", "a? minimum of?"),
    ("bound", "at_least", "no|not less|fewer|lower than"),
    ("bound", "at_least", "more|greater|higher|longer than"),
    ("bound", "at_least", "not below|under|beneath"),
    ("bound", "at_most", "not above|over"),
    ("bound", "at_least", "over|above|exceed|exceeds|exceeding"),
    ("bound", "at_least", "in excess of"),
    ("bound", "at_least", "upwards of"),
    ("bound", "at_most", "at most"),
    ("bound", "at_most", "a? maximum of?"),
    ("bound", "at_most", "no|not more|greater|higher|longer than"),
    ("bound", "at_most", "less|fewer|lower than"),
    ("bound", "at_most", "under|below|beneath"),
    ("bound", "at_most", "up to"),
    ("bound", "at_most", "not to? exceed|exceeding"),
    ("bound", "equals", "exactly|precisely"),
    ("bound", "equals", "equal to"),
    ("bound_after", "at_least", "or|and more|above|over|higher|greater|better|upwards"),
    ("bound_after", "at_least", "minimum"),
    ("bound_after", "at_most", "or|and fewer|less|below|under|lower"),
    ("bound_after", "at_most", "maximum"),
    ("relation", "in_line_with", "in line with"),
    ("relation", "in_line_with", "in-line with"),
    ("relation", "in_line_with", "the? same as"),
    ("relation", "in_line_with", "comparable|similar|equal with|to"),
    ("relation", "in_line_with", "on a? par with"),
    (
        "relation",
        "in_line_with",
        "match|matches|matching|reach|reaches|reaching|meet|meets|meeting|equals|equalling",
    ),
    ("relation", "in_line_with", "level with"),
    (
        "relation",
        "at_or_better_than",
        "at|meet|meets|match|matches|equal|reach or above|exceed|exceeds|better|exceeding|surpass|beat",
    ),
    ("relation", "at_or_better_than", "at or above|below|better|under|higher|lower than?"),
    ("relation", "at_or_better_than", "in line with or|and|/ better|above|higher|below than?"),
    ("relation", "at_or_better_than", "equal to|or|, or? better|above|higher than?"),
    ("relation", "at_or_better_than", "as good as or? better? than?"),
    ("relation", "at_or_better_than", "at least in line with"),
    ("relation", "at_or_better_than", "at least as good as"),
    ("relation", "at_or_better_than", "at least equal to"),
    ("relation", "at_or_better_than", "no|not worse|lower|higher than"),
    ("relation", "better_than", "better|faster|quicker than"),
    ("relation", "better_than", "at a? greater|faster|better|higher rate|pace than"),
    ("relation", "better_than", "outperform|outperforms|outperforming|beat|beats"),
    ("relation", "better_than", "ahead of"),
    (
        "relation",
        "not_significantly_different_from",
        "not statistically? significantly? different from|to|than",
    ),
    ("relation", "not_significantly_different_from", "statistically similar to"),
    (
        "relation",
        "not_significantly_different_from",
        "no statistically? significant difference from|to|between|with",
    ),
    (
        "relation",
        "not_significantly_worse_than",
        "not statistically? significantly worse|below|lower|higher|above than?",
    ),
    ("relation", "top_quartile", "top|upper|best|highest quartile"),
    ("relation", "top_quartile", "top|best performing? quarter"),
    (
        "comparator",
        "England",
        "national|england|english|england's average|averages|mean|median|rate|figure|level|levels|benchmark|performance|norm|expectations",
    ),
    ("comparator", "England", "average for england"),
    ("comparator", "England", "average in england"),
    ("comparator", "England", "england|national"),
    ("comparator", "England", "national|england as a whole"),
    ("comparator", "England", "nationally"),
    (
        "comparator",
        "region",
        "regional average|mean|median|rate|figure|level|benchmark|performance",
    ),
    ("comparator", "region", "regionally"),
    ("comparator", "region", "in the region"),
    (
        "comparator",
        "region",
        "north|south|west|east|eastern|yorkshire east|west|midlands|of|region average|midlands|england? average?",
    ),
    (
        "comparator",
        "statistical_neighbours",
        "statistical neighbour|neighbours|neighbour's|neighbors average|mean|median|rate|figure|authorities?",
    ),
    (
        "comparator",
        "statistical_neighbours",
        "statistical neighbour|neighbours|neighbour's|neighbors",
    ),
    ("comparator", "statistical_neighbours", "sn|sns average|mean|median"),
    ("comparator", "statistical_neighbours", "nearest neighbour|neighbours average|mean?"),
    ("comparator", "peers", "comparator|similar|comparable authorities|areas|councils|group"),
    ("comparator", "peers", "peer|family group|authorities average?"),
    ("comparator", "county", "county|countywide average|mean|rate"),
    ("comparator", "London", "london average"),
    ("cue", "baseline", "baseline|baselines|base-line"),
    ("cue", "baseline", "starting point|figure|position"),
    ("cue", "baseline", "current|latest|present|existing performance|level|rate|figure|position"),
    ("cue", "baseline", "current|currently|presently|now|existing"),
    ("cue", "baseline", "actual|actuals|outturn|latest"),
    ("cue", "baseline", "compared to|with"),
    ("cue", "from", "up|down from"),
    ("cue", "target", "target|targets|goal|ambition|trajectory"),
    ("cue", "from", "from"),
    ("cue", "to", "to"),
    ("cue", "goal", "achieve|achieves|achieving|attain|attaining|secure|securing"),
    ("cue", "to", "to|will|should|must|shall be"),
    ("cue", "at", "at"),
    ("cue", "by", "by"),
    ("cue", "based", "based on"),
    ("cue", "to", "becoming|hitting"),
    ("cue", "to", "so|such that"),
    ("cue", "within", "within"),
    ("cue", "was", "was|were"),
    (
        "unset",
        "",
        "to be set|established|agreed|confirmed|determined|identified|developed|collected|defined|decided|advised|finalised|negotiated|calculated|gathered|provided|published|supplied",
    ),
    ("unset", "", "tbc|tba|tbd|tbe"),
    ("unset", "", "being set|established|agreed|determined|developed|collected"),
    ("unset", "", "not yet|currently? known|available|set|established|agreed|collected|in?"),
    (
        "unset",
        "",
        "will be set|established|agreed|confirmed|determined|identified|collected|available|provided",
    ),
    ("unset", "", "yet to be set|established|agreed|confirmed|determined|identified"),
    (
        "unset",
        "before",
        "establish|establishing|set|setting|agree|identify|determine|collect|create a|the? new|initial|robust? baseline|baselines",
    ),
    ("unset", "before", "no baseline"),
    (
        "unset",
        "data",
        "data|figures|results|information to|will provide|form|inform|be|become|set|establish the|a? baseline|baselines|target|targets",
    ),
    (
        "head",
        "percent",
        "percentage|proportion|%|percentages|share of|in|who|with|achieving|attending|receiving|progressing|reaching",
    ),
    ("head", "number", "number|numbers|total of|in|who|with"),
    ("head", "rate", "rate|rates|level|levels|gap of|in|between|for"),
    ("head", "number", "no|nos .? of"),
    ("head", "ratio", "ratio of|between|for"),
    ("recurs", "", "annually|yearly"),
    ("recurs", "", "per year|annum|month|quarter|term|week"),
    ("recurs", "", "each|every|a year|quarter|month|term|week"),
    ("recurs", "", "in each|every year|quarter|month|term"),
    ("recurs", "", "year on year"),
    ("recurs", "", "year-on-year"),
)


def _spell_out(pattern: str) -> list[tuple[str, ...]]:
    choices: list[list[tuple[str, ...]]] = []
    for word in pattern.split():
        optional = word.endswith("?")
        options = [(option,) for option in word.removesuffix("?").split("|")]
        choices.append([*options, ()] if optional else list(options))
    return [tuple(part for parts in chosen for part in parts) for chosen in product(*choices)]


@dataclass(slots=True)
class _Node:
    """Where the words read so far lead: to a whole phrase, to more words, or to both."""

    phrase: Phrase | None = None
    after: dict[str, _Node] = field(default_factory=dict)


def _grown() -> _Node:
    root = _Node()
    for does, says, pattern in _TABLE:
        for words in _spell_out(pattern):
            node = root
            for word in words:
                node = node.after.setdefault(word, _Node())
            node.phrase = node.phrase or Phrase(words, does, says)
    return root


_TREE = _grown()


def recognise_phrase(tokens: Tokens, place: int) -> Phrase | None:
    """The longest set phrase that begins at a place."""
    longest: Phrase | None = None
    node = _TREE.after.get(tokens.low(place))
    while node is not None:
        longest = node.phrase or longest
        place += 1
        node = node.after.get(tokens.low(place)) if node.after else None
    return longest
