"""A list that names the outcomes before the sections that set them out."""

from oneplan.document.schema import PlanDocument
from oneplan.exchange.plan_readers.reading import read_plan

_SECTIONS = """
## Outcome 1: Rivers run clean

How we will measure it

- Bathing places rated good to rise from 4 in 2023 to 9 in 2027

## Outcome 2: Woods are open to all

How we will measure it

- Miles of level path to rise from 12 in 2023 to 20 in 2027

## Outcome 3: Neighbours look after the meadows

How we will measure it

- Wardens trained to rise from 15 in 2023 to 60 in 2027
"""


def _read(*listed: str) -> PlanDocument:
    lines = "\n".join(f"{number}. {line}" for number, line in enumerate(listed, start=1))
    text = f"# Green Spaces Plan 2023-2027\n\nOur outcomes\n\n{lines}\n{_SECTIONS}"
    return read_plan(text.encode(), "green.md").plan


def _titles(plan: PlanDocument) -> list[str]:
    return [element.title for element in plan.elements]


_AS_SET_OUT = ["Rivers run clean", "Woods are open to all", "Neighbours look after the meadows"]


def test_a_line_in_other_words_makes_no_second_outcome() -> None:
    plan = _read("Rivers run clean", "Woods are open to all", "Neighbours care for the meadows")
    assert _titles(plan) == _AS_SET_OUT


def test_the_lines_of_a_list_in_other_words_are_kept_to_be_compared() -> None:
    plan = _read("Rivers run clean", "Woods are open to all", "Neighbours care for the meadows")
    assert [said.text for said in plan.statements] == [
        "Rivers run clean",
        "Woods are open to all",
        "Neighbours care for the meadows",
    ]


def test_a_list_in_the_same_words_leaves_nothing() -> None:
    plan = _read(*_AS_SET_OUT)
    assert _titles(plan) == _AS_SET_OUT
    assert plan.statements == []


def test_an_outcome_that_no_section_sets_out_stays() -> None:
    plan = _read("Rivers run clean", "Woods are open to all", "Air is fit to breathe")
    assert "Air is fit to breathe" in _titles(plan)
    assert len(plan.elements) == 4


def test_titles_that_differ_in_a_number_are_two_outcomes() -> None:
    part = "## Outcome {0}: Anglers of club {0} keep the banks\n\nWhat we will do\n\n- Walk the banks\n"
    text = "# Green Spaces Plan 2023-2027\n\n" + part.format(1) + "\n" + part.format(2)
    plan = read_plan(text.encode(), "green.md").plan
    assert _titles(plan) == ["Anglers of club 1 keep the banks", "Anglers of club 2 keep the banks"]
