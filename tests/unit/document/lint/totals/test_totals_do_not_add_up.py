from __future__ import annotations

import pytest

from builders.small_plans import action, found, outcome, plan, said
from oneplan.document.lint.totals.totals_do_not_add_up import RULE
from oneplan.document.schema import Funding


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("12 clubs (5 for juniors, 4 mixed and 2 for seniors) will open.", "11"),
        ("In all 40 staff: 20 drivers, 15 cooks and 6 nurses.", "41"),
        ("£10,000 + £3,000 = £12,000", "13,000"),
        ("Six events (two walks, two swims and three dances)", "7"),
    ],
)
def test_parts_that_do_not_make_the_total_cannot_be(text, total):
    [finding] = found(RULE, plan(text))
    assert finding.severity == "error"
    assert f"add up to {total}" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "11 clubs (5 for juniors, 4 mixed and 2 for seniors) will open.",
        "£10,000 + £3,000 = £13,000",
        "30 settings (2 in the north, 3 in the south) are being visited.",
        "Over 40 replies: 22 on line and 21 on paper.",
        "12 clubs (including 5 for juniors and 4 mixed)",
        "20 staff (2 days each, 3 sessions per week)",
        "In 2009 clubs (5 juniors, 4 mixed) opened.",
        "1,200 people (1,000 adults and 200 children)",
    ],
)
def test_sums_that_add_up_and_lists_that_are_no_sums_are_clean(text):
    assert not found(RULE, plan(text))


def test_a_list_that_may_leave_some_out_is_only_a_question():
    [finding] = found(RULE, plan("1,204 letters (812 from schools, 300 from clubs) came."))
    assert finding.severity == "warning"


def test_a_list_that_says_it_leaves_some_out_is_clean():
    assert not found(
        RULE, plan("100 seats: 40 in Leek, 30 in Ashby and 20 in Wells with others to follow.")
    )


def test_lines_below_a_heading_are_added_up():
    lines = [said("250 replies received"), said("130 on line"), said("100 on paper")]
    [finding] = found(RULE, plan(*lines))
    assert (finding.severity, finding.quotes) == ("error", ("250 replies",))


def test_a_round_total_that_is_not_reached_is_only_a_question():
    lines = [said("Over 250 replies received"), said("130 on line"), said("100 on paper")]
    [finding] = found(RULE, plan(*lines))
    assert finding.severity == "warning"


def test_lines_that_reach_a_round_total_are_clean():
    assert not found(RULE, plan("Over 250 replies", "160 on line", "100 on paper"))


def test_a_column_that_does_not_make_its_total_is_said():
    [finding] = found(RULE, plan("Town | Replies", "North | 120", "South | 90", "Total | 200"))
    assert finding.message == "The rows above add up to 210, not 200."


def test_a_column_that_makes_its_total_is_clean():
    assert not found(RULE, plan("Town | Replies", "North | 120", "South | 90", "Total | 210"))


def _with_priorities(text, number):
    return plan(
        text, *[outcome(f"Goal {n}", kind="priority", label="Priority") for n in range(number)]
    )


@pytest.mark.parametrize("text", ["We have six priorities:", "The plan sets out 6 key priorities."])
def test_a_number_of_priorities_that_the_plan_does_not_have_cannot_be(text):
    [finding] = found(RULE, _with_priorities(text, 5))
    assert "5 stand in it" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "We have five priorities:",
        "The previous plan had six priorities.",
        "Our plan for 2011-2014 set out six priorities.",
        "The three priorities of the national strategy",
        "This is one of the five priorities.",
        "The Health Board has four priorities.",
        "The Corporate Plan sets out six priorities.",
    ],
)
def test_the_right_number_and_other_plans_numbers_are_clean(text):
    assert not found(RULE, _with_priorities(text, 5))


def test_priorities_listed_in_a_summary_and_again_in_detail_are_counted_once():
    detail = [outcome(f"Goal {n}", kind="priority") for n in range(3)]
    document = plan(
        "We have three priorities.", outcome("Summary", kind="section", children=detail), *detail
    )
    assert not found(RULE, document)


def test_actions_are_counted_too():
    [finding] = found(RULE, plan("This plan contains nine actions.", action("A"), action("B")))
    assert finding.severity == "error"


def test_a_running_total_is_no_sum():
    text = "30 homes let each year: 30 homes in 2016/17, 60 homes in total by 2018 and 90 homes by 2019"
    assert not found(RULE, plan(text))


def test_each_count_that_the_plan_gives_of_itself_is_looked_at():
    parts = [outcome(title, actions=[action(), action()]) for title in ("Play", "Sleep")]
    [finding] = found(RULE, plan(*parts, "Our plan has two outcomes and five actions."))
    assert finding.quotes == ("and five actions",)
    assert "4 stand in it" in finding.message


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("It costs £9,000: £4,000 for maps (a grant) and £4,500 for boots.", "£8,500"),
        ("£1.2m (£600k for maps, £300k for boots and £150k for tents)", "£1,050,000"),
    ],
)
def test_a_sum_of_money_that_its_parts_do_not_make_cannot_be(text, total):
    [finding] = found(RULE, plan(text))
    assert f"add up to {total}" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "It costs £9,000: £4,000 for maps (£3,000 last year) and £5,000 for boots.",
        "It costs £9,000, including £4,000 for maps and £4,500 for boots.",
        "Fees were £90: £40 per adult and £45 per team.",
        "£1.2m (£600k for maps, £400k for boots and £190k for tents)",
    ],
)
def test_a_sum_of_money_that_its_parts_make_or_need_not_make_is_clean(text):
    assert not found(RULE, plan(text))


def test_an_action_whose_total_is_not_the_sum_of_its_money_cannot_be():
    texts = (("Arts Fund £400", 400.0), ("Play Fund £300", 300.0), ("total £800", 800.0))
    funding = [Funding(text=text, amount=amount) for text, amount in texts]
    [finding] = found(RULE, plan(action(funding=funding)))
    assert "add up to £700, not £800" in finding.message
    funding[2].amount = 700.0
    assert not found(RULE, plan(action(funding=funding)))
