"""Over how many people well-known rates are counted, and how high they can get in England.

The ceilings lie well above the worst place in the published tables of the Office for Health Improvement
and Disparities (Fingertips) and the Department for Education, so that whatever exceeds one is not a bad
figure but a wrong unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConventionalRate:
    """A rate, the population it is published over, and a ceiling and floor per that many."""

    name: str
    says: re.Pattern[str]
    per: int
    ceiling: float
    floor: float = 0


def _rate(name: str, says: str, per: int, ceiling: float, floor: float = 0) -> ConventionalRate:
    return ConventionalRate(name, re.compile(says, re.I), per, ceiling, floor)


CONVENTIONAL_RATES: tuple[ConventionalRate, ...] = (
    _rate("hospital admissions for self-harm", r"self[- ]?harm", 100_000, 1_800, 30),
    _rate(
        "hospital stays for alcohol",
        r"alcohol.*\b(?:admission|stay|hospital)|\b(?:admission|stay|hospital)\w*.*alcohol",
        100_000,
        3_800,
        3,
    ),
    _rate("hospital stays for asthma", r"asthma", 100_000, 1_200, 10),
    _rate("suicides", r"\bsuicid", 100_000, 60, 2),
    _rate("infant deaths", r"infant (?:mortality|death)|deaths? of infants", 1_000, 20, 0.5),
    _rate("deaths from all causes", r"all[- ]cause|all[- ]age.*mortality", 100_000, 3_000, 200),
    _rate("conceptions under 18", r"conception", 1_000, 120, 1),
    _rate("children looked after", r"looked[- ]after|children in care\b", 10_000, 300, 8),
    _rate("children with a protection plan", r"protection plan", 10_000, 250, 4),
    _rate("referrals to social care", r"referrals? to (?:children|social)", 10_000, 2_500, 60),
    _rate("first-time entrants to youth justice", r"first[- ]time entrant", 100_000, 4_500, 20),
    _rate("people killed or seriously injured on roads", r"killed or seriously", 100_000, 300, 3),
)
"""Known rates; a rate that is none of these is not judged."""
