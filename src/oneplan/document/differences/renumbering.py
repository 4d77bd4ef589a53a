"""Which reference became which, so that a pointer to a renumbered action has not changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from oneplan.document.schema import Action, Element


@dataclass(frozen=True, slots=True)
class Renumbering:
    """Old references and element codes with their new ones, where they differ."""

    references: dict[str, str]
    codes: dict[str, str]

    @classmethod
    def of(
        cls, actions: Iterable[tuple[Action, Action]], elements: Iterable[tuple[Element, Element]]
    ) -> Renumbering:
        """What the pairs of actions and elements say of their numbers."""
        return cls(
            references={a.ref: b.ref for a, b in actions if a.ref and b.ref and a.ref != b.ref},
            codes={
                _numbered(a): _numbered(b)
                for a, b in elements
                if a.code and b.code and a.code != b.code
            },
        )

    def same(self, before: str, after: str) -> bool:
        """Whether two texts differ in renumbered references at most."""
        return before == after or self.renumbered(before) == after

    def renumbered(self, text: str) -> str:
        """The text with every old reference and numbered element in it replaced by the new one."""
        mapping = self.references | self.codes
        if not mapping or not any(name in text for name in mapping):
            return text
        names = sorted(map(re.escape, mapping), key=len, reverse=True)
        return re.sub(rf"\b(?:{'|'.join(names)})\b", lambda found: mapping[found[0]], text)


def _numbered(element: Element) -> str:
    return f"{element.label or element.kind.capitalize()} {element.code}"
