"""Inspection reports, page by page, and the actions that answer them."""

from __future__ import annotations

from dataclasses import dataclass

from oneplan.vocabulary.lists import listed
from oneplan.website.components.crumbs import Crumb, crumbs
from oneplan.website.open_plan import OpenPlan
from oneplan.website.wording import due_in_words, sentence, short, spelled_count


@dataclass(frozen=True, slots=True)
class AnsweringAction:
    """An action that answers a recommendation."""

    ref: str | None
    text: str
    url: str
    leads: str
    due: str


@dataclass(frozen=True, slots=True)
class AnsweredPage:
    """A page of a report with what answers it."""

    page: str | None
    actions: list[AnsweringAction]


@dataclass(frozen=True, slots=True)
class Report:
    """An inspection report that the plan names."""

    name: str
    pages: list[AnsweredPage]


@dataclass(frozen=True, slots=True)
class Stated:
    """A recommendation that the plan states in its own words."""

    text: str
    where: str | None
    url: str | None
    answered: bool


@dataclass(frozen=True, slots=True)
class RecommendationsPage:
    """The whole page."""

    heading: str
    lead: str
    crumbs: list[Crumb]
    reports: list[Report]
    stated: list[Stated]


def recommendations_page(opened: OpenPlan) -> RecommendationsPage:
    """The page of a plan's recommendations."""
    reports = _reports(opened)
    stated = _stated(opened)
    return RecommendationsPage(
        heading=_heading(opened, len(reports), len(stated)),
        lead=_lead(reports, stated),
        crumbs=crumbs(opened, here="Recommendations"),
        reports=reports,
        stated=stated,
    )


def _reports(opened: OpenPlan) -> list[Report]:
    found: dict[str, list[AnsweredPage]] = {}
    for answer in opened.thread.answers:
        actions = [
            AnsweringAction(
                ref=action.ref,
                text=short(action.text, 24),
                url=opened.url("action", action=action.id or ""),
                leads=listed(action.leads),
                due=due_in_words(action.due),
            )
            for action in answer.actions
        ]
        found.setdefault(answer.report, []).append(AnsweredPage(answer.page, actions))
    return [
        Report(name, sorted(pages, key=lambda page: _page_order(page.page)))
        for name, pages in found.items()
    ]


def _page_order(page: str | None) -> tuple[int, str]:
    digits = "".join(c for c in (page or "").split("-")[0] if c.isdecimal())
    return int(digits[:6] or 0), page or ""


def _stated(opened: OpenPlan) -> list[Stated]:
    unanswered = {
        gap.text for gap in opened.thread.gaps if gap.kind == "recommendation-without-action"
    }
    found = []
    for placed in opened.facts.statements:
        if placed.statement.kind == "recommendation":
            part = placed.path[-1] if placed.path else None
            url = opened.url("element", element=part.id or "") if part else None
            text = placed.statement.text
            found.append(Stated(text, placed.where, url, text not in unanswered))
    return found


def _heading(opened: OpenPlan, reports: int, stated: int) -> str:
    actions = sum(bool(placed.action.recommendations) for placed in opened.facts.actions)
    if reports:
        answers = spelled_count(actions, "action answers", "actions answer")
        return sentence(f"{answers} what {spelled_count(reports, 'report')} asked for")
    if stated and not opened.actions:
        return sentence(
            f"{spelled_count(stated, 'recommendation')}, and no action that could answer"
        )
    if stated:
        return sentence(f"{spelled_count(stated, 'recommendation')} stated in the plan")
    return "The plan names no recommendations"


def _lead(reports: list[Report], stated: list[Stated]) -> str:
    if not reports and not stated:
        return "No action says that it answers an inspection, and none is set out in the text."
    open_ = sum(not each.answered for each in stated)
    if open_:
        return sentence(
            f"{spelled_count(open_, 'recommendation has', 'recommendations have')} no answer."
        )
    if reports and any(page.page is None for report in reports for page in report.pages):
        return "Where no page is given, the plan names the report alone."
    if not reports:
        return "They stand in the plan’s own text, word for word as below."
    return "Each one is followed by what the plan does about it."
