"""Cells that no table lists, and that must be nought since those listed are the whole already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from oneplan.evidence.disclosure.counted import COUNTED, Key, key_of, without
from oneplan.evidence.disclosure.equations import Place
from oneplan.evidence.disclosure.facts import Fact
from oneplan.evidence.disclosure.kinship import Kinship

_NOUGHT = (0, 0)


def unlisted_noughts(facts: Mapping[Place, Fact], kin: Kinship) -> dict[Place, Fact]:
    """The facts of parts that are in no table while the others make up their whole.

    Many tables leave out the rows that count nobody, and everybody knows.
    """
    found: dict[Place, Fact] = {}
    by_context = _by_context(facts)
    for name, dimension in kin.dimensions.items():
        if name == COUNTED or name in kin.overlapping:
            continue
        for (release, context), members in by_context.get(name, {}).items():
            for whole, parts in dimension.families:
                total = facts.get((release, _with(context, name, whole)))
                listed = [members[part] for part in parts if part in members]
                missing = [part for part in parts if part not in members]
                if total is None or not missing or not _are_all(total, listed):
                    continue
                for part in missing:
                    key = _with(context, name, part)
                    found[release, key] = _nought(release, key)
    return found


def _by_context(
    facts: Mapping[Place, Fact],
) -> dict[str, dict[tuple[str, Key], dict[str, Fact]]]:
    """For each dimension the facts that are alike in all others, by their member of it."""
    found: dict[str, dict[tuple[str, Key], dict[str, Fact]]] = {}
    for (release, key), fact in facts.items():
        for name, member in key:
            contexts = found.setdefault(name, {})
            contexts.setdefault((release, without(key, name)), {})[member] = fact
    return found


def _are_all(total: Fact, listed: Iterable[Fact]) -> bool:
    counts = [fact.count for fact in listed]
    known = [count for count in counts if count is not None]
    return len(known) == len(counts) and total.count == sum(known)


def _nought(release: str, key: Key) -> Fact:
    return Fact(release, key, 0, "shown", "", _NOUGHT, _NOUGHT, _NOUGHT)


def _with(context: Key, name: str, member: str | None) -> Key:
    return context if member is None else key_of({**dict(context), name: member})
