from __future__ import annotations

from oneplan.document.lint.each_part import EachPart, Part
from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.passages import Passage, in_passages, passages
from oneplan.document.lint.red_pen import RedPen
from oneplan.document.schema import Action, Element, PlanDocument

_ASKED: list[Part] = []


def _words(part: Part) -> list[str]:
    _ASKED.append(part)
    return part.text.split() if isinstance(part, Action) else part.title.split()


def _letters(passage: Passage) -> list[str]:
    return [letter for letter in passage.text if letter.isupper()]


def _actions(*texts: str) -> list[Action]:
    return [Action(id=text, text=text) for text in texts]


def test_a_question_is_asked_only_of_parts_that_are_new() -> None:
    sweep, mow, plant = _actions("Sweep paths", "Mow lawns", "Plant trees")
    _ASKED.clear()
    first = EachPart([sweep, mow])
    assert first.ask(_words) == first.ask(_words) == [["Sweep", "paths"], ["Mow", "lawns"]]
    second = EachPart([plant, mow, sweep, mow], first)
    assert second.ask(_words) == [_words(each) for each in (plant, mow, sweep, mow)]
    assert _ASKED[:3] == [sweep, mow, plant]
    assert len(_ASKED) == 3 + 4


def test_a_part_that_only_reads_the_same_is_asked_again() -> None:
    (sweep,) = _actions("Sweep paths")
    first = EachPart([sweep])
    first.ask(_words)
    _ASKED.clear()
    EachPart([sweep.model_copy()], first).ask(_words)
    assert len(_ASKED) == 1


def test_what_was_not_asked_before_is_asked_of_all() -> None:
    parts = _actions("Sweep paths", "Mow lawns")
    assert EachPart(parts, EachPart(parts)).ask(_words) == [["Sweep", "paths"], ["Mow", "lawns"]]


def test_a_reading_that_is_over_holds_on_to_none_before() -> None:
    parts = _actions("Sweep paths")
    first = EachPart(parts)
    first.ask(_words)
    second = EachPart(parts, first)
    second.has_been_read()
    _ASKED.clear()
    second.ask(_words)
    assert parts == _ASKED


def test_what_is_found_in_each_passage_is_found_in_all_of_them_in_their_order() -> None:
    element = Element(id="e", kind="outcome", title="Tidy Parks", actions=_actions("Sweep Paths"))
    facts = PlanFacts(PlanDocument(title="Our Plan", elements=[element]))
    assert [each.text for each in passages(facts)] == ["Our Plan", "Tidy Parks", "Sweep Paths"]
    assert "".join(in_passages(facts, _letters)) == "OPTPSP"


def test_a_finding_that_is_as_it_was_is_the_same_object_but_for_its_number() -> None:
    pen, texts = RedPen(), ("Offer lessons (to all", "Offer lessons (to all")
    one, other = (
        Element(id=id_, kind="priority", title="Lessons", actions=[Action(id=f"{id_}1", text=text)])
        for id_, text in zip("ab", texts, strict=True)
    )
    both = pen.lint(PlanDocument(title="Plan", elements=[one, other]))
    again = pen.lint(PlanDocument(title="Plan", elements=[one, other]))
    alone = pen.lint(PlanDocument(title="Plan", elements=[other]))
    unbalanced = [each for each in both if each.rule == "unbalanced-text"]
    assert len({each.fingerprint for each in unbalanced}) == len(unbalanced) == 2
    assert [each for each in again if each.rule == "unbalanced-text"] == unbalanced
    assert any(new is old for new in again for old in both)
    assert [each.fingerprint for each in alone if each.rule == "unbalanced-text"] == [
        unbalanced[0].fingerprint
    ]
