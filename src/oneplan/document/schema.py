"""The plan document: the one interchange, snapshot and API shape.

Absent is ``None`` or an empty list, never a guess. What was printed stands in ``text`` beside what
was understood of it. 80% is 80; £6.3 million is 6300000. The names are those of the public contract.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from oneplan.vocabulary import relations
from oneplan.vocabulary.findings import Finding, Source

ElementKind = Literal["outcome", "priority", "focus_area", "workstream", "partnership", "section"]
StatementKind = Literal[
    "vision",
    "value",
    "approach",
    "context",
    "evidence",
    "activity",
    "success",
    "said",
    "achieved",
    "recommendation",
    "scrutiny",
    "other",
]
ActionCategory = Literal[
    "core", "narrow_the_gap", "support_families", "improve_access", "recommendation", "other"
]
MeasureKind = Literal["quantified", "directional", "deliverable", "reference"]
Direction = relations.Direction
Relation = relations.Relation
YearKind = Literal["financial", "academic", "calendar"]
FundingKind = Literal[
    "amount",
    "fund_named",
    "within_existing",
    "in_kind",
    "not_known",
    "reconfigured",
    "invested",
    "saved",
    "avoided",
    "returned",
]


class Part(BaseModel):
    """What all parts of a plan document share: unknown fields and numbers that are none are refused."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)


class Statement(Part):
    """A paragraph or list item of the plan's prose, with its role in the plan."""

    kind: StatementKind
    text: str
    source: Source | None = None


class Indicator(Part):
    """An indicator as the plan names it; ``code`` normalised ("NI 55")."""

    code: str | None = None
    name: str | None = None
    text: str | None = None
    source: Source | None = None


class Baseline(Part):
    """Where a measure starts. ``period`` is "2009-03", "2008/09" or "2009"."""

    text: str
    value: float | None = None
    period: str | None = None
    year_kind: YearKind | None = None
    to_be_set: bool = False


class Target(Part):
    """Where a measure is to get to: a value, a change, or a relation to a comparator.

    ``change_by`` is signed ("10% reduction" is -10). ``change_unit`` says whether it is ``percent``
    of the baseline, ``points`` or a ``number`` of the measure's unit; None where the text leaves it open.
    """

    text: str
    value: float | None = None
    change_by: float | None = None
    change_unit: relations.ChangeUnit | None = None
    relation: Relation | None = None
    comparator: str | None = None
    period: str | None = None
    year_kind: YearKind | None = None
    to_be_set: bool = False


class Milestone(Part):
    """A dated step on the way."""

    text: str
    month: str | None = None


class Measure(Part):
    """One item of a progress-measure cell, whatever it holds."""

    id: str | None = None
    text: str
    kind: MeasureKind = "deliverable"
    indicator: Indicator | None = None
    direction: Direction | None = None
    unit: str | None = None
    baselines: list[Baseline] = Field(default_factory=list)
    targets: list[Target] = Field(default_factory=list)
    milestones: list[Milestone] = Field(default_factory=list)
    source: Source | None = None


class Due(Part):
    """By when: ``month`` "2010-03" where the text names one, else ``period`` "2009/10" or "2010"."""

    text: str
    month: str | None = None
    period: str | None = None


class Funding(Part):
    """A sum, or a fund without a sum. ``amount`` in whole currency units, None where not printed."""

    text: str
    amount: float | None = None
    currency: str | None = None
    label: str | None = None
    kind: FundingKind | None = None


class CrossReference(Part):
    """A pointer to another action or element; ``target`` is what it names ("BH 3.1", "Priority 7")."""

    text: str
    target: str | None = None


class Recommendation(Part):
    """The inspection report (and page) that an action answers."""

    report: str
    page: str | None = None


class Step(Part):
    """One step of an action, with the month it names."""

    text: str
    month: str | None = None
    source: Source | None = None


class Action(Part):
    """One thing that will be done, by whom, by when, with what and how it is known."""

    id: str | None = None
    ref: str | None = None
    text: str
    steps: list[Step] = Field(default_factory=list)
    due: Due | None = None
    category: ActionCategory = "core"
    leads: list[str] = Field(default_factory=list)
    partners: list[str] = Field(default_factory=list)
    strategies: list[str] = Field(default_factory=list)
    groups: list[str] = Field(default_factory=list)
    places: list[str] = Field(default_factory=list)
    funding: list[Funding] = Field(default_factory=list)
    measures: list[Measure] = Field(default_factory=list)
    brought_forward_from: str | None = None
    cross_references: list[CrossReference] = Field(default_factory=list)
    recommendations: list[Recommendation] = Field(default_factory=list)
    status: str | None = None
    source: Source | None = None


class Element(Part):
    """An outcome, priority, area of focus …; ``label`` is the plan's own word for its level."""

    id: str | None = None
    kind: ElementKind
    label: str | None = None
    code: str | None = None
    title: str
    members: list[str] = Field(default_factory=list)
    statements: list[Statement] = Field(default_factory=list)
    indicators: list[Indicator] = Field(default_factory=list)
    measures: list[Measure] = Field(default_factory=list)
    actions: list[Action] = Field(default_factory=list)
    children: list[Element] = Field(default_factory=list)
    source: Source | None = None


class Period(Part):
    """The months a plan runs from and to, "2009-04" to "2010-03"."""

    start: str | None = None
    end: str | None = None


class Organisation(Part):
    """A body that takes part, with the other names it goes by."""

    name: str
    aliases: list[str] = Field(default_factory=list)


class Term(Part):
    """A line of the plan's own glossary."""

    term: str
    meaning: str
    source: Source | None = None


class Place(Part):
    """A ward, district or school that the plan names; ``note`` what it says of it."""

    name: str
    kind: str | None = None
    note: str | None = None
    source: Source | None = None


class PlanDocument(Part):
    """A whole plan, or the draft of one."""

    title: str
    partnership: str | None = None
    period: Period | None = None
    version: str | None = None
    statements: list[Statement] = Field(default_factory=list)
    elements: list[Element] = Field(default_factory=list)
    organisations: list[Organisation] = Field(default_factory=list)
    glossary: list[Term] = Field(default_factory=list)
    places: list[Place] = Field(default_factory=list)
    findings: list[Finding] = Field(default_factory=list)
