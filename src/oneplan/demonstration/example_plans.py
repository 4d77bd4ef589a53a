"""Puts the example plans where the site finds plans."""

from __future__ import annotations

from pathlib import Path

from oneplan.examples import example_plans


def put_examples(data: Path) -> int:
    """Copies the example plans into the data folder and gives their number.

    A plan of the same name that somebody has put there stays as it is.

    Raises:
        OSError: the folder cannot be made or written.
    """
    plans = data / "plans"
    plans.mkdir(parents=True, exist_ok=True)
    examples = example_plans()
    for example in examples:
        place = plans / example.name
        if not place.exists():
            place.write_bytes(example.read_bytes())
    return len(examples)
