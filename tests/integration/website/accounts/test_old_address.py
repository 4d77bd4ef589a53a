"""Whoever has given up an address has given up all that it opened."""

from __future__ import annotations

from django.test import Client

from builders.signing_in import last_code, signed_in_by_code


def test_whoever_reads_the_old_address_or_was_signed_in_elsewhere_is_out(
    owner: Client, elsewhere: Client
) -> None:
    signed_in_by_code(elsewhere, "ada@example.org")
    reader = Client()
    reader.post("/sign-in/", {"email": "ada@example.org"})
    sent_before = last_code()
    owner.post("/account/address/", {"email": "ada@vale.example.org"})
    owner.post("/account/address/code/", {"code": last_code()})
    assert owner.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302
    answer = reader.post("/sign-in/code/", {"code": sent_before}, follow=True)
    assert "That code no longer counts" in answer.text
    assert reader.get("/account/").status_code == 302
