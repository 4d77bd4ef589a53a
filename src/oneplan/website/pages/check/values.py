"""A reading for its visitor: the source's pieces beside what was read from them, and the columns."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from oneplan.exchange.plan_readers.tables.roles import ROLES
from oneplan.vocabulary.findings import Finding
from oneplan.website.components.pages import InPages, in_pages
from oneplan.website.components.severities import PenCount, pen_count
from oneplan.website.jobs.reading_files import COLUMNS, FINDINGS, SOURCE, ReadingFolder
from oneplan.website.jobs.source_record import Piece
from oneplan.website.open_plan import OpenPlan
from oneplan.website.pages.check.beside import BesideSource, Sides, sides
from oneplan.website.pages.home.values import what_it_holds
from oneplan.website.wording import counted, short

_SIZE = 40
_MOST_TABLES = 30
_NO_PLAN = "not-a-plan"
_NOT_KNOWN = "column-not-recognised"
_SURE = 0.7


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


def result_page(opened: OpenPlan, folder: ReadingFolder, file: str, page: str) -> ResultPage:
    """The page of a reading that ended well."""
    both, noticed, columns = opened.once(_record, folder)
    shown = in_pages(both.pieces, page, _SIZE, ())
    beside = list(both.beside(opened, shown.first, shown.last)) if shown.total else []
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
    opened: OpenPlan, folder: ReadingFolder
) -> tuple[Sides, list[Finding], list[ShownColumn]]:
    """What the reading wrote down: the source and its reading, what the reader noticed, the columns."""
    report = json.loads(folder.text(COLUMNS))
    found = json.loads(folder.text(FINDINGS))["reader"]
    noticed = [Finding.model_validate(each) for each in found]
    columns = _columns(report, {each.quotes[0] for each in noticed if each.rule == _NOT_KNOWN})
    pieces = [Piece(**each) for each in json.loads(folder.text(SOURCE))]
    return (
        sides(opened, pieces, report),
        noticed,
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


def _columns(report: list[dict[str, Any]], not_known: Container[str]) -> Iterator[ShownColumn]:
    """Each header once, however many tables have it; the months of a time line need no meaning."""
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
            doubtful = header in not_known if role is None else column["sure"] < _SURE
            unsure = doubtful and not column["set_by_caller"]
            yield ShownColumn(header, f"column-{len(seen)}", choices, unsure)


def _role_name(role: str) -> str:
    if role == "ignore":
        return "leave out"
    return role.replace("_and_", " and ").replace("_", " ")
