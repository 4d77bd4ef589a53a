from __future__ import annotations

from builders.small_plans import found, outcome, plan, said
from oneplan.document.lint.structure.list_differs import RULE

ITEMS = (
    "Safe play for all ages",
    "Night buses on every route",
    "Lights in every street",
    "Books in each home",
)


def _twice(summary, detail):
    return plan(
        outcome(
            "Our outcomes",
            kind="section",
            children=[
                outcome(
                    "Streets for people", kind="section", children=[outcome(t) for t in summary]
                )
            ],
        ),
        outcome("Streets for people", children=[outcome(t) for t in detail]),
    )


def test_an_item_that_the_detail_lacks_cannot_be():
    [finding] = found(RULE, _twice(ITEMS, ITEMS[:-1]))
    assert finding.severity == "error"
    assert finding.quotes == ("Books in each home",)


def test_an_item_that_the_summary_lacks_cannot_be():
    [finding] = found(RULE, _twice(ITEMS[1:], ITEMS))
    assert finding.severity == "error"


def test_an_item_worded_in_another_way_is_worth_a_look():
    detail = ("Safe play for children of all ages", *ITEMS[1:])
    [finding] = found(RULE, _twice(ITEMS, detail))
    assert finding.severity == "info"


def test_order_signs_and_capitals_do_not_count():
    assert not found(RULE, _twice(ITEMS, [item.upper() + ";" for item in reversed(ITEMS)]))


def test_a_choice_from_a_long_list_is_no_copy_of_it():
    assert not found(RULE, _twice(ITEMS[:1], (*ITEMS, "Trees", "Ponds")))


def _front(lines, titles):
    return plan(*[said(line) for line in lines], *[outcome(title) for title in titles])


def test_a_heading_that_the_front_list_lacks_is_a_question():
    [finding] = found(RULE, _front(("A word of welcome", *ITEMS[:3]), ITEMS))
    assert (finding.severity, finding.where) == ("warning", "Books in each home")


def test_a_heading_worded_in_another_way_than_in_the_front_list_is_a_question():
    titles = ("Safe play for some of all ages", *ITEMS[1:])
    [finding] = found(RULE, _front(ITEMS, titles))
    assert finding.severity == "warning"


def test_a_front_list_that_agrees_is_clean():
    assert not found(RULE, _front(ITEMS, ITEMS))


def test_a_plan_without_a_front_list_owes_none():
    assert not found(RULE, _front(("Welcome to our plan.",) * 5, ITEMS))
