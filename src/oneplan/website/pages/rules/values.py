"""The rules by family, and one rule with its neighbours."""

from __future__ import annotations

from dataclasses import dataclass

from oneplan.document.lint.rule import Rule
from oneplan.document.lint.rule_list import RULES
from oneplan.website.components.severities import SHOWN, ShownSeverity
from oneplan.website.wording import sentence


@dataclass(frozen=True, slots=True)
class ShownRule:
    """A rule with the strokes of its severity."""

    rule: Rule
    shown: ShownSeverity


@dataclass(frozen=True, slots=True)
class Family:
    """The rules of a family under its name."""

    name: str
    rules: list[ShownRule]


def families() -> list[Family]:
    """All rules in their families, in the order in which they are documented."""
    found: dict[str, list[ShownRule]] = {}
    for rule in RULES:
        found.setdefault(rule.family, []).append(ShownRule(rule, SHOWN[rule.severity]))
    return [Family(sentence(name), rules) for name, rules in found.items()]


def rule_page(name: str) -> ShownRule | None:
    """A rule by its name, None where there is none."""
    rule = next((each for each in RULES if each.name == name), None)
    return ShownRule(rule, SHOWN[rule.severity]) if rule else None
