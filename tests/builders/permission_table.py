"""Who may do what and see which page: a page of the documentation, made from the code."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Sequence

from builders.addresses import Address, addresses
from builders.declared_operations import Operation, operations
from oneplan.partnership.partners.permissions import GRANTS, Permission, Role
from oneplan.website.access import EVERYONE

_FIRST = """# Who may do what

*Made from the code by `make docs`; a test asks every address and every operation as each role.*

A person has one role or several in each partnership that they belong to. What is not theirs is not
there: pages of a partnership that somebody does not belong to answer “not found” (404), whether they
exist or not. A member whose roles do not allow something is told so (403). Whoever is not signed in is
asked to sign in first.
"""


def permissions_as_markdown() -> str:
    """The page: what each role may, which page needs what, which operation needs what."""
    return "\n".join(
        [
            _FIRST,
            "## What each role may",
            "",
            *_table(("", *map(_words, Role)), _grants()),
            "",
            "A lead officer edits the actions that their own organisation leads.",
            "",
            "## Pages",
            "",
            *_table(("address", "methods", "for"), _pages(addresses())),
            "",
            "## Operations",
            "",
            *_table(("room", "operation", "what it does", "needs"), _done(operations())),
            "",
        ]
    )


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        cells = (cell.replace("|", "\\|") for cell in row)
        yield f"| {' | '.join(cells)} |"


def _grants() -> Iterator[Sequence[str]]:
    for permission in Permission:
        yield (
            _words(permission),
            *("yes" if permission in GRANTS[role] else "–" for role in Role),
        )


def _pages(found: Iterable[Address]) -> Iterator[Sequence[str]]:
    for each in found:
        yield f"`/{each.route}`", ", ".join(each.asked), _for(each)


def _for(address: Address) -> str:
    access = address.access
    if access is None or access == EVERYONE:
        return "everyone"
    return " or ".join(map(_words, access.permissions)) or "whoever is signed in"


def _done(found: Iterable[Operation]) -> Iterator[Sequence[str]]:
    for each in sorted(found, key=lambda each: (each.room, each.name)):
        told = (inspect.getdoc(each.function) or "").partition("\n\n")[0].replace("\n", " ")
        yield each.room, f"`{each.name}`", told, " or ".join(map(_words, each.permissions))


def _words(value: str) -> str:
    return value.replace("_", " ")
