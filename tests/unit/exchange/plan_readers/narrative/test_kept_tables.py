"""Tables that set out no part of the plan are kept in words, their figures and ticks as evidence."""

from __future__ import annotations

from oneplan.document.schema import PlanDocument
from unit.exchange.plan_readers.narrative.documents import every, plan_of, said


def _plan(table: str) -> PlanDocument:
    return plan_of(
        "# Wessex Harbour Plan 2031 to 2034\n\n## How we asked\n\n"
        f"We held stalls in four market squares over one summer.\n\n{table}\n\n## Money\n\nThere is little of it.\n\n## Risk\n\nStorms."
    )


def _evidence(plan: PlanDocument) -> list[str]:
    return [text for element in every(plan) for text in said(element, "evidence")]


def test_two_small_tables_side_by_side_are_told_apart() -> None:
    plan = _plan(
        "Age group\t\tHarbour\t\nUnder 16\t41\tNorthquay\t12\nOver 60\t77\tSouthquay\t95\n\t\tElsewhere\t11"
    )
    assert _evidence(plan) == [
        "Age group: Under 16 41",
        "Age group: Over 60 77",
        "Harbour: Northquay 12",
        "Harbour: Southquay 95",
        "Harbour: Elsewhere 11",
    ]


def test_ticks_say_who_gave_the_answer() -> None:
    plan = _plan(
        "Answer\tFishers\tShopkeepers\tVisitors\nSafer steps\t✓\t\t✓\nMore bins\t\t✓\t\nLonger hours\t✓\t✓\t✓"
    )
    assert _evidence(plan) == [
        "Safer steps: Fishers, Visitors",
        "More bins: Shopkeepers",
        "Longer hours: Fishers, Shopkeepers, Visitors",
    ]


def test_shares_are_said_with_the_names_of_their_columns() -> None:
    plan = _plan("Worry\t2029\t2030\nNoise\t14%\t19%\nLitter\t52%\t48%")
    assert _evidence(plan) == ["Noise – 2029: 14%; 2030: 19%", "Litter – 2029: 52%; 2030: 48%"]


def test_sums_of_money_in_a_table_are_context() -> None:
    plan = _plan("Budget\t2031\t2032\nDredging\t410\t320\nLights\t52\t48")
    assert _evidence(plan) == []
    assert "Dredging – 2031: 410; 2032: 320" in plan.model_dump_json()


def test_how_many_answered_is_evidence_wherever_it_stands() -> None:
    plan = _plan("62% of respondents wanted later ferries.\n\nWe thank the ferry company.")
    assert _evidence(plan) == ["62% of respondents wanted later ferries."]
