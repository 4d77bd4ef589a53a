"""What every answer of the site must say to a browser, and to caches on the way."""

from __future__ import annotations

from typing import Any

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_POLICY = ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
_NEVER_SHOWN_IN_THE_SITE = ("application/json", "application/yaml", "text/csv", "application/jsonl")


def unsafe(answer: Any, *, private: bool = False) -> list[str]:
    """What is missing in the head of an answer; ``private`` where it is somebody's own."""
    head = answer.headers
    wrong = [name for name, value in _ALWAYS.items() if head.get(name) != value]
    policy = head.get("Content-Security-Policy", "")
    wrong += [each for each in _POLICY if each not in policy]
    wrong += [word for word in ("unsafe", "*", "http:", "data:") if word in policy]
    if "camera=()" not in head.get("Permissions-Policy", ""):
        wrong.append("Permissions-Policy")
    kept = head.get("Cache-Control", "")
    if private and "private" not in kept and "no-store" not in kept:
        wrong.append(f"Cache-Control: {kept}")
    kind = head.get("Content-Type", "")
    if kind.startswith(_NEVER_SHOWN_IN_THE_SITE) and not head.get(
        "Content-Disposition", ""
    ).startswith("attachment"):
        wrong.append("Content-Disposition")
    if kind.startswith("text/") and "charset=utf-8" not in kind.replace('"', ""):
        wrong.append(f"Content-Type: {kind}")
    return wrong
