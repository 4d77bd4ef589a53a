from __future__ import annotations

from builders.small_plans import found, plan
from oneplan.document.lint.privacy_and_process.priorities_agreed_before_close import RULE


def test_priorities_agreed_while_people_could_answer_are_a_question():
    document = plan(
        "A workshop agreed the priorities on 3 May 2015.", "The survey closed on 31 May 2015."
    )
    [finding] = found(RULE, document)
    assert "3 May" in finding.message
    assert "31 May 2015" in finding.message


def test_a_day_without_a_year_takes_the_year_named_before():
    document = plan(
        "In 2015 we asked everyone.",
        "On 3rd May we set our priorities.",
        "The survey ran to the end of June.",
    )
    assert found(RULE, document)


def test_priorities_agreed_after_the_close_are_clean():
    document = plan(
        "A workshop agreed the priorities on 9 June 2015.", "The survey closed on 31 May 2015."
    )
    assert not found(RULE, document)


def test_without_days_nothing_is_said():
    assert not found(
        RULE, plan("A workshop agreed the priorities.", "The survey closed in spring.")
    )


def test_the_days_between_which_people_were_consulted_are_its_time():
    text = (
        "We consulted 900 people between 5 January and 28 February 2023. "
        "The priorities were agreed by the board on 14 February 2023."
    )
    assert len(found(RULE, plan(text))) == 1
