"""How allauth behaves here: its words, its letters, whom it lets in."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMessage, send_mail
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from oneplan.partnership.accounts import letters
from oneplan.partnership.accounts.queries import active_person, who_may_sign_in
from oneplan.partnership.accounts.sealing import seal, unseal
from oneplan.partnership.partners.access import memberships

_LOG = logging.getLogger(__name__)
_WRONG_CODE = "That is not the code. Type it as it was given, with or without the hyphen"
_PATIENCE = "There were too many attempts with this address. Try again in an hour"
NOT_KNOWN = (
    "You cannot sign in with that account. Ask the person who looks after your partnership’s plan"
    " to add you with the e-mail address that your directory has for you."
)


class NotSent(Exception):
    """The mail server did not take a letter."""


class ByAddress(AuthenticationBackend):
    """People by their e-mail address, or by the number that their session keeps."""

    def get_user(self, user_id: int) -> Any:
        """The person with this number; None for nobody and for who may no longer sign in."""
        return who_may_sign_in(int(user_id))


class SignIn(DefaultAccountAdapter):
    """Signing in: nobody signs up, and the letters are ours."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "The e-mail address or the password is wrong",
        "incorrect_code": _WRONG_CODE,
        "incorrect_password": "That is not your password",
        "too_many_login_attempts": _PATIENCE,
        "rate_limited": "Wait a minute before you ask for another",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Never: people are added to a partnership."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To one's partnership; where there are several or none to their list, which says what to do."""
        held = memberships(int(request.user.pk or 0))
        if len(held) == 1:
            return reverse("partnership", kwargs={"partnership": held[0].partnership.slug})
        return reverse("partnerships")

    def reauthenticate(self, user: Any, password: str) -> bool:
        """Whether this is the password of the person who is signed in."""
        known = self.authenticate(self.request, email=user.email, password=password)
        return known is not None and known.pk == user.pk

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Sends one of our letters.

        Raises:
            NotSent: the mail server did not take it.
        """
        letter = _letter(template_prefix, context)
        try:
            send_mail(letter.subject, letter.text, None, [email])
        except OSError as error:  # SMTP's own errors are kinds of it
            _LOG.error(
                "A code could not be sent: %s. See that ONEPLAN_MAIL names a mail server that takes it.",
                type(error).__name__,
            )
            raise NotSent from error

    def render_mail(
        self, template_prefix: str, email: str, context: dict[str, Any], headers: Any = None
    ) -> EmailMessage:
        """One of our letters, as an e-mail."""
        letter = _letter(template_prefix, context)
        return EmailMessage(letter.subject, letter.text, None, [email], headers=headers)

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:  # noqa: ARG002
        """Back to the first page of signing in, with the reason."""
        messages.error(request, NOT_KNOWN)
        return redirect(settings.LOGIN_URL)


class SecondStep(DefaultMFAAdapter):
    """The second step: its secrets lie sealed."""

    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": _WRONG_CODE}

    def encrypt(self, text: str) -> str:
        """The secret as it lies in the database."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again."""
        return unseal(encrypted_text)


class Directory(DefaultSocialAccountAdapter):
    """An authority's own directory: it lets in people who are known here already."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002
        """Never: people are added to a partnership."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Knows somebody again by the address that the directory vouches for; turns others away."""
        if sociallogin.is_existing:
            return
        app, said = sociallogin.provider.app, _said_of_address(sociallogin.account.extra_data)
        emails = (each.email for each in sociallogin.email_addresses)
        vouched = (each for each in emails if vouched_for(each, said, app.provider_id))
        person = next(filter(None, map(active_person, vouched)), None)
        if person is None:
            messages.error(request, NOT_KNOWN)
            raise ImmediateHttpResponse(redirect(settings.LOGIN_URL))
        sociallogin.connect(request, person)

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Exception | None = None,
        extra_context: Any = None,  # noqa: ARG002
    ) -> None:
        """Leads back to the first page of signing in, which says that it did not work.

        Raises:
            ImmediateHttpResponse: always.
        """
        if exception is not None:
            _LOG.warning("Directory %s: %s", provider.app.provider_id, type(exception).__name__)
        del error
        messages.error(request, f"Signing in with {provider.app.name} did not work. Try again.")
        raise ImmediateHttpResponse(redirect(settings.LOGIN_URL))


def _letter(template_prefix: str, context: dict[str, Any]) -> letters.Letter:
    if template_prefix == "account/email/login_code":
        minutes = settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60
        return letters.sign_in_code(context["code"], minutes)
    if template_prefix == "account/email/unknown_account":
        return letters.unknown_address(settings.ONEPLAN_ADDRESS)
    raise ValueError(f"There is no letter {template_prefix}.")


def vouched_for(email: str, verified: object, directory: str) -> bool:
    """Whether a directory's word on an address is enough to let its holder in.

    ``verified`` is what it says of that itself; None for nothing. Its word counts for its own domains,
    unless it says that it has not verified the address; a directory without any must say that it has,
    and never speaks for the domain of another.
    """
    if verified not in {None, True, "true"}:
        return False
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    domains = {app["provider_id"]: app["settings"].get("domains", []) for app in apps}
    domain = email.rpartition("@")[2].lower()
    if domains.get(directory):
        return domain in domains[directory]
    return verified is not None and not any(domain in each for each in domains.values())


def _said_of_address(claims: Mapping[str, Any]) -> object:
    """What a directory says of whether it has verified an address; None where it says nothing."""
    said = claims.get("userinfo") or claims.get("id_token") or claims
    return said.get("email_verified")
