"""Every operation of the partnership's rooms, with the permission that it declares, read from the code."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import oneplan.partnership
from oneplan.partnership.partners.access import required
from oneplan.partnership.partners.permissions import Permission


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that a member does: its room, its name and the function."""

    room: str
    name: str
    function: Callable[..., Any]

    @property
    def permissions(self) -> tuple[Permission, ...]:
        """Those of which one is needed."""
        return required(self.function)

    @property
    def parameters(self) -> dict[str, inspect.Parameter]:
        """Its parameters by name."""
        return dict(inspect.signature(self.function).parameters)

    @property
    def keyword_only(self) -> bool:
        """Whether everything that it is given is named."""
        kinds = {each.kind for each in self.parameters.values()}
        return kinds <= {inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.VAR_KEYWORD}


def functions() -> list[Operation]:
    """Every public function of the modules of operations."""
    found = []
    rooms = oneplan.partnership
    for module in pkgutil.walk_packages(rooms.__path__, f"{rooms.__name__}."):
        room, _, shelf = module.name.removeprefix(f"{rooms.__name__}.").partition(".")
        if shelf.split(".")[0] != "operations":
            continue
        loaded = importlib.import_module(module.name)
        found += [
            Operation(room, name, function)
            for name, function in vars(loaded).items()
            if inspect.isfunction(function)
            and function.__module__ == module.name
            and not name.startswith("_")
        ]
    return found


def operations() -> list[Operation]:
    """What members do: every function to which somebody is named by whom it is done.

    Functions that take ``by`` by its place are parts of operations, for their own room alone.
    """
    return [
        each
        for each in functions()
        if each.keyword_only and _annotation(each.parameters.get("by")) == "Member"
    ]


def _annotation(parameter: inspect.Parameter | None) -> str:
    return "" if parameter is None else str(parameter.annotation)
