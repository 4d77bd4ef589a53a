"""Two people at the same text: nothing is overwritten in silence."""

from __future__ import annotations

from builders.editing_pages import EditedPlan

TEXT = "parts/sa-1/change/text/"


def test_the_second_sees_both_texts_with_what_differs_marked(edited: EditedPlan) -> None:
    other = edited.other()
    seen = edited.seen(TEXT, other)
    edited.sent(TEXT, text="Train sixty wardens")
    answer = edited.sent(TEXT, other, seen=seen, text="Train forty wardens")
    assert answer.status_code == 409
    assert "Train <del>sixty</del> wardens" in answer.text
    assert "Train <ins>forty</ins> wardens" in answer.text
    assert "Ash changed what will be done" in answer.text
    assert edited.parts["sa-1"]["text"] == "Train sixty wardens"


def test_they_choose_their_own_text_the_other_s_or_new_words(edited: EditedPlan) -> None:
    wanted = {"mine": "Mine", "theirs": "Train 2", "own": "Own words"}
    for number, (choice, becomes) in enumerate(wanted.items()):
        seen = edited.now.revision
        edited.sent(TEXT, text=f"Train {number + 1}")
        now = edited.now.revision
        edited.sent(TEXT, seen=seen, text="Mine")
        sent = {"clash": "text", "choice-text": choice, "own-text": "Own words", "settle": "1"}
        answer = edited.sent(TEXT, seen=now, text="Mine", **sent)
        assert answer.status_code == 302
        assert edited.parts["sa-1"]["text"] == becomes


def test_who_chooses_nothing_is_asked_again(edited: EditedPlan) -> None:
    answer = edited.sent(TEXT, text="Mine", clash="text", settle="1")
    assert answer.status_code == 409
    assert "Choose which of the texts it shall be" in answer.text
    assert edited.parts["sa-1"]["text"] == "Train wardens"


def test_a_third_who_is_faster_still_is_not_overwritten_either(edited: EditedPlan) -> None:
    seen = edited.now.revision
    edited.sent(TEXT, text="Train sixty wardens")
    answer = edited.sent(
        TEXT, seen=seen, text="Mine", clash="text", settle="1", **{"choice-text": "mine"}
    )
    assert answer.status_code == 409
    assert edited.parts["sa-1"]["text"] == "Train sixty wardens"


def test_another_field_of_the_same_part_is_no_conflict(edited: EditedPlan) -> None:
    seen = edited.now.revision
    edited.sent(TEXT, text="Train sixty wardens")
    answer = edited.sent("parts/sa-1/change/due/", seen=seen, due="May 2028")
    assert answer.status_code == 302
    assert edited.parts["sa-1"]["text"] == "Train sixty wardens"
    assert edited.parts["sa-1"]["due"]["month"] == "2028-05"


def test_undo_of_what_was_changed_again_says_so_and_changes_nothing(edited: EditedPlan) -> None:
    edited.sent(TEXT, text="Train sixty wardens")
    batch = edited.batch()
    edited.sent(TEXT, text="Train eighty wardens")
    answer = edited.sent(f"undo/{batch}/", back="sa-1")
    assert answer.status_code == 409
    assert "eighty" in answer.text
    assert edited.parts["sa-1"]["text"] == "Train eighty wardens"


def test_what_was_written_of_a_part_that_is_gone_is_kept_to_be_copied(edited: EditedPlan) -> None:
    other = edited.other()
    seen = edited.seen(TEXT, other)
    edited.sent("parts/sa-1/remove/")
    answer = edited.sent(TEXT, other, seen=seen, text="Train forty wardens")
    assert answer.status_code == 409
    assert "This was removed while you were writing" in answer.text
    assert "Ash removed it" in answer.text
    assert "Train forty wardens" in answer.text


def test_a_sentence_and_figures_of_one_measure_are_not_mixed_in_silence(edited: EditedPlan) -> None:
    seen = edited.seen("parts/sa-1.m/change/text/")
    edited.sent("parts/sa-1.m/change/figures/", kind="quantified", **{"target-0": "45"})
    answer = edited.sent("parts/sa-1.m/change/text/", seen=seen, text="60 wardens by May 2028")
    assert answer.status_code == 409
    assert edited.parts["sa-1.m"]["targets"][0]["value"] == 45
