from __future__ import annotations

from pathlib import Path

import pytest

from oneplan.document.lint.rule import Rule
from oneplan.document.lint.rule_list import RULES
from oneplan.exchange.reports.rule_pages import rule_as_text, rules_as_markdown, rules_as_text

_PAGE = Path(__file__).resolve().parents[4] / "docs" / "reference" / "red-pen.md"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_explains_itself(rule: Rule) -> None:
    text = rule_as_text(rule)
    for part in (rule.name, rule.title, "Why it matters.", "Bad", "Good", "accept"):
        assert part in text
    assert max(map(len, text.splitlines())) <= 110


def test_every_rule_has_a_line_in_the_list() -> None:
    lines = rules_as_text().splitlines()
    assert all(any(line.split()[:1] == [rule.name] for line in lines) for rule in RULES)


def test_names_of_rules_are_not_used_twice() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_signs_of_markdown_are_escaped() -> None:
    rule = Rule(
        "a-rule", "T", "info", "words", "alone", "m", "w", "Raise *all* [x]", "g", lambda _: ()
    )
    assert r"Raise \*all\* \[x]" in rules_as_markdown([rule])


def test_the_reference_page_is_fresh() -> None:
    remedy = "run: python -m oneplan.exchange.reports.rule_pages > docs/reference/red-pen.md"
    assert _PAGE.read_text(encoding="utf-8") == rules_as_markdown(), remedy
