from __future__ import annotations

from builders.small_plans import action, found, plan
from oneplan.document.lint.actions.resource_unlabelled import RULE
from oneplan.document.schema import Funding


def _sums(*labels):
    return [
        Funding(text=f"£{n}00 {label or ''}".strip(), amount=n * 100, label=label)
        for n, label in enumerate(labels, start=1)
    ]


def test_two_bare_sums_do_not_say_what_they_are():
    [finding] = found(RULE, plan(action(funding=_sums(None, None))))
    assert finding.quotes == ("£100", "£200")


def test_one_of_two_sums_without_a_label_is_quoted_alone():
    [finding] = found(RULE, plan(action(funding=_sums("Play Fund", None))))
    assert finding.quotes == ("£200",)


def test_two_sums_with_labels_are_clear():
    assert not found(RULE, plan(action(funding=_sums("Play Fund", "officer time"))))


def test_a_single_sum_needs_no_label():
    assert not found(RULE, plan(action(funding=_sums(None))))


def test_a_whole_and_the_parts_that_make_it_up_are_clear():
    parts = _sums(None, "Play Fund", "Arts Fund")
    parts[0].amount = 500
    assert not found(RULE, plan(action(funding=parts)))


def test_a_sum_paid_so_many_times_is_clear():
    whole = Funding(text="£300", amount=300)
    yearly = Funding(text="£100 a year for three years", amount=100, label="a year for three years")
    assert not found(RULE, plan(action(funding=[whole, yearly])))
