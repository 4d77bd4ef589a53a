from __future__ import annotations

from oneplan.partnership.accounts.letters import changed, invitation, sign_in_code, unknown_address


def test_a_code_stands_in_the_subject_and_alone_on_its_line() -> None:
    letter = sign_in_code("BCDF-GHJK", 10)
    assert letter.subject.startswith("BCDF-GHJK")
    assert "    BCDF-GHJK" in letter.text.splitlines()
    assert "within 10 minutes" in letter.text


def test_a_letter_to_an_unknown_address_holds_no_code_and_names_the_site() -> None:
    letter = unknown_address("https://plans.example.org")
    assert "https://plans.example.org" in letter.text


def test_an_invitation_tells_who_added_whom_to_what_and_where_to_sign_in() -> None:
    letter = invitation("Ada Marsh", "Bea Holt", "Vale Together", "https://plans.example.org/in/")
    assert letter.subject == "Bea Holt has added you to Vale Together on oneplan"
    assert letter.text.startswith("Dear Ada Marsh,\n")
    assert "    https://plans.example.org/in/" in letter.text.splitlines()


def test_an_invitation_without_a_name_or_a_place_is_still_a_letter() -> None:
    letter = invitation("", "Bea Holt", "", "https://plans.example.org/in/")
    assert letter.subject == "Bea Holt has added you to oneplan"
    assert letter.text.startswith("Hello,\n")


def test_a_name_cannot_add_a_line_to_a_letter() -> None:
    letter = invitation(
        "Ada\nBcc: x", "Bea\r\nHolt", "Vale\nTogether", "https://plans.example.org/"
    )
    assert "\n" not in letter.subject
    assert "\r" not in letter.subject
    assert "Dear Ada Bcc: x,\n" in letter.text


def test_a_change_is_told_with_what_to_do_if_somebody_else_made_it() -> None:
    letter = changed("The password of your account was changed", "https://plans.example.org")
    assert letter.subject == "oneplan: The password of your account was changed"
    assert "at https://plans.example.org." in letter.text
    assert "choose a new password" in letter.text
