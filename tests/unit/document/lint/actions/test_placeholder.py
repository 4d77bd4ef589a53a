from __future__ import annotations

import pytest

from builders.small_plans import action, found, measure, plan
from oneplan.document.lint.actions.placeholder import RULE
from oneplan.vocabulary.findings import Finding


@pytest.mark.parametrize(
    "text",
    [
        "UPDATED MAP TO BE INSERTED",
        "Photo of the lake to follow",
        "Lorem ipsum dolor sit amet",
        "Raise take-up to xx% by March",
        "Ask [insert name] to chair",
        "Insert the chair's foreword here",
        "The budget is £XX",
        "A rise of ???",
    ],
)
def test_words_that_were_to_be_replaced_cannot_stand(text):
    [finding] = found(RULE, plan(text))
    assert finding.severity == "error"


@pytest.mark.parametrize("text", ["Venue TBC", "Chair to be announced", "A partner (pending)"])
def test_what_is_still_to_be_settled_is_a_question(text):
    [finding] = found(RULE, plan(text))
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    "text",
    [
        "Baseline to be confirmed in 2012",
        "The XX century swimming pool",
        "See Part XX of the Act",
        "Malcolm X and the maximum",
        "Grants to be added up each March",
        "Names are listed [here]",
    ],
)
def test_words_that_only_look_like_it_are_clean(text):
    assert not found(RULE, plan(text))


def test_a_picture_that_is_the_work_itself_is_no_placeholder():
    document = plan(action(measures=[measure("Photos to be added to the web site by June")]))
    assert not found(RULE, document)


def test_a_lead_still_to_be_named_is_found_in_its_cell():
    [finding] = found(RULE, plan(action(ref="FP 1.1", leads=["TBC"])))
    assert finding.where == "FP 1.1"


def test_a_target_to_be_set_belongs_to_another_rule():
    assert not found(RULE, plan(action(measures=[measure("More visits (target to be decided)")])))


def test_a_note_that_the_reader_left_out_is_printed_all_the_same():
    left_out = Finding(
        rule="page-furniture-left-out",
        severity="info",
        message="2 lines were left out.",
        quotes=("PHOTO TO BE ADDED", "Page 7"),
    )
    [finding] = found(RULE, plan(findings=[left_out]))
    assert finding.quotes == ("PHOTO TO BE ADDED",)
