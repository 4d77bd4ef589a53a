"""What elements and actions are called in a sheet, and which of them a typed name means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from oneplan.exchange.sheets.book import plain
from oneplan.partnership.plans.parts.part import Part, Parts

_BETWEEN = " › "


def element_path(parts: Parts, key: str) -> str:
    """An element with all above it: "Outcome 1 Warm homes › Priority 2 Insulation"."""
    path = (*parts.above(key), parts[key])
    return _BETWEEN.join(_called(each) for each in path)


def owner_called(parts: Parts, key: str) -> str:
    """What a part belongs to: the reference of an action or else its text; the path of an element; the plan."""
    owner = parts[key]
    if owner.sort == "plan":
        return str(owner["title"])
    if owner.sort == "element":
        return element_path(parts, key)
    return str(owner["ref"] or owner["text"])


def _called(element: Part) -> str:
    return " ".join(plain(f"{_number(element)} {element['title']}").split())


def _number(element: Part) -> str:
    return " ".join(each for each in (element["label"], element["code"]) if each)


class Names:
    """The parts that names stand for, where a name stands for one alone."""

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        self._keys: Mapping[str, set[str]] = defaultdict(set)
        for name, key in named:
            if folded(name):
                self._keys[folded(name)].add(key)

    def meant(self, name: str) -> str | None:
        """The key of the part that a name means; None where it means none, or several."""
        found = self._keys.get(folded(name), set())
        return next(iter(found)) if len(found) == 1 else None

    def several(self, name: str) -> bool:
        """Whether a name may mean more than one part."""
        return len(self._keys.get(folded(name), ())) > 1


def element_names(parts: Parts) -> Names:
    """Elements by their path, by their own name, by their number and by their title."""
    return Names(
        (name, each.key)
        for each in parts.of_sort("element")
        for name in (element_path(parts, each.key), _called(each), _number(each), each["title"])
    )


def owner_names(parts: Parts, actions: Iterable[Part]) -> Names:
    """Actions by their reference and their text, elements as :func:`element_names`."""
    of_actions = [(each[name] or "", each.key) for each in actions for name in ("ref", "text")]
    of_elements = [
        (name, each.key)
        for each in parts.of_sort("element")
        for name in (element_path(parts, each.key), _called(each), _number(each), each["title"])
    ]
    return Names([*of_actions, *of_elements])


def folded(name: str) -> str:
    """A name without regard to case and spaces."""
    return " ".join(name.casefold().split())
