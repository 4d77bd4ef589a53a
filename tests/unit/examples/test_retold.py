"""The examples tell real plans in words of our own; titles, names and lists of names stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources.abc import Traversable

import pytest

from builders.shared import SEEDS, WITHOUT_SEEDS
from oneplan.document.files import from_yaml
from oneplan.document.lint.facts import PlanFacts
from oneplan.document.schema import Element, Measure, PlanDocument
from oneplan.examples import example_plans

RUN = 8
_WORD = re.compile(r"\w+")
_JOINING = frozenset("a and at for from in of on or the to with".split())
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w")
_TELEPHONE = re.compile(r"(?<![\d.,£])(?:\+44|0)[\d ()-]{8,14}\d\b")

every_example = pytest.mark.parametrize(
    "example", example_plans(), ids=[file.name for file in example_plans()]
)


def words_of(text: str) -> list[str]:
    return _WORD.findall(text)


def runs_of(words: list[str]) -> Iterator[tuple[str, ...]]:
    lowered = [word.lower() for word in words]
    return zip(*(lowered[start:] for start in range(RUN)), strict=False)


def is_a_list_of_names(words: list[str]) -> bool:
    return all(word in _JOINING or word[0].isupper() for word in words)


def measure_sentences(measures: list[Measure]) -> Iterator[str]:
    for measure in measures:
        yield measure.text
        yield from (part.text for part in measure.baselines)
        yield from (part.text for part in measure.targets)
        yield from (part.text for part in measure.milestones)


def element_sentences(element: Element) -> Iterator[str]:
    yield from (statement.text for statement in element.statements)
    yield from measure_sentences(element.measures)
    for action in element.actions:
        yield action.text
        yield from (step.text for step in action.steps)
        yield from (funding.text for funding in action.funding)
        yield from measure_sentences(action.measures)


def sentences_of(plan: PlanDocument) -> Iterator[str]:
    """The fields that hold sentences: not titles, indicators, names, labels of money, or meanings."""
    yield from (statement.text for statement in plan.statements)
    yield from (place.note for place in plan.places if place.note)
    for placed in PlanFacts(plan).elements:
        yield from element_sentences(placed.element)


def borrowed(sentence: str, known: set[tuple[str, ...]]) -> list[str]:
    words = words_of(sentence)
    return [
        " ".join(run)
        for place, run in enumerate(runs_of(words))
        if run in known and not is_a_list_of_names(words[place : place + RUN])
    ]


@pytest.fixture(scope="module")
def seed_runs() -> set[tuple[str, ...]]:
    if SEEDS is None:
        pytest.skip(WITHOUT_SEEDS)
    return {
        run
        for file in sorted(SEEDS.glob("*.txt"))
        for run in runs_of(words_of(file.read_text(encoding="utf-8")))
    }


@every_example
def test_no_sentence_holds_eight_words_in_a_row_from_the_plan_it_retells(
    example: Traversable, seed_runs: set[tuple[str, ...]]
) -> None:
    plan = from_yaml(example.read_bytes())
    found = [run for sentence in sentences_of(plan) for run in borrowed(sentence, seed_runs)]
    assert found == []


@every_example
def test_an_example_holds_no_mail_address_and_no_telephone_number(example: Traversable) -> None:
    text = example.read_text(encoding="utf-8")
    assert _EMAIL.findall(text) == []
    assert _TELEPHONE.findall(text) == []


def test_a_borrowed_sentence_is_noticed_and_a_list_of_names_is_not() -> None:
    known = set(runs_of(words_of("they will repair all the old bridges over the river by May")))
    known |= set(
        runs_of(words_of("Police, Fire and Rescue, Bridge Trust, River Board, Canal Trust"))
    )
    assert borrowed("We repair all the old bridges over the river", known) == [
        "repair all the old bridges over the river"
    ]
    assert borrowed("Police, Fire and Rescue, Bridge Trust, River Board", known) == []


def test_addresses_and_numbers_of_telephones_are_noticed() -> None:
    assert _EMAIL.search("write to plan@example.org")
    assert _TELEPHONE.search("ring 01632 960 123 today")
    assert not _TELEPHONE.search("from 0 in 2008/09 to 150 in March 2011")
