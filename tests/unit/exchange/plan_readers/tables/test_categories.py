import pytest

from oneplan.exchange.plan_readers.tables.categories import category_heading, named_category


@pytest.mark.parametrize(
    ("heading", "category"),
    [
        ("Action to narrow the gap", "narrow_the_gap"),
        ("ACTIONS TO NARROW THE GAP:", "narrow_the_gap"),
        ("Closing the gap", "narrow_the_gap"),
        ("Activities to reduce inequalities", "narrow_the_gap"),
        ("Actions to support families", "support_families"),
        ("Support for parents and carers", "support_families"),
        ("Action to improve access to services", "improve_access"),
        ("Improving access", "improve_access"),
        ("Recommendations", "recommendation"),
        ("Core actions", "core"),
        ("Other actions", "other"),
    ],
)
def test_a_heading_names_the_kind_of_the_actions_below_it(heading: str, category: str) -> None:
    assert category_heading(heading) == category


@pytest.mark.parametrize(
    "text",
    [
        "Improve access to the ice rink for children who live out of town by running a late bus.",
        "Open a skate park",
        "",
        "Support families who move into the new estate with a visit, a map and a list of clubs in reach.",
    ],
)
def test_an_action_is_no_category(text: str) -> None:
    assert category_heading(text) is None


def test_a_column_of_kinds_needs_no_heading_words() -> None:
    assert named_category("narrowing the gap") == "narrow_the_gap"
    assert named_category("High") is None
