"""How a sentence is understood is said before it is saved, on the page and alone."""

from __future__ import annotations

from builders.editing_pages import EditedPlan

SENTENCE = "Raise the share of warm homes from 61% in 2024 to 75% by March 2028"
MEASURE = "parts/sa-1.m/change/text/"


def test_a_sentence_is_said_back_as_direction_baseline_and_target(edited: EditedPlan) -> None:
    text = edited.sent(MEASURE, text=SENTENCE, understand="1").text
    for said in ("It should rise", "61%, 2024", "75%, March 2028"):
        assert said in text
    assert SENTENCE in text
    assert edited.parts["sa-1.m"]["text"] == "40 wardens trained by March 2027"


def test_a_script_is_given_nothing_but_what_is_understood(edited: EditedPlan) -> None:
    text = edited.sent(MEASURE, text=SENTENCE, understand="fragment").text
    assert "It should rise" in text
    assert "<html" not in text
    assert edited.sent(MEASURE, text="", understand="fragment").text.strip() == ""


def test_a_new_measure_is_understood_before_it_is_added(edited: EditedPlan) -> None:
    text = edited.sent("parts/sa-1/add/measure/", text=SENTENCE, understand="1").text
    assert "75%, March 2028" in text
    assert len(edited.parts.of_sort("measure")) == 2


def test_words_without_a_date_are_kept_and_said_to_have_none(edited: EditedPlan) -> None:
    text = edited.sent("parts/sa-1/change/due/", due="as soon as we can", understand="1").text
    assert "No date could be found" in text


def test_sums_are_said_back_one_by_one(edited: EditedPlan) -> None:
    typed = "£80k from the pooled budget\nStaff time"
    text = edited.sent("parts/sa-1/change/funding/", funding=typed, understand="1").text
    assert "£80,000" in text
    assert "No amount: “Staff time”" in text


def test_only_pages_with_a_script_of_the_site_may_run_it(edited: EditedPlan) -> None:
    policy = edited.page(MEASURE).headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "script-src" not in edited.page("actions/sa-1/").headers["Content-Security-Policy"]
