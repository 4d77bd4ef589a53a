"""What differs between two versions, page by page under the headings of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oneplan.document.differences.changes import Change
from oneplan.document.differences.compare import compare_plans
from oneplan.document.schema import PlanDocument
from oneplan.exchange.reports.changes_report import ChangesReport, changes_report
from oneplan.website.components.pages import InPages, Query, in_pages
from oneplan.website.components.word_difference import BothTexts, both_texts
from oneplan.website.open_plan import OpenPlan

_SIZE = 50


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change in words; where it was something and is something else, both with what differs marked."""

    words: str
    texts: BothTexts | None


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one sort on this page; ``whole`` is how many there are on all pages."""

    heading: str
    whole: int
    changes: list[ShownChange]


@dataclass(frozen=True, slots=True)
class DifferencesPage:
    """The whole page."""

    heading: str
    old: str
    new: str
    groups: list[Group]
    pages: InPages[tuple[str, Change]]


def differences_page(report: ChangesReport, page: str, query: Query = ()) -> DifferencesPage:
    """The page of a report of changes; ``query`` is what else its address says."""
    flat = [(group.heading, change) for group in report.groups for change in group.changes]
    pages = in_pages(flat, page, _SIZE, query)
    return DifferencesPage(
        heading=report.headline,
        old=report.old,
        new=report.new,
        groups=[
            Group(group.heading, len(group.changes), here)
            for group in report.groups
            if (here := _under(group.heading, pages.items))
        ],
        pages=pages,
    )


def report_of(old: OpenPlan, new: OpenPlan, old_name: str, new_name: str) -> ChangesReport:
    """What differs between two opened plans, under the versions' names."""
    plan: PlanDocument = new.plan
    return changes_report(compare_plans(old.plan, plan), old_name, new_name, plan)


def _under(heading: str, items: Sequence[tuple[str, Change]]) -> list[ShownChange]:
    return [_shown(change) for under, change in items if under == heading]


def _shown(change: Change) -> ShownChange:
    if not change.before or not change.after:
        return ShownChange(change.words, None)
    return ShownChange(change.words, both_texts(change.before, change.after))
