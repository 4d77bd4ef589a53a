from oneplan.exchange.plan_readers.tables.linked_names import (
    apart,
    link_kind,
    split_links,
    whole_tier,
)


def test_the_second_row_holds_the_bodies_whatever_their_names() -> None:
    assert split_links([["Cycling Plan, Parks Strategy"], ["Wheels Alliance, Cycling Plan"]]) == (
        ["Cycling Plan", "Parks Strategy"],
        ["Wheels Alliance", "Cycling Plan"],
    )


def test_a_group_among_the_plans_is_a_body() -> None:
    assert split_links([["Cycling Plan, Towpath Users Group"], ["Ferry Board"]]) == (
        ["Cycling Plan"],
        ["Towpath Users Group", "Ferry Board"],
    )


def test_in_one_cell_each_name_goes_by_its_words() -> None:
    assert split_links([["Parks Strategy, Play Forum, Harbour Agreement, Ferry Board"]]) == (
        ["Parks Strategy", "Harbour Agreement"],
        ["Play Forum", "Ferry Board"],
    )


def test_two_lines_of_a_cell_are_two_tiers() -> None:
    strategies, groups = split_links([["Parks Strategy, Play Charter", "Play Forum, Ferry Board"]])
    assert strategies == ["Parks Strategy", "Play Charter"]
    assert groups == ["Play Forum", "Ferry Board"]


def test_names_that_run_together_come_apart() -> None:
    assert apart("Tree Planting Plan Green Spaces Steering Group") == [
        "Tree Planting Plan",
        "Green Spaces Steering Group",
    ]
    assert apart("Ferry Users Group Harbour Safety Committee") == [
        "Ferry Users Group",
        "Harbour Safety Committee",
    ]
    assert apart("16-24 Action Plan 16-24 Management Group") == [
        "16-24 Action Plan",
        "16-24 Management Group",
    ]


def test_a_strategy_group_is_one_name() -> None:
    for name in (
        "Harbour Strategy Group",
        "Parks Strategy Steering Group",
        "Transport Plan 2009/10",
        "Play Strategy Delivery Board",
    ):
        assert apart(name) == [name]


def test_the_plan_s_own_glossary_says_what_initials_are() -> None:
    meanings = {"HSF": "Harbour Safety Forum", "TPP": "Tree Planting Plan"}
    assert link_kind("HSF", meanings) == "group"
    assert link_kind("TPP", meanings) == "strategy"
    assert split_links([["TPP, HSF Ferry Users Board"]], meanings) == (
        ["TPP"],
        ["HSF", "Ferry Users Board"],
    )


def test_after_a_page_break_bodies_are_a_tier_and_the_rest_of_a_name_is_not() -> None:
    assert whole_tier("Parks Strategy", "Play Forum, Ferry Board", 1, links=True, second_row=False)
    assert not whole_tier("Parks and", "Play Strategy", 1, links=True, second_row=False)
    assert not whole_tier("Ferry Users", "Strategy, Play Forum", 1, links=True, second_row=False)


def test_a_lone_post_after_a_page_break_is_a_tier() -> None:
    assert whole_tier("Schools, Police", "Head of Parks", 1, links=False, second_row=False)
    assert not whole_tier("Schools, Ferry", "Manager", 1, links=False, second_row=False)
