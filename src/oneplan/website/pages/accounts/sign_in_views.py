"""Signing in by a code or by password, the second step, and signing out.

The views are allauth's, with our pages; every one of them asks first whether the visitor is locked out.
"""

from __future__ import annotations

from typing import Any

from allauth.account.views import ConfirmLoginCodeView, LoginView, LogoutView, RequestLoginCodeView
from allauth.mfa.base.views import AuthenticateView
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from oneplan.website.access import everyone
from oneplan.website.pages.accounts import lock_out
from oneplan.website.pages.accounts.adapters import NotSent
from oneplan.website.pages.accounts.forms import (
    AskForCode,
    TypeCode,
    TypePassword,
    TypeSecondCode,
    wrong,
)

NOT_SENT = "The e-mail could not be sent. Try again in a few minutes, or sign in another way"
_NO_LONGER = "That code no longer counts. Ask for another."
_USED_UP = "That code was wrong three times and no longer counts. Ask for another."


class _AskForCode(RequestLoginCodeView):
    template_name = "pages/accounts/sign_in.html"
    form_class = AskForCode

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: Any) -> HttpResponse | None:
        if request.method == "POST":  # another address, or another code: begun afresh
            return None
        return answer(super()._redirect_to_pending_stage(request, stage))

    def form_valid(self, form: Any) -> HttpResponse:
        away = lock_out.turned_away(self.request, form.cleaned_data["email"])
        if away is not None:
            return away
        try:
            return answer(super().form_valid(form))
        except NotSent:
            form.add_error("email", NOT_SENT)
            return self.form_invalid(form)

    def form_invalid(self, form: Any) -> HttpResponse:
        return with_errors(super().form_invalid(form))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return _with_ways(super().get_context_data(**kwargs))


class _TypePassword(LoginView):
    template_name = "pages/accounts/sign_in_with_password.html"
    form_class = TypePassword

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: Any) -> None:
        """Lets whoever waits for a code choose the password instead."""

    def form_invalid(self, form: Any) -> HttpResponse:
        return with_errors(super().form_invalid(form))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return _with_ways(super().get_context_data(**kwargs))


class _TypeCode(ConfirmLoginCodeView):
    template_name = "pages/accounts/code.html"
    form_class = TypeCode

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        away = lock_out.turned_away(request, self._process.state["email"])
        if away is not None:
            return away
        if self._sent_elsewhere():
            messages.error(request, _NO_LONGER)
            self._process.abort()
            return redirect(settings.LOGIN_URL)
        try:
            return answer(super().post(request, *args, **kwargs))
        except NotSent:
            messages.error(request, NOT_SENT)
            return redirect("account_confirm_login_code")

    def _sent_elsewhere(self) -> bool:
        """Whether the person has come to sign in with another address since the code was sent."""
        person = self._process.user
        return person is not None and person.email.lower() != self._process.state["email"].lower()

    def form_invalid(self, form: Any) -> HttpResponse:
        page = with_errors(self.render_to_response(self.get_context_data(form=form)))
        if nothing_typed(form):
            return page
        lock_out.failed(self.request, self._process.state["email"])
        if self._process.record_invalid_attempt():
            return page
        messages.error(self.request, _USED_UP)
        return redirect(settings.LOGIN_URL)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        minutes = settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60
        errors = wrong(context["form"])
        return {**context, "errors": errors, "minutes": minutes, "outbox": outbox()}


class _SecondStep(AuthenticateView):
    template_name = "pages/accounts/second_code.html"
    form_class = TypeSecondCode

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        away = lock_out.turned_away(request, self.stage.login.user.email)
        return away or answer(super().post(request, *args, **kwargs))

    def form_invalid(self, form: Any) -> HttpResponse:
        if not nothing_typed(form):
            lock_out.failed(self.request, self.stage.login.user.email)
        return with_errors(super().form_invalid(form))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "errors": wrong(context["form"])}


class _SignOut(LogoutView):
    template_name = "pages/accounts/sign_out.html"


def answer(response: Any) -> HttpResponse:
    """The same answer, with its type, which allauth does not give."""
    assert isinstance(response, HttpResponse)  # noqa: S101 - for the types alone
    return response


def with_errors(response: Any) -> HttpResponse:
    """The same page, marked as one that shows what is wrong with a form (422)."""
    response.status_code = 422
    return answer(response)


def nothing_typed(form: Any) -> bool:
    """Whether a code is missing rather than wrong: that is no guess."""
    return not str(form.data.get("code", "")).strip()


def outbox() -> str:
    """Where letters lie on a computer that sends none; empty on a server."""
    return str(settings.EMAIL_FILE_PATH or "")


def _with_ways(context: dict[str, Any]) -> dict[str, Any]:
    directories = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    return {**context, "errors": wrong(context["form"]), "directories": directories}


def _page(view: Any) -> Any:
    return everyone(require_http_methods(["GET", "HEAD", "POST"])(never_cache(view)))


sign_in = _page(_AskForCode.as_view())
sign_in_with_password = _page(_TypePassword.as_view())
code = _page(_TypeCode.as_view())
sign_out = _page(_SignOut.as_view())
_second_step = _SecondStep.as_view()


@_page
def second_code(request: HttpRequest) -> HttpResponse:
    """The second step: the code of the app, or a recovery code."""
    if request.method == "POST" and "code" not in request.POST:
        return redirect("mfa_authenticate")  # allauth would take it for a security key's answer
    return answer(_second_step(request))
