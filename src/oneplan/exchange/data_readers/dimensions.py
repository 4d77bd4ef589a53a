"""Columns that divide people into groups: what a column is called, and which member is everyone."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.evidence.observations.groups import group_text
from oneplan.exchange.data_readers.columns import constant, joined, mapped_together, parted

_NAMES = {
    "gender": "sex",
    "age group": "age",
    "age band": "age",
    "ethnic group": "ethnicity",
    "ethnicity major": "ethnicity",
    "ethnicity minor": "ethnicity",
    "fsm": "free school meals",
    "fsm status": "free school meals",
    "fsm eligibility": "free school meals",
    "free school meal": "free school meals",
    "free school meal eligibility": "free school meals",
    "free school meals eligibility": "free school meals",
    "sen status": "sen",
    "sen provision": "sen",
    "special educational needs": "sen",
    "first language": "first language",
    "imd decile": "deprivation decile",
    "deprivation quintile": "deprivation quintile",
    "inequality": "deprivation",
}
_MEMBERS = {
    "sex": {
        "male": "Male",
        "males": "Male",
        "boy": "Male",
        "boys": "Male",
        "m": "Male",
        "female": "Female",
        "females": "Female",
        "girl": "Female",
        "girls": "Female",
        "f": "Female",
    }
}
_NOUNS = (
    r"(?:pupils|children|young people|persons|people|residents|ages|sexes|genders|schools|phases"
    r"|types|school types|population|pupil characteristics|establishments|providers|years|ethnicities|ethnic groups|groups|categories|reasons|characteristics|areas)"
)
_EVERYONE = re.compile(
    rf"(?:total|t|all|persons|everyone|both|both sexes|not applicable|na|n/a"
    rf"|(?:total|all) {_NOUNS})?",
    re.IGNORECASE,
)
_TOTAL_OF = re.compile(r"(.+)[ _-]total", re.IGNORECASE)
_NOT_WORD = re.compile(r"[\W_]+")
_DIVIDES = re.compile(
    r"(?:.+[_ ])?(?:sex|gender|age|age[_ ](?:group|band)|year[_ ]group|nc[_ ]year(?:[_ ]group)?"
    r"|month|week|key[_ ]stage|decile[_ ]group)"
    r"|(?:(?:imd|idaci|idaopi|income|deprivation)[_ ])?(?:decile|quintile|quartile)",
    re.IGNORECASE,
)


def divides(header: str) -> bool:
    """Whether a column divides people even where its members are numbers: ages, deciles, months."""
    return _DIVIDES.fullmatch(header) is not None


def dimension_name(header: str) -> str:
    """What a dividing column is called in every source: sex, age, ethnicity, free school meals …"""
    plain = _NOT_WORD.sub(" ", header.casefold()).strip()
    return _NAMES.get(plain, plain)


def is_sex(word: str) -> bool:
    """Whether a word is a member of the dimension sex: boys, Female, M."""
    return word.strip().casefold() in _MEMBERS["sex"]


def is_everyone(member: str) -> bool:
    """Whether a member of a dimension is its whole: "Total", "All pupils", "Persons"."""
    plain = " ".join(member.split())
    return _EVERYONE.fullmatch(plain) is not None or _TOTAL_OF.fullmatch(plain) is not None


def totals_of_parts(topics: Sequence[str], members: Sequence[str]) -> frozenset[tuple[str, str]]:
    """The members, with their topics, that are totals of a part and not of everyone.

    Where a topic has several ("White total", "Mixed total"), only that which names the topic is the
    total of all.
    """
    found: dict[str, set[str]] = {}
    for topic, member in {*zip(topics, members, strict=True)}:
        said = _TOTAL_OF.fullmatch(" ".join(member.split()))
        if said and not _EVERYONE.fullmatch(" ".join(member.split())):
            found.setdefault(topic, set()).add(member)
    return frozenset(
        (topic, member)
        for topic, named in found.items()
        if len(named) > 1
        for member in named
        if not _names(topic, member)
    )


def _names(topic: str, total: str) -> bool:
    """Whether a total is that of its topic: "Ethnicity total" of "ethnicity", "FSM total" of "FSM"."""
    said = _TOTAL_OF.fullmatch(" ".join(total.split()))
    return said is not None and dimension_name(said[1]) == dimension_name(topic)


def member_name(dimension: str, member: str) -> str:
    """A member as every source is to say it; "Gender Female" of the dimension sex is "Female"."""
    plain = " ".join(member.split())
    for word in (dimension, *(old for old, new in _NAMES.items() if new == dimension)):
        if plain.casefold().startswith((f"{word} ", f"{word}_")) and len(plain) > len(word) + 1:
            plain = plain[len(word) + 1 :]
            break
    return _MEMBERS.get(dimension, {}).get(plain.casefold(), plain)


def group_column(filters: Sequence[tuple[str | pa.Array, pa.Array]], length: int) -> pa.Array:
    """The group of every row, from pairs of what divides (a header, or a column of topics) and how."""
    if not filters:
        return constant("", length)
    columns: list[pa.Array] = []
    named: list[str | None] = []
    parts: list[frozenset[tuple[str, str]]] = []
    for topic, members in filters:
        named.append(topic if isinstance(topic, str) else None)
        columns.extend([members] if isinstance(topic, str) else [topic, members])
        parts.append(_totals_of_parts(topic, members))
    return mapped_together(columns, lambda texts: _group(named, parts, texts))


def _totals_of_parts(topic: str | pa.Array, members: pa.Array) -> frozenset[tuple[str, str]]:
    if isinstance(topic, str):
        texts = pc.unique(members).to_pylist()
        return totals_of_parts([topic] * len(texts), texts)
    pairs = [parted(text) for text in pc.unique(joined(topic, members)).to_pylist()]
    return totals_of_parts([pair[0] for pair in pairs], [pair[1] for pair in pairs])


def _group(
    named: Sequence[str | None],
    parts: Sequence[frozenset[tuple[str, str]]],
    texts: tuple[str, ...],
) -> str:
    dimensions = {}
    rest = iter(texts)
    for header, of_parts in zip(named, parts, strict=True):
        topic = next(rest) if header is None else header
        member = next(rest)
        if is_everyone(member) and (topic, member) not in of_parts:
            continue
        dimension = dimension_name("breakdown" if is_everyone(topic) else topic)
        dimensions[dimension] = member_name(dimension, member)
    return group_text(dimensions)
