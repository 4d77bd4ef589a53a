"""What a page says when something was undone."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest

from oneplan.partnership.partners.operations.undoing import Undone
from oneplan.vocabulary.lists import listed
from oneplan.website.wording import short

_NAMED = 5


def tell_undone(request: HttpRequest, undone: Undone) -> None:
    """Says on the next page that something was undone, and what of it stays as it is."""
    if undone.number:
        messages.success(request, "It is undone. That stands in the history and can be undone too.")
    if undone.stayed:
        messages.warning(request, stayed(undone))


def stayed(undone: Undone) -> str:
    """What was not undone, in a sentence; at least one thing was not."""
    names = [f"“{short(each, 12)}”" for each in undone.stayed[:_NAMED]]
    more = len(undone.stayed) - _NAMED
    names += [f"{more} more"] if more > 0 else []
    return f"Something else was done since with {listed(names)}: what is there now stays."
