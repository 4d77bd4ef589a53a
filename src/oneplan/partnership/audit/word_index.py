"""The index by which events are found by parts of words, in what each database has for that.

Of every word all runs of three letters are kept as numbers, and the partnership as another one. An event in
which all numbers of what is sought stand may be meant; what it says decides. PostgreSQL keeps them as arrays
with an inverted index, SQLite in its index of full texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zlib import crc32

from django.db import connection

_LETTERS = 3
_MOST = 500
"""Events: of what stands in more, those that are wanted are soon found by looking through the latest."""
_TABLE = "audit_word_index"
_ONLY_WHERE = "signs, content='', columnsize=0, detail=none, tokenize='ascii'"
"""SQLite is to keep in which rows a number stands, and neither the numbers nor their places again."""
_MADE = {
    "postgresql": f"CREATE TABLE {_TABLE} (event bigint PRIMARY KEY, signs integer[] NOT NULL)",
    "sqlite": f"CREATE VIRTUAL TABLE {_TABLE} USING fts5 ({_ONLY_WHERE})",
}
_ORDERED = {
    "postgresql": f"CREATE INDEX {_TABLE}_signs ON {_TABLE} USING gin (signs)",
    "sqlite": f"INSERT INTO {_TABLE} ({_TABLE}) VALUES ('optimize')",  # noqa: S608 - our own words
}
_ADD = {
    "postgresql": f"INSERT INTO {_TABLE} (event, signs) VALUES (%s, %s)",  # noqa: S608 - our own words
    "sqlite": f"INSERT INTO {_TABLE} (rowid, signs) VALUES (%s, %s)",  # noqa: S608 - our own words
}
_FIND = {
    "postgresql": f"SELECT event FROM {_TABLE} WHERE signs @> %s LIMIT %s",  # noqa: S608 - the same
    "sqlite": f"SELECT rowid FROM {_TABLE} WHERE {_TABLE} MATCH %s LIMIT %s",  # noqa: S608 - the same
}
_CLEAR = {
    "postgresql": f"DELETE FROM {_TABLE}",  # noqa: S608 - the same
    "sqlite": f"INSERT INTO {_TABLE} ({_TABLE}) VALUES ('delete-all')",  # noqa: S608 - the same
}

Worded = tuple[int, str, str]
"""An event: its number in the table of events, its partnership's key, its words."""


def made(vendor: str) -> str:
    """The statement that makes the index, for "sqlite" or "postgresql"."""
    return _MADE[vendor]


def ordered(vendor: str) -> str:
    """The statement that puts the index in order once it holds what there is."""
    return _ORDERED[vendor]


def dropped() -> str:
    """The statement that takes the index away."""
    return f"DROP TABLE {_TABLE}"


def cleared(vendor: str) -> str:
    """The statement that empties the index, for tests whose tables are emptied."""
    return _CLEAR[vendor]


def add(events: Iterable[Worded]) -> None:
    """Adds events to the index; those that nobody but the database's owner may read are left out."""
    rows = [
        (number, _told({_sign(partnership), *_signs(words)}))
        for number, partnership, words in events
        if partnership
    ]
    with connection.cursor() as cursor:
        cursor.executemany(_ADD[connection.vendor], rows)


def rare(partnership: str, words: Iterable[str]) -> list[int] | None:
    """The numbers of the events that may hold all these words; None where they are many, or the words short.

    The words are in small letters, as events keep them.
    """
    sought = {sign for word in words for sign in _signs(word)}
    if not sought:
        return None
    with connection.cursor() as cursor:
        told = _told({_sign(partnership), *sought})
        cursor.execute(_FIND[connection.vendor], [told, _MOST + 1])
        found = [number for (number,) in cursor.fetchall()]
    return found if len(found) <= _MOST else None


def _signs(words: str) -> Iterator[int]:
    for word in set(words.split()):
        for start in range(len(word) - _LETTERS + 1):
            yield _sign(word[start : start + _LETTERS])


def _sign(text: str) -> int:
    """A number for a text, the same in every process; that another text has it too does no harm."""
    return crc32(text.encode()) >> 1


def _told(signs: set[int]) -> list[int] | str:
    """Numbers as the database is told them."""
    return sorted(signs) if connection.vendor == "postgresql" else " ".join(map(str, signs))
