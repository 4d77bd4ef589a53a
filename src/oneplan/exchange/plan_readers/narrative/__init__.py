"""Reads what is no action table: front matter, outcomes with their prose, partnerships, commitments."""

from oneplan.exchange.plan_readers.narrative.front_matter import FrontMatter, read_front_matter
from oneplan.exchange.plan_readers.narrative.glossary import looks_like_glossary, read_glossary
from oneplan.exchange.plan_readers.narrative.members import read_members
from oneplan.exchange.plan_readers.narrative.narrative import (
    organisations,
    read_narrative,
    read_prose,
)

__all__ = [
    "FrontMatter",
    "looks_like_glossary",
    "organisations",
    "read_front_matter",
    "read_glossary",
    "read_members",
    "read_narrative",
    "read_prose",
]
