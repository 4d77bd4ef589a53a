"""What a change between two versions is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ChangeKind = Literal[
    "added",
    "removed",
    "moved",
    "renumbered",
    "text",
    "due",
    "leads",
    "partners",
    "strategies",
    "groups",
    "places",
    "members",
    "money",
    "steps",
    "baseline",
    "target",
    "milestones",
    "category",
    "status",
    "link",
    "period",
    "version",
]
Subject = Literal["plan", "element", "statement", "indicator", "action", "measure", "term", "place"]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. ``where`` names the thing as the new version does (the old, where removed).

    ``words`` says it in a sentence without a full stop; ``before`` and ``after`` are as printed.
    """

    kind: ChangeKind
    subject: Subject
    where: str
    words: str
    before: str | None = None
    after: str | None = None
