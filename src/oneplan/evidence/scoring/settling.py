"""Observations of a file that stand several times: taken once where they agree, else left without a value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from oneplan.evidence.scoring.door import FIGURES
from oneplan.evidence.scoring.engine import Engine
from oneplan.evidence.scoring.step import Step
from oneplan.vocabulary.findings import Finding

_KEYS = ("indicator", "area", "period", "member")
_SAID = ("status", *FIGURES)


@dataclass(frozen=True, slots=True)
class Repeated:
    """How many rows say an observation again, how many observations have rows that disagree, and the
    first of these."""

    again: int = 0
    disagreeing: int = 0
    first: tuple[str, ...] = ()

    def with_more(self, other: Repeated) -> Repeated:
        """Both together."""
        return Repeated(
            self.again + other.again,
            self.disagreeing + other.disagreeing,
            self.first or other.first,
        )


def settled(observations: Step) -> Step:
    """The observations each once; those whose rows disagree are not available."""
    figures = ", ".join(f"CASE WHEN NOT differs THEN {name} END AS {name}" for name in FIGURES)
    query = f"""
        SELECT {", ".join(_KEYS)},
               CASE WHEN differs THEN 'not_available' ELSE status END AS status,
               {figures}, moment, newness
        FROM ({_once(observations.query)}) AS once"""
    return Step(observations.name, query, observations.kept)


def repeated(observations: Step, indicators: Iterable[str], engine: Engine) -> Repeated:
    """What stands several times, of these indicators."""
    wanted = ", ".join("'" + code.replace("'", "''") + "'" for code in indicators)
    once = f"SELECT * FROM ({_once(observations.query)}) AS all_of WHERE indicator IN ({wanted})"
    counted = engine.rows(
        "SELECT COALESCE(sum(times - 1), 0), count(CASE WHEN differs THEN 1 END)"
        f" FROM ({once}) AS once"
    )[0]
    again, disagreeing = (int(str(many)) for many in counted)
    first: tuple[str, ...] = ()
    if disagreeing:
        names = ", ".join(_KEYS)
        said = f"SELECT {names} FROM ({once}) AS once WHERE differs ORDER BY {names} LIMIT 1"
        first = tuple(str(part) for part in engine.rows(said)[0])
    return Repeated(again, disagreeing, first)


def _once(query: str) -> str:
    least = ", ".join(f"min({name}) AS {name}" for name in (*_SAID, "moment", "newness"))
    differ = " OR ".join(f"count(DISTINCT {name}) > 1" for name in _SAID)
    return (
        f"SELECT {', '.join(_KEYS)}, {least}, count(*) AS times, ({differ}) AS differs"
        f" FROM ({query}) AS given GROUP BY {', '.join(_KEYS)}"
    )


def findings_of(found: Repeated) -> tuple[Finding, ...]:
    """What is told of rows that stand several times."""
    findings = []
    if found.disagreeing:
        indicator, area, period, group = found.first
        named = ", ".join(part for part in (indicator, area, period, group) if part)
        findings.append(
            Finding(
                rule="two-values-for-one-observation",
                severity="error",
                message=f"{found.disagreeing:,} observations have rows that say different things, the"
                f" first is {named}. They are left without a value.",
                where=indicator,
                fix="Keep one of each, or name the group that tells them apart.",
            )
        )
    if found.again and not found.disagreeing:
        findings.append(
            Finding(
                rule="observation-twice",
                severity="info",
                message=f"{found.again:,} rows say again what stands already. Counted once.",
            )
        )
    return tuple(findings)
