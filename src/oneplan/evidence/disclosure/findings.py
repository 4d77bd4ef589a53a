"""What is told of a table that was to be cleared: what cannot be proved, protected or summed."""

from __future__ import annotations

from collections.abc import Sequence

from oneplan.evidence.disclosure.counted import Key
from oneplan.evidence.disclosure.equations import Place, TooLarge
from oneplan.evidence.disclosure.facts import Fact, Sides
from oneplan.evidence.disclosure.kinship import TotalsDisagree
from oneplan.evidence.disclosure.known import Known, facts_in
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


def held_back(place: Place) -> Finding:
    """That a table would narrow a count which is better protected without it."""
    return Finding(
        rule="table-held-back",
        severity="error",
        message=f"{_name_of(place)} could be narrowed down to fewer than {VALUES_LEFT_OPEN} values if this "
        "table were shown beside what was published before. Nothing of the table is shown.",
        where=in_words(place[1]),
        fix="Leave the table out, or clear tables that are to come out together in one call.",
    )


def told_of(known: Known, pattern: Pattern) -> list[list[Finding]]:
    """What of each table was published before, cannot be summed, or is given away by earlier tables.

    What lies in several tables or in none is told once, with the first of them all that it lies in.
    """
    told = [[_published_before(fact) for fact in _published(rows, known)] for rows in known.sides]
    for name in sorted(pattern.overlapping):
        told[_first_with(name, known)].append(_more_than_whole(name))
    holder = {
        fact.place: number
        for number, rows in reversed(list(enumerate(known.sides)))
        for fact in facts_in(rows)
    }
    for place in sorted(pattern.exposed):
        told[holder.get(place, 0)].append(_narrowed(place, given_away=True))
    for place in sorted(pattern.doubted - pattern.exposed):
        told[holder.get(place, 0)].append(_narrowed(place, given_away=False))
    return told


def _first_with(name: str, known: Known) -> int:
    """The first table that has a dimension."""
    with_it = (n for n, table in enumerate(known.tables) if name in table.dimensions())
    return next(with_it, 0)


def _published(rows: Sequence[Sides], known: Known) -> list[Fact]:
    """What a table's rule withholds although it was shown before."""
    return [
        fact
        for fact in facts_in(rows)
        if fact.reason in ("small", "base") and known.facts[fact.place].state == "shown"
    ]


def _published_before(fact: Fact) -> Finding:
    return Finding(
        rule="count-published-before",
        severity="error",
        message="A count that the rule withholds was published before.",
        where=in_words(fact.key),
        fix="Withdraw the earlier table; withholding it now protects nobody.",
    )


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
    who = "" if given_away else "by somebody who takes it that no nought is withheld, "
    return Finding(
        rule="count-given-away-before" if given_away else "count-protected-by-doubt",
        severity="error" if given_away else "warning",
        message=f"{_name_of(place)} can be narrowed down to fewer than {VALUES_LEFT_OPEN} values from what "
        f"was published before, {who}whatever is withheld now, and even if nothing were shown.",
        where=in_words(place[1]),
        fix="Withdraw one of the earlier tables. This one does not narrow the count further.",
    )


def _name_of(place: Place) -> str:
    release = place[0]
    return f"A withheld count of release {release!r}" if release else "A withheld count"


def in_words(key: Key) -> str:
    """A cell as one would say it: "area Redhill, sex Girls"; "everyone" for the total of all."""
    return ", ".join(f"{name} {member}" for name, member in key) or "everyone"
