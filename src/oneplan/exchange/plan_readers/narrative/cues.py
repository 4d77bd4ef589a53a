"""What a heading announces: a vocabulary of section cues, each a few telling words, and its role.

A heading is matched by the words that tell something, in any order, so that "What will be done?",
"What we are going to do" and "What will we do?" need no lines of their own. The cue that explains
most of the heading wins; a heading that says mostly something else is no cue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from oneplan.exchange.plan_readers.narrative.wording import telling_words

Role = Literal[
    "vision",
    "value",
    "approach",
    "context",
    "evidence",
    "activity",
    "success",
    "measures",
    "focus",
    "said",
    "achieved",
    "members",
    "lead",
    "actions",
    "outcomes",
    "priorities",
    "recommendation",
    "scrutiny",
    "section",
    "glossary",
    "left_out",
]

ELEMENT_ROLES: frozenset[Role] = frozenset(
    ("evidence", "activity", "success", "measures", "focus", "members", "lead", "actions")
)
"""Roles that belong to the outcome, priority or partnership under whose heading they stand."""

CONTAINERS: frozenset[Role] = frozenset(("outcomes", "priorities"))
"""Roles under which every heading or list item is an element of its own."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A role announced in the source. ``label`` is the plan's own wording, ``rest`` what follows it."""

    role: Role
    label: str
    rest: str = ""


_VOCABULARY: dict[Role, str] = {
    "vision": "vision|vision statement|mission value|vision aim|vision ambition|vision mission|mission|aspiration|ambition|what want achieve|long term vision",
    "value": "value|belief|what believe|vision value|value behaviour|what stand",
    "approach": "approach|principle|guiding principle|value principle|how work|how work together|working together|way working|"
    "how deliver|delivery|delivering|how go about|what else needed|what else need|enabler|cross cutting principle|commissioning principle",
    "context": "introduction|vision value approach|vision value principle|vision value priority|vision priority|vision outcome|vision outcome priority|foreword|welcome|background|context|setting scene|executive summary|purpose|scope|who for|"
    "national context|policy context|national local context",
    "evidence": "why important|why matter|why does matter|why priority|why focus|why need|why doing|why|what know|where now|"
    "where are now|what data tell|data tell|what evidence tell|evidence|evidence base|need|need assessment|case change|picture|"
    "current position|current picture|key fact|fact figure|story behind baseline|rationale|challenge|what issue|"
    "issue challenge|what need tell|reason|strength|strength challenge|what worried|what working well|working well|what need change|what evidence say|what data say|population|lived experience|area development|what problem",
    "activity": "what do|what done|what going do|do|how achieve|how get there|how make happen|how do|what deliver|"
    "area work|area activity|area work activity|activity|key activity|how respond|next do|what happen next do|what need do|how change",
    "success": "what success look like|success look like|how success look|what good look like|good look like|what difference make|"
    "difference make|what want see|want see|what look like|what different|what be different|where want be|what hope see|"
    "benefit|expected outcome|intended outcome|desired outcome|expected impact|where want get|what achieve outcome|intended impact|desired impact|impact|statement|what mean|what change see|result want|what expect see|vision success",
    "measures": "how success measured|success measured|how measured|how measure|how measure success|how know|how know working|"
    "how know made difference|how know making difference|how know succeeded|how know achieved|measure|measure success|success measure|"
    "outcome measure|indicator|outcome indicator|performance indicator|performance measure|success criterion|kpi|target|"
    "progress measure|measuring success|measuring progress|measuring impact|headline indicator|headline measure|"
    "how track progress|how monitor progress|how monitor|measured|indicator success|impact measure|impact indicator|success criteria|know worked|know it worked|how know making progress|how know progress|outcome indicator measure|how judge success|measurement success|what measure",
    "focus": "area focus|focus|focus area|where focus|what focus|area improvement|improvement area|areas concentrate",
    "said": "said|what say|what child say|what said|told|what told|what heard|heard|promised|what promised|asked|what asked",
    "achieved": "achieved|what difference made|what doing already|already doing|what doing now|what done already|what achieved|did|what did|response|what done so far|achievement|listened|done since|progress made|"
    "progress so far|what done result|what done response|what now done|so did",
    "members": "membership|membership board|membership partnership|membership group|membership trust|member board|member partnership|member group|member|partner|who partner|who involved|partnership member|board member|member organisation|"
    "partner organisation|who sit board",
    "lead": "who lead|lead partnership|lead board|led by|who responsible|lead|responsible board|accountable board",
    "actions": "action priority|action|key action|commitment|pledge|promise|what commit|priority action|action take|planned action|"
    "headline action|what do by when|deliverable",
    "outcomes": "outcome|outcome want|outcome achieve|outcome seek|outcome work towards|what outcome|what outcome do want|what outcome want|outcome want see|goal",
    "priorities": "priority|what priority|theme|priority theme|theme priority|objective|aim|aim objective|priority area|ambition priority|"
    "ambition area|pillar|aim priority|priority action area",
    "recommendation": "recommendation|recommended|decision required|decision sought|cabinet asked|board asked",
    "scrutiny": "scrutiny|overview scrutiny|scrutiny comment|scrutiny feedback|scrutiny panel|scrutiny committee|scrutiny board",
    "section": "survey result|consultation result|consultation finding|engagement finding|survey finding|how develop|how plan developed|engagement co production|co production|said did|said achieved|said done|listened did|next step|consultation|consultation engagement|engagement|voice|governance|governance monitoring|monitoring|"
    "monitoring review|performance management|resource|finance|funding|risk|what happen next|looking ahead|looking forward|how involve|"
    "implication|equality|supporting information|background paper|conclusion",
    "glossary": "glossary|glossary term|abbreviation|acronym|jargon|jargon buster|term used|list abbreviation",
    "left_out": "content|table content|contact|contact point|specific contact point report|contact detail|further information contact|"
    "find out more|find out more online|relevant officer|relevant cabinet member|contact u|signed|signed by|report author|version control|document control|lead officer contact",
}
_ALONE: frozenset[Role] = frozenset(
    (
        "outcomes",
        "priorities",
        "lead",
        "members",
        "said",
        "achieved",
        "left_out",
        "context",
        "glossary",
    )
)
"""Roles whose words are common in other headings: they must explain the whole of it."""
_ENOUGH = {"scrutiny": 0.3, "recommendation": 0.5}
_LONGEST = 16
_DASH = re.compile(r"\s[-–—]\s|\s\(")


def _by_word() -> dict[str, list[tuple[frozenset[str], Role]]]:
    found: dict[str, list[tuple[frozenset[str], Role]]] = {}
    for role, phrases in _VOCABULARY.items():
        for phrase in phrases.split("|"):
            words = frozenset(telling_words(phrase)) or frozenset(phrase.split())
            for word in words:
                found.setdefault(word, []).append((words, role))
    return found


_BY_WORD = _by_word()


def heading_cue(text: str) -> Cue | None:
    """The role that a heading announces, None where it announces none of them."""
    stripped = text.strip(" :-–—.…")
    head = _DASH.split(stripped, maxsplit=1)[0]
    for part in dict.fromkeys((stripped, head)):
        if part and len(part.split()) <= _LONGEST:
            role = _best(frozenset(telling_words(part)))
            if role:
                return Cue(role, part)
    return None


def _best(words: frozenset[str]) -> Role | None:
    best: tuple[int, float] = (0, 0.0)
    chosen: Role | None = None
    for word in words:
        for cue, role in _BY_WORD.get(word, ()):
            if not cue <= words:
                continue
            covered = len(cue) / len(words)
            enough = 1.0 if role in _ALONE else _ENOUGH.get(role, 0.66)
            rank = (len(cue), -_ORDER[role])
            if covered >= enough and rank > best:
                best, chosen = rank, role
    return chosen


_ORDER: dict[Role, int] = {role: number for number, role in enumerate(_VOCABULARY)}


def run_in_cue(text: str) -> Cue | None:
    """The role of a paragraph that opens with its own heading ("Membership: the county council, …")."""
    head, colon, rest = text.partition(":")
    if not colon or not rest.strip(" -") or len(head.split()) > 6:
        return None
    cue = heading_cue(head)
    return Cue(cue.role, cue.label, rest.strip()) if cue else None
