"""Page furniture: page numbers, running heads, signatures, telephone numbers, picture placeholders."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from oneplan.document.phrases.names import looks_like_post
from oneplan.exchange.plan_readers.narrative.cues import heading_cue
from oneplan.exchange.plan_readers.narrative.labels import read_label
from oneplan.exchange.plan_readers.narrative.lead_ins import lead_in_cue
from oneplan.vocabulary.findings import Finding

_PAGE = re.compile(
    r"^(?:page\s*)?\|?\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\s*\|?(?:\s*page)?$|^.{0,60}\|\s*page\s*\d{1,3}$|^page\s+\d{1,3}\b.{0,60}$",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"^.{2,120}?(?:\s?[.…·_]){3,}\s*\d{1,3}$")
_FOOT = re.compile(
    r"^.{2,70}\bpage\s+\d{1,3}(?:\s+of\s+\d{1,3})?$|^[^|]{2,60}\|\s?\d{1,3}$|^\d{1,3}\s?\|[^|]{2,60}$"
    r"|^(?:official|official[- ]sensitive|restricted|unclassified|not protectively marked)(?:\s\d{1,3})?$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"^<?(?:https?://|www\.)\S+>?$|^(?:tel(?:ephone)?|phone|mobile|fax|e-?mail|web(?:site)?)\b\s*:",
    re.IGNORECASE,
)
_NUMBER_TO_RING = re.compile(r"^[^.]{0,60}:\s*0\d{3,5}\s?\d{3}\s?\d{3,4}$")
_PLACEHOLDER = re.compile(
    r"^\[?(?:new )?(?:graphic|photo|picture|image|logo|map|chart|infographic|photograph)\b.{0,40}(?:added|inserted|here|tbc|follow)\b.{0,20}$|"
    r"^(?:insert|add) (?:graphic|photo|picture|image|logo|map|chart|infographic)\b.{0,60}$",
    re.IGNORECASE,
)
_TITLED_PERSON = re.compile(
    r"^(?:councillor|cllr\.?|mr|mrs|ms|miss|dr|sir|dame|lord|lady|professor|prof|rev(?:erend)?)\.?\s+[A-Z]", re.IGNORECASE
)  # fmt: skip
_PERSON = re.compile(r"^[A-Z][a-z]+(?:[- ][A-Z]\.?){0,2}[ -][A-Z][a-zA-Z'’-]+$")
_PERSON_AND_POST = re.compile(r"^[A-Z][a-z]+ (?:[A-Z]\.? )?[A-Z][a-zA-Z'’-]+, (.{4,90})$")
_SHORT = 12
_REPEATED = 4


@dataclass(slots=True)
class Furniture:
    """What was set aside because it is no part of the plan."""

    set_aside: list[str] = field(default_factory=list)
    _repeated: set[str] = field(default_factory=set)
    _seen: set[str] = field(default_factory=set)

    def learn(self, texts: Iterable[str]) -> None:
        """Note which short lines come again and again without announcing anything."""
        counts = Counter(text for text in texts if len(text.split()) <= _SHORT)
        self._repeated = {
            text
            for text, count in counts.items()
            if count >= _REPEATED
            and not (heading_cue(text) or lead_in_cue(text) or read_label(text))
        }

    def takes(self, text: str, before: str, following: str) -> bool:
        """Whether the text is furniture; if so it is set aside and counted."""
        taken = self._is_furniture(text, before, following)
        if taken:
            self.set_aside.append(text)
        return taken

    def _is_furniture(self, text: str, before: str, following: str) -> bool:
        if not any(character.isalnum() for character in text):
            return True
        if _LEADERS.match(text[:200]):
            return True
        if len(text.split()) > _SHORT:
            return False
        if text in self._repeated:
            if text in self._seen:
                return True
            self._seen.add(text)
        matched = (_PAGE, _FOOT, _ADDRESS, _NUMBER_TO_RING, _PLACEHOLDER)
        return any(pattern.match(text) for pattern in matched) or self._signs(
            text, before, following
        )

    def _signs(self, text: str, before: str, following: str) -> bool:
        """Whether the text is a name or post under a foreword."""
        last = self.set_aside[-1] if self.set_aside else ""
        if text.endswith((".", ":", "?")):
            return False
        if _TITLED_PERSON.match(text):
            return True
        named = _PERSON_AND_POST.match(text)
        if named and looks_like_post(named[1]):
            return True
        if _PERSON.match(text) and _is_post(following):
            return True
        return _is_post(text) and _names_person(last) and not before.endswith(":")

    def findings(self) -> list[Finding]:
        """One finding that says how many lines were set aside, none where there are none."""
        if not self.set_aside:
            return []
        count = len(self.set_aside)
        return [
            Finding(
                rule="page-furniture-left-out",
                severity="info",
                message=f"{count} line{'s' if count > 1 else ''} of page furniture (page numbers, addresses, signatures, "
                "placeholders for pictures) left out.",
                quotes=tuple(dict.fromkeys(self.set_aside)),
                fix="Look through them; add to the plan by hand what belongs in it.",
            )
        ]


def _names_person(text: str) -> bool:
    return bool(_TITLED_PERSON.match(text) or _PERSON.match(text))


def _is_post(text: str) -> bool:
    return (
        bool(text) and len(text.split()) <= _SHORT and text[0].isupper() and looks_like_post(text)
    )
