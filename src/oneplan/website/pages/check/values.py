"""A reading for its visitor: the source's pieces beside what was read from them, and the columns."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from oneplan.document.schema import Action, Element, Indicator, Measure, Statement
from oneplan.exchange.plan_readers.tables.roles import ROLES
from oneplan.vocabulary.findings import Finding
from oneplan.vocabulary.lists import listed
from oneplan.website.components.findings import ShownFinding, shown_finding
from oneplan.website.components.levels import full_name, level_name
from oneplan.website.components.pages import InPages, in_pages
from oneplan.website.components.path_to_target import path_to_target
from oneplan.website.components.severities import PenCount, pen_count
from oneplan.website.jobs.reading_files import COLUMNS, FINDINGS, SOURCE, ReadingFolder
from oneplan.website.jobs.source_record import Piece, place_key
from oneplan.website.open_plan import OpenPlan
from oneplan.website.pages.home.values import what_it_holds
from oneplan.website.wording import counted, due_in_words, sentence, short

_SIZE = 40
_MOST_TABLES = 30
_MOST_MEASURES = 8
_NO_PLAN = "not-a-plan"
_STATEMENT_NAMES = {"other": "Text", "said": "We said", "achieved": "We achieved"}


@dataclass(frozen=True, slots=True)
class ReadPart:
    """What one piece of the source was read as."""

    what: str
    title: str
    url: str | None
    details: list[str] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    findings: list[ShownFinding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class BesideSource:
    """A piece of the source with what was read from it."""

    piece: Piece
    parts: list[ReadPart]


@dataclass(frozen=True, slots=True)
class RoleChoice:
    """A meaning that a column may have."""

    value: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column's header with the meaning it was given; unsure where the reader says so."""

    header: str
    field: str
    choices: list[RoleChoice]
    unsure: bool


@dataclass(frozen=True, slots=True)
class ResultPage:
    """The whole page of a finished reading."""

    heading: str
    lead: str
    file: str
    plan_found: bool
    pen: PenCount
    noticed: list[Finding]
    columns: list[ShownColumn]
    unsure: int
    pieces: InPages[BesideSource]


@dataclass(slots=True)
class _Places:
    """The plan's parts by their place in the source."""

    actions: dict[str, list[Action]] = field(default_factory=lambda: defaultdict(list))
    elements: dict[str, list[Element]] = field(default_factory=lambda: defaultdict(list))
    statements: dict[str, list[Statement]] = field(default_factory=lambda: defaultdict(list))
    measures: dict[str, list[Measure]] = field(default_factory=lambda: defaultdict(list))
    indicators: dict[str, list[Indicator]] = field(default_factory=lambda: defaultdict(list))


def result_page(opened: OpenPlan, folder: ReadingFolder, file: str, page: str) -> ResultPage:
    """The page of a reading that ended well."""
    record, noticed, columns = opened.once(_record, folder)
    shown = in_pages(record, page, _SIZE, ())
    beside = list(_beside(opened, shown.items))
    return ResultPage(
        heading=_heading(opened, noticed),
        lead=_lead(opened),
        file=file,
        plan_found=_plan_found(noticed),
        pen=pen_count(opened.findings),
        noticed=[*opened.about_acceptances, *noticed],
        columns=columns,
        unsure=sum(column.unsure for column in columns),
        pieces=InPages(
            beside, shown.number, shown.pages, shown.first, shown.last, shown.total,
            shown.links, shown.before, shown.after,
        ),
    )  # fmt: skip


def _record(
    _: OpenPlan, folder: ReadingFolder
) -> tuple[list[Piece], list[Finding], list[ShownColumn]]:
    """What the reading wrote down: the source's pieces, what the reader noticed, the columns."""
    columns = _columns(json.loads(folder.text(COLUMNS)))
    return (
        [Piece(**each) for each in json.loads(folder.text(SOURCE))],
        [Finding.model_validate(each) for each in json.loads(folder.text(FINDINGS))["reader"]],
        sorted(columns, key=lambda each: not each.unsure),
    )


def _heading(opened: OpenPlan, noticed: Sequence[Finding]) -> str:
    if not _plan_found(noticed):
        return "The file has been read, and no plan was found in it"
    errors = pen_count(opened.findings).errors
    if not opened.findings and opened.accepted:
        return "Your plan has been read, and all that the red pen found is accepted"
    if not opened.findings:
        return "Your plan has been read, and the red pen found nothing to settle"
    things = counted(len(opened.findings), "thing")
    if not errors:
        return f"Your plan has been read: {things} to settle, none plainly wrong"
    return f"Your plan has been read: {things} to settle, {errors} cannot be right"


def _plan_found(noticed: Sequence[Finding]) -> bool:
    return all(finding.rule != _NO_PLAN for finding in noticed)


def _lead(opened: OpenPlan) -> str:
    return f"“{short(opened.plan.title, 20)}”: {what_it_holds(opened)}."


def _beside(opened: OpenPlan, pieces: Sequence[Piece]) -> Iterator[BesideSource]:
    places = _places(opened)
    for piece in pieces:
        yield BesideSource(piece, list(_read_from(opened, places, piece)))


def _places(opened: OpenPlan) -> _Places:
    places = _Places()
    for element in opened.facts.elements:
        places.elements[place_key(element.element.source)].append(element.element)
        for measure in element.element.measures:
            places.measures[place_key(measure.source)].append(measure)
        for indicator in element.element.indicators:
            places.indicators[place_key(indicator.source)].append(indicator)
    for action in opened.facts.actions:
        places.actions[place_key(action.action.source)].append(action.action)
    for statement in opened.facts.statements:
        places.statements[place_key(statement.statement.source)].append(statement.statement)
    return places


def _read_from(opened: OpenPlan, places: _Places, piece: Piece) -> Iterator[ReadPart]:
    if not piece.place:
        return
    for element in places.elements.get(piece.place, ()):
        yield _part(opened, level_name(element), full_name(element), element.id)
    for action in places.actions.get(piece.place, ()):
        title = f"{action.ref} {short(action.text, 14)}" if action.ref else short(action.text, 14)
        read = [_measure(measure) for measure in action.measures[:_MOST_MEASURES]]
        yield _part(opened, "Action", title, action.id, _details(action), read)
    for measure in places.measures.get(piece.place, ()):
        yield ReadPart("Measure", _measure(measure), None)
    for indicator in places.indicators.get(piece.place, ()):
        yield ReadPart("Indicator", indicator.code or "", None)
    for statement in places.statements.get(piece.place, ()):
        name = _STATEMENT_NAMES.get(statement.kind, sentence(statement.kind))
        yield ReadPart(name, "", None)


def _measure(measure: Measure) -> str:
    """What was understood of a measure: its figures, else its first words."""
    path = path_to_target(measure)
    return f"{short(measure.text, 7)}: {path.sentence}" if path else short(measure.text, 14)


def _part(
    opened: OpenPlan,
    what: str,
    title: str,
    id_: str | None,
    details: Sequence[str] = (),
    measures: Sequence[str] = (),
) -> ReadPart:
    found = opened.findings_at.get(id_ or "", ())
    shown = [shown_finding(opened, finding, i) for i, finding in enumerate(found, start=1)]
    url = opened.part_urls.get(id_ or "")
    return ReadPart(what, title, url, list(details), list(measures), shown)


def _details(action: Action) -> list[str]:
    money = [each for each in action.funding if each.amount is not None]
    said = [
        f"Due {due_in_words(action.due)}" if action.due else "",
        f"Lead: {listed(action.leads)}" if action.leads else "",
        f"Partners: {short(listed(action.partners), 12)}" if action.partners else "",
        counted(len(action.measures), "measure") if action.measures else "",
        f"Money: {counted(len(money), 'amount')}" if money else "",
    ]
    return [each for each in said if each]


def _columns(report: list[dict[str, Any]]) -> Iterator[ShownColumn]:
    """Each header once, however many tables have it."""
    seen: set[str] = set()
    for table in report[:_MOST_TABLES]:
        for column in table["columns"]:
            header = column["header"]
            if not header or header in seen:
                continue
            seen.add(header)
            role = column["role"]
            choices = [RoleChoice("", "not recognised", role is None)] if role is None else []
            choices += [RoleChoice(each, _role_name(each), each == role) for each in ROLES]
            unsure = not column["set_by_caller"] and (role is None or column["sure"] < 0.7)
            yield ShownColumn(header, f"column-{len(seen)}", choices, unsure)


def _role_name(role: str) -> str:
    if role == "ignore":
        return "leave out"
    return role.replace("_and_", " and ").replace("_", " ")
