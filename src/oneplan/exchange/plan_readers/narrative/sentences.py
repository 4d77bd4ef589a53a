"""What single sentences say of themselves: a vision, a pointer to another plan, no measure."""

from __future__ import annotations

import re

from oneplan.exchange.plan_readers.narrative.wording import plain

_MEASURES = re.compile(
    r"\d|%|\b(?:increas|decreas|reduc|number of|percentage|proportion|rate of|fewer|more)",
    re.IGNORECASE,
)
_VISION = re.compile(
    r"(?:our|the) (?:\w+ ){0,2}(?:vision|ambition|mission|aspiration) (?:\w+ ){0,4}(?:is|for)\b"
    r"|we want \w+(?: \w+){0,5} to be (?:the|a|an) (?:\w+ ){0,3}(?:place|county|city|borough|town|district|area)\b",
    re.IGNORECASE,
)
_DELEGATED = re.compile(r"(?:our |the )?(?:key )?(?:areas? of focus|focus areas?|priorities)\b.{0,40}\b(?:as (?:identified|set out|described|given|listed|stated)|(?:set out|found) in)\b", re.IGNORECASE)  # fmt: skip
_RESPONDENTS = (
    r"(?:respondents|responses|responded|replies|replied|participants|attendees|surveys?|questionnaires|interviews|face[- ]to[- ]face|online|in person|by post"
    r"|(?:of )?(?:those|people|residents|pupils|children|young people|teenagers|families|learners|adults|parents|carers|staff|practitioners)\b[^.]{0,60}? (?:said|told|took part|attended|completed|shared|answered|worried|felt|thought|agreed|disagreed|wanted|asked for|ranked|rated|reported|named|chose))"
)
_FINDING = re.compile(
    rf"(?:over|more than|nearly|almost|about|around|just over|under|c\.|a total of|in total,?)?\s?(?:\d[\d,.]{{0,12}}\s?(?:%|per cent)?|(?:two|three|four) in (?:five|three|four|ten)|half|most|a (?:third|quarter|majority)|one in \w+)"
    rf"(?: (?:of|the|our|all|on-?line|completed|paper|written|\d[\d,]{{0,9}})){{0,4}} {_RESPONDENTS}\b",
    re.IGNORECASE,
)
_QUOTATION = re.compile(r"[“\"‘'][^“”\"]{12,600}[”\"’'](?:\s*[-–—(,]?\s*[^.“”]{0,80})?$")
_LONGEST_QUOTATION = 800
_SENTENCE = 10
_POINTER = 30
_KNOWN_BY = re.compile(
    r"^(?:we|you|people|everybody|everyone) (?:will|shall|ll) know\b.{0,60}\b(?:when|if|because|by)\b"
    r"|^success (?:will be|is) (?:measured|judged|shown|seen)\b"
)


def tells_how_it_is_known(text: str) -> bool:
    """Whether a sentence says by what success is known: "We will know it has worked when …"."""
    return _KNOWN_BY.match(plain(text[:160])) is not None


def tells_vision(text: str) -> bool:
    """Whether a paragraph opens as a vision does ("Our vision is …", "Our ambition for … is …")."""
    return bool(_VISION.match(text))


def delegates_focus(text: str) -> bool:
    """Whether a line only says where the areas of focus stand ("… are as set out in …")."""
    return len(text.split()) < _POINTER and bool(_DELEGATED.match(text))


def measures_nothing(text: str) -> bool:
    """Whether a text is a whole sentence that names no figure and no way to go."""
    whole = text.endswith(".") and len(text.split()) > _SENTENCE
    return whole and not _MEASURES.search(text)


def tells_finding(text: str) -> bool:
    """Whether a line opens with how many answered or said something ("62% of parents told us …")."""
    return bool(_FINDING.match(text))


def quotes_someone(text: str) -> bool:
    """Whether a paragraph is what somebody said, in quotation marks, with or without who it was."""
    return len(text) < _LONGEST_QUOTATION and bool(_QUOTATION.match(text))
