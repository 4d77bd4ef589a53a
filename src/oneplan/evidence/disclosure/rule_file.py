"""A rule of disclosure control as a TOML file: what is withheld, and how members lie in each other."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter

from oneplan.evidence.disclosure.counted import Structure
from oneplan.evidence.disclosure.rule import SuppressionRule
from oneplan.vocabulary.estimates import Impossible


class UnreadableRule(ValueError):
    """The file is no rule. ``str()`` says why in a sentence; ``cure`` what to do."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(message)
        self.cure = cure


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A rule, and how members lie in each other."""

    rule: SuppressionRule
    structure: Structure = field(default_factory=Structure)


def read_rule(data: bytes) -> RuleFile:
    """The rule in a TOML file.

    Raises:
        UnreadableRule: it is no TOML, a field is unknown, missing or cannot be.
    """
    try:
        fields = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnreadableRule(f"The rule is no TOML: {error}.", _EXAMPLE) from error
    unknown = [name for name in fields if name not in {*_PLAIN, *_TABLES}]
    if unknown:
        raise UnreadableRule(
            f"A rule has no field {unknown[0]!r}.", f"The fields: {', '.join([*_PLAIN, *_TABLES])}."
        )
    for name in ("name", "source", "hide_under"):
        if name not in fields:
            raise UnreadableRule(f"The rule has no {name}.", _EXAMPLE)
    plain = {
        name: _checked(name, value, *_PLAIN[name])
        for name, value in fields.items()
        if name in _PLAIN
    }
    try:
        rule = SuppressionRule(**plain)  # type: ignore[arg-type]
    except Impossible as error:
        raise UnreadableRule(f"The rule cannot be: {error}.", _EXAMPLE) from error
    everyone = fields.get("everyone", {})
    if not isinstance(everyone, dict):
        raise UnreadableRule("everyone is no table.", _EXAMPLE)
    structure = Structure(
        parts=_parts(fields.get("parts", {})),
        apart=frozenset(_names("apart", fields.get("apart", []))),
        overlap=frozenset(_names("overlap", fields.get("overlap", []))),
        everyone={name: _names(f"everyone.{name}", m) for name, m in everyone.items()},
    )
    return RuleFile(rule, structure)


_EXAMPLE_OF_PARTS = 'Write: [parts.area], "Thornshire" = ["Ashby", "Birch"].'
_EXAMPLE = 'Write: name = "…", source = "…", hide_under = 6.'


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


_PLAIN: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "name": (_is_text, "a text"),
    "source": (_is_text, "a text"),
    "hide_under": (_is_whole, "a whole number"),
    "zero": (lambda value: value in ("shown", "hidden"), '"shown" or "hidden"'),
    "symbol": (_is_text, "a text"),
    "least_base": (_is_whole, "a whole number"),
    "round_to": (_is_whole, "a whole number"),
    "complement": (lambda value: isinstance(value, bool), "true or false"),
}
_TABLES = ("parts", "apart", "overlap", "everyone")


def _checked(name: str, value: object, fits: Callable[[object], bool], kind: str) -> object:
    if not fits(value):
        raise UnreadableRule(f"{name} = {value!r} is not {kind}.", _EXAMPLE)
    return value


def _names(name: str, value: object) -> tuple[str, ...]:
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
        raise UnreadableRule(f"{name} is no list of names.", f'Write: {name} = ["…", "…"].')
    return tuple(listed)


def _parts(value: object) -> dict[str, dict[str, tuple[str, ...]]]:
    if not isinstance(value, dict) or not all(isinstance(one, dict) for one in value.values()):
        raise UnreadableRule("parts is no table of tables.", _EXAMPLE_OF_PARTS)
    read = {
        name: {whole: _names(f"parts.{name}.{whole}", parts) for whole, parts in wholes.items()}
        for name, wholes in value.items()
    }
    for name, wholes in read.items():
        try:
            tuple(TopologicalSorter(wholes).static_order())
        except CycleError as error:
            ring = error.args[1][0]
            raise UnreadableRule(
                f"In parts.{name}, {ring} is a part of itself.", _EXAMPLE_OF_PARTS
            ) from error
    return read
