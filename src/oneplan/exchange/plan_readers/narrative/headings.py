"""Which lines are headings where the source does not mark them: by their shape and what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oneplan.exchange.plan_readers.narrative.cues import ELEMENT_ROLES, Cue, Role, heading_cue
from oneplan.exchange.plan_readers.narrative.labels import read_label, split_number
from oneplan.exchange.plan_readers.narrative.lead_ins import is_open, lead_in_cue
from oneplan.exchange.plan_readers.narrative.sentences import tells_finding
from oneplan.exchange.plan_readers.narrative.unit import Unit

_LED: frozenset[Role] = frozenset(("actions", "activity", "measures"))
_APPENDIX = re.compile(r"(?:appendix|annex)\s+(?:\d{1,2}|[A-Z])\b\s*[:.–-]\s*\S", re.IGNORECASE)
_LONGEST = 16
_LONGEST_NUMBERED = 8
_PARAGRAPH = 15
_MARKED = 3
_AHEAD = 14
_BACK = 40
_ENDS = (".", ";", ",", "…", ":", "!", ":-", ":–", "to")
_OPENERS = ("why", "what", "how", "where", "who")


class Headings:
    """Tells headings among the units of one document.

    Where a document marks at least three headings, an unmarked line is one only if it is bold or a
    cue; where it marks none, short lines followed by a list or a paragraph are.
    """

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = units
        self._marked = sum(unit.kind == "heading" for unit in units) >= _MARKED
        bold = sum(unit.kind == "text" and unit.bold and unit.words <= _LONGEST for unit in units)
        self._bold_marks = bold >= _MARKED

    def cue(self, at: int) -> Cue | None:
        """The role that the unit announces as a heading, None where it is no heading with a role."""
        unit = self._units[at]
        if unit.kind not in ("heading", "text") or unit.words > _LONGEST:
            return None
        cue = heading_cue(unit.text)
        if cue is None or unit.kind == "heading" or unit.bold:
            return cue
        if unit.text.endswith(("?", ":", "…", "...")):
            led = lead_in_cue(unit.text)
            # "For this vision we will:" leads into what will be done.
            return None if led and led.role in _LED and not _is_question(unit) else cue
        if unit.text.endswith((".", ";", ",")):
            return None
        if _APPENDIX.match(unit.text):
            return cue
        lowered = unit.text.lower()
        brief = unit.words <= 4 or lowered.startswith(_OPENERS)
        return cue if self.stands_over_text(at) or brief else None

    def is_heading(self, at: int) -> bool:
        """Whether the unit is a heading that announces no known role."""
        unit = self._units[at]
        if unit.kind == "heading":
            return True
        if unit.kind != "text" or unit.words > _LONGEST or unit.text.endswith(_ENDS):
            return False
        listed = unit.marker and unit.words > _LONGEST_NUMBERED
        if listed or (not unit.bold and self._counts_on(at)):
            return False
        if unit.bold or _APPENDIX.match(unit.text):
            return (
                not unit.bold
                or not self._marked
                or self.stands_over_text(at)
                or self._bold_below(at)
            )
        if self._marked or self._bold_marks:
            return False
        return self.stands_over_text(at) and not self._ends_a_list(at)

    def _ends_a_list(self, at: int) -> bool:
        """Whether the last of a cue's short lines stands above the next cue of the same part.

        A part says each thing once: a cue that came already since its heading begins another part.
        """
        following = self.cue(at + 1)
        before = self._units[at - 1] if at else None
        if following is None or before is None or not _is_short_line(before) or self.cue(at - 1):
            return False
        above: set[Role] = set()
        for place in range(at - 1, max(-1, at - _BACK), -1):
            unit = self._units[place]
            if unit.kind == "heading" or unit.bold or read_label(unit.text):
                return bool(above) and following.role not in above
            if (cue := self.cue(place)) is not None:
                above.add(cue.role)
        return False

    def _counts_on(self, at: int) -> bool:
        """Whether a line numbered "1.3" stands right below one numbered "1.2": both are of one list."""
        before = self._units[at - 1] if at else None
        if before is None or before.kind == "heading" or before.bold:
            return False
        number, above = split_number(self._units[at].text)[0], split_number(before.text)[0]
        if number is None or above is None or "." not in number:
            return False
        stem, _, last = number.rpartition(".")
        over, _, count = above.rpartition(".")
        return stem == over and int(last) == int(count) + 1

    def stands_over_text(self, at: int) -> bool:
        """Whether the unit looks like a heading: capital first, no full stop, text or a list below."""
        unit = self._units[at]
        first = unit.text[:1]
        if not (first.isupper() or first.isdigit() or first in "‘“'\"") or at + 1 >= len(
            self._units
        ):
            return False
        following = self._units[at + 1]
        if following.kind in ("item", "table"):
            return True
        if following.kind == "heading":
            return False
        return (
            following.words >= _PARAGRAPH
            or lead_in_cue(following.text) is not None
            or (following.text.endswith((":", "?")) and heading_cue(following.text) is not None)
            or _is_question(following)
        )

    def over_table(self, at: int) -> bool:
        """Whether a table stands right below, so that the heading has no words of its own."""
        return at + 1 < len(self._units) and self._units[at + 1].kind == "table"

    def over_deeper(self, at: int) -> bool:
        """Whether headings of a lower level that are no cues come before the next one of this level."""
        level = self._units[at].heading_level
        for unit in self._units[at + 1 : at + 1 + _AHEAD]:
            if level and unit.kind == "heading":
                return unit.level > level and heading_cue(unit.text) is None
        return False

    def _bold_below(self, at: int) -> bool:
        """Whether another bold line follows, so that both are names or headings of a kind."""
        following = self._units[at + 1] if at + 1 < len(self._units) else None
        if following is None or following.kind != "text" or not following.bold:
            return False
        return following.words <= _LONGEST and not following.text.endswith(_ENDS)

    def lists_what_was_said(self, at: int) -> bool:
        """Whether a heading stands over a list or findings of a consultation, with no answer to each."""
        following = self._units[at + 1] if at + 1 < len(self._units) else None
        if following is None or "achieved" in self.roles_below(at):
            return False
        return following.kind == "item" or tells_finding(following.text)

    def is_appendix(self, at: int) -> bool:
        """Whether the unit begins an appendix, which belongs to no outcome or priority before it."""
        unit = self._units[at]
        return unit.words <= _LONGEST and _APPENDIX.match(unit.text) is not None

    def roles_below(self, at: int) -> set[Role]:
        """The roles that cues announce below a heading, up to the next one of its level or higher."""
        level = self._units[at].level
        found: set[Role] = set()
        for place in range(at + 1, min(at + 1 + _AHEAD, len(self._units))):
            unit = self._units[place]
            if unit.kind == "heading" and unit.level <= (level or 6):
                break
            if not level and self.is_heading(place) and not self.cue(place):
                break
            if unit.kind in ("table", "item"):
                continue
            if read_label(unit.text):
                break
            cue = self.cue(place) or _run_in(unit.text) or _leading(unit)
            if cue:
                found.add(cue.role)
        return found

    def open_before(self, at: int) -> bool:
        """Whether the unit before ends in a colon, so that this one is its content."""
        return (
            at > 0 and self._units[at - 1].kind != "heading" and is_open(self._units[at - 1].text)
        )


def _is_short_line(unit: Unit) -> bool:
    return unit.kind == "text" and not unit.bold and not unit.text.endswith(_ENDS)


def _is_question(unit: Unit) -> bool:
    """Whether a line is the cue of what a heading above it holds ("Why this matters")."""
    cue = heading_cue(unit.text) if unit.words <= 10 else None
    return cue is not None and cue.role in ELEMENT_ROLES


def _leading(unit: Unit) -> Cue | None:
    """The cue of a line that leads into a list ("We will:")."""
    return lead_in_cue(unit.text) if unit.kind == "text" and unit.text.endswith(":") else None


def _run_in(text: str) -> Cue | None:
    head, colon, _ = text.partition(":")
    return heading_cue(head) if colon and len(head.split()) <= 6 else None
