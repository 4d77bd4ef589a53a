"""Any plan document at all, as Hypothesis strategies: for what must hold of every one."""

from __future__ import annotations

from hypothesis import strategies as st

from oneplan.document.schema import (
    Action,
    Baseline,
    CrossReference,
    Due,
    Element,
    Funding,
    Indicator,
    Measure,
    Milestone,
    Organisation,
    Period,
    Place,
    PlanDocument,
    Recommendation,
    Statement,
    Step,
    Target,
    Term,
)
from oneplan.vocabulary.findings import Finding, Source

# Surrogates cannot be written as UTF-8 by anything, so no reader gives them.
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
_ONE_TO_NINE = st.none() | st.integers(1, 9)
_SOURCES = st.none() | st.builds(
    Source,
    file=st.none() | _TEXT,
    page=_ONE_TO_NINE,
    sheet=st.none() | _TEXT,
    line=_ONE_TO_NINE,
)


def _some(strategy: st.SearchStrategy[object], most: int = 2) -> st.SearchStrategy[list[object]]:
    return st.lists(strategy, max_size=most)


def _part(model: type, **fields: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.builds(model, **fields)


_OPTIONAL = st.none() | _TEXT
_BASELINES = _part(Baseline, text=_TEXT, value=_NUMBERS, period=_OPTIONAL)
_TARGETS = _part(Target, text=_TEXT, value=_NUMBERS, change_by=_NUMBERS, comparator=_OPTIONAL)
MEASURES = _part(
    Measure,
    id=st.none(),
    text=_TEXT,
    indicator=st.none() | _part(Indicator, code=_OPTIONAL, name=_OPTIONAL),
    unit=_OPTIONAL,
    baselines=_some(_BASELINES),
    targets=_some(_TARGETS),
    milestones=_some(_part(Milestone, text=_TEXT, month=_OPTIONAL)),
    source=_SOURCES,
)
ACTIONS = _part(
    Action,
    id=st.none(),
    ref=_OPTIONAL,
    text=_TEXT,
    steps=_some(_part(Step, text=_TEXT)),
    due=st.none() | _part(Due, text=_TEXT, month=_OPTIONAL),
    leads=_some(_TEXT),
    partners=_some(_TEXT),
    funding=_some(_part(Funding, text=_TEXT, amount=_NUMBERS, label=_OPTIONAL)),
    measures=_some(MEASURES),
    cross_references=_some(_part(CrossReference, text=_TEXT, target=_OPTIONAL), 1),
    recommendations=_some(_part(Recommendation, report=_TEXT, page=_OPTIONAL), 1),
    source=_SOURCES,
)
_STATEMENTS = _part(Statement, kind=st.sampled_from(["vision", "success", "activity"]), text=_TEXT)


def _elements(children: st.SearchStrategy[list[object]]) -> st.SearchStrategy[object]:
    return _part(
        Element,
        id=st.none(),
        kind=st.sampled_from(["outcome", "priority", "focus_area", "section"]),
        label=_OPTIONAL,
        code=_OPTIONAL,
        title=_TEXT,
        members=_some(_TEXT),
        statements=_some(_STATEMENTS),
        indicators=_some(_part(Indicator, code=_OPTIONAL, text=_OPTIONAL), 1),
        measures=_some(MEASURES, 1),
        actions=_some(ACTIONS, 3),
        children=children,
        source=_SOURCES,
    )


ELEMENTS = _elements(_some(_elements(st.just([])), 2))
PLANS: st.SearchStrategy[PlanDocument] = st.builds(
    PlanDocument,
    title=_TEXT,
    partnership=_OPTIONAL,
    period=st.none() | _part(Period, start=_OPTIONAL, end=_OPTIONAL),
    version=_OPTIONAL,
    statements=_some(_STATEMENTS),
    elements=_some(ELEMENTS, 3),
    organisations=_some(_part(Organisation, name=_TEXT, aliases=_some(_TEXT))),
    glossary=_some(_part(Term, term=_TEXT, meaning=_TEXT)),
    places=_some(_part(Place, name=_TEXT, note=_OPTIONAL)),
    findings=_some(
        st.builds(
            Finding,
            rule=_TEXT,
            severity=st.sampled_from(["error", "warning", "info"]),
            message=_TEXT,
            quotes=st.lists(_TEXT, max_size=2).map(tuple),
            source=_SOURCES,
        )
    ),
)
