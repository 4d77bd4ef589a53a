"""The example plans: real partnership plans retold, with their figures, dates, posts and bodies as printed."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable


def example_plans() -> list[Traversable]:
    """The YAML files of the example plans in order of name; each reads as one plan document."""
    folder = files(__name__)
    return sorted(
        (file for file in folder.iterdir() if file.name.endswith(".yaml")),
        key=lambda file: file.name,
    )
