"""Sentences that lead into a list ("By March 2018 we will have:") and the role they give it."""

from __future__ import annotations

import re

from oneplan.exchange.plan_readers.narrative.cues import Cue, Role, heading_cue
from oneplan.exchange.plan_readers.narrative.wording import plain, without_numbering

_LAST_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z(“\"])")
_OPEN_END = re.compile(r"(?::\s?[-–—]?|…|\.\.\.|\s[-–—])\s*$")
_HANGING = re.compile(r"\b(?:to|by|by the|for|that|is|are|be|of|include|including|will|have)$")
_MOST_WORDS = 60

_WHO = r"(?:we|partners?|(?:the |our |this )?(?:[a-z]+ ){0,3}(?:partnership|partners|board|council|trust|agencies|organisations|group|plan))"
_WHEN = r"(?:,? ?(?:by|before|from|in|during|over|within) [a-z0-9 /-]{3,40})?"
_PATTERNS: tuple[tuple[Role, str], ...] = (
    ("vision", r"^(?:our|the) (?:shared |overall )?(?:vision|mission)\b[a-z0-9', -]{0,60}(?:is|for|that|to)$"),
    ("measures", r"^(?:we (?:will|shall) (?:know|measure|judge|track)|success will be (?:measured|judged|shown)|progress will be measured|we will see)\b"),
    ("outcomes", r"^we (?:believe|want (?:all |every |our )?(?:child|young|resident|people|everyone|famil))\b.*"),
    ("outcomes", r"\b(?:outcomes) (?:for .{3,60} )?(?:are|we want|we seek|that we want)\b"),
    ("priorities", r"^(?:we|partners) (?:will|shall) (?:effect|make|bring about|achieve|create|deliver) (?:change|this|these|that|them|it|our (?:vision|ambition|outcomes))\b.*\bby\b"),
    ("priorities", r"^(?:we|partners|there|(?:this|the|our) (?:plan|strategy)) (?:have|has|are|make|makes|set|sets|set out|sets out|agreed?) (?:out )?[a-z0-9]+ (?:[a-z]+ )?(?:priorities|themes|objectives|ambitions|aims|pledges|promises|commitments|pillars|goals)\b"),
    ("priorities", r"\b(?:our|the|these) (?:[a-z0-9]+ ){0,3}(?:priorities|themes|objectives)(?: for [a-z0-9 -]{3,60})? (?:are|will be)(?: to)?$"),
    ("success", r"^(?:by|in) (?:[a-z]+ )?\d{4},? (?:(?:all|every|our|more) )*(?:children|child|young|residents?|people|everyone|families|family|parents)\b.{0,60}\bwill(?: be| have)?$"),
    ("success", r"^this (?:will mean|means)(?: that)?$"),
    ("activity", r"^(?:we|partners|all agencies) (?:will|shall) work (?:together|in partnership|jointly|with [a-z ]{3,40}) (?:to|on)$"),
    ("activity", r"^(?:we (?:will|shall) do this|this will be (?:done|achieved)|to (?:do|achieve) this,? (?:we|partners) (?:will|shall))\b"),
    ("focus", r"\b(?:areas? (?:of|for) focus|focus areas?|areas? for improvement)\b.{0,40}(?:are|is|will be|include)(?: to)?$"),
    ("focus", r"^(?:we will|our)\b.{0,30}\bfocus (?:on|is on|will be on|our efforts on)$"),
    ("value", r"^(?:our |the )?(?:[a-z]+ ){0,3}values\b.*\b(?:are|is)$"),
    ("approach", r"\b(?:approach|principles|ways of working)\b.{0,60}(?:be|be to|are|are to|is|is to|means)$"),
    ("members", r"\b(?:partnership|board|group|trust|forum|alliance|committee) (?:includes?|comprises?|consists of|is made up of|is drawn from|brings together)$"),
    ("members", r"\b(?:members|membership|partners|representatives)\b.{0,60}(?:are|is|include|includes|from|comprises|of)$"),
    ("recommendation", r"\b(?:recommends? that|is asked to|are asked to|is recommended (?:that|to)|is invited to|are recommended to)\b"),
    ("scrutiny", r"\b(?:panel|committee|scrutiny)\b.{0,60}\b(?:points|comments|concerns)\b"),
    ("success", r"\b(?:success (?:will )?(?:look|looks) like|as a result[a-z, ]{0,40}will|what (?:this|it) will look like|i statements)\b"),
    ("evidence", r"\b(?:this is important because|this matters because|is a priority because|we know that)$"),
    ("said", r"^(?:you|we|young people|parents|residents|people) (?:said|told us|asked for|promised)(?: that| we would)?$"),
    ("achieved", r"^(?:so far,? |so |to date,? |already,? |since then,? |in response,? |as a result,? )?(?:we|partners) (?:achieved|did|have|have now|have already|responded by)$"),
    ("actions", rf"\b{_WHO}{_WHEN},? (?:will|shall|(?:are |have |has |is )?(?:commit(?:s|ted)?|agreed?|aims?|intends?|plans?|pledged?|pledges|promised?|promises) to)(?: also| now| therefore| jointly| then)?(?: have(?: to)?)?{_WHEN}$"),
    ("actions", r"\b(?:priorities|actions|plans|commitments|work)\b.*\b(?:include|includes|are|will be|are to|is to)\b.{0,80}$"),
)  # fmt: skip
_COMPILED = tuple((role, re.compile(pattern)) for role, pattern in _PATTERNS)


def is_open(text: str) -> bool:
    """Whether the text ends as one that a list or another line is to follow."""
    return bool(_OPEN_END.search(text[-8:]))


def last_sentence(text: str) -> str:
    """The last sentence of a paragraph, which is the one that leads into the list."""
    tail = text[-600:]
    return _LAST_SENTENCE.split(tail)[-1].strip()


def lead_in_cue(text: str) -> Cue | None:
    """The role that a lead-in gives to the list after it; None where it leads into nothing known.

    The text need not end in a colon: "Our vision is for" on a line of its own leads too.
    """
    sentence = last_sentence(text)
    words = plain(without_numbering(_OPEN_END.sub("", sentence))).strip(" ,;:-")
    if not words or len(words.split()) > _MOST_WORDS:
        return None
    if not is_open(text) and (len(words.split()) > 10 or not _HANGING.search(words)):
        return None
    for role, pattern in _COMPILED:
        if pattern.search(words):
            return Cue(role, sentence.strip())
    return heading_cue(sentence) if len(words.split()) <= 10 else None
