"""What an indicator's results depend on, as a short text: another text, other results."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import blake2b

import pyarrow as pa

from oneplan import __version__
from oneplan.evidence.definitions import Definition
from oneplan.evidence.scoring.asked import Asked
from oneplan.evidence.scoring.borrowing import Borrowed
from oneplan.evidence.scoring.computation import computation
from oneplan.evidence.scoring.good_ways import differing_polarities
from oneplan.evidence.scoring.observed import Held


def fingerprints_of(
    held: Mapping[str, Held], asked: Asked, engine: str, borrowed: Borrowed
) -> dict[str, str]:
    """The fingerprint of each indicator: its definition and releases, and what all share."""
    shared = _digest(
        __version__,
        engine,
        *(
            step.query
            for step in computation(asked.parts, contested=True, borrows=True, in_order=True)
        ),
        _table_text(asked.benchmarks.regions),
        _table_text(asked.benchmarks.neighbours),
    )
    return {
        code: _digest(
            shared,
            found.origin,
            _definition_text(asked.definitions.get(code)),
            json.dumps(differing_polarities(code, asked.definitions.get(code), asked.by_group)),
            *(f"{lender} {held[lender].origin}" for lender in borrowed.get(code, ())),
        )
        for code, found in held.items()
    }


def fingerprint_of_chunk(marks: Mapping[str, str]) -> str:
    """The fingerprint of several indicators together."""
    return _digest(*(f"{code} {mark}" for code, mark in sorted(marks.items())))


def _definition_text(definition: Definition | None) -> str:
    if definition is None:
        return ""
    said = {
        "kind": definition.kind,
        "method": definition.interval_method,
        "scale": definition.scale,
        "polarity": definition.polarity,
        "year_kind": definition.year_kind,
        "banded": definition.banded,
        "decimals": definition.decimals,
        "breaks": [asdict(each) for each in definition.breaks],
    }
    return json.dumps(said, sort_keys=True, default=str)


def _table_text(table: pa.Table) -> str:
    return json.dumps(table.to_pydict(), default=str)


def _digest(*texts: str) -> str:
    digest = blake2b(digest_size=12)
    for text in texts:
        digest.update(text.encode() + b"\0")
    return digest.hexdigest()
