"""Whatever is typed into whatever form breaks no page, and is words on the page that shows it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.test import Client

from builders.addresses import Address, addresses
from builders.crowd.forms import Form, forms_of
from builders.filled_forms import filled
from builders.standing_cast import Cast
from oneplan.partnership.partners.permissions import Role

Stage = tuple[Cast, Cast]
SEEN = [
    pytest.param(address, id=address.route)
    for address in addresses()
    if address.of_a_partnership and "GET" in address.asked
]
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - a field's name
HOSTILE = {
    "harm": "\"'><script>alert(1)</script><img src=x onerror=alert(1)> javascript:alert(1) {{ 7*7 }} %s",
    "half a letter": "\ud800 £1e999 9999999999 31/31/2031 NaN 1/0",
    "endless": "1" * 70_000,
    "unseen": "\u202e\u0000\u0007\u200b\ufeff\r\n\t" * 3,
}
_RUNS = frozenset({"script", "img", "iframe", "object", "embed", "base"})
_LEADS = frozenset({"href", "src", "action", "formaction"})


class _Harm(HTMLParser):
    """What of a page a browser would run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _RUNS:
            self.found.append(tag)
        for name, value in attrs:
            leads = name in _LEADS and (value or "").strip().lower().startswith("javascript")
            if name.startswith("on") or leads:
                self.found.append(f"{tag} {name}")


def _harm(page: str) -> list[str]:
    found = _Harm()
    found.feed(page)
    return found.found


def _typed(form: Form, text: str) -> bytes:
    """The form with the text in every field that is not chosen from a list."""
    sent = filled(form)
    for name in sent.keys() - form.options.keys() - {TOKEN, "seen", "key"}:
        sent[name] = [text]
    return urlencode(sent, doseq=True, errors="surrogatepass").encode()


def _answered(client: Client, path: str, body: bytes) -> list[Any]:
    """The answer to a form, and the page to which it leads."""
    answers: list[Any] = [client.post(path, body, content_type="application/x-www-form-urlencoded")]
    if answers[0].status_code == 302:
        answers.append(client.get(answers[0].headers["Location"]))
    return answers


@pytest.mark.parametrize("address", SEEN)
def test_what_is_typed_breaks_nothing_and_stays_words(
    stage: Stage, visitors: dict[Role, Client], address: Address
) -> None:
    client, path = visitors[Role.ADMINISTRATOR], address.path(stage[0].examples)
    page: Any = client.get(path)
    forms = [] if page.streaming else forms_of(page.content.decode(errors="replace"))
    for form in forms:
        for kind, text in HOSTILE.items() if form.method == "post" and form.own else ():
            with transaction.atomic():
                answers = _answered(client, form.action or path, _typed(form, text))
                transaction.set_rollback(True)
            for answer in answers:
                assert answer.status_code < 500, (kind, answer.status_code)
                assert answer.streaming or _harm(answer.text) == [], kind


def test_harm_is_known_where_it_is_live() -> None:
    assert _harm(HOSTILE["harm"]) == ["script", "img", "img onerror"]
    assert _harm("<a href=' JavaScript:x'>") == ["a href"]
