"""What is told of a table that was to be cleared: what cannot be proved, protected or summed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from oneplan.evidence.disclosure.counted import Key
from oneplan.evidence.disclosure.equations import Place, TooLarge
from oneplan.evidence.disclosure.facts import Fact
from oneplan.evidence.disclosure.kinship import TotalsDisagree
from oneplan.evidence.disclosure.rule import VALUES_LEFT_OPEN
from oneplan.evidence.disclosure.suppression import Pattern
from oneplan.vocabulary.findings import Finding


def cannot(error: TotalsDisagree | TooLarge) -> Finding:
    """That a table contradicts itself or is too large."""
    if isinstance(error, TooLarge):
        return Finding(
            rule="table-too-large",
            severity="error",
            message=f"{error} Nothing of the table is shown.",
            fix="Ask for fewer dimensions or years at once.",
        )
    return Finding(
        rule="totals-disagree",
        severity="error",
        message=f"{error} Nothing of the table is shown.",
        where=in_words(error.key),
        fix="Correct the count, or name another release if the data were revised.",
    )


def unproved() -> Finding:
    """That the proof failed, or would have taken too long."""
    return Finding(
        rule="protection-not-proved",
        severity="error",
        message="It could not be proved that the withheld counts stay withheld. Nothing is shown.",
        fix="Ask for fewer dimensions or years at once.",
    )


def told_of(fresh: Sequence[Fact], known: Mapping[Place, Fact], pattern: Pattern) -> list[Finding]:
    """What of a table was published before, cannot be summed, or is given away by earlier tables."""
    findings = [
        Finding(
            rule="count-published-before",
            severity="error",
            message="A count that the rule withholds was published before.",
            where=in_words(fact.key),
            fix="Withdraw the earlier table; withholding it now protects nobody.",
        )
        for fact in fresh
        if fact.reason in ("small", "base") and known[fact.place].state == "shown"
    ]
    findings.extend(_more_than_whole(name) for name in sorted(pattern.overlapping))
    findings.extend(_narrowed(place, given_away=True) for place in sorted(pattern.exposed))
    doubted = sorted(pattern.doubted - pattern.exposed)
    return [*findings, *(_narrowed(place, given_away=False) for place in doubted)]


def _more_than_whole(name: str) -> Finding:
    return Finding(
        rule="parts-exceed-whole",
        severity="warning",
        message=f"The members of {name} add up to more than everyone. They are taken for answers that "
        "one person may give together, and are not protected by being summed.",
        where=name,
        fix=f"Correct the count that is wrong, or say so in the rule: overlap = ['{name}'].",
    )


def _narrowed(place: Place, *, given_away: bool) -> Finding:
    release, key = place
    of = f" of release {release!r}" if release else ""
    who = "" if given_away else "by somebody who takes it that no nought is withheld, "
    return Finding(
        rule="count-given-away-before" if given_away else "count-protected-by-doubt",
        severity="error" if given_away else "warning",
        message=f"A withheld count{of} can be narrowed down to fewer than {VALUES_LEFT_OPEN} values "
        f"from what was published before, {who}whatever is withheld now.",
        where=in_words(key),
        fix="Do not publish this table, or withdraw one of the earlier ones.",
    )


def in_words(key: Key) -> str:
    """A cell as one would say it: "area Redhill, sex Girls"; "everyone" for the total of all."""
    return ", ".join(f"{name} {member}" for name, member in key) or "everyone"
