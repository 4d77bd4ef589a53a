"""Narrative plans of authorities that do not exist, read whole."""

from __future__ import annotations

import pytest

from oneplan.document.schema import Period
from oneplan.exchange.plan_readers.blocks import SourceDocument
from oneplan.exchange.plan_readers.narrative import read_narrative
from oneplan.exchange.plan_readers.narrative.cues import heading_cue, run_in_cue
from oneplan.exchange.plan_readers.narrative.labels import read_label
from oneplan.exchange.plan_readers.narrative.lead_ins import lead_in_cue
from oneplan.exchange.plan_readers.narrative.wording import without_numbering
from unit.exchange.plan_readers.narrative import made_up_plans as made_up
from unit.exchange.plan_readers.narrative.documents import (
    every,
    everything_in,
    lines_of,
    of_kind,
    plan_of,
    said,
    source_of,
    the,
    word_like,
    words_of,
)

_TEXTS = {
    name: text for name, text in vars(made_up).items() if name.isupper() and isinstance(text, str)
}
_SOURCES: dict[str, SourceDocument] = {
    **{name: source_of(text) for name, text in _TEXTS.items()},
    "WORD_LIKE": word_like(made_up.WORD_LIKE),
}


def _is_announced(line: str) -> bool:
    """Whether the plan holds the line as a role, a label or a list of members."""
    return bool(heading_cue(line) or lead_in_cue(line) or read_label(line))


def _pieces(line: str) -> list[str]:
    """What of a line stands in the plan word for word: without numbers, cues, "the" and "and"."""
    cue = run_in_cue(line)
    words = without_numbering(cue.rest if cue else line)
    listed = words.replace(" and the ", ", ").replace("and the ", "").replace(" the ", " ")
    return [words] if words.count(",") < 2 else listed.split(",")


@pytest.mark.parametrize("name", sorted(_SOURCES))
def test_no_line_of_the_source_is_lost(name: str) -> None:
    source = _SOURCES[name]
    held = everything_in(read_narrative(source))
    lost = [
        line
        for line in lines_of(source)
        if words_of(line) not in held
        and not _is_announced(line)
        and not all(words_of(piece) in held for piece in _pieces(line))
    ]
    assert lost == []


@pytest.mark.parametrize("name", sorted(_SOURCES))
def test_every_statement_measure_and_action_knows_its_place(name: str) -> None:
    plan = read_narrative(_SOURCES[name])
    parts = list(plan.statements)
    for element in every(plan):
        assert element.source is not None, element.title
        parts += [*element.statements, *element.measures, *element.actions]
    assert [part.text for part in parts if part.source is None or part.source.file is None] == []


def test_a_health_strategy_has_its_priorities_with_reasons_activities_and_measures() -> None:
    plan = plan_of(made_up.HEALTH_ON_A_PAGE)
    assert plan.title == "Casterbridge Health and Wellbeing Strategy 2023-2028"
    assert plan.partnership == "Casterbridge Health and Wellbeing Board"
    assert len(said(plan, "vision")) == 1
    start, age = of_kind(plan, "priority")
    assert (start.label, start.code, start.title) == ("Priority", "1", "Start well")
    assert len(said(start, "evidence")) == 2
    assert len(said(start, "activity")) == 2
    assert [measure.direction for measure in start.measures] == ["decrease", "increase"]
    assert said(age, "activity") == ["Fund strength and balance classes in all nine wards."]


def test_a_community_safety_plan_without_marked_headings_keeps_said_and_done_together() -> None:
    plan = plan_of(made_up.COMMUNITY_SAFETY)
    assert plan.period == Period(start="2021-04", end="2024-03")
    assert plan.partnership == "Melchester Community Safety Partnership"
    answered = [element for element in every(plan) if element.label == "You said"]
    assert [len(said(element, "achieved")) for element in answered] == [2, 1]
    assert [element.title for element in answered] == [
        text for element in answered for text in said(element, "said")
    ]
    themes = of_kind(plan, "priority")
    assert [(theme.label, theme.code) for theme in themes] == [("Theme", "1"), ("Theme", "2")]
    assert [element.kind for element in plan.elements].count("priority") == 2
    assert len(themes[0].measures) == 1
    assert said(themes[0], "success") == [
        "Residents say that the town centre is safe after ten at night."
    ]
    assert the(plan, "Next steps").kind == "section"


def test_persons_names_under_a_foreword_are_left_out_and_counted() -> None:
    plan = plan_of(made_up.COMMUNITY_SAFETY)
    (finding,) = plan.findings
    assert finding.rule == "page-furniture-left-out"
    assert "Cllr Ada Fawley" in finding.quotes
    assert not any("Fawley" in text for text in said(plan, "context"))


def test_i_statements_say_what_success_looks_like() -> None:
    plan = plan_of(made_up.SEND_I_STATEMENTS)
    first, second = of_kind(plan, "outcome")
    assert said(first, "success")[0] == "I help to write my own plan."
    assert said(second, "success") == ["I have tried work before I leave school."]
    assert [len(element.measures) for element in (first, second)] == [1, 1]
    assert len(said(plan, "value")) == 2


def test_listed_priorities_members_and_indicators_of_a_youth_justice_plan() -> None:
    plan = plan_of(made_up.YOUTH_JUSTICE)
    assert plan.version == "2.1"
    assert plan.period == Period(start="2023-04", end="2026-03")
    assert len(of_kind(plan, "priority")) == 3
    assert len(the(plan, "Key performance indicators").measures) == 3
    members = [name for element in every(plan) for name in element.members]
    assert "Probation Service" in members
    assert len(members) == 6


def test_climate_commitments_take_date_and_money_from_their_sentences() -> None:
    plan = plan_of(made_up.CLIMATE)
    warm, moving = of_kind(plan, "outcome")
    assert (warm.label, warm.code) == ("Ambition", "1")
    assert {action.due.month for action in warm.actions if action.due} == {"2027-03"}
    assert [(money.amount, money.kind) for action in warm.actions for money in action.funding] == [
        (9_400_000, "invested"),
        (310_000, "saved"),
    ]
    assert [action.due.period for action in moving.actions if action.due] == [
        "2026",
        "2026",
        "2028",
    ]
    assert moving.actions[0].funding[0].kind == "reconfigured"
    assert all(action.ref is None for element in every(plan) for action in element.actions)


def test_themes_side_by_side_each_get_their_column() -> None:
    plan = plan_of(made_up.PLAN_ON_A_PAGE_HTML)
    themes = of_kind(plan, "priority")
    assert [theme.title for theme in themes] == ["Safe", "Well", "Heard"]
    assert [len(said(theme, "activity")) for theme in themes] == [2, 1, 1]
    assert [len(theme.measures) for theme in themes] == [1, 1, 1]
    assert [(term.term, term.meaning) for term in plan.glossary] == [
        ("EHA", "Early Help Assessment"),
        ("MASH", "Multi-Agency Safeguarding Hub"),
    ]


def test_parallel_columns_go_on_over_a_page_break() -> None:
    plan = plan_of(made_up.PARALLEL_HTML)
    (board,) = of_kind(plan, "partnership")
    assert len(board.members) == 5
    assert "Health Visiting Service (0-5)" in board.members
    talking, ready = board.children
    assert [len(talking.measures), len(talking.actions)] == [2, 2]
    assert [len(ready.measures), len(ready.actions)] == [2, 2]


def test_a_table_of_said_and_done_pairs_them_row_by_row() -> None:
    plan = plan_of(made_up.SAID_AND_DONE_HTML)
    answered = the(plan, "Nobody rings us back")
    assert said(answered, "achieved") == ["Set a two-day limit", "Publish how often it is kept"]


def test_rows_labelled_in_their_first_cell_are_headings_and_content() -> None:
    plan = plan_of(made_up.LABELLED_ROWS_HTML)
    (priority,) = of_kind(plan, "priority")
    assert (priority.code, priority.title) == ("1", "Prevent homelessness early")
    assert len(said(priority, "activity")) == 2
    assert len(priority.measures) == 1


def test_the_five_steps_of_a_logic_model_are_told_apart() -> None:
    plan = plan_of(made_up.LOGIC_MODEL)
    assert plan.title == "FAMILY HUBS STRATEGY 2019-2022"
    assert said(plan, "vision") == [
        "Our vision is for families in Endelstow to find help behind one door"
    ]
    assert [len(of_kind(plan, kind)) for kind in ("outcome", "priority")] == [2, 2]
    assert len(said(the(plan, "We will work together to …"), "activity")) == 2
    assert len(the(plan, "We will know that it works by …").measures) == 2
    assert len(said(plan, "recommendation")) == 2
    assert len(said(plan, "scrutiny")) == 2


def test_words_of_a_picture_broken_over_lines_are_joined() -> None:
    plan = plan_of(made_up.VILLAGE)
    texts = said(plan, "context") + said(plan, "vision")
    assert "having a safe place to meet" in texts
    assert "earning a fair wage" in texts


def test_pledges_in_prose_are_commitments_where_no_list_has_them() -> None:
    plan = plan_of(made_up.COMMITMENTS_IN_PROSE)
    noticed, breathe = the(plan, "Being noticed"), the(plan, "Time to breathe")
    assert (noticed.kind, noticed.label) == ("priority", "Pledge")
    (action,) = noticed.actions
    assert action.due is not None
    assert action.due.month == "2027-06"
    assert [(money.amount, money.kind) for money in action.funding] == [(85_000, "saved")]
    assert len(breathe.actions) == 2
    assert the(plan, "Consultation").kind == "section"


def test_headings_under_areas_of_focus_are_areas_of_focus() -> None:
    plan = read_narrative(word_like(made_up.WORD_LIKE))
    areas = of_kind(plan, "focus_area")
    assert [area.title for area in areas] == ["Whole-school approaches", "Crisis support"]
    assert [area.label for area in areas] == ["Area of focus", "Area of focus"]
    assert [len(said(area, "activity")) for area in areas] == [2, 1]
    assert said(plan, "recommendation") == ["Publish waiting times each month"]


def test_numbered_headings_give_the_elements_their_codes() -> None:
    plan = plan_of(made_up.NUMBERED)
    hubs, speech = of_kind(plan, "priority")
    assert (hubs.code, hubs.title) == ("3.1", "Family hubs")
    assert (speech.code, speech.title) == ("3.2", "Speech and language")
    assert [len(hubs.measures), len(speech.measures)] == [1, 1]
    assert said(plan, "vision") == ["Every family finds help at the first time of asking."]
    assert plan.partnership == "Sherton Children's Partnership"


def test_headings_in_capitals_and_outcomes_inside_a_priority() -> None:
    plan = plan_of(made_up.CAPS)
    means, bereaved = of_kind(plan, "priority")
    assert (means.label, means.code) == ("Priority", "ONE")
    assert [(child.kind, child.title) for child in means.children] == [
        ("outcome", "Fewer deaths at high places"),
        ("outcome", "Safer prescribing"),
    ]
    assert bereaved.members == []
    assert len(the(plan, "OUR MEMBERS").members) == 3
    assert plan.period == Period(start="2024-01", end="2029-12")


def test_a_table_with_an_outcome_a_row_fills_each_outcome() -> None:
    first, second = of_kind(plan_of(made_up.OUTCOME_TABLE), "outcome")
    assert [child.kind for child in first.children] == ["focus_area", "focus_area"]
    assert said(second, "activity") == ["Ring-fence ten posts", "Pay fares"]
    assert [len(first.measures), len(second.measures)] == [1, 1]


def test_said_and_done_in_paragraphs_with_their_own_headings() -> None:
    plan = plan_of(made_up.SAID_RUN_IN)
    assert plan.title == "Casterbridge Play Strategy"
    answered = [element for element in every(plan) if element.label == "You said"]
    assert [(element.title, said(element, "achieved")) for element in answered] == [
        ("the skate park floods", ["laid new drains in May and planted willows"]),
        ("nothing for under-fives", ["opened a sand garden"]),
    ]


def test_a_table_of_baselines_and_targets_gives_measures_with_both() -> None:
    walk, _ = of_kind(plan_of(made_up.MEASURE_TABLE), "priority")
    assert [
        (measure.baselines[0].value, measure.targets[0].value) for measure in walk.measures
    ] == [(41.0, 55.0), (12.0, 0.0)]


def test_a_label_alone_takes_its_title_from_the_next_line() -> None:
    plan = plan_of(made_up.AMBITIONS)
    makes, belongs = of_kind(plan, "outcome")
    assert (makes.label, makes.code, makes.title) == ("Ambition", "1", "Everybody makes something")
    assert [action.due.month for action in makes.actions if action.due] == ["2028-04"]
    assert [len(makes.measures), len(belongs.actions)] == [1, 1]
    assert the(plan, "Partners").members == [
        "Overcombe Council",
        "Arts Trust",
        "Parish Councils",
        "College",
    ]


def test_sentences_that_lead_into_lists_without_headings() -> None:
    plan = plan_of(made_up.PLAN_SENTENCES)
    assert len(said(plan, "vision")) == 1
    assert len(of_kind(plan, "focus_area")) == 3
    assert sum(len(element.measures) for element in every(plan)) == 2
