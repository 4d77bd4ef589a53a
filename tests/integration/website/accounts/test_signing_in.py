"""Signing in by code and by password, and who cannot."""

from __future__ import annotations

import re
import smtplib
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client, RequestFactory

from builders.partnerships import started
from builders.signing_in import (
    FOUR_WORDS,
    code_in,
    history,
    invited,
    last_code,
    signed_in_by_code,
    with_password,
)
from oneplan.website.pages.errors.views import broken


class MailServerThatIsAway(EmailBackend):
    def send_messages(self, _messages: Any) -> int:
        raise smtplib.SMTPServerDisconnected("gone")


def _main(page: bytes) -> str:
    found = re.search(r"<main.*?</main>", page.decode(), re.DOTALL)
    assert found
    return re.sub(r'value="[^"]*"', "", found[0])


def _who(client: Client) -> str:
    page = client.get("/privacy/").content.decode()
    found = re.search(r'<p class="op-nav-me"><a[^>]*>(.*?)</a>', page)
    assert found
    return found[1]


def test_a_code_signs_in_whoever_was_added(visitor: Client) -> None:
    person = invited()
    answer = signed_in_by_code(visitor)
    assert answer.headers["Location"] == "/partnerships/"
    assert _who(visitor) == "Ada Marsh"
    assert history(person) == ["invite", "sign_in"]


def test_the_foot_of_a_page_says_what_the_site_is_for_to_whoever_is_signed_in(
    visitor: Client,
) -> None:
    invited()
    assert "It changes nothing in what you send" in visitor.get("/privacy/").text
    signed_in_by_code(visitor)
    foot = visitor.get("/privacy/").text.partition("<footer")[2]
    assert "oneplan keeps the plans of a partnership" in foot
    assert "It changes nothing" not in foot


def test_an_address_is_known_in_whatever_case_it_is_typed(visitor: Client) -> None:
    invited("ada@example.org")
    signed_in_by_code(visitor, " Ada@Example.ORG ")
    assert _who(visitor) == "Ada Marsh"


def test_a_code_may_be_typed_in_small_letters_and_without_its_hyphen(visitor: Client) -> None:
    invited()
    visitor.post("/sign-in/", {"email": "ada@example.org"})
    visitor.post("/sign-in/code/", {"code": last_code().replace("-", " ").lower()})
    assert _who(visitor) == "Ada Marsh"


def test_a_code_works_once(visitor: Client) -> None:
    invited()
    signed_in_by_code(visitor)
    visitor.post("/sign-out/")
    answer = visitor.post("/sign-in/code/", {"code": last_code()})
    assert answer.headers["Location"] == "/sign-in/"
    assert _who(visitor) == "Sign in"


def test_a_code_works_only_in_the_browser_that_asked_for_it(
    visitor: Client, elsewhere: Client
) -> None:
    invited()
    visitor.post("/sign-in/", {"email": "ada@example.org"})
    elsewhere.post("/sign-in/code/", {"code": last_code()})
    assert _who(elsewhere) == "Sign in"


def test_a_code_that_was_wrong_three_times_no_longer_counts(visitor: Client) -> None:
    invited()
    visitor.post("/sign-in/", {"email": "ada@example.org"})
    for _ in range(2):
        assert visitor.post("/sign-in/code/", {"code": "BBBB-BBBB"}).status_code == 422
    answer = visitor.post("/sign-in/code/", {"code": "BBBB-BBBB"}, follow=True)
    assert "was wrong three times" in answer.content.decode()
    visitor.post("/sign-in/code/", {"code": last_code()})
    assert _who(visitor) == "Sign in"


def test_a_code_that_came_too_late_no_longer_counts(visitor: Client, settings: Any) -> None:
    invited()
    visitor.post("/sign-in/", {"email": "ada@example.org"})
    settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT = -1
    visitor.post("/sign-in/code/", {"code": last_code()})
    assert _who(visitor) == "Sign in"


def test_another_code_can_be_asked_for(visitor: Client) -> None:
    invited()
    visitor.post("/sign-in/", {"email": "ada@example.org"})
    first = last_code()
    visitor.post("/sign-in/code/", {"action": "resend"})
    assert last_code() != first
    visitor.post("/sign-in/code/", {"code": last_code()})
    assert _who(visitor) == "Ada Marsh"


def test_another_address_can_be_used(visitor: Client) -> None:
    invited()
    visitor.post("/sign-in/", {"email": "nobody@example.org"})
    assert visitor.get("/sign-in/").headers["Location"] == "/sign-in/code/"
    answer = visitor.post("/sign-out/", {"next": "/sign-in/"})
    assert answer.headers["Location"] == "/sign-in/"
    assert visitor.get("/sign-in/").status_code == 200
    signed_in_by_code(visitor)
    assert _who(visitor) == "Ada Marsh"


def test_whoever_waits_for_a_code_may_take_the_password(visitor: Client) -> None:
    with_password()
    visitor.post("/sign-in/", {"email": "ada@example.org"})
    assert visitor.get("/sign-in/password/").status_code == 200
    visitor.post("/sign-in/password/", {"login": "ada@example.org", "password": FOUR_WORDS})
    assert _who(visitor) == "Ada Marsh"


def test_whether_an_address_is_known_cannot_be_seen(visitor: Client, elsewhere: Client) -> None:
    invited("ada@example.org")
    known = visitor.post("/sign-in/", {"email": "ada@example.org"}, follow=True)
    unknown = elsewhere.post("/sign-in/", {"email": "eve@example.org"}, follow=True)
    assert known.redirect_chain == unknown.redirect_chain
    assert _main(known.content) == _main(unknown.content).replace("eve@", "ada@")
    wrong = [each.post("/sign-in/code/", {"code": "BBBB-BBBB"}) for each in (visitor, elsewhere)]
    assert wrong[0].status_code == wrong[1].status_code == 422
    assert _main(wrong[0].content) == _main(wrong[1].content).replace("eve@", "ada@")


def test_an_unknown_address_gets_a_letter_that_says_so_and_no_code(visitor: Client) -> None:
    visitor.post("/sign-in/", {"email": "eve@example.org"})
    (letter,) = mail.outbox
    assert letter.subject == "You cannot sign in to oneplan with this address"
    with pytest.raises(AssertionError):
        code_in(str(letter.body))


def test_somebody_who_may_no_longer_sign_in_gets_no_code(visitor: Client) -> None:
    person = with_password()
    person.is_active = False
    person.save()
    mail.outbox.clear()
    visitor.post("/sign-in/", {"email": person.email})
    assert mail.outbox[0].subject == "You cannot sign in to oneplan with this address"
    sent = {"login": person.email, "password": FOUR_WORDS}
    answer = visitor.post("/sign-in/password/", sent, follow=True)
    assert "You cannot sign in with that account" in answer.content.decode()
    assert _who(visitor) == "Sign in"


def test_a_session_ends_when_its_person_may_no_longer_sign_in(visitor: Client) -> None:
    person = invited()
    signed_in_by_code(visitor)
    person.is_active = False
    person.save()
    assert _who(visitor) == "Sign in"


def test_a_password_signs_in(visitor: Client) -> None:
    with_password()
    sent = {"login": "Ada@example.org", "password": FOUR_WORDS}
    assert visitor.post("/sign-in/password/", sent).headers["Location"] == "/partnerships/"
    assert _who(visitor) == "Ada Marsh"


def test_a_wrong_password_and_an_unknown_address_are_told_the_same(
    visitor: Client, elsewhere: Client
) -> None:
    with_password()
    known = visitor.post("/sign-in/password/", {"login": "ada@example.org", "password": "no"})
    unknown = elsewhere.post("/sign-in/password/", {"login": "eve@example.org", "password": "no"})
    assert known.status_code == unknown.status_code == 422
    assert "The e-mail address or the password is wrong" in known.content.decode()
    assert _main(known.content) == _main(unknown.content)


@pytest.mark.parametrize(
    ("address", "sent", "said"),
    [
        ("/sign-in/", {}, "Type your e-mail address"),
        ("/sign-in/", {"email": "ada"}, "like name@example.org"),
        ("/sign-in/password/", {"login": "", "password": "x"}, "Type your e-mail address"),
        ("/sign-in/password/", {"login": "a@example.org"}, "Type your password"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(
    visitor: Client, address: str, sent: dict[str, str], said: str
) -> None:
    answer = visitor.post(address, sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count(said) == 2
    assert "<title>Error: " in page


def test_somebody_is_led_to_the_page_that_they_wanted(visitor: Client) -> None:
    invited()
    answer = visitor.get("/account/sessions/")
    assert answer.headers["Location"] == "/sign-in/?next=/account/sessions/"
    answer = visitor.post("/sign-in/", {"email": "ada@example.org", "next": "/account/sessions/"})
    address = answer.headers["Location"]
    assert address == "/sign-in/code/?next=%2Faccount%2Fsessions%2F"
    answer = visitor.post(address, {"code": last_code(), "next": "/account/sessions/"})
    assert answer.headers["Location"] == "/account/sessions/"


def test_whoever_wanted_nothing_is_led_to_their_partnerships(
    visitor: Client, elsewhere: Client
) -> None:
    one = started("Fenshire Partnership", who="Ash")
    started("Marshland Partnership", who="Bo")
    started("Holtshire Partnership", who="Bo")
    landed = [
        signed_in_by_code(client, email).headers["Location"]
        for client, email in (
            (visitor, "ash@fenshire.example"),
            (elsewhere, "bo@fenshire.example"),
        )
    ]
    assert landed == [f"/partnerships/{one.partnership.slug}/", "/partnerships/"]
    page = elsewhere.get("/account/").content.decode()
    assert "You belong to two partnerships" in page
    assert 'href="/partnerships/marshland-partnership/"' in page


@pytest.mark.parametrize(
    "wanted",
    [
        "https://elsewhere.example",
        "//elsewhere.example/",
        "javascript:0",
        "\x0b//elsewhere.example",
    ],
)
def test_nobody_is_led_to_another_site(visitor: Client, wanted: str) -> None:
    with_password()
    sent = {"login": "ada@example.org", "password": FOUR_WORDS, "next": wanted}
    assert visitor.post("/sign-in/password/", sent).headers["Location"] == "/partnerships/"
    assert visitor.post("/sign-out/", {"next": wanted}).headers["Location"] == "/"


def test_a_mail_server_that_is_away_is_told(
    visitor: Client, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    invited()
    settings.EMAIL_BACKEND = f"{__name__}.MailServerThatIsAway"
    answer = visitor.post("/sign-in/", {"email": "ada@example.org"})
    assert answer.status_code == 422
    assert "The e-mail could not be sent" in answer.content.decode()
    assert "ada@" not in caplog.text


def test_codes_to_one_address_are_not_sent_without_end(visitor: Client, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"request_login_code": "3/h/key"}
    for _ in range(3):
        visitor.post("/sign-in/", {"email": "ada@example.org"})
        visitor.post("/sign-out/")
    answer = visitor.post("/sign-in/", {"email": "ada@example.org"})
    assert "There were too many attempts with this address" in answer.content.decode()
    assert len(mail.outbox) == 3


def test_signing_in_needs_the_form_that_the_site_gave() -> None:
    careful = Client(enforce_csrf_checks=True)
    assert careful.post("/sign-in/", {"email": "ada@example.org"}).status_code == 403


def test_signing_out_ends_the_session(visitor: Client) -> None:
    invited()
    signed_in_by_code(visitor)
    assert visitor.get("/sign-out/").status_code == 200
    assert _who(visitor) == "Ada Marsh"
    assert visitor.post("/sign-out/").headers["Location"] == "/"
    assert _who(visitor) == "Sign in"


def test_whoever_is_signed_in_need_not_sign_in(visitor: Client) -> None:
    invited()
    signed_in_by_code(visitor)
    assert visitor.get("/sign-in/").headers["Location"] == "/partnerships/"


def test_a_visitor_without_a_session_costs_no_query(
    visitor: Client, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        answer = visitor.get("/privacy/")
    assert "Set-Cookie" not in answer.headers
    assert "Cookie" in answer.headers["Vary"]


def test_the_page_for_our_own_faults_asks_nothing_of_the_database(rf: RequestFactory) -> None:
    answer = broken(rf.get("/"))
    assert answer.status_code == 500
    assert "Something went wrong on our side" in answer.content.decode()


def test_no_cache_keeps_what_somebody_who_is_signed_in_sees(visitor: Client) -> None:
    invited()
    assert "Cache-Control" not in visitor.get("/privacy/").headers
    signed_in_by_code(visitor)
    told = visitor.get("/privacy/").headers["Cache-Control"]
    assert set(told.split(", ")) == {"private", "no-cache"}
