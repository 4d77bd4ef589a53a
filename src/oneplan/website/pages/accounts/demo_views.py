"""In the demo alone: signing in as its person of a role by a button."""

from __future__ import annotations

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from oneplan.demonstration.people import PEOPLE
from oneplan.partnership.accounts.queries import active_person
from oneplan.website.access import everyone
from oneplan.website.pages.accounts.sign_in_views import answer


@everyone
@never_cache
@require_POST
def sign_in_as(request: HttpRequest, role: str) -> HttpResponse:
    """Signs in as the demo's person of this role; outside the demo there is no such page."""
    if not settings.ONEPLAN_DEMONSTRATION:
        raise Http404("There is no such page.")
    wanted = next((person for person in PEOPLE if person.slug == role), None)
    person = active_person(wanted.email) if wanted else None
    if person is None:
        raise Http404("There is no such person.")
    logout(request)
    record_authentication(request, person, method="demo")
    return answer(perform_login(request, person))
