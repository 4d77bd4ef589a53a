"""A file of indicators, one ``[[indicator]]`` table each, to definitions and findings."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from oneplan.evidence.definition_fields import FIELDS, WrongField
from oneplan.evidence.definitions import Definition, scale_of_unit
from oneplan.vocabulary.findings import Finding, Severity, Source, fingerprinted

_FIELD = re.compile(r"\s*(?:\[\[?\s*indicator\s*\.\s*)?[\"']?([\w-]+)[\"']?\s*[=.\]]")
_HEADER = re.compile(r"\s*\[\[\s*indicator\s*\]\]\s*(?:#.*)?")
_LONGEST_FIELD = 30
_MOST_NAMED = 10


class UnreadableDefinitions(ValueError):
    """The file is no file of indicators. ``str()`` says why in a sentence; ``cure`` what to do."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(message)
        self.cure = cure


@dataclass(frozen=True, slots=True)
class Definitions:
    """What a file defines, each code once, and what is wrong in it."""

    definitions: tuple[Definition, ...]
    findings: tuple[Finding, ...]


def read_definitions(data: bytes, file: str) -> Definitions:
    """The definitions in a TOML file; a field that cannot be is left out and told, with its line.

    Raises:
        UnreadableDefinitions: no UTF-8, no TOML, or no ``[[indicator]]`` table in it.
    """
    text, tables = _tables(data)
    places = _Places(text, len(tables))
    found: dict[str, Definition] = {}
    first: dict[str, int] = {}
    findings: list[Finding] = []
    for number, table in enumerate(tables):
        told = _Told(file, places, number, findings)
        definition = _definition(table, told)
        if definition is None:
            continue
        if definition.code in found:
            _tell_twice(definition, told, places.line(first[definition.code]))
            continue
        found[definition.code], first[definition.code] = definition, number
    return Definitions(tuple(found.values()), tuple(fingerprinted(findings)))


def _tables(data: bytes) -> tuple[str, list[object]]:
    try:
        text = data.decode("utf-8-sig")
        content = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise UnreadableDefinitions("It is not UTF-8.", "Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise UnreadableDefinitions(
            f"It is not TOML: {error}.", "Texts stand in quotes, every field on a line of its own."
        ) from error
    except RecursionError as error:
        raise UnreadableDefinitions("It is too deeply nested.", "Write it flat.") from error
    tables = content.get("indicator")
    if not isinstance(tables, list) or not tables:
        raise UnreadableDefinitions(
            "It holds no [[indicator]] table.", "Begin each indicator with a line [[indicator]]."
        )
    return text, tables


class _Places:
    """The lines on which the tables and their fields stand, where they can be told."""

    def __init__(self, text: str, tables: int) -> None:
        self._headers: list[int] = []
        self._fields: list[dict[str, int]] = []
        for number, line in enumerate(text.splitlines(), start=1):
            if _HEADER.fullmatch(line):
                self._headers.append(number)
                self._fields.append({})
            elif self._fields and (field := _FIELD.match(line)):
                self._fields[-1].setdefault(field[1], number)
        self._known = len(self._headers) == tables

    def line(self, table: int, field: str | None = None) -> int | None:
        """The line of a table's header or of one of its fields; None where it cannot be told."""
        if not self._known:
            return None
        return self._fields[table].get(field or "", self._headers[table])


class _Told:
    """Tells findings about one table."""

    def __init__(self, file: str, places: _Places, number: int, findings: list[Finding]) -> None:
        self._file, self._places, self._number = file, places, number
        self._findings = findings
        self.where = f"indicator {number + 1}"

    def tell(
        self, rule: str, severity: Severity, message: str, fix: str, field: str | None = None
    ) -> None:
        """Adds a finding about the table, or about one of its fields."""
        line = self._places.line(self._number, field)
        self._findings.append(
            Finding(
                rule=rule,
                severity=severity,
                message=message,
                where=self.where,
                quotes=(field,) if field else (),
                fix=fix,
                source=Source(file=self._file, line=line),
            )
        )


def _definition(table: object, told: _Told) -> Definition | None:
    if not isinstance(table, dict):
        told.tell(
            "indicator-not-a-table", "error", "An indicator is no table.", "Use [[indicator]]."
        )
        return None
    code = table.get("code")
    if isinstance(code, str) and code.strip():
        told.where = " ".join(code.split())
    values = dict(_values(table, told))
    if "code" not in values:
        if "code" not in table:
            fix = 'Add a line such as code = "absence".'
            told.tell("indicator-without-code", "error", "It has no code and is left out.", fix)
        return None
    if "name" not in values:
        values["name"] = values["code"]
        if "name" not in table:
            message = "It has no name; its code stands for it."
            told.tell("indicator-without-name", "warning", message, "Add a line name = …")
    definition = Definition(**values)
    for rule, message, fix, field in _doubts(definition):
        told.tell(rule, "warning", message, fix, field)
    return definition


def _values(table: Mapping[str, object], told: _Told) -> Iterator[tuple[str, Any]]:
    unknown = [field for field in table if field not in FIELDS]
    _tell_unknown(unknown, told)
    for field, value in table.items():
        if field not in FIELDS:
            continue
        try:
            yield field, FIELDS[field](value)
        except WrongField as error:
            left = "the indicator is left out" if field == "code" else "it is not used"
            message = f"The field “{field}” {error}; {left}."
            told.tell("indicator-field-wrong", "error", message, "Mend the field.", field)


def _tell_unknown(fields: Sequence[str], told: _Told) -> None:
    for field in fields[:_MOST_NAMED]:
        near = get_close_matches(field[:_LONGEST_FIELD], FIELDS, n=1)
        fix = f"Did you mean {near[0]}?" if near else f"The fields: {', '.join(FIELDS)}."
        shown = field if len(field) <= _LONGEST_FIELD else f"{field[:_LONGEST_FIELD]}…"
        message = f"There is no field “{shown}”; it is not used."
        told.tell("indicator-field-unknown", "warning", message, fix, field)
    if len(fields) > _MOST_NAMED:
        message = f"There are {len(fields) - _MOST_NAMED:,} more fields that are not known."
        fix = f"The fields: {', '.join(FIELDS)}."
        told.tell("indicator-field-unknown", "warning", message, fix)


def _doubts(definition: Definition) -> Iterable[tuple[str, str, str, str | None]]:
    if definition.kind is None:
        yield (
            "indicator-without-kind",
            "It has no kind: its values are ranked and compared, but nothing is tested.",
            'Add kind = "proportion", "rate" … or "value_only".',
            None,
        )
    said = scale_of_unit(definition.unit)
    if said is not None and definition.multiplier not in (None, said):
        yield (
            "unit-and-multiplier-differ",
            f"Its unit “{definition.unit}” is not its multiplier {definition.multiplier:g}, which is used.",
            f"Write multiplier = {said:g}, or mend the unit.",
            "multiplier",
        )


def _tell_twice(definition: Definition, told: _Told, line: int | None) -> None:
    before = f" in line {line}" if line else " already"
    told.tell(
        "indicator-twice",
        "error",
        f"The indicator {definition.code} is defined{before}; the first is used.",
        "Take one of them out, or give it another code.",
        "code",
    )
