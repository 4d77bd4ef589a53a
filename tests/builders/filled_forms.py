"""Forms as somebody sends them who fills in all that is empty."""

from __future__ import annotations

from builders.crowd.forms import Form

_DAYS = frozenset({"start", "end", "started", "ended", "on"})
_FILLED = {
    "email": "somebody@fenshire.example",
    "area": "E10000034",
    "first": "QA 100",
    "number": "9.0",
    "text": "Lamps that are dark fall from 900 to 90 by March 2028",
}
"""What is typed into fields with these names; days are left empty."""


def filled(form: Form) -> dict[str, list[str]]:
    """The form as it stands, with the last of what is offered chosen, and something typed, where nothing was."""
    given: dict[str, list[str]] = {}
    for name, text in form.fields:
        given.setdefault(name, []).append(text)
    for name, options in form.options.items():
        if not any(given.get(name, [])):
            given[name] = [options[-1]]
    for name, texts in given.items():
        if texts == [""] and name not in _DAYS:
            given[name] = [_FILLED.get(name, "Something new")]
    return given
