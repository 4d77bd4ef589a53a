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


def test_a_sentence_and_figures_of_one_measure_are_not_mixed_in_silence(edited: EditedPlan) -> None:
    seen = edited.seen("parts/sa-1.m/change/text/")
    edited.sent("parts/sa-1.m/change/figures/", kind="quantified", **{"target-0": "45"})
    answer = edited.sent("parts/sa-1.m/change/text/", seen=seen, text="60 wardens by May 2028")
    assert answer.status_code == 409
    assert edited.parts["sa-1.m"]["targets"][0]["value"] == 45


PARTNERS = "parts/sa-1/change/partners/"


def test_partners_that_two_people_add_at_once_are_both_kept(edited: EditedPlan) -> None:
    seen = edited.now.revision
    edited.sent(PARTNERS, partners="Museum")
    answer = edited.sent(PARTNERS, seen=seen, partners="Library")
    assert answer.status_code == 302
    assert edited.parts["sa-1"]["partners"] == ["Museum", "Library"]


def test_a_step_that_both_changed_is_shown_in_both_wordings_with_the_steps_of_both(
    edited: EditedPlan,
) -> None:
    seen = edited.now.revision
    edited.sent("parts/sa-1/change/steps/", steps="Find two trainers\nOpen the hall")
    answer = edited.sent("parts/sa-1/change/steps/", seen=seen, steps="Find an old trainer\nSing")
    assert answer.status_code == 409
    assert "<del>two trainers</del>" in answer.text
    sent = {"clash": "steps", "choice-steps": "mine", "settle": "1"}
    mine = "Find an old trainer\nOpen the hall\nSing"
    assert f'value="{mine}"' in answer.text
    edited.sent("parts/sa-1/change/steps/", steps=mine, **sent)
    steps = [each["text"] for each in edited.parts["sa-1"]["steps"]]
    assert steps == ["Find an old trainer", "Open the hall", "Sing"]


def test_undo_of_a_partner_that_was_added_leaves_those_added_since(edited: EditedPlan) -> None:
    edited.sent(PARTNERS, partners="Museum")
    batch = edited.batch()
    edited.sent(PARTNERS, partners="Museum\nLibrary")
    assert edited.sent(f"undo/{batch}/").status_code == 302
    assert edited.parts["sa-1"]["partners"] == ["Library"]


def test_who_split_an_action_meanwhile_is_told_so(edited: EditedPlan) -> None:
    seen = edited.now.revision
    edited.sent("parts/sa-1/split/", text="Find wardens", second="Train them")
    answer = edited.sent(TEXT, seen=seen, text="Train forty wardens")
    assert "Ash split it in two and with that changed what will be done" in answer.text
