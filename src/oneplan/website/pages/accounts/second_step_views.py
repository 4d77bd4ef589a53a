"""The second step of signing in: an app that gives codes, and recovery codes for when it is lost."""

from __future__ import annotations

from typing import Any

from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods
from markupsafe import Markup

from oneplan.partnership.accounts import queries
from oneplan.website.access import signed_in
from oneplan.website.pages.accounts.forms import AddApp, wrong
from oneplan.website.pages.accounts.sign_in_views import answer, with_errors
from oneplan.website.pages.accounts.themselves import lately_confirmed, number


class _Add(ActivateTOTPView):
    template_name = "pages/accounts/add_app.html"
    form_class = AddApp

    def form_valid(self, form: Any) -> HttpResponse:
        response = answer(super().form_valid(form))
        messages.success(self.request, "The second step is on. Keep the recovery codes.")
        return response

    def form_invalid(self, form: Any) -> HttpResponse:
        return with_errors(super().form_invalid(form))

    def get_success_url(self) -> str:
        return reverse("mfa_view_recovery_codes")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        secret = context["form"].secret
        drawing = context["totp_svg"].partition("?>")[2]
        return {
            **context,
            "errors": wrong(context["form"]),
            "key": " ".join(secret[start : start + 4] for start in range(0, len(secret), 4)),
            "drawing": Markup(drawing),  # noqa: S704 - drawn by qrcode, squares alone
        }


class _Remove(DeactivateTOTPView):
    template_name = "pages/accounts/remove_app.html"

    def form_valid(self, form: Any) -> HttpResponse:
        response = answer(super().form_valid(form))
        messages.success(self.request, "The second step is off, and the recovery codes are gone.")
        return response


class _RecoveryCodes(ViewRecoveryCodesView):
    template_name = "pages/accounts/recovery_codes.html"


class _NewRecoveryCodes(GenerateRecoveryCodesView):
    template_name = "pages/accounts/new_recovery_codes.html"


def _page(view: Any) -> Any:
    return signed_in(
        never_cache(require_http_methods(["GET", "HEAD", "POST"])(lately_confirmed(view)))
    )


@signed_in
@never_cache
@require_GET
def second_step(request: HttpRequest) -> HttpResponse:
    """Whether there is a second step, and what can be done about it."""
    context = {"second_step": queries.second_step(number(request))}
    return render(request, "pages/accounts/second_step.html", context)


add_app = _page(_Add.as_view())
remove_app = _page(_Remove.as_view())
recovery_codes = _page(_RecoveryCodes.as_view())
new_recovery_codes = _page(_NewRecoveryCodes.as_view())
