"""Parts of parsed JSON, by the names that an interface's description gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from oneplan.exchange.connectors.refusals import FetchFailed

Object = dict[str, object]

_MOST_PAGES = 10_000


def as_object(content: object, what: str) -> Object:
    """The content, which should be an object.

    Raises:
        FetchFailed: it is something else.
    """
    if not isinstance(content, dict):
        raise _changed(what)
    return content


def text_in(content: Object, name: str) -> str:
    """The text under a name; empty where there is none."""
    value = content.get(name)
    return value if isinstance(value, str) else "" if value is None else str(value)


def named(content: Object, name: str, what: str) -> str:
    """The text under a name that must be there.

    Raises:
        FetchFailed: there is none.
    """
    text = text_in(content, name)
    if not text:
        raise _changed(what)
    return text


def objects_in(content: Object, name: str) -> list[Object]:
    """The objects that a list under a name holds; none where there is no list."""
    value = content.get(name)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def object_in(content: Object, name: str) -> Object:
    """The object under a name; an empty one where there is none."""
    value = content.get(name)
    return value if isinstance(value, dict) else {}


def pages(ask: Callable[[int], object], what: str) -> Iterator[Object]:
    """The results of all pages, where each names how many there are; the first is page 1.

    Raises:
        FetchFailed: a page has no results, or their number never ends.
    """
    for page in range(1, _MOST_PAGES + 1):
        content = as_object(ask(page), what)
        if not isinstance(content.get("results"), list):
            raise _changed(what)
        yield from objects_in(content, "results")
        total = object_in(content, "paging").get("totalPages")
        if not isinstance(total, int) or page >= total:
            return
    raise FetchFailed(f"The pages of {what} do not end.", "Ask for less.")


def _changed(what: str) -> FetchFailed:
    return FetchFailed(
        f"The answer about {what} has another form than the interface describes.",
        "Try again later; if it stays so, the interface has changed.",
    )
