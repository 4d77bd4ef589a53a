"""Plans of outcomes that name an indicator by code, and a small set of codes that is known."""

from __future__ import annotations

from builders.small_plans import outcome, plan
from oneplan.document.lint.facts import Known
from oneplan.document.schema import Indicator, PlanDocument

KNOWN = Known(
    indicators={
        "NI 52": "Take up of school lunches",
        "NI 55": "Obesity in primary school age children in Reception",
        "NI 99": "Looked after children reaching level 4 in English at Key Stage 2",
        "NI 100": "Looked after children reaching level 4 in mathematics at Key Stage 2",
    }
)


def coded(*named: tuple[str, str]) -> PlanDocument:
    """A plan of the outcomes Aim 0, Aim 1 …, each with an indicator of that code and name."""
    return plan(
        *(
            outcome(f"Aim {number}", indicators=[Indicator(code=code, name=name)])
            for number, (code, name) in enumerate(named)
        )
    )
