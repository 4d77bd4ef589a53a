"""wrong-word: a word that sounds like the one that is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.passages import SENTENCES, passages
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_SOUNDS_LIKE: tuple[tuple[str, str], ...] = (
    (r"dependant (?:up)?on", "dependent on"),
    (
        r"(?:its|the|their|harmful|adverse|negative|positive|side|long.term) affects?(?= (?:of|on|and|are|is|in)\b)",
        "effect",
    ),
    (
        r"(?:lead|key|major|\w+'s|[A-Z]{3,}o?|co-?ordinator|officer|manager) roll (?:of|to|in|as|and)",
        "role",
    ),
    (
        r"the roll of (?:\w+ ){0,3}(?:workers?|officers?|managers?|leads?|SENCOs?|parents|governors?|boards?|schools?|staff|nurses?|teachers?|partners?|members?|councillors?|co-?ordinators?)",
        "role",
    ),
    (r"principle (?:officer|social worker|aim|objective|author)s?", "principal"),
    (r"loose (?:their|its|the) (?:home|job|tenanc|place|fund|benefit)\w*", "lose"),
    (r"Gyps(?:y|ies),? (?:and )?Roman", "Roma"),
    (r"complement(?:ary)? therap\w+ of charge", "complimentary"),
    (r"(?:city|county|borough|district|town|parish) counsel(?:s|lors)?", "council"),
    (r"youth defending service", "youth offending service"),
    (r"(?:formally|previously) know as", "known as"),
    (r"(?:would|should|could|must) of (?:been|had|done)", "have"),
    (r"breath(?=ing spaces)", "breathing"),
    (r"in (?:affect|principal)(?= (?:from|agree|support|by|since)\w*)", "in effect, in principle"),
    (r"personnel (?:education|development|budget|care) (?:plan|record|allowance)s?", "personal"),
    (r"moral of (?:staff|the workforce|teachers|officers)", "morale"),
    (r"elicit drugs?", "illicit"),
    (r"pubic (?:health|service|sector|transport|body|bodies|meeting|consultation)", "public"),
)
_ALL = re.compile(
    "|".join(rf"(?P<w{n}>\b{words}\b)" for n, (words, _) in enumerate(_SOUNDS_LIKE)), re.I
)

_CERTAIN = frozenset(
    ("Roma", "public", "illicit", "personal", "council", "youth offending service")
)
"""What is meant where nothing else can be."""

_SIGNS_OF_ONE = (
    "dependant", "affect", " roll ", "principle", "principal", "loose ", "gyps", "complement", "counsel",
    "defending", "know as", " of been", " of had", " of done", "breath", "personnel", "moral ", "elicit", "pubic",
)  # fmt: skip


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for passage in passages(facts):
        if passage.part not in SENTENCES and passage.part not in ("funding", "title"):
            continue
        lower = passage.text.lower()
        if not any(sign in lower for sign in _SIGNS_OF_ONE):
            continue
        for match in _ALL.finditer(passage.text):
            meant = _SOUNDS_LIKE[int((match.lastgroup or "w0")[1:])][1]
            yield about(
                RULE.name,
                "warning" if meant in _CERTAIN else "info",
                passage,
                "This word sounds like another, which seems to be meant.",
                quotes=(match.group(),),
                fix=f"Is “{meant}” meant?",
            )


RULE = Rule(
    name="wrong-word",
    title="A word that sounds like the one that is meant",
    severity="warning",
    family="words",
    scope="alone",
    meaning="A word stands where one of like sound is usual: dependant on, its affects, the roll of, pubic "
    "health. A warning where nothing else can be meant, else worth a look.",
    why="A spelling checker does not find it, and the local paper does.",
    bad="Delivery is dependant on the school's roll as lead.",
    good="Delivery is dependent on the school's role as lead.",
    check=_check,
)
