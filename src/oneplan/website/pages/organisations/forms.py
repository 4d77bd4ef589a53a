"""What is asked of an organisation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from oneplan.partnership.partners.rules import BodyKind
from oneplan.website.components.choosing import some_of
from oneplan.website.components.fields import DAY_HINT, Field, named_options, options


def organisation_fields() -> list[Field]:
    """The name, the kind and the first day of a body."""
    kinds = named_options(kind.value for kind in BodyKind)
    return [
        Field("name", "Name", hint="In full, as it calls itself."),
        Field("kind", "What it is", "choice", options=kinds),
        Field("started", "Its first day", "day", DAY_HINT),
    ]


def end_fields(others: Iterable[Any]) -> list[Field]:
    """The last day of a body and those that followed it."""
    return [
        Field(
            "on",
            "The day on which it ended",
            "day",
            "For example, 31 March 2013. Leave it empty if it has not ended.",
        ),
        some_of(
            "successors",
            "Who followed it",
            options(others),
            "Those that took on its work. They answer for its actions from that day.",
        ),
    ]
