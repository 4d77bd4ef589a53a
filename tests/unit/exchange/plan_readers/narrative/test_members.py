"""The bodies that a membership paragraph names."""

from __future__ import annotations

from oneplan.exchange.plan_readers.narrative.members import is_only_names, read_members


def test_a_plain_list_is_divided_at_its_commas() -> None:
    assert read_members("Budmouth Council, Sherton Council, Wessex Police") == [
        "Budmouth Council",
        "Sherton Council",
        "Wessex Police",
    ]


def test_an_empty_place_in_the_list_is_no_member() -> None:
    assert read_members("Budmouth Council, , Wessex Police") == [
        "Budmouth Council",
        "Wessex Police",
    ]


def test_commas_in_brackets_belong_to_the_name() -> None:
    names = read_members("Schools (infant, junior, secondary), Colleges")
    assert names == ["Schools (infant, junior, secondary)", "Colleges"]


def test_an_acronym_tells_that_a_comma_belongs_to_the_name() -> None:
    names = read_members("Hospital Trust, Housing, Money and Debt Service (HMDS), Libraries")
    assert names == ["Hospital Trust", "Housing, Money and Debt Service (HMDS)", "Libraries"]


def test_of_prose_only_the_list_after_including_counts() -> None:
    text = (
        "The forum is led by the museum and meets when it can. It has delegates from bodies that work "
        "with children, including choirs, the Scout Association, Sports Clubs (CSC), parishes and the Youth Council."
    )
    assert read_members(text) == [
        "choirs",
        "Scout Association",
        "Sports Clubs (CSC)",
        "parishes",
        "Youth Council",
    ]
    assert not is_only_names(text)


def test_and_inside_a_name_does_not_divide_it() -> None:
    names = read_members("Wessex Police, Melchester & Sherton Fire and Rescue Service")
    assert names == ["Wessex Police", "Melchester & Sherton Fire and Rescue Service"]
