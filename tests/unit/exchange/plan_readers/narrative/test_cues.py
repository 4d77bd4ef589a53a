"""Section cues, lead-ins and labelled headings in many wordings."""

from __future__ import annotations

import pytest

from oneplan.exchange.plan_readers.narrative.cues import heading_cue, run_in_cue
from oneplan.exchange.plan_readers.narrative.labels import kind_of_container, read_label
from oneplan.exchange.plan_readers.narrative.lead_ins import lead_in_cue


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Our vision", "vision"),
        ("Vision and aims", "vision"),
        ("Our values", "value"),
        ("Guiding principles", "approach"),
        ("How we will work together", "approach"),
        ("Why is this important?", "evidence"),
        ("WHY DOES THIS MATTER?", "evidence"),
        ("Where are we now?", "evidence"),
        ("What the data tells us", "evidence"),
        ("2.3 Case for change", "evidence"),
        ("What will be done?", "activity"),
        ("What are we going to do about it?", "activity"),
        ("What we’ll do", "activity"),
        ("How will we get there?", "activity"),
        ("What will success look like?", "success"),
        ("What good looks like", "success"),
        ("What difference will this make for families?", "success"),
        ("How will success be measured?", "measures"),
        ("How will we know we've made a difference?", "measures"),
        ("How will we know if it is working?", "measures"),
        ("Key outcome measures", "measures"),
        ("Success measures", "measures"),
        ("Key performance indicators", "measures"),
        ("Our areas of focus are:", "focus"),
        ("You said...", "said"),
        ("What young people told us", "said"),
        ("We did", "achieved"),
        ("What have we achieved?", "achieved"),
        ("Membership", "members"),
        ("Action plan key priorities", "actions"),
        ("Our commitments", "actions"),
        ("Our strategic priorities", "priorities"),
        ("Our shared outcomes", "outcomes"),
        ("Recommendations", "recommendation"),
        ("Adults Overview and Scrutiny Committee", "scrutiny"),
        ("Next steps", "section"),
        ("Glossary of terms", "glossary"),
        ("Contents", "left_out"),
    ],
)
def test_a_heading_announces_its_role(heading: str, role: str) -> None:
    cue = heading_cue(heading)
    assert cue is not None
    assert cue.role == role


@pytest.mark.parametrize(
    "heading",
    [
        "Emotional wellbeing in schools",
        "Ready for adult life",
        "Being outcomes focused",
        "Support for young carers in rural parishes",
        "Equality and diversity implications",
        "",
        "…",
        "12",
    ],
)
def test_a_heading_about_something_else_announces_nothing(heading: str) -> None:
    cue = heading_cue(heading)
    assert cue is None or cue.role == "section"


@pytest.mark.parametrize(
    ("lead_in", "role"),
    [
        ("By March 2031 we will have:", "actions"),
        ("We will, by the end of 2027:", "actions"),
        ("To cut waiting we have found new premises. We will:", "actions"),
        ("The Partnership will:", "actions"),
        ("We will work together to:-", "activity"),
        ("We will know that the strategy works by the:-", "measures"),
        ("Our ten areas of focus are:", "focus"),
        ("We believe it matters that every child:-", "outcomes"),
        ("We will bring about change by working together to:-", "priorities"),
        ("This strategy sets out five priorities:", "priorities"),
        ("Our values come from the staff survey and are:", "value"),
        ("The Lead Member recommends that Cabinet:", "recommendation"),
        ("The panel made the following comments:", "scrutiny"),
        ("Our approach will be to:", "approach"),
    ],
)
def test_a_lead_in_gives_the_list_its_role(lead_in: str, role: str) -> None:
    cue = lead_in_cue(lead_in)
    assert cue is not None
    assert cue.role == role


def test_a_sentence_that_ends_is_no_lead_in() -> None:
    assert lead_in_cue("We will work together to mend the bridge.") is None


def test_a_paragraph_may_open_with_its_own_heading() -> None:
    cue = run_in_cue("Membership: the fire service, the colleges")
    assert cue is not None
    assert (cue.role, cue.rest) == ("members", "the fire service, the colleges")
    assert run_in_cue("Survey: four hundred answers came by post") is None


@pytest.mark.parametrize(
    ("heading", "kind", "label", "code", "title"),
    [
        ("Outcome:", "outcome", "Outcome", None, ""),
        ("Outcome 3: homes are warm", "outcome", "Outcome", "3", "homes are warm"),
        ("PRIORITY TWO – Clean air", "priority", "Priority", "TWO", "Clean air"),
        (
            "Strategic Priority 1.2 Safer roads",
            "priority",
            "Strategic priority",
            "1.2",
            "Safer roads",
        ),
        ("Theme A: Belonging", "priority", "Theme", "A", "Belonging"),
        ("Ambition – A town without litter", "outcome", "Ambition", None, "A town without litter"),
        ("Area of focus 4: Sleep", "focus_area", "Area of focus", "4", "Sleep"),
    ],
)
def test_a_labelled_heading_is_taken_apart(
    heading: str, kind: str, label: str, code: str | None, title: str
) -> None:
    found = read_label(heading)
    assert found is not None
    assert (found.kind, found.label, found.code, found.title) == (kind, label, code, title)


@pytest.mark.parametrize(
    "text",
    [
        "Priority schools will be visited each term",
        "Outcomes for care leavers have improved",
        "Aim high",
        "Focus on reading",
        "Theme parks",
    ],
)
def test_a_word_that_begins_a_sentence_is_no_label(text: str) -> None:
    assert read_label(text) is None


def test_the_elements_under_a_heading_take_its_word() -> None:
    assert kind_of_container("Our six themes") == ("priority", "Theme")
    assert kind_of_container("Shared outcomes") == ("outcome", "Outcome")
    assert kind_of_container("We believe that", "outcome") == ("outcome", None)
