"""Signing in with a password, in a browser."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from builders.signing_in import FOUR_WORDS


def send_password(page: Page, site: str, email: str, password: str = FOUR_WORDS) -> None:
    """Fills in the page that asks for a password, and sends it; what comes of it is not waited for."""
    page.goto(f"{site}/sign-in/password/")
    page.get_by_label("Your e-mail address").fill(email)
    page.get_by_label("Your password").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def sign_in(page: Page, site: str, email: str) -> None:
    """Signs in with the password of those who have one, and waits until the site says so."""
    send_password(page, site, email)
    expect(page.locator(".op-nav-me")).not_to_contain_text("Sign in")
