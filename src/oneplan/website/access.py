"""Who may see a page: declared beside its view, asked before it runs.

Every view carries its declaration as ``access``; a page without one fails the build.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase

from oneplan.partnership.partners.access import Member, NotAllowed, member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import NotThere
from oneplan.partnership.plans.past import NeverWas
from oneplan.website.pages.errors.views import kept_form

_Parts = ParamSpec("_Parts")
View = Callable[..., HttpResponseBase]
MemberView = Callable[Concatenate[HttpRequest, Member, _Parts], HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Access:
    """What a page asks of its visitor: nothing, to be signed in, or one of some permissions in its partnership."""

    signed_in: bool
    permissions: tuple[Permission, ...] = ()


EVERYONE = Access(signed_in=False)
SIGNED_IN = Access(signed_in=True)


def declared(view: Callable[..., Any]) -> Access | None:
    """What a view asks of its visitor; None where it does not say."""
    return getattr(view, "access", None)


def everyone(view: View) -> View:
    """Declares a page that anybody may see, signed in or not."""
    cast(Any, view).access = EVERYONE
    return view


def _asked_to_sign_in(request: HttpRequest) -> HttpResponse:
    """The page of signing in; for a form of ours that was sent, one that keeps what was typed."""
    return kept_form(request) or redirect_to_login(request.get_full_path())


def signed_in(view: View) -> View:
    """Declares a page of the person who is signed in; others are asked to sign in."""

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return _asked_to_sign_in(request)
        return view(request, *args, **kwargs)

    cast(Any, asked).access = SIGNED_IN
    return asked


def needs(*permissions: Permission) -> Callable[[MemberView[_Parts]], View]:
    """Declares a page of a partnership for whoever has one of these permissions.

    Its view is given the visitor as a member.

    To whoever does not belong to the partnership it is not there (404), whether it exists or not;
    a member whose roles do not allow it is told so (403). What an operation says is not there has no
    page either; whoever claims to have seen a plan as it never was is not understood (400).
    """

    def declare(view: MemberView[_Parts]) -> View:
        @wraps(view)
        def asked(
            request: HttpRequest, partnership: str, *args: _Parts.args, **kwargs: _Parts.kwargs
        ) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return _asked_to_sign_in(request)
            visitor = member(request.user.pk, partnership)
            if visitor is None:
                raise Http404("There is no such page.")
            try:
                if not visitor.permissions.intersection(permissions):
                    raise NotAllowed(permissions[0])
                cast(Any, request).member = visitor
                return view(request, visitor, *args, **kwargs)
            except NotAllowed as error:
                raise PermissionDenied(str(error)) from error
            except NotThere as error:
                raise Http404("There is no such page.") from error
            except NeverWas as error:
                raise BadRequest(str(error)) from error

        cast(Any, asked).access = Access(signed_in=True, permissions=permissions)
        return asked

    return declare


def visiting_member(request: HttpRequest) -> Member:
    """The visitor as a member of the partnership whose page this is; templates read ``request.member``.

    Raises:
        AttributeError: the page was not declared with :func:`needs`.
    """
    visitor: Member = cast(Any, request).member
    return visitor
