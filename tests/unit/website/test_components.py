from __future__ import annotations

import pytest

from builders.site_plans import full_plan, told_plan
from builders.small_plans import action, outcome
from oneplan.document.identity import with_ids
from oneplan.document.lint.lint import lint
from oneplan.document.schema import Baseline, Funding, Measure, PlanDocument, Target
from oneplan.vocabulary.findings import Finding, fingerprinted
from oneplan.website.components.axis import round_end
from oneplan.website.components.findings import numbered, underlined
from oneplan.website.components.levels import plural, singular
from oneplan.website.components.marks import Marking
from oneplan.website.components.measures import measures_heading, shown_measures
from oneplan.website.components.money import money_cells, money_fact
from oneplan.website.components.pages import in_pages
from oneplan.website.components.path_to_target import path_to_target
from oneplan.website.components.rug import rug
from oneplan.website.components.status import status_of
from oneplan.website.components.thread_drawing import narrow, nodes, wide
from oneplan.website.open_plan import OpenPlan


def _opened(plan: PlanDocument) -> OpenPlan:
    plan = with_ids(plan)
    return OpenPlan("plan", "a-plan", plan, lint(plan))


def _measure(start: float | None, *goals: float, unit: str | None = "%") -> Measure:
    baselines = [Baseline(text=str(start), value=start)] if start is not None else []
    return Measure(
        text="Streets swept weekly",
        unit=unit,
        baselines=baselines,
        targets=[Target(text=str(goal), value=goal) for goal in goals],
    )


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("Green", "green"),
        ("G", "green"),
        ("On track - see notes", "green"),
        ("AMBER/ at risk", "amber"),
        ("off-track", "red"),
        ("Completed May 2025", "complete"),
        ("Awaiting news", "none"),
        ("Great progress", "none"),
        (None, "none"),
    ],
)
def test_a_status_is_known_however_it_is_spelt(printed: str | None, status: str) -> None:
    assert status_of(printed) == status


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("Priority", "Priorities"),
        ("Area for improvement", "Areas for improvement"),
        ("Area of focus", "Areas of focus"),
        ("Key theme", "Key themes"),
        ("Pathway", "Pathways"),
    ],
)
def test_the_plans_word_for_a_level_has_one_and_several(one: str, several: str) -> None:
    assert plural(one) == several
    assert plural(several) == several
    assert singular(several) == one


@pytest.mark.parametrize(
    ("largest", "percent", "end"),
    [
        (42, True, 100),
        (3.2, True, 4),
        (34, False, 40),
        (0, False, 1),
        (1200, False, 2000),
        (100, True, 100),
    ],
)
def test_an_axis_ends_at_a_round_number_not_below_the_largest(
    largest: float, percent: bool, end: float
) -> None:
    assert round_end(largest, percent=percent) == end


def test_a_path_runs_from_baseline_to_the_last_target_inside_its_width() -> None:
    path = path_to_target(_measure(20, 30, 45))
    assert path is not None
    assert path.sentence == "From 20% to 30%, then to 45%"
    for drawing in (path.wide, path.narrow):
        assert drawing.way is not None
        assert 0 < drawing.way[0] < drawing.way[1] < drawing.width
        assert drawing.flag_labels


def test_a_measure_without_a_value_to_reach_is_not_drawn() -> None:
    assert path_to_target(_measure(20)) is None
    assert path_to_target(_measure(-5, 10)) is None
    assert path_to_target(_measure(None, 10)) is not None


@pytest.mark.parametrize(
    ("measures", "said"),
    [
        ([], "Nothing says how it will be known whether it worked"),
        ([_measure(1, 2)], "Its measure can be followed to a figure"),
        ([_measure(1, 2)] * 2, "Both measures can be followed to a figure"),
        ([_measure(1, 2)] * 3, "All three measures can be followed to a figure"),
        ([_measure(1)], "One measure in words only"),
        (
            [_measure(1, 2), _measure(1), _measure(1)],
            "One measure can be followed to a figure, two in words only",
        ),
    ],
)
def test_measures_are_headed_by_what_can_be_said_of_them(
    measures: list[Measure], said: str
) -> None:
    assert measures_heading(shown_measures(measures, [])) == said


def test_quoted_words_are_underlined_and_overlapping_quotes_join() -> None:
    plan = PlanDocument(title="A plan", elements=[outcome()])
    found = fingerprinted(
        Finding(rule="r", severity="info", message="m", quotes=(quote,))
        for quote in ("from  14 in March", "14 in march to 25", "not there")
    )
    stretches = underlined("Grow from 14 in March to 25.", numbered(_opened(plan), found))
    assert [(each.text, each.numbers) for each in stretches] == [
        ("Grow ", ()),
        ("from 14 in March to 25", (1, 2)),
        (".", ()),
    ]


def test_money_is_summed_only_where_all_of_it_is_known() -> None:
    known = Funding(text="£10 fund", amount=10, currency="GBP")
    other = Funding(text="€5 fund", amount=5, currency="EUR")
    unknown = Funding(text="a grant", kind="fund_named")
    assert money_fact(action(funding=[known, known])).value == "£20"
    assert money_fact(action(funding=[known, other])).value == "£10 + €5"
    assert money_fact(action(funding=[known, unknown])).note.startswith("Not the whole")
    assert money_fact(action(funding=[unknown])).value == "No amount stated"
    assert money_fact(action()).value == "Not stated"
    cells = money_cells([action(), action(funding=[known]), action(funding=[unknown])])
    assert cells.cells == ("amount", "fund", "nothing")
    assert cells.in_words == "1 of 3"


def test_actions_are_marked_by_status_where_the_plan_gives_one_and_else_by_the_red_pen() -> None:
    by_status = _opened(full_plan())
    assert [Marking(by_status).shape(each) for each in by_status.facts.actions] == ["green", "red"]
    silent = full_plan()
    for element in (silent.elements[0].children[0], silent.elements[0].children[0].children[0]):
        element.actions[0].status = None
    by_pen = _opened(silent)
    assert Marking(by_pen).shape(by_pen.facts.actions[0]) == "error"


def test_a_list_in_pages_loses_and_repeats_nothing() -> None:
    items = list(range(103))
    pages = [in_pages(items, str(number), 20, [("sort", "due")]) for number in range(1, 7)]
    assert [item for page in pages for item in page.items] == items
    assert pages[2].after == "?sort=due&page=4"
    assert pages[5].after is None
    assert in_pages([], "1", 20, []).total == 0


def test_every_finding_lies_on_the_strip() -> None:
    opened = _opened(full_plan())
    drawn = rug(opened, opened.findings, 343)
    assert {stroke.severity for stroke in drawn.strokes} == {f.severity for f in opened.findings}
    assert all(0 <= stroke.x <= 343 for stroke in drawn.strokes)
    assert sum(band.width for band in drawn.bands) == pytest.approx(343, abs=1)


def test_a_strand_without_work_is_loose_and_empty_parts_are_left_to_the_one_above() -> None:
    opened = _opened(full_plan())
    tree = nodes(opened.thread.strands, opened.part_urls)
    drawn = {knot.lines[0]: knot for knot in wide(tree, ["Outcome", "Priority", "Area"]).knots}
    assert drawn["Thriving towns"].held
    assert not drawn["Clean rivers"].held
    assert drawn["Clean rivers"].end == "nothing under it"
    assert len(narrow(tree).knots) == len(tree)
    told = _opened(told_plan())
    (only,) = nodes(told.thread.strands, told.part_urls)
    assert only.last
    assert (only.done, only.noun[0]) == (1, "activity")


def test_a_finding_that_quotes_two_places_is_numbered_at_the_last() -> None:
    finding = Finding(
        rule="same-period-baseline-target", severity="error", message="Both.",
        quotes=("14 in May", "25 in May"),
    )  # fmt: skip
    opened = OpenPlan("plan", "it", with_ids(told_plan()), [])
    stretches = underlined("From 14 in May to 25 in May.", numbered(opened, [finding]))
    marked = [(stretch.text, stretch.numbers) for stretch in stretches if stretch.underlined]
    assert marked == [("14 in May", ()), ("25 in May", (1,))]
