"""The indicators that children's plans use, defined in our own words: one file a theme."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from oneplan.evidence.definition_file import read_definitions
from oneplan.evidence.definitions import Definition

THEMES = (
    "early_years",
    "education",
    "attendance",
    "special_needs",
    "safeguarding",
    "care",
    "health",
    "youth_justice",
    "poverty_and_work",
    "voice",
)
"""The files, in the order in which a plan usually speaks of them."""


@cache
def load_catalogue() -> tuple[Definition, ...]:
    """Every definition, theme by theme."""
    folder = files(__name__)
    return tuple(
        definition
        for theme in THEMES
        for definition in read_definitions(
            folder.joinpath(f"{theme}.toml").read_bytes(), f"{theme}.toml"
        ).definitions
    )


def successors_of(national_indicator: str) -> tuple[Definition, ...]:
    """The indicators of today that ask nearly what a National Indicator of 2008 ("NI 72") asked."""
    wanted = national_indicator.replace(" ", "").casefold()
    return tuple(
        definition
        for definition in load_catalogue()
        if any(each.code.replace(" ", "").casefold() == wanted for each in definition.succeeds)
    )
