"""The e-mails that have to do with signing in: plain text, short, and nothing to click but the site."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent


@dataclass(frozen=True, slots=True)
class Letter:
    """What an e-mail says; the subject has one line."""

    subject: str
    text: str


def sign_in_code(code: str, minutes: int) -> Letter:
    """The code that lets whoever reads this address sign in, for so many minutes."""
    return Letter(
        f"{code} is your code for oneplan",
        _text(
            f"""
            Your code to sign in to oneplan is

                {code}

            Type it where you asked for it, within {minutes} minutes. It works once, and only in
            that browser. Nobody from oneplan will ever ask you for it.

            If you did not ask for a code, you need do nothing: without it nobody can sign in.
            """
        ),
    )


def address_code(code: str, minutes: int) -> Letter:
    """The code that shows, for so many minutes, that whoever reads this address wants to sign in with it."""
    return Letter(
        f"{code} is your code for oneplan",
        _text(
            f"""
            Somebody who is signed in to oneplan wants to sign in with this e-mail address from now
            on. If it is you, type this code where you asked for it, within {minutes} minutes:

                {code}

            If it is not you, you need do nothing: without the code nothing changes.
            """
        ),
    )


def address_known(site: str) -> Letter:
    """Tells whoever signs in with this address that somebody else wanted to."""
    return Letter(
        "Somebody wanted to use your address for oneplan",
        _text(
            f"""
            Somebody who is signed in at {site} wanted to sign in with this e-mail address from now
            on. You do so already, and nothing has changed.

            If that was you, with another account: tell whoever looks after your partnership’s plan
            which of the two is to stay.
            """
        ),
    )


def address_changed(site: str) -> Letter:
    """Tells the address that somebody signed in with until now that they no longer do."""
    return Letter(
        "oneplan: You no longer sign in with this address",
        _text(
            f"""
            The e-mail address of your account at {site} was changed. You can no longer sign in with
            this one.

            If you did this, you need do nothing.

            If you did not, tell whoever looks after your partnership’s plan at once.
            """
        ),
    )


def unknown_address(site: str) -> Letter:
    """Says that nobody signs in with this address, to whoever asked for a code to it."""
    return Letter(
        "You cannot sign in to oneplan with this address",
        _text(
            f"""
            Somebody asked for a code to sign in to oneplan at {site} with this e-mail address.
            Nobody is known there by it.

            If it was you, try the address at which your partnership writes to you, or ask the
            person who looks after your partnership’s plan to add you.

            If it was not you, you need do nothing.
            """
        ),
    )


def invitation(name: str, by: str, to: str, sign_in: str) -> Letter:
    """Tells somebody that they were added, by whom and to what, and where they sign in."""
    place = f"{to} on oneplan" if to else "oneplan"
    return Letter(
        _one_line(f"{by} has added you to {place}"),
        _text(
            f"""
            {f"Dear {_one_line(name)}," if name else "Hello,"}

            {_one_line(by)} has added you to {_one_line(place)}, where partners keep their joint plan.

            To sign in, go to

                {sign_in}

            and type the e-mail address at which you read this. You will be sent a code; you need
            no password.
            """
        ),
    )


def changed(what: str, site: str) -> Letter:
    """Tells somebody that a way in which they sign in has changed, and what to do if it was not they."""
    return Letter(
        _one_line(f"oneplan: {what}"),
        _text(
            f"""
            {_one_line(what)}, at {site}.

            If you did this, you need do nothing.

            If you did not, sign in by a code, choose a new password in your account, sign out
            everywhere else, and tell whoever looks after your partnership’s plan.
            """
        ),
    )


def _text(indented: str) -> str:
    return dedent(indented).strip() + "\n"


def _one_line(text: str) -> str:
    return " ".join(text.split())
