"""One's own account: the name, the password, where one is signed in."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from allauth.account.signals import password_changed
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from oneplan.partnership.accounts import operations, queries
from oneplan.partnership.partners.access import memberships
from oneplan.website.access import signed_in
from oneplan.website.pages.accounts import lock_out
from oneplan.website.pages.accounts.forms import (
    ChooseName,
    ChoosePassword,
    ConfirmByApp,
    ConfirmByPassword,
    wrong,
)
from oneplan.website.pages.accounts.sign_in_views import nothing_typed
from oneplan.website.pages.accounts.themselves import lately_confirmed, number, themselves

_form_page = require_http_methods(["GET", "HEAD", "POST"])


@signed_in
@never_cache
@require_GET
def account(request: HttpRequest) -> HttpResponse:
    """Who one is here, and all ways in which one signs in."""
    person, now = number(request), timezone.now()
    linked = queries.directories_of(person)
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    context = {
        "directories": [app["name"] for app in apps if app["provider_id"] in linked],
        "second_step": queries.second_step(person),
        "sessions": queries.open_sessions(person, request.session.session_key, now),
        "memberships": memberships(person),
    }
    return render(request, "pages/accounts/account.html", context)


@signed_in
@never_cache
@_form_page
def name(request: HttpRequest) -> HttpResponse:
    """The name by which others see one."""
    form = ChooseName(request.POST) if request.method == "POST" else None
    if form is None or not form.is_valid():
        return _form(request, "pages/accounts/name.html", form)
    operations.rename(
        person=number(request),
        name=form.cleaned_data["name"],
        by=themselves(request),
        at=timezone.now(),
    )
    messages.success(request, "Your name has been changed.")
    return redirect("account")


@signed_in
@never_cache
@_form_page
@lately_confirmed
def password(request: HttpRequest) -> HttpResponse:
    """A first or a new password; whoever else was signed in as this person no longer is."""
    sent = request.method == "POST"
    form = ChoosePassword(request.POST, person=request.user) if sent else None
    if form is None or not form.is_valid():
        return _form(request, "pages/accounts/password.html", form)
    person = operations.set_password(
        person=number(request),
        password=form.cleaned_data["password"],
        keep=[request.session.session_key or ""],
        by=themselves(request),
        at=timezone.now(),
    )
    update_session_auth_hash(request, person)
    password_changed.send(sender=type(person), request=request, user=person)
    messages.success(request, "Your password is set. You are signed out everywhere else.")
    return redirect("account")


@signed_in
@never_cache
@_form_page
def confirm(request: HttpRequest) -> HttpResponse:
    """Shows once more that it is oneself, by the app if there is one, else by the password."""
    person, step = request.user, queries.second_step(number(request))
    assert person.is_authenticated  # noqa: S101 - the page has asked already
    way = ConfirmByApp if step else ConfirmByPassword if person.has_usable_password() else None
    if request.method != "POST" or way is None:
        return _confirm_page(request, way, None)
    away = lock_out.turned_away(request, person.email)
    if away is not None:
        return away
    form = way(data=request.POST, user=person)
    if not form.is_valid():
        if step and not nothing_typed(form):
            lock_out.failed(request, person.email)
        return _confirm_page(request, way, form)
    if step:
        form.save()
    else:
        reauthenticate_by_password(request)
    return redirect(_wanted(request) or "account")


@signed_in
@never_cache
@require_GET
def sessions(request: HttpRequest) -> HttpResponse:
    """Where one is signed in."""
    current = request.session.session_key
    found = queries.open_sessions(number(request), current, timezone.now())
    return render(request, "pages/accounts/sessions.html", {"sessions": found})


@signed_in
@never_cache
@require_POST
def end_session(request: HttpRequest, session: int) -> HttpResponse:
    """Signs out somewhere else, at once."""
    who, now = themselves(request), timezone.now()
    if not operations.end_session(person=number(request), session=session, by=who, at=now):
        raise Http404("There is no such session.")
    if not request.session.exists(request.session.session_key or ""):
        request.session.flush()
        return redirect("home")
    messages.success(request, "That session has ended.")
    return redirect("account-sessions")


@signed_in
@never_cache
@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Signs out everywhere else, at once."""
    operations.end_other_sessions(
        person=number(request),
        keep=request.session.session_key or "",
        by=themselves(request),
        at=timezone.now(),
    )
    messages.success(request, "You are signed out everywhere else.")
    return redirect("account-sessions")


def _form(request: HttpRequest, template: str, form: Any) -> HttpResponse:
    context = {"form": form, "errors": wrong(form) if form else {}}
    return render(request, template, context, status=422 if form else 200)


def _confirm_page(request: HttpRequest, way: Any, form: Any) -> HttpResponse:
    context = {
        "by_app": way is ConfirmByApp,
        "by_password": way is ConfirmByPassword,
        "errors": wrong(form) if form else {},
        "next": _wanted(request),
    }
    status = 422 if form else 200
    return render(request, "pages/accounts/confirm.html", context, status=status)


def _wanted(request: HttpRequest) -> str:
    """Where somebody was going, if it is a page of this site."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    return wanted if get_adapter(request).is_safe_url(wanted) else ""
