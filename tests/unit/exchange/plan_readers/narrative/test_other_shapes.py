"""Shapes that other authorities give their plans: pledges, call-outs, contents pages, bold headings."""

from __future__ import annotations

import pytest

from oneplan.exchange.plan_readers.narrative import read_narrative
from oneplan.exchange.plan_readers.narrative.furniture import Furniture
from oneplan.exchange.plan_readers.reading import read_plan
from unit.exchange.plan_readers.narrative.documents import of_kind, plan_of, said, the, word_like


@pytest.mark.parametrize(
    "text",
    [
        "Foreword ................................ 3",
        "2.1 Warm homes . . . . . . . . . . 14",
        "Wessex Homes Plan 2031-2034          Page 12",
        "Wessex Homes Plan | 7",
        "OFFICIAL 4",
    ],
)
def test_contents_lines_and_running_feet_are_furniture(text: str) -> None:
    assert Furniture().takes(text, "", "")


@pytest.mark.parametrize("text", ["Repair 300 roofs by 2031", "Priority 3", "See page four"])
def test_lines_with_numbers_are_no_furniture(text: str) -> None:
    assert not Furniture().takes(text, "", "Why is this important?")


def test_ambitions_over_headings_are_outcomes_and_their_items_commitments() -> None:
    plan = read_narrative(
        word_like(
            (
                ("h1", "Wessex Harbour Plan 2031 to 2034"),
                ("h1", "Our ambitions"),
                ("h2", "Clean water"),
                ("p", "Nobody should fear to swim."),
                ("li", "Build nets into nine drains by May 2032"),
                ("h2", "Busy quays"),
                ("li", "Open the fish market on Sundays"),
            )
        )
    )
    assert [(each.label, each.title) for each in of_kind(plan, "outcome")] == [
        ("Ambition", "Clean water"),
        ("Ambition", "Busy quays"),
    ]
    (net,) = the(plan, "Clean water").actions
    assert net.due is not None
    assert net.due.month == "2032-05"


def test_numbered_pledges_are_priorities_and_promises_commitments() -> None:
    plan = plan_of(
        "<html><body><h1>Wessex Young People's Promise 2031</h1><h2>Our pledges</h2>"
        "<h3>Pledge 1: We will fix the pier</h3><p>We promise to mend the pier lights by June 2032.</p>"
        "<h3>Pledge 2: We will answer letters</h3><p>We promise to answer each letter.</p></body></html>"
    )
    first, second = of_kind(plan, "priority")
    assert (first.label, first.code) == ("Pledge", "1")
    assert len(first.actions) == len(second.actions) == 1


def test_bold_headings_over_cues_are_priorities() -> None:
    plan = read_narrative(
        word_like(
            (
                ("b", "WESSEX FERRY STRATEGY 2031-2034"),
                ("b", "Later boats"),
                ("p", "The last boat leaves too early for most people who work in the town."),
                ("b", "What we will do:"),
                ("li", "Run two late boats"),
                ("b", "What will be different:"),
                ("li", "Nobody is stranded"),
                ("b", "Next steps"),
                ("p", "We publish a timetable every spring."),
            )
        )
    )
    (boats,) = of_kind(plan, "priority")
    assert said(boats, "activity") == ["Run two late boats"]
    assert said(boats, "success") == ["Nobody is stranded"]
    assert said(the(plan, "Next steps"), "context")


def test_a_call_out_in_quotation_marks_is_no_activity() -> None:
    plan = plan_of(
        "<html><body><h1>Wessex Rain Plan 2031</h1><h2>Priority 1: Gutters</h2><h3>What we will do</h3>"
        "<ul><li>Clear the gutters</li></ul><p>“My kitchen floods each spring.” – tenant, Northquay</p></body></html>"
    )
    (gutters,) = of_kind(plan, "priority")
    assert said(gutters, "activity") == ["Clear the gutters"]
    assert len(said(gutters, "context")) == 1


def test_what_people_told_us_without_answers_is_one_section() -> None:
    plan = read_narrative(
        word_like(
            (
                ("h1", "Wessex Play Plan 2031"),
                ("h1", "What you told us"),
                ("li", "We want shade"),
                ("li", "We want benches"),
                ("h1", "Next steps"),
                ("p", "We meet again in autumn."),
            )
        )
    )
    assert said(the(plan, "What you told us"), "said") == ["We want shade", "We want benches"]


def test_an_appendix_ends_the_last_priority() -> None:
    plan = plan_of(
        "Wessex Noise Plan 2031\n\nPriority 1: Quiet nights\n\nHow will we measure success?\n\n- Fewer than 40 complaints by 2032\n\n"
        "Appendix A: Glossary\n\nDBA - Decibels, A-weighted\n"
    )
    assert [term.term for term in plan.glossary] == ["DBA"]
    assert len(the(plan, "Quiet nights").measures) == 1


def test_three_columns_that_say_why_are_a_narrative() -> None:
    page = (
        "<html><body><h1>Wessex Bridges Plan 2031-2034</h1><table>"
        "<tr><th>Priority</th><th>Why is this important?</th><th>What we will do</th></tr>"
        "<tr><td>Rust</td><td>14% of bolts are loose.</td><td><ul><li>Paint nine bridges</li></ul></td></tr>"
        "<tr><td>Lights</td><td>Half are out.</td><td><ul><li>Fit new lamps</li></ul></td></tr>"
        "</table></body></html>"
    )
    plan = read_plan(page.encode(), "plan.html").plan
    rust, lights = of_kind(plan, "priority")
    assert said(rust, "evidence") == ["14% of bolts are loose."]
    assert said(lights, "activity") == ["Fit new lamps"]


def test_what_was_said_inside_a_promise_ends_where_its_list_begins() -> None:
    plan = plan_of(
        "Wessex Young People's Promise 2031\n\nPromise 1: We will mend the pier\n\n"
        "You told us: the pier is dark.\nWe did: nine lamps lit.\n\nWe will now:\n"
        "1. Light the steps by June 2032\n2. Paint the rails by May 2033\n"
    )
    promise = the(plan, "We will mend the pier")
    assert [action.text for action in promise.actions] == [
        "Light the steps by June 2032",
        "Paint the rails by May 2033",
    ]
    (told,) = promise.children
    assert (told.label, told.title) == ("You told us", "the pier is dark.")
    assert [statement.kind for statement in told.statements] == ["said", "achieved"]


def test_numbered_parts_of_an_easy_read_plan_have_actions_and_measures() -> None:
    plan = plan_of(
        "Our plan for the pier 2031\n\n1. The pier is bright\n\nWe will:\n\n• put up nine lamps\n"
        "  by May 2032\n\nWe will know it has worked when\n\n• 8 out of 10 people feel safe\n\n"
        "2. The pier is dry\n\nWe will:\n\n• mend the roof\n\nWe will know it has worked when\n\n• nobody slips\n"
    )
    bright = the(plan, "The pier is bright")
    assert bright.kind == "priority"
    assert [action.text for action in bright.actions] == ["put up nine lamps by May 2032"]
    assert [measure.targets[0].value for measure in bright.measures] == [80]


def test_the_partnership_before_the_colon_of_a_title_is_its_own() -> None:
    plan = plan_of(
        "Wessex Harbour Partnership: Pier Action Plan\n\nOur vision\n\nA pier for all.\n"
    )
    assert plan.partnership == "Wessex Harbour Partnership"


def test_a_partnership_may_say_what_it_is_against() -> None:
    plan = plan_of(
        "Wessex Partnership Against Fog\n\nPier Delivery Plan 2031\n\nLamps will be lit.\n"
    )
    assert plan.partnership == "Wessex Partnership Against Fog"


def test_the_last_of_numbered_lines_is_no_heading() -> None:
    plan = plan_of(
        "Wessex Pier Plan 2031\n\nPriority 1: A bright pier\n\nActions\n\n"
        "1.1 Light nine lamps on the pier by May 2032.\n"
        "1.2 Paint the rails\n\nMeasures\n\nPeople who feel safe rise from 60% to 80% by 2033\n"
    )
    bright = the(plan, "A bright pier")
    assert [(action.ref, action.text) for action in bright.actions] == [
        ("1.1", "Light nine lamps on the pier by May 2032"),
        ("1.2", "Paint the rails"),
    ]
    assert len(bright.measures) == 1
