"""One of many is chosen by its name; what does not mean exactly one is asked for, and nothing is guessed."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import RequestFactory

from oneplan.website.components.choosing import MOST_LISTED, MOST_OFFERED, one_of, some_of
from oneplan.website.components.fields import Field, Form, Option, form_of
from oneplan.website.components.matching import like

PARISHES = [Option(str(each), f"Parish {each}") for each in range(200)]
BODIES = [
    *PARISHES,
    Option("300", "Fenshire Council", also=("clerk@fens.example",)),
    Option("301", "Fenshire Children’s Trust"),
    Option("302", "Ash", note="Fenland"),
    Option("303", "Ash", note="Marshland"),
]
ONE = one_of("body", "The body", BODIES, likely=["301", "999", "300"])
SOME = some_of("bodies", "The bodies", BODIES)


def _sent(field: Field, **post: Any) -> Form:
    given = {name.replace("_", "-"): value for name, value in post.items()}
    return form_of(RequestFactory().post("/", given), [field])


def _one(words: str, chosen: str = "", asked: str = "") -> Form:
    return _sent(ONE, body=chosen, body_words=words, body_for=asked)


def test_few_are_a_list_and_more_are_asked_for_by_name() -> None:
    assert one_of("body", "", BODIES[:MOST_LISTED]).kind == "choice"
    assert one_of("body", "", BODIES[: MOST_LISTED + 1]).kind == "one"
    assert some_of("body", "", BODIES[:MOST_LISTED]).kind == "ticks"
    assert some_of("body", "", BODIES[: MOST_LISTED + 1]).kind == "some"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Fenshire Council", "300"),
        ("  fenshire   COUNCIL. ", "300"),
        ("Fenshire Childrens Trust", "301"),
        ("Clerk@fens.example", "300"),
        ("Parish 7", "7"),
        ("", ""),
    ],
)
def test_a_name_that_means_exactly_one_chooses_it(words: str, value: str) -> None:
    form = _one(words)
    assert (form.text("body"), form.errors) == (value, {})


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("Ash", ["302", "303"]),
        ("fenshire", ["300", "301"]),
        ("trust", ["301"]),
        ("Fenshire County Council", ["300"]),
    ],
)
def test_what_may_mean_another_is_asked_and_nothing_is_chosen(
    words: str, offered: list[str]
) -> None:
    form = _one(words)
    assert form.text("body") == ""
    assert [each.value for each in form.answer("body").offered] == offered
    assert f"Choose which “{words}” is meant" == form.errors["body"]


def test_so_many_are_offered_and_no_more() -> None:
    answer = _one("parish").answer("body")
    assert (len(answer.offered), answer.more) == (MOST_OFFERED, 200 - MOST_OFFERED)


@pytest.mark.parametrize("words", ["Nowhere", "…", "<b>", "%"])
def test_what_is_not_here_is_said_to_be_so(words: str) -> None:
    form = _one(words)
    assert form.errors["body"].startswith(f"There is no “{words}” here")
    assert form.answer("body").words == words


def test_what_was_offered_and_chosen_counts_until_another_name_is_typed() -> None:
    assert _one("Ash", chosen="303", asked="Ash").text("body") == "303"
    assert _one("Parish 7", chosen="303", asked="Ash").text("body") == "7"
    assert _one("", chosen="303", asked="Ash").text("body") == ""


def test_what_was_chosen_and_has_gone_since_is_left_to_what_is_done_with_it() -> None:
    form = _one("Elm", chosen="999", asked="Elm")
    assert (form.text("body"), form.answer("body").words) == ("999", "Elm")


def test_none_of_what_was_offered_asks_again() -> None:
    assert "body" in _one("Ash", asked="Ash").errors


def test_what_is_chosen_already_stands_there_by_name_and_is_sent_back_unchanged() -> None:
    form = form_of(RequestFactory().get("/"), [ONE], {"body": 303})
    answer = form.answer("body")
    assert (answer.words, form.text("body")) == ("Ash", "303")
    assert _one(answer.words, chosen="303", asked=answer.words).text("body") == "303"


def test_a_value_that_is_sent_without_a_name_is_taken_as_from_a_list() -> None:
    assert _sent(ONE, body="7").text("body") == "7"


def test_what_is_likely_is_offered_before_anything_is_typed_and_likenesses_while_it_is() -> None:
    assert [each.value for each in ONE.suggested("")] == ["301", "300"]
    assert [each.value for each in ONE.suggested("fensh")] == ["300", "301"]
    assert len(ONE.suggested("p")) == MOST_OFFERED


def test_what_a_script_asks_while_somebody_types_carries_nothing_out() -> None:
    form = _sent(ONE, body_words="trust", suggest="body")
    assert not form.sent
    assert not form.done(lambda: pytest.fail("it was carried out"))
    assert form.errors == {}
    assert [each.value for each in form.suggested or ()] == ["301"]


def test_names_on_lines_are_added_to_what_is_ticked() -> None:
    form = _sent(SOME, bodies=["7"], bodies_words="parish 9\n\n Fenshire Council\nParish 9")
    assert form.errors == {}
    assert form.numbers("bodies") == {7, 9, 300}


def test_a_line_that_may_mean_another_is_offered_to_be_ticked() -> None:
    form = _sent(SOME, bodies=["7"], bodies_words="Ash\nParish 9\nNowhere")
    assert form.errors["bodies"].startswith("Tick which “Ash” is meant, or none; there is no “Now")
    answer = form.answer("bodies")
    assert [each.value for each in answer.offered] == ["7", "302", "303", "9"]
    assert form.numbers("bodies") == {7, 9}
    assert answer.words == "Nowhere"


def test_many_lines_are_looked_up_some_at_a_time_and_the_others_kept() -> None:
    lines = [f"Parish {each}" for each in range(30)]
    form = _sent(SOME, bodies_words="\n".join(lines))
    assert form.numbers("bodies") == set(range(20))
    assert form.answer("bodies").words.splitlines() == lines[20:]
    assert "the others are kept" in form.errors["bodies"]
    endless = _sent(SOME, bodies_words="\n".join(f"parish {each}x" for each in range(9999)))
    assert len(endless.answer("bodies").offered) <= 100


def test_what_was_offered_stays_to_be_ticked_when_something_else_is_wrong() -> None:
    form = _sent(SOME, bodies=["303"], bodies_offered=["302", "303"], bodies_words="Nowhere")
    assert form.errors["bodies"].startswith("There is no “Nowhere” here")
    assert [each.value for each in form.answer("bodies").offered] == ["303", "302"]


def test_whole_words_come_first_and_then_those_that_begin_with_them() -> None:
    names = ["Washing Trusts", "The Ash Trust", "Ash Trust"]
    found = like([Option(name, name) for name in names], "ash trust")
    assert [each.name for each in found] == ["Ash Trust", "The Ash Trust", "Washing Trusts"]
