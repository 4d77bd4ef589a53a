"""How a target relates to a value or to others, and which way a measure is to go."""

from __future__ import annotations

from typing import Literal

Relation = Literal[
    "at_least",
    "at_most",
    "equals",
    "in_line_with",
    "better_than",
    "at_or_better_than",
    "gap_at_most",
    "top_quartile",
    "not_significantly_different_from",
    "not_significantly_worse_than",
]
Direction = Literal["increase", "decrease", "maintain", "reach", "deliver"]
ChangeUnit = Literal["percent", "points", "number"]
"""Per cent of the baseline, percentage points, or a number of the measure's own unit."""
