"""Why something could not be fetched, in a sentence, with what to do."""

from __future__ import annotations

import json
import ssl
from urllib.error import HTTPError, URLError

from oneplan.exchange.connectors.body import TooLarge

_LONGEST = 200
_CURES = {
    400: "Look at the names and numbers in the request.",
    401: "The interface wants a key now; ask the publisher.",
    403: "The interface refuses this; ask the publisher.",
    404: "Look whether the name or number is right.",
    410: "It was taken away; look for its successor.",
    429: "Try again later, for fewer things at once.",
}


class FetchFailed(Exception):
    """Nothing was fetched. ``str()`` says why in a sentence, ``cure`` what to do.

    ``passes`` is true where it may go well another time.
    """

    def __init__(self, message: str, cure: str, *, passes: bool = False) -> None:
        super().__init__(message)
        self.cure = cure
        self.passes = passes


def refused(host: str, error: HTTPError) -> FetchFailed:
    """What a server says when it refuses, with the words that its answer gives for it."""
    said = _words_of(error)
    message = f"{host} answers {error.code} ({error.reason or 'no reason given'})"
    return FetchFailed(
        f"{message}: {said}" if said else f"{message}.",
        _CURES.get(error.code, "Try again later."),
    )


def _words_of(error: HTTPError) -> str:
    """The title of a problem document (RFC 7807), or nothing."""
    try:
        content = json.loads(error.read(20_000))
    except (ValueError, RecursionError, OSError):
        return ""
    if not isinstance(content, dict):
        return ""
    said = content.get("detail") or content.get("title")
    listed = content.get("errors")
    if isinstance(listed, list) and listed and isinstance(listed[0], dict):
        said = listed[0].get("message") or said
    text = " ".join(str(said).split())[:_LONGEST] if said else ""
    return text if not text or text.endswith(".") else f"{text}."


def told(error: Exception, host: str) -> FetchFailed:
    """What went wrong on the way."""
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, FetchFailed):
        return reason
    if isinstance(reason, ssl.SSLCertVerificationError):
        return FetchFailed(
            f"The certificate of {host} is not to be trusted: {reason.verify_message}.",
            "If your network puts its own certificate between, name its file with --ca-file.",
        )
    if isinstance(reason, TooLarge):
        return FetchFailed(f"{host} sends more than is wanted.", "Ask for fewer areas or years.")
    if isinstance(reason, TimeoutError):
        return FetchFailed(f"{host} does not answer in time.", "Try again later.", passes=True)
    if isinstance(reason, OSError | str):
        words = getattr(reason, "strerror", None) or str(reason) or "no connection"
        return FetchFailed(
            f"{host} cannot be reached: {words}.",
            "Look whether this machine may reach it, through a proxy if need be.",
            passes=True,
        )
    return FetchFailed(f"The answer of {host} broke off.", "Try again later.", passes=True)
