"""Who may start a partnership on the site itself."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured

ANYBODY = ("anybody",)


def starters(named: str) -> tuple[str, ...]:
    """The addresses ("ada@example.org") and domains ("@example.org") that ``ONEPLAN_STARTERS`` names.

    "anybody" is whoever can sign in; nothing is nobody: then partnerships begin with a command.

    Raises:
        ImproperlyConfigured: something in it is no address.
    """
    found = tuple(each.strip().lower() for each in named.split(",") if each.strip())
    for each in found:
        if (each,) != ANYBODY and not each.partition("@")[2]:
            raise ImproperlyConfigured(
                f"ONEPLAN_STARTERS names “{each}”; use e-mail addresses, @domains or anybody."
            )
    return found
