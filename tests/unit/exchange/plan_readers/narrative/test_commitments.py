"""Commitments with their dates and money."""

from __future__ import annotations

import pytest

from oneplan.document.schema import Element, Statement
from oneplan.exchange.plan_readers.narrative.commitments import (
    commits,
    due_in,
    funding_in,
    promote_commitments,
    read_commitment,
)


@pytest.mark.parametrize(
    ("text", "month", "period"),
    [
        ("By June 2029 we will have:", "2029-06", None),
        ("We will by the end of March 2030:", "2030-03", None),
        ("By the end of 2026 we will have planted a wood", None, "2026"),
        ("before 2027/28 the depot will move", None, "2027/28"),
        ("work through to September 2031 includes", "2031-09", None),
    ],
)
def test_a_sentence_gives_its_date(text: str, month: str | None, period: str | None) -> None:
    due = due_in(text)
    assert due is not None
    assert (due.month, due.period) == (month, period)


def test_a_sentence_without_by_gives_no_date() -> None:
    assert due_in("In 2019 the river rose twice") is None
    assert due_in("help families by listening") is None


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("We will reconfigure £2.5m to keep libraries open.", [(2_500_000, "reconfigured")]),
        ("a scheme to achieve £400k of savings and £1 million of cost avoidance", [(400_000, "saved"), (1_000_000, "avoided")]),
        ("a £75K investment in a lorry that yields a financial return of £90K.", [(75_000, "invested"), (90_000, "returned")]),
        ("improve the £3m of services", [(3_000_000, "amount")]),
        ("no money is named", []),
    ],
)  # fmt: skip
def test_a_sum_has_the_kind_of_the_words_beside_it(
    text: str, sums: list[tuple[float, str]]
) -> None:
    assert [(money.amount, money.kind) for money in funding_in(text)] == sums


def test_a_sum_is_named_by_the_words_beside_it() -> None:
    first, second = funding_in("It brings £400k of savings and a financial return of £90K.")
    assert (first.label, second.label) == ("savings", "financial return")


def test_a_commitment_keeps_its_own_date_before_that_of_the_lead_in() -> None:
    own = read_commitment("Open a hub by May 2027", None, "By March 2029 we will:")
    led = read_commitment("Open a hub", None, "By March 2029 we will:")
    assert own.due is not None
    assert led.due is not None
    assert (own.due.month, led.due.month) == ("2027-05", "2029-03")


def test_a_target_inside_a_commitment_is_its_measure() -> None:
    action = read_commitment("Raise recycling from 41% to 60%", None)
    assert [measure.kind for measure in action.measures] == ["quantified"]


def test_paragraphs_that_commit_become_actions_only_where_nothing_is_listed() -> None:
    promise = Statement(kind="context", text="We will visit every school.")
    plain = Statement(kind="context", text="There are ninety schools.")
    alone = Element(kind="priority", title="A", statements=[promise, plain])
    listed = Element(
        kind="priority", title="B", statements=[promise], actions=[read_commitment("Do it", None)]
    )
    section = Element(kind="section", title="C", statements=[promise])
    for element in (alone, listed, section):
        promote_commitments(element)
    assert [len(element.actions) for element in (alone, listed, section)] == [1, 1, 0]
    assert alone.statements == [plain]


def test_what_others_do_is_no_commitment() -> None:
    assert commits("By 2030 we will have new buses.")
    assert commits("The Partnership intends to listen.") is False
    assert commits("The Partnership will listen.")
    assert not commits("We know that buses are late.")


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("By March 2031 we will have opened the baths to 900 households.", True),
        ("By March 2031 we will spend £900 on the baths.", False),
        ("We will open the baths to children aged 9 to 14.", False),
        ("By 2031 we will write one guide to the baths.", False),
    ],
)
def test_a_dated_count_in_a_commitment_is_its_measure(text: str, measured: bool) -> None:
    assert bool(read_commitment(text, None).measures) is measured
