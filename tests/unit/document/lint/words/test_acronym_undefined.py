from __future__ import annotations

import pytest

from builders.small_plans import action, found, plan
from oneplan.document.lint.facts import Known
from oneplan.document.lint.words.acronym_undefined import RULE
from oneplan.document.schema import Term


def test_letters_that_nobody_explains_are_said_once():
    [finding] = found(RULE, plan("Ask the QZT first.", "The QZT decides."))
    assert "used 2 times" in finding.message
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    "text",
    [
        "The Quarry Zone Team (QZT) decides; the QZT is small.",
        "The QZT (Quarry Zone Team) decides.",
        "Young carers and young people at risk of neglect (YCAYPARN) meet.",
        "A school for young people not in regular teaching (NIRT) opens; NIRT pupils may come.",
        "The Home-to-School Team (HTST) decides; all HTSTs meet.",
    ],
)
def test_letters_explained_in_brackets_are_clear(text):
    assert not found(RULE, plan(text))


def test_letters_in_the_glossary_are_clear_in_singular_and_plural():
    glossary = [Term(term="QZTs", meaning="Quarry Zone Teams")]
    assert not found(RULE, plan("Each QZT meets; all QZTs agree.", glossary=glossary))


def test_letters_that_are_usual_in_the_field_are_only_worth_a_look():
    known = Known(acronyms={"EYFS": "Early Years Foundation Stage"})
    [finding] = found(RULE, plan("The EYFS score rises."), known)
    assert finding.severity == "info"
    assert "Early Years Foundation Stage" in finding.fix


def test_two_letters_turned_round_are_recognised():
    glossary = [Term(term="QZTB", meaning="Quarry Zone Team Board")]
    [finding] = found(RULE, plan("Report to the QTZB.", glossary=glossary))
    assert finding.fix.startswith("Is QZTB meant?")


@pytest.mark.parametrize(
    "text",
    [
        "NHS and GP services",
        "A HEADLINE IN CAPITALS ABOUT QZT",
        "Part IV of the Act",
        "DO NOT wait",
        "NI 55",
    ],
)
def test_what_everyone_knows_headlines_and_numerals_are_no_acronyms(text):
    assert not found(RULE, plan(text))


def test_the_letters_of_references_are_no_acronyms():
    assert not found(RULE, plan(action(ref="FPX 1.1"), "FPX 1.1 goes on."))


def test_words_in_capitals_for_weight_are_no_letters():
    assert not found(RULE, plan("Ring the STAY WARM line.", "Stay warm this winter; stay well."))


def test_to_be_confirmed_is_no_acronym():
    assert not found(RULE, plan("The date is TBC."))


@pytest.mark.parametrize(
    "line", ["QZT – Quarry Zone Team", "QZT: Quarry Zone Team", "QZT means Quarry Zone Team."]
)
def test_a_line_that_gives_the_letters_and_their_name_explains_them(line):
    assert not found(RULE, plan("Ask the QZT first.", line))
