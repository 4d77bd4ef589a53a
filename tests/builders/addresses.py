"""Every address of the site with its methods and who may see it, read from the code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

from oneplan.website.access import Access, declared

SAFE = ("GET",)
_PARAMETER = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")
_PARTNERSHIP = "partnerships/<slug:partnership>/"


@dataclass(frozen=True, slots=True)
class Address:
    """A pattern of addresses: how it is called, what may be sent to it, and by whom."""

    route: str
    name: str
    methods: tuple[str, ...]
    access: Access | None

    @property
    def of_a_partnership(self) -> bool:
        """Whether it lies below a partnership."""
        return self.route.startswith(_PARTNERSHIP)

    @property
    def asked(self) -> tuple[str, ...]:
        """The methods by which it is asked for: HEAD is GET without its answer."""
        return tuple(method for method in self.methods if method != "HEAD")

    @property
    def parameters(self) -> list[str]:
        """Its parameters, each with the part before it: "organisations/<int:number>"."""
        return [_within(self.route, found, 1) for found in _PARAMETER.finditer(self.route)]

    def path(self, examples: dict[str, Any]) -> str:
        """An address of this pattern, with the examples of its parameters.

        An example may be named by the two parts before it, where one is not enough to tell.

        Raises:
            KeyError: a parameter has no example.
        """
        return "/" + _PARAMETER.sub(
            lambda found: str(_example(self.route, found, examples)), self.route
        )


def _within(route: str, found: re.Match[str], parts: int) -> str:
    above = route[: found.start()].rstrip("/").split("/")
    return "/".join([*above[-parts:], found[0]])


def _example(route: str, found: re.Match[str], examples: dict[str, Any]) -> Any:
    longer = _within(route, found, 2)
    return examples[longer] if longer in examples else examples[_within(route, found, 1)]


def addresses() -> list[Address]:
    """Every address of the site, in the order in which they are looked through."""
    found: dict[str, Address] = {}
    for route, name, pattern in _patterns(get_resolver(), "", ""):
        address = Address(route, name, methods_of(pattern.callback), declared(pattern.callback))
        found.setdefault(route, address)
    return list(found.values())


def _patterns(
    resolver: URLResolver, above: str, space: str
) -> Iterator[tuple[str, str, URLPattern]]:
    for each in resolver.url_patterns:
        route = above + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _patterns(
                each, route, f"{space}{each.namespace}:" if each.namespace else space
            )
        else:
            yield route, f"{space}{each.name or ''}", each


def methods_of(view: Callable[..., Any]) -> tuple[str, ...]:
    """The methods that a view allows, as Django's decorator keeps them in what it encloses."""
    seen: set[int] = set()
    waiting: list[Any] = [view]
    while waiting:
        each = waiting.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        names = each.__code__.co_freevars if hasattr(each, "__code__") else ()
        for name, cell in zip(names, getattr(each, "__closure__", None) or (), strict=True):
            if name == "request_method_list":
                return tuple(cell.cell_contents)
            if callable(cell.cell_contents):
                waiting.append(cell.cell_contents)
        if hasattr(each, "__wrapped__"):
            waiting.append(each.__wrapped__)
    return SAFE


@cache
def methods_asked_at(path: str) -> tuple[str, ...]:
    """The methods by which a path of the site may be asked for; none where there is no such address."""
    try:
        return methods_of(resolve(path).func)
    except Resolver404:
        return ()
