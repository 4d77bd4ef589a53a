from oneplan.document.schema import Action, Due, Element, Measure, Milestone, Period, PlanDocument
from oneplan.exchange.plan_readers.quarters import date_quarters


def _plan(period: Period | None) -> PlanDocument:
    action = Action(
        text="Fence the brook",
        due=Due(text="By end of Q3"),
        measures=[
            Measure(
                text="9 km of fence", milestones=[Milestone(text=f"Q{n}: step") for n in (1, 4)]
            )
        ],
    )
    plan = PlanDocument(
        title="Rivers", period=period, elements=[Element(kind="priority", title="Rivers", actions=[action])]
    )  # fmt: skip
    date_quarters(plan)
    return plan


def test_quarters_of_a_plan_for_one_financial_year_have_months() -> None:
    (action,) = _plan(Period(start="2031-04", end="2032-03")).elements[0].actions
    assert action.due is not None
    assert action.due.month == "2031-12"
    assert [step.month for step in action.measures[0].milestones] == ["2031-06", "2032-03"]


def test_quarters_of_a_longer_plan_are_left_open() -> None:
    for period in (
        None,
        Period(start="2031-04", end="2034-03"),
        Period(start="2031-01", end="2031-12"),
    ):
        (action,) = _plan(period).elements[0].actions
        assert action.due is not None
        assert action.due.month is None
        assert [step.month for step in action.measures[0].milestones] == [None, None]


def test_a_date_that_is_given_stays() -> None:
    plan = _plan(None)
    plan.period = Period(start="2031-04", end="2032-03")
    due = Due(text="Q2 2033/34", month="2033-09")
    plan.elements[0].actions[0].due = due
    date_quarters(plan)
    assert due.month == "2033-09"


def test_the_year_in_a_heading_is_that_of_the_quarters_below() -> None:
    plan = _plan(Period(start="2031-01", end="2035-12"))
    plan.elements[0].title = "What we will deliver in 2032/33"
    date_quarters(plan)
    assert [step.month for step in plan.elements[0].actions[0].measures[0].milestones] == [
        "2032-06",
        "2033-03",
    ]
