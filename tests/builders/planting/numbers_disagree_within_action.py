"""An action and its measure with two numbers for one thing."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from builders.planting.plant import Plant, Planted, plan_year, with_action
from builders.themes import PLACES
from oneplan.document.schema import Action, Due, Measure, PlanDocument, Target

_THINGS = (
    "playground leaders",
    "energy advisers",
    "street pastors",
    "walking groups",
    "night wardens",
)


def _action(plan: PlanDocument, random: Random, goal: int, other: int, share: bool) -> Action:
    things, place = random.choice(_THINGS), random.choice(PLACES)
    month = f"{plan_year(plan) + 1}-03"
    sign = "%" if share else ""
    said = (
        f"{other}{sign} of {things} in {place} trained."
        if share
        else f"{other} {things} trained in {place}."
    )
    verb = random.choice(("Train", "Recruit and train", "Find and train"))
    promised = f"{verb} {goal}{sign} {'of ' if share else ''}{things} in {place}."
    return Action(
        ref=f"ZZ 9.{random.randint(1, 99)}",
        text=promised,
        due=Due(text=f"March {month[:4]}", month=month),
        leads=["Service Manager: Training"],
        measures=[
            Measure(
                text=said,
                kind="quantified",
                direction="reach",
                unit="percent" if share else "number",
                targets=[Target(text=f"{other}{sign}", value=other, period=month)],
            )
        ],
    )


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The action sets one number, its measure another."""
    share = random.random() < 0.5
    goal = random.randint(30, 60)
    action = _action(plan, random, goal, goal + random.randint(4, 30), share)
    planted = with_action(plan, random, action)
    return planted and replace(planted, words=action.measures[0].text)


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The same number in both."""
    goal = random.randint(30, 60)
    planted = with_action(plan, random, _action(plan, random, goal, goal, random.random() < 0.5))
    return planted.plan if planted else plan


PLANT = Plant("numbers-disagree-within-action", plant, clean_twin)
