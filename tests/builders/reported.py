"""A small plan with findings of every severity, for the tests of reports."""

from __future__ import annotations

from datetime import date

from oneplan.document.lint.acceptances import Acceptance
from oneplan.document.schema import Action, Element, PlanDocument
from oneplan.vocabulary.findings import Finding, Source, fingerprinted

FILE = "play plan.txt"
HOSTILE = "<script>alert(1)</script> & \x1b[31mred\x1b[0m"


def _place(line: int) -> Source:
    return Source(file=FILE, line=line)


PLAN = PlanDocument(
    title="Play for all in Fenshire",
    elements=[
        Element(
            kind="outcome",
            title="Places to play",
            source=_place(3),
            actions=[
                Action(
                    ref="FP 1.1",
                    text=f"Open parks {HOSTILE} in four towns.",
                    leads=["Head of Parks"],
                    source=_place(5),
                ),
                Action(ref="FP 1.1", text="Mend the swings.", source=_place(9)),
            ],
        ),
        Element(kind="outcome", title="Time to play", source=_place(20)),
    ],
)

_ERROR = Finding(
    rule="duplicate-reference",
    severity="error",
    message="FP 1.1 is the reference of 2 different actions.",
    where="FP 1.1",
    quotes=("in four towns",),
    fix="Give the second a free reference.",
    source=_place(5),
)
_INFO = Finding(
    rule="missing-funding",
    severity="info",
    message=f"The plan names no money here. {HOSTILE}",
    where="FP 1.1",
    quotes=(HOSTILE,),
    fix="Name the sum.",
    source=Source(file=FILE, table=2, row=4),
)
_ACCEPTED = Finding(
    rule="missing-lead",
    severity="warning",
    message="The plan names no lead officer here.",
    where="Time to play",
    source=_place(20),
)

FINDINGS = fingerprinted([_ERROR, _INFO])
ACCEPTED = [
    (
        fingerprinted([_ACCEPTED])[0],
        Acceptance("x", "The post is advertised", by="Plan officer", on=date(2026, 3, 1)),
    )
]
