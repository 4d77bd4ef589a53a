from __future__ import annotations

from oneplan.partnership.plans.parts.changes import Change
from oneplan.partnership.plans.parts.sources import but_for_sources

HERE, THERE = {"file": "old.txt", "line": 3}, {"file": "new.txt", "line": 9}


def _change(before: dict[str, object] | None, after: dict[str, object] | None) -> Change:
    return Change("action", "sa-1", before, after)


def test_another_place_in_another_file_is_no_change() -> None:
    assert not list(but_for_sources([_change({"source": HERE}, {"source": THERE})]))


def test_a_step_that_stands_elsewhere_says_the_same() -> None:
    steps = [{"text": "Find a trainer", "source": place} for place in (HERE, THERE)]
    assert not list(but_for_sources([_change({"steps": steps[:1]}, {"steps": steps[1:]})]))


def test_other_words_stay_without_their_place() -> None:
    [kept] = but_for_sources(
        [_change({"text": "Train", "source": HERE}, {"text": "Teach", "source": THERE})]
    )
    assert (kept.before, kept.after) == ({"text": "Train"}, {"text": "Teach"})


def test_what_comes_and_goes_is_left_as_it_is() -> None:
    changes = [_change(None, {"text": "Train", "source": HERE}), _change({"text": "Go"}, None)]
    assert list(but_for_sources(changes)) == changes


def test_other_quotes_dashes_and_spaces_say_the_same() -> None:
    before = {"text": "The club's “late” bus 5-7", "leads": ["Bus - and Rail"]}
    after = {"text": 'The club’s "late"\u00a0bus 5–7', "leads": ["Bus – and Rail"]}
    assert not list(but_for_sources([_change(before, after)]))
