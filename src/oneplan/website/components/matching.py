"""What somebody may mean by a name or some words: among options, by their words but for capitals and signs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from oneplan.website.components.fields import Option

_QUOTES = str.maketrans("", "", "'’‘")
_WORD = re.compile(r"[^\W_]+")


def meant(options: Iterable[Option], words: str) -> list[Option]:
    """What is called exactly so but for capitals and signs; else what is known by it in another way."""
    key = _key(words)
    if not key:
        return []
    called = _called(key)
    named = [each for each in options if called(each.name)]
    return named or [each for each in options if any(map(called, each.also))]


def like(options: Iterable[Option], words: str) -> list[Option]:
    """What has as many of the words, or beginnings of them, as anything here has.

    What has them whole comes first, then what begins with them.
    """
    key = _key(words)
    wanted = list(dict.fromkeys(key.split()))
    best, found = 1, list[tuple[int, bool, Option]]()
    for option in options:
        plain = _plain(option.name)
        has = sum(word in plain for word in wanted)
        if has < best:
            continue
        name = _key(option.name)
        if has > best:
            best, found = has, []
        whole = len(set(name.split()).intersection(wanted))
        found.append((-whole, not name.startswith(key), option))
    return [option for *_, option in sorted(found, key=lambda each: each[:2])]


def _called(key: str) -> Callable[[str], bool]:
    """Whether a text has this key; most are told by its first word alone, which is quick."""
    first = key.split(" ", 1)[0]
    return lambda text: first in _plain(text) and _key(text) == key


def _plain(text: str) -> str:
    return text.casefold().translate(_QUOTES)


def _key(text: str) -> str:
    return " ".join(_WORD.findall(_plain(text)))
