from __future__ import annotations

from builders.small_plans import action, found, outcome, plan, said
from oneplan.document.lint.structure.work_without_lead_or_date import RULE

_WORK = ["Strengthen early help", "Improve buses", "Support carers", "Listen more", "Share data"]


def _outcome(*texts):
    return outcome("Thrive", statements=[said(text, "activity") for text in texts])


def test_sentences_without_name_and_day_are_said_once():
    [finding] = found(RULE, plan(_outcome(*_WORK)))
    assert finding.message == "Of 5 things that will be done hardly any has a lead or a date."
    assert finding.quotes[0] == "Strengthen early help"


def test_dates_alone_leave_the_question_who():
    [finding] = found(RULE, plan(_outcome(*(f"{text} by May 2027" for text in _WORK))))
    assert finding.message.endswith("hardly any has a lead.")


def test_sentences_with_both_are_clean():
    texts = (f"{text} by May 2027 (lead: Head of Parks)" for text in _WORK)
    assert not found(RULE, plan(_outcome(*texts)))


def test_a_plan_with_actions_and_a_plan_with_few_sentences_are_left_alone():
    assert not found(RULE, plan(_outcome(*_WORK), action()))
    assert not found(RULE, plan(_outcome(*_WORK[:4])))
