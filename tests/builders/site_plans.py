"""Plans for the site's tests: one with every kind of part, one told in prose, one that means harm."""

from __future__ import annotations

from builders.plans import make_plan
from builders.small_plans import action, outcome
from oneplan.document.schema import (
    Baseline,
    CrossReference,
    Due,
    Element,
    Funding,
    Indicator,
    Measure,
    Period,
    PlanDocument,
    Recommendation,
    Statement,
    Step,
    Target,
)

HARM = '<script>alert("harm")</script><img src=x onerror=alert(1)>'


def full_plan() -> PlanDocument:
    """Two outcomes, three levels, a measure that can be judged and one that cannot."""
    judged = Measure(
        text="Raise the share of libraries open on Sundays from 20% in March 2024 to 45% in March 2026",
        kind="quantified",
        direction="increase",
        unit="%",
        baselines=[Baseline(text="20% in March 2024", value=20, period="2024-03")],
        targets=[Target(text="45% in March 2026", value=45, period="2026-03")],
    )
    faulty = Measure(
        text="Cut empty shops from 60 in May 2025 to 40 in May 2025",
        kind="quantified",
        direction="decrease",
        baselines=[Baseline(text="60 in May 2025", value=60, period="2025-05")],
        targets=[Target(text="40 in May 2025", value=40, period="2025-05")],
    )
    first = action(
        "Open the libraries of the four market towns on Sundays",
        "LT 1.1",
        due=Due(text="March 2026", month="2026-03"),
        leads=["Head of Libraries"],
        partners=["Fenshire Council", "Friends of the Libraries"],
        funding=[Funding(text="£12,500 reserve", amount=12500, currency="GBP", label="Reserve")],
        steps=[Step(text="Agree rotas", month="2025-10")],
        measures=[judged, faulty],
        cross_references=[CrossReference(text="see LT 2.1", target="LT 2.1")],
        recommendations=[Recommendation(report="Peer challenge 2024", page="12")],
        status="On track",
        brought_forward_from="2024/25",
    )
    second = action("Bring empty shops back into use", "LT 2.1", status="Red")
    area = outcome("Lively high streets", kind="focus_area", label="Area of focus")
    area.actions = [second]
    priority = outcome("Towns that work", kind="priority", label="Priority", code="1")
    priority.children = [area]
    priority.actions = [first]
    top = outcome("Thriving towns", label="Outcome")
    top.children = [priority]
    top.indicators = [Indicator(code="NI 8", name="Adult participation in sport")]
    top.statements = [
        Statement(kind="context", text="Footfall has fallen for six years."),
        Statement(kind="recommendation", text="Set up a town board in each district."),
    ]
    other = outcome("Clean rivers", label="Outcome")
    return PlanDocument(
        title="Fenshire Towns and Rivers Plan",
        partnership="Fenshire Partnership",
        period=Period(start="2025-04", end="2028-03"),
        elements=[top, other],
    )


def told_plan() -> PlanDocument:
    """Outcomes with activities and successes, areas that only have names, and no actions."""
    areas = [
        Element(kind="focus_area", title=f"to be heard on {what}") for what in ("buses", "parks")
    ]
    told = outcome(
        "people feel at home", children=areas, members=["Fenshire Council", "NHS Fenland"]
    )
    told.statements = [
        Statement(kind="activity", text="We will hold a meeting in every village hall."),
        Statement(kind="success", text="More people say that they know a neighbour."),
    ]
    told.measures = [Measure(text="Share of adults who feel lonely")]
    preface = Element(kind="section", title="Foreword")
    return PlanDocument(title="A told plan", elements=[preface, told])


def harmful_plan() -> PlanDocument:
    """A plan whose every name is markup."""
    part = outcome(HARM, label=HARM, code=HARM)
    part.actions = [
        action(HARM, HARM, leads=[HARM], partners=[HARM], due=Due(text=HARM), status=HARM)
    ]
    part.statements = [Statement(kind="context", text=HARM)]
    part.measures = [Measure(text=HARM, unit=HARM)]
    return PlanDocument(title=HARM, partnership=HARM, elements=[part])


def endless_plan() -> PlanDocument:
    """A plan whose names are words without end, as addresses of web pages are."""
    word = "https://fenshire.example/" + "plan" * 60
    part = outcome(word)
    part.actions = [action(word, "EP 1.1", leads=[word], partners=[word], due=Due(text="May 2027"))]
    part.actions[0].measures = [Measure(text=f"Cut {word} from 9 in 2025 to 12 in 2027")]
    part.statements = [Statement(kind="context", text=word)]
    return PlanDocument(title=word, partnership=word, elements=[part])


def many_plan() -> PlanDocument:
    """More actions than a page holds."""
    plan = make_plan(3)
    top = plan.elements[0]
    top.actions = [
        *top.actions,
        *(action(f"Plant hedge number {n}", f"HH {n}.0") for n in range(1, 71)),
    ]
    return plan
