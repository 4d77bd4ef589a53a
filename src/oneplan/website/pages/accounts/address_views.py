"""Another e-mail address to sign in with: asked for, shown to be one's own by a code, told to the old one."""

from __future__ import annotations

from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from oneplan.partnership.accounts import operations
from oneplan.website.access import signed_in
from oneplan.website.pages.accounts import pending_address
from oneplan.website.pages.accounts.forms import ChooseAddress, TypeAddressCode, wrong
from oneplan.website.pages.accounts.sign_in_views import NOT_SENT, outbox
from oneplan.website.pages.accounts.themselves import lately_confirmed, number, themselves

_form_page = require_http_methods(["GET", "HEAD", "POST"])
_PATIENCE = "There were too many attempts. Try again in an hour"
_WRONG = "That is not the code. Type it as it was given, with or without the hyphen"
_USED_UP = "That code was wrong three times and no longer counts. Enter the address again."
_TAKEN = "That address can no longer be used. Enter another."


@signed_in
@never_cache
@_form_page
@lately_confirmed
def address(request: HttpRequest) -> HttpResponse:
    """Which address; a code is sent to it, or word that somebody signs in with it already."""
    if request.method != "POST":
        return _page(request, "address", None)
    form = ChooseAddress(request.POST, person=request.user)
    if not form.is_valid():
        return _page(request, "address", form)
    if not ratelimit.consume(request, action="new_address", user=request.user):
        form.add_error("email", _PATIENCE)
        return _page(request, "address", form)
    email = form.cleaned_data["email"]
    code = pending_address.begin(request.session, email)
    sent = operations.ask_for_proof(
        person=number(request),
        email=email,
        code=code,
        minutes=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60,
        by=themselves(request),
        at=timezone.now(),
    )
    if not sent:
        pending_address.forget(request.session)
        form.add_error("email", NOT_SENT)
        return _page(request, "address", form)
    return redirect("account-address-code")


@signed_in
@never_cache
@_form_page
@lately_confirmed
def address_code(request: HttpRequest) -> HttpResponse:
    """The code that was sent to the new address; the right one makes it the address to sign in with."""
    waiting = pending_address.pending(request.session)
    if waiting is None:
        return redirect("account-address")
    more = {
        "email": waiting.email,
        "minutes": settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60,
        "outbox": outbox(),
    }
    form = TypeAddressCode(request.POST) if request.method == "POST" else None
    if form is None or not form.is_valid():
        return _page(request, "address_code", form, **more)
    if not waiting.is_proved_by(form.cleaned_data["code"]):
        if pending_address.guessed_wrong(request.session, waiting):
            form.add_error("code", _WRONG)
            return _page(request, "address_code", form, **more)
        messages.error(request, _USED_UP)
        return redirect("account-address")
    pending_address.forget(request.session)
    changed = operations.change_address(
        person=number(request),
        email=waiting.email,
        keep=[request.session.session_key or ""],
        by=themselves(request),
        at=timezone.now(),
    )
    if not changed:
        messages.error(request, _TAKEN)
        return redirect("account-address")
    told = "The old address is told, and you are signed out everywhere else."
    messages.success(request, f"You now sign in with {waiting.email}. {told}")
    return redirect("account")


def _page(
    request: HttpRequest,
    template: str,
    form: ChooseAddress | TypeAddressCode | None,
    **more: object,
) -> HttpResponse:
    context = {"form": form, "errors": wrong(form) if form else {}, **more}
    status = 422 if form else 200
    return render(request, f"pages/accounts/{template}.html", context, status=status)
