from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oneplan.document.schema import Due, Period
from oneplan.website import wording


def test_numbers_are_said_with_their_nouns() -> None:
    assert wording.counted(1, "action") == "1 action"
    assert wording.counted(1221, "measure") == "1,221 measures"
    assert wording.spelled_count(0, "outcome") == "no outcomes"
    assert wording.spelled_count(6, "priority", "priorities") == "six priorities"
    assert wording.spelled_count(10, "area") == "10 areas"


@pytest.mark.parametrize(
    ("amount", "currency", "said"),
    [(7590658, "GBP", "£7,590,658"), (80, "EUR", "€80"), (1.5, None, "£1.50"), (-3, "GBP", "−£3")],
)
def test_sums_are_said_exactly(amount: float, currency: str | None, said: str) -> None:
    assert wording.pounds(amount, currency) == said


def test_a_month_that_something_is_due_in_ends_on_its_last_day() -> None:
    assert wording.last_day("2012-02") == "29 February 2012"
    assert wording.last_day("2011-02") == "28 February 2011"
    assert wording.last_day("2009/10") == "2009/10"


def test_what_is_due_is_said_as_far_as_it_is_understood() -> None:
    assert wording.due_in_words(Due(text="by Dec", month="2009-12")) == "31 December 2009"
    assert wording.due_in_words(Due(text="in the year", period="2009/10")) == "2009/10"
    assert wording.due_in_words(Due(text="when funds allow")) == "when funds allow"
    assert wording.due_in_words(None) == ""


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2009-04", "2010-03", "2009–10"),
        ("2014-04", "2017-03", "2014–17"),
        ("1999-04", "2001-03", "1999–2001"),
        ("2020-01", "2020-12", "2020"),
        ("2020-01", None, "2020"),
        (None, None, ""),
    ],
)
def test_a_plans_years_are_short(start: str | None, end: str | None, said: str) -> None:
    assert wording.plan_period(Period(start=start, end=end)) == said


def test_a_long_heading_is_cut_at_a_phrase_and_says_so() -> None:
    long = "Mend " + "every lamp " * 20
    cut = wording.heading(long)
    assert len(cut) < 120
    assert cut.endswith("lamp\u00a0…")
    assert wording.heading("Mend every lamp.") == "Mend every lamp"


@pytest.mark.parametrize(
    ("text", "letters", "said"),
    [
        ("Plant hedges", 40, "Plant hedges"),
        (
            "Plant hedges along the lanes and mend the gates",
            40,
            "Plant hedges along the lanes\u00a0…",
        ),
        ("Make walking safe, pleasant and quick", 30, "Make walking safe, pleasant\u00a0…"),
        ("Help every carer to have a break in the summer", 27, "Help every carer\u00a0…"),
        ("Reduce what damp homes do to health", 14, "Reduce\u00a0…"),
        ("unbroken" * 9, 8, "unbroken\u00a0…"),
    ],
)
def test_a_long_text_is_cut_where_a_phrase_ends(text: str, letters: int, said: str) -> None:
    assert wording.abridged(text, letters) == said


@given(st.text(max_size=120), st.integers(1, 60))
def test_an_abridged_text_keeps_its_beginning_and_its_bound(text: str, letters: int) -> None:
    plain = " ".join(text.split())
    shown = wording.abridged(text, letters)
    assert len(shown) <= max(letters, 1) + 2
    assert plain.startswith(shown.removesuffix("\u00a0…"))


def test_the_first_words_do_not_lead_on_to_what_is_cut() -> None:
    assert wording.short("Open the halls of the towns and of the villages", 7) == (
        "Open the halls of the towns\u00a0…"
    )
    assert wording.short("Open the halls;", 7) == "Open the halls"
