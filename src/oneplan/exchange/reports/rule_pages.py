"""The red pen's rules explained: one rule for a terminal, all of them as the reference page.

``python -m oneplan.exchange.reports.rule_pages`` writes the reference page to standard output.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Sequence
from itertools import groupby

from oneplan.document.lint.acceptances import SUFFIX
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.rule_list import RULES
from oneplan.exchange.reports.findings_report import HEADINGS

_WIDTH = 88

_OPENING = """# The red pen's rules

Made from the rules themselves; do not edit by hand.

An **error** cannot be right as written. A **warning** needs an answer. **Info** is worth a look. A rule's
findings have at most the severity that is given here.

## Accepting a finding

A finding that is right as it stands is accepted, with a reason, in a file beside the plan: for `plan.docx`
the file `plan.docx{suffix}`, or any file named with `--accepted`. Each entry names the finding's fingerprint,
which every report shows and which survives edits elsewhere in the plan.

```yaml
accepted:
  - fingerprint: 0a1b2c3d4e5f
    rule: missing-lead
    where: YP 1.4
    reason: The post is being advertised; the board has agreed to an interim lead.
    by: Plan officer
    on: 2026-03-01
```

An accepted finding no longer counts, stays in the report under its own heading, and is suppressed in SARIF.
When the words it was about have changed, the acceptance itself is reported as stale.
"""


def rule_as_text(rule: Rule) -> str:
    """One rule for a terminal, at most 88 characters wide."""
    head = f"{rule.name} – {rule.title}\n{HEADINGS[rule.severity][0]} ({rule.severity}) · {rule.family}"
    parts = [
        head,
        _filled(rule.meaning),
        _filled(f"Why it matters. {rule.why}"),
        _example("Bad", rule.bad),
        _example("Good", rule.good),
        _filled(
            f"To accept it: add its fingerprint, a reason, your name and the day to the plan's {SUFFIX} file."
        ),
    ]
    return "\n\n".join(parts) + "\n"


def rules_as_text(rules: Sequence[Rule] = RULES) -> str:
    """All rules in a line each, by family."""
    longest = max((len(rule.name) for rule in rules), default=0)
    blocks = []
    for family, members in groupby(rules, key=lambda rule: rule.family):
        lines = [f"  {rule.name:<{longest}}  {rule.severity:<7}  {rule.title}" for rule in members]
        blocks.append("\n".join([family.capitalize(), *lines]))
    return "\n\n".join(blocks) + "\n"


def rules_as_markdown(rules: Sequence[Rule] = RULES) -> str:
    """The reference page of all rules."""
    blocks = [_OPENING.format(suffix=SUFFIX).rstrip()]
    for family, members in groupby(rules, key=lambda rule: rule.family):
        blocks.append(f"## {family.capitalize()}")
        blocks += [_rule_as_markdown(rule) for rule in members]
    return "\n\n".join(blocks) + "\n"


def _filled(text: str) -> str:
    return textwrap.fill(text, _WIDTH)


def _example(label: str, text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=f"  {label:<5} ", subsequent_indent=" " * 8)


def _rule_as_markdown(rule: Rule) -> str:
    return "\n\n".join(
        [
            f"### {rule.name}",
            f"**{_escaped(rule.title)}** ({rule.severity})",
            _escaped(rule.meaning),
            f"*Why it matters.* {_escaped(rule.why)}",
            f"- Bad: {_escaped(rule.bad)}\n- Good: {_escaped(rule.good)}",
        ]
    )


def _escaped(text: str) -> str:
    for sign in "\\`*_<[":
        text = text.replace(sign, f"\\{sign}")
    return text


if __name__ == "__main__":
    sys.stdout.write(rules_as_markdown())
