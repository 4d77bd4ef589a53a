"""Prose between action tables goes to the outcome or priority that it is about."""

from __future__ import annotations

from oneplan.document.schema import Element, PlanDocument, Statement
from oneplan.exchange.plan_readers.narrative.folding import fold_cued_sections
from oneplan.exchange.plan_readers.reading import read_plan
from unit.exchange.plan_readers.narrative.documents import of_kind, said, the

_TABLE = (
    "<table><tr><th>Ref</th><th>Action</th><th>Lead</th><th>By when</th></tr>"
    "<tr><td>{0}.1</td><td>Plant an orchard</td><td>Parks Manager</td><td>March 2031</td></tr></table>"
)
_MARKED = (
    "<html><body><h1>Marlott Green Plan 2030-2032</h1><h2>Our vision</h2><p>Every street in Marlott has a tree that children can name.</p>"
    "<h2>Our values</h2><ul><li>Patience</li></ul>"
    "<h2>Priority 1: Trees</h2><h3>Why is this important?</h3><p>One street in five has none.</p>"
    "<h3>What will success look like?</h3><ul><li>Shade at every bus stop</li></ul>"
    "<h3>How will we measure success?</h3><ul><li>Increase streets with trees from 80% in 2029 to 90% in 2032</li></ul>"
    + _TABLE.format(1)
    + "<h2>Priority 2: Ponds</h2><h3>Areas of focus</h3><ul><li>School ponds</li></ul>"
    + _TABLE.format(2)
    + "<h2>Governance</h2><p>The parish meets monthly.</p></body></html>"
)


def _plan(html: str) -> PlanDocument:
    return read_plan(html.encode(), "plan.html").plan


def test_sections_under_a_priority_become_what_they_say() -> None:
    plan = _plan(_MARKED)
    trees, ponds = of_kind(plan, "priority")
    assert said(trees, "evidence") == ["One street in five has none."]
    assert said(trees, "success") == ["Shade at every bus stop"]
    assert [measure.targets[0].value for measure in trees.measures] == [90.0]
    assert [len(trees.actions), len(ponds.actions)] == [1, 1]
    assert [(area.kind, area.title) for area in ponds.children] == [("focus_area", "School ponds")]


def test_vision_and_values_are_the_plans_and_stand_once() -> None:
    plan = _plan(_MARKED)
    assert said(plan, "vision") == ["Every street in Marlott has a tree that children can name."]
    assert said(plan, "value") == ["Patience"]
    assert the(plan, "Governance").kind == "section"


def test_an_unmarked_cue_gives_the_lines_below_it_their_role() -> None:
    lines = [
        "Why is this important?",
        "It floods.",
        "How will success be measured?",
        "Fewer floods",
    ]
    priority = Element(
        kind="priority",
        title="Rivers",
        statements=[Statement(kind="context", text=text) for text in lines],
    )
    (folded,), statements = fold_cued_sections([priority])
    assert statements == []
    assert said(folded, "evidence") == ["It floods."]
    assert [measure.text for measure in folded.measures] == ["Fewer floods"]


def test_a_section_about_something_else_stays() -> None:
    section = Element(
        kind="section",
        title="The river in winter",
        statements=[Statement(kind="context", text="It rises.")],
    )
    priority = Element(kind="priority", title="Rivers", children=[section])
    (folded,), _ = fold_cued_sections([priority])
    assert folded.children == [section]
