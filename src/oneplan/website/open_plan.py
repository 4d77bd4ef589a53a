"""A plan opened for the pages: looked up by id, with the red pen's findings at their places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Self, TypeVar, TypeVarTuple, cast

from django.urls import reverse

from oneplan.document.lint.acceptances import Acceptance
from oneplan.document.lint.facts import PlacedAction, PlacedElement, PlanFacts
from oneplan.document.schema import Element, PlanDocument
from oneplan.document.thread import Thread, golden_thread
from oneplan.exchange.reports.findings_report import findings_report
from oneplan.vocabulary.findings import Finding
from oneplan.website.said_of_findings import Acceptances, Receiver, Said
from oneplan.website.wording import plan_period

_Made = TypeVar("_Made")
_Of = TypeVarTuple("_Of")


class OpenPlan:
    """A plan with ids, its findings, and the names under which its pages are found.

    ``room`` is the URL namespace: "plan" for the shelf, "reading" for a visitor's own upload.
    What people have accepted with a reason is no open finding.
    """

    def __init__(
        self,
        room: str,
        name: str,
        plan: PlanDocument,
        findings: list[Finding] | None = None,
        acceptances: Acceptances | None = None,
    ) -> None:
        self.room = room
        self.name = name
        self.plan = plan
        self._found = findings or []
        self._acceptances = acceptances
        self._paths: dict[tuple[object, ...], str] = {}
        self._made: dict[Callable[..., object], tuple[tuple[object, ...], object]] = {}

    @cached_property
    def said(self) -> Said:
        """What the red pen found and people made of it, looked for when a page first asks."""
        return Said.of(self._found, self._acceptances)

    @property
    def findings(self) -> list[Finding]:
        """The findings that nobody has accepted."""
        return self.said.open

    @property
    def accepted(self) -> list[tuple[Finding, Acceptance]]:
        """The findings that somebody accepted, each with what they said."""
        return self.said.accepted

    @property
    def about_acceptances(self) -> list[Finding]:
        """What is wrong with the acceptances themselves."""
        return self.said.noticed

    @property
    def given(self) -> Mapping[str, Receiver]:
        """Whom findings were given to, by fingerprint."""
        return {}

    def url(self, page: str, /, **parts: str) -> str:
        """The path of one of the plan's pages, each worked out once."""
        asked = (page, *parts.items())
        found = self._paths.get(asked)
        if found is None:
            found = self._paths[asked] = self._path(page, parts)
        return found

    def _path(self, page: str, parts: dict[str, str]) -> str:
        return reverse(f"{self.room}:{page}", kwargs={"plan": self.name, **parts})

    def once(self, make: Callable[[Self, *_Of], _Made], *of: *_Of) -> _Made:
        """What is made of this plan and of values that are given, so that all who may see it see the same.

        It is made once, and anew where other values are given than the last time.
        """
        held = self._made.get(make)
        if held is None or held[0] != of:
            held = self._made[make] = (of, make(self, *of))
        return cast(_Made, held[1])

    @property
    def private(self) -> bool:
        """Whether only the browser session that made it may see it."""
        return self.room != "plan"

    @cached_property
    def names_recommendations(self) -> bool:
        """Whether the plan answers a report, or states recommendations of its own."""
        return bool(self.thread.answers) or any(
            placed.statement.kind == "recommendation" for placed in self.facts.statements
        )

    @property
    def short_title(self) -> str:
        """What breadcrumbs call the plan."""
        years = plan_period(self.plan.period)
        return f"Plan {years}" if years else "Plan"

    @cached_property
    def facts(self) -> PlanFacts:
        """The plan's parts in plan order."""
        return PlanFacts(self.plan)

    @cached_property
    def thread(self) -> Thread:
        """What supports what."""
        return golden_thread(self.plan)

    @cached_property
    def elements(self) -> dict[str, PlacedElement]:
        """Every element by its id, in plan order."""
        return {placed.element.id or "": placed for placed in self.facts.elements}

    @cached_property
    def actions(self) -> dict[str, PlacedAction]:
        """Every action by its id, in plan order."""
        return {placed.action.id or "": placed for placed in self.facts.actions}

    @cached_property
    def order(self) -> dict[str, int]:
        """Where each action stands among the plan's actions, from nought."""
        return {id_: at for at, id_ in enumerate(self.actions)}

    @cached_property
    def actions_by_target(self) -> dict[str, list[PlacedAction]]:
        """The actions that point at each reference."""
        found: dict[str, list[PlacedAction]] = defaultdict(list)
        for placed in self.facts.actions:
            for target in {each.target for each in placed.action.cross_references}:
                found[target or ""].append(placed)
        return found

    @cached_property
    def actions_by_reference(self) -> dict[str, PlacedAction]:
        """The first action with each reference."""
        found: dict[str, PlacedAction] = {}
        for placed in self.facts.actions:
            if placed.action.ref:
                found.setdefault(placed.action.ref, placed)
        return found

    @cached_property
    def elements_by_code(self) -> dict[str, PlacedElement]:
        """The first element with each label and code ("priority 7"), in lower case."""
        found: dict[str, PlacedElement] = {}
        for placed in self.facts.elements:
            element = placed.element
            if element.code:
                label = element.label or element.kind
                found.setdefault(f"{label} {element.code}".casefold(), placed)
            found.setdefault(element.title.casefold(), placed)
        return found

    @cached_property
    def owner(self) -> dict[str, str]:
        """The id of the action or element that each measure stands under, and of each its own."""
        found = {id_: id_ for id_ in (*self.elements, *self.actions)}
        for placed in self.facts.measures:
            part = placed.action or placed.path[-1]
            found[placed.measure.id or ""] = part.id or ""
        return found

    def part_of(self, finding: Finding) -> str | None:
        """The id of the action or element that a finding is about; None for the plan as a whole."""
        if finding.subject and finding.subject in self.owner:
            return self.owner[finding.subject]
        where = finding.where or ""
        action = self.actions_by_reference.get(where)
        if action:
            return action.action.id
        element = self.elements_by_code.get(where.casefold())
        return element.element.id if element else None

    def parts_above(self, finding: Finding) -> set[str]:
        """The ids of the part that a finding is about and of all above it."""
        part = self.part_of(finding) or ""
        placed = self.actions.get(part) or self.elements.get(part)
        return {part, *(element.id or "" for element in placed.path)} if placed else set()

    @cached_property
    def findings_at(self) -> dict[str, list[Finding]]:
        """The findings about each action and element itself, by its id."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            part = self.part_of(finding)
            if part:
                found[part].append(finding)
        return found

    @cached_property
    def part_urls(self) -> dict[str, str]:
        """The page of each action and element by its id."""
        elements = {id_: self.url("element", element=id_) for id_ in self.elements}
        return elements | {id_: self.url("action", action=id_) for id_ in self.actions}

    @cached_property
    def passages(self) -> dict[str, str]:
        """The passage that holds each finding's quoted words, by fingerprint, where there is one."""
        report = findings_report(self.findings, self.name, plan=self.plan)
        return {
            shown.finding.fingerprint or "": shown.context for shown in report.open if shown.context
        }

    def findings_within(self, element: Element) -> Iterator[Finding]:
        """The findings about an element, its actions and all below it."""
        pending = [element]
        while pending:
            current = pending.pop()
            yield from self.findings_at.get(current.id or "", ())
            for action in current.actions:
                yield from self.findings_at.get(action.id or "", ())
            pending += current.children
