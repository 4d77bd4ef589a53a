"""The names that a plan prints are counted where they stand."""

from __future__ import annotations

from builders.small_plans import action, outcome
from oneplan.document.lint.facts import PlanFacts
from oneplan.document.schema import Organisation, PlanDocument, Term
from oneplan.partnership.partners.naming.in_plan import acronyms_in, names_in
from oneplan.partnership.partners.naming.names import Printed
from oneplan.partnership.partners.naming.settling import NameInPlan


def _plan() -> PlanDocument:
    part = outcome("Dry feet", members=["Fenshire Council"])
    part.actions = [
        action("Dig", leads=["Head of Rivers"], partners=["Fenshire  Council", " "]),
        action(
            "Pump",
            leads=["Head of Rivers"],
            partners=["Head of Rivers"],
            groups=["Flood Panel"],
            strategies=["Dry Feet Plan"],
        ),
    ]
    return PlanDocument(
        title="Fens",
        elements=[part],
        organisations=[Organisation(name="Fenland Trust", aliases=["FT"])],
        glossary=[Term(term="FP", meaning="Flood Panel")],
    )


def test_each_name_is_counted_once_for_each_place_where_it_stands() -> None:
    assert names_in(PlanFacts(_plan())) == [
        NameInPlan(Printed.PARTNER, "Fenland Trust", 1),
        NameInPlan(Printed.PARTNER, "Fenshire Council", 2),
        NameInPlan(Printed.LEAD, "Head of Rivers", 2),
        NameInPlan(Printed.PARTNER, "Head of Rivers", 1),
        NameInPlan(Printed.GROUP, "Flood Panel", 1),
        NameInPlan(Printed.STRATEGY, "Dry Feet Plan", 1),
    ]


def test_acronyms_mean_what_the_glossary_and_the_list_of_bodies_say() -> None:
    assert acronyms_in(_plan()) == {"FP": "Flood Panel", "FT": "Fenland Trust"}
