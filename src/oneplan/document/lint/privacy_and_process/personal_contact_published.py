"""personal-contact-published: a person's own e-mail address or telephone number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.passages import passages
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_ADDRESS = re.compile(
    r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}"
)
_OF_AN_OFFICE = re.compile(
    r"^(?:info|enquir\w*|contact\w*|admin\w*|office|help\w*|support|hello|mail|post|team|press|feedback|consultation\w*|[a-z]*(?:plan|partnership|board|service|team|trust|cypp|policy|services))@",
    re.I,
)
_MOBILE = re.compile(r"(?<![\d+])(?:\+44\s?7|07)\d{3}[\s-]?\d{3}[\s-]?\d{3}(?!\d)")


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for passage in passages(facts):
        text = passage.text
        found = [
            match.group()
            for match in (_ADDRESS.finditer(text) if "@" in text else ())
            if not _OF_AN_OFFICE.match(match.group())
        ]
        found += [match.group() for match in _MOBILE.finditer(text)] if "7" in text else []
        if found:
            yield about(
                RULE.name,
                "info",
                passage,
                "A person's own address or mobile number stands in the plan.",
                quotes=tuple(found),
                fix="Give the address of the team, which outlives the person.",
            )


RULE = Rule(
    name="personal-contact-published",
    title="A person's own address or number",
    severity="info",
    family="privacy and process",
    scope="alone",
    meaning="The plan prints an e-mail address that looks like a person's own, or a mobile telephone number. "
    "Addresses of teams and offices are not meant.",
    why="A plan stays on line for years after the officer has moved on.",
    bad="Contact: a.officer [at] council, 07… (mobile)",
    good="Contact: the partnership's own mailbox and the switchboard",
    check=_check,
)
