from __future__ import annotations

from builders.measured_plans import measured
from builders.small_plans import action, found, plan
from oneplan.document.lint.dates.target_after_by_when import RULE
from oneplan.document.schema import Due, Measure, Milestone


def test_a_target_after_its_action() -> None:
    document = measured(
        "Raise the number of clubs from 4 in 2009 to 9 in July 2011.", due="2010-07"
    )
    [finding] = found(RULE, document)
    assert "one year later" in finding.message


def test_one_finding_for_all_late_measures() -> None:
    document = measured("9 clubs by July 2011.", "8 sheds by June 2011.", due="2011-03")
    [finding] = found(RULE, document)
    assert len(finding.quotes) == 3


def test_a_year_that_has_begun_is_right() -> None:
    assert found(RULE, measured("Raise clubs from 4 in 2009 to 9 in 2010/11.", due="2010-09")) == []


def test_the_date_of_the_target_is_said() -> None:
    [finding] = found(RULE, measured("Raise clubs from 4 in 2009 to 9 in 2011/12.", due="2010-07"))
    assert "in a year that begins in April 2011, nine months later" in finding.message


def test_a_late_milestone_is_quoted_itself() -> None:
    measure = Measure(
        text="Teams are at work.", milestones=[Milestone(text="live by June 2011", month="2011-06")]
    )
    document = plan(action(due=Due(text="By March 2011", month="2011-03"), measures=[measure]))
    [finding] = found(RULE, document)
    assert finding.quotes == ("By March 2011", "live by June 2011")
    assert finding.message.startswith("The action ends by March 2011")


def test_a_day_is_said_with_on() -> None:
    measure = Measure(text="9 clubs", milestones=[Milestone(text="by June 2011", month="2011-06")])
    document = plan(action(due=Due(text="31/03/2011", month="2011-03"), measures=[measure]))
    [finding] = found(RULE, document)
    assert finding.message.startswith("The action ends on 31/03/2011,")


def test_a_by_when_in_other_words_is_quoted() -> None:
    measure = Measure(text="9 clubs", milestones=[Milestone(text="by June 2011", month="2011-06")])
    due = Due(text="Ongoing to March 2011", month="2011-03")
    [finding] = found(RULE, plan(action(due=due, measures=[measure])))
    assert finding.message.startswith("The action ends “Ongoing to March 2011”,")
