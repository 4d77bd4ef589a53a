"""What is asked of a partnership as a whole, and which of two things stays."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from oneplan.website.components.choosing import one_of
from oneplan.website.components.fields import Field, options


def partnership_fields() -> list[Field]:
    """The name of a partnership and the area that it is for."""
    return [
        Field("name", "Name of the partnership"),
        Field(
            "area",
            "Code of its area",
            hint="As the Office for National Statistics gives it, like E10000034. It may be left empty.",
        ),
    ]


def merge_fields(others: Iterable[Any]) -> list[Field]:
    """The other one, which stays."""
    hint = "All that is said of this one will be said of the one that you choose."
    return [one_of("into", "The one that stays", options(others), hint)]
