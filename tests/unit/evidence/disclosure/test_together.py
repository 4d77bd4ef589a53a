"""Tables that come out together: one pattern for all of them, whatever their order and shape."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from builders.counted import cell, page
from builders.county import AXES, UNDER_FIVE, County
from oneplan.evidence.disclosure.clearing import Clearance, clear, clear_together

RULE = UNDER_FIVE


def texts(clearance: Clearance) -> list[str]:
    return [one.text for one in clearance.table]


def rules(clearance: Clearance) -> list[str]:
    return [finding.rule for finding in clearance.findings]


BOYS = page("Boys", cell(98, sex="Boys"), cell(40, sex="Boys", area="Birch"))
ALL = page("All", cell(100), cell(60, area="Ashby"), cell(40, area="Birch"))
AREAS = page("Areas", cell(3, area="Ashby"), cell(40, area="Birch"), cell(43))
HALVES = [
    page("By sex", cell(3, sex="Boys"), cell(40, sex="Girls")),
    page("By age", cell(21, age="0 to 4"), cell(22, age="5 to 9"), cell(43)),
]


@given(st.integers(0, 10_000), st.permutations(range(4)))
@settings(max_examples=8, deadline=None)
def test_the_pattern_is_the_same_in_whatever_order_tables_come(seed: int, order: list[int]) -> None:
    county = County(seed, size=1.0)
    areas, sexes, needs = (AXES[name] for name in ("area", "sex", "need"))
    pages = [
        county.table("By sex", "late", area=areas, sex=sexes, year=["2024"]),
        county.table("By need", "late", area=areas, need=needs, year=["2024"]),
        county.table("By need", "first", area=areas, need=needs, year=["2024"]),
        county.table("One district", "first", area=areas[:1], sex=sexes, year=["2024"]),
    ]
    plain = clear_together(pages, RULE)
    mixed = clear_together([pages[place] for place in order], RULE)
    assert [texts(plain[place]) for place in order] == [texts(one) for one in mixed]
    assert [plain[place].findings for place in order] == [one.findings for one in mixed]


def test_the_same_set_asked_twice_gets_the_same_pattern() -> None:
    pages = County(2).pages()
    first = clear_together(pages, RULE)
    published = [one.publication for one in first if one.publication]
    assert len(published) == len(pages)
    again = clear_together(pages[::-1], RULE, published)
    assert [texts(one) for one in again[::-1]] == [texts(one) for one in first]


def test_a_part_on_one_page_and_its_whole_on_another_do_not_give_the_others_away() -> None:
    assert "c" not in texts(clear(ALL, RULE)) + texts(clear(AREAS, RULE))[2:]
    boys, everyone = clear_together([BOYS, ALL], RULE)
    assert "c" in texts(boys) + texts(everyone)


def test_a_total_on_another_page_is_kept_where_a_second_part_can_be_withheld() -> None:
    by_sex, by_age = clear_together(HALVES, RULE)
    assert texts(by_sex) == ["c", "c"]
    assert texts(by_age) == ["21", "22", "43"]


def test_a_set_of_one_table_is_cleared_as_the_table_is() -> None:
    (alone,) = clear_together([AREAS], RULE)
    assert texts(alone) == texts(clear(AREAS, RULE)) == ["c", "c", "43"]
    assert clear_together([], RULE) == []


def test_a_table_with_one_row_is_withheld_or_shown_as_its_rule_says() -> None:
    small, large, nought = clear_together(
        [
            page("Small", cell(2, area="Ashby")),
            page("Large", cell(90, area="Birch")),
            page("Nought", cell(0, area="Copse")),
        ],
        RULE,
    )
    assert (texts(small), texts(large), texts(nought)) == (["c"], ["90"], ["0"])


def test_a_nought_stays_a_nought_beside_a_count_that_is_withheld() -> None:
    cells = cell(0, sex="Boys"), cell(3, sex="Girls"), cell(3)
    first, second = clear_together([page("A", *cells), page("B", cells[0])], RULE)
    assert texts(first) == ["0", "c", "c"]
    assert texts(second) == ["0"]
    assert first.table.cells[0].count == 0
    assert first.table.cells[1].count is None


def test_a_total_that_its_source_alone_withheld_is_not_the_sum_of_what_is_shown() -> None:
    parts = page("Parts", cell(10, area="Ashby"), cell(20, area="Birch"))
    total = page("Total", cell(None, symbol="c"))
    cleared = clear_together([total, parts], RULE)
    assert texts(cleared[0]) == ["c"]
    assert "c" in texts(cleared[1])


def test_rows_that_are_there_twice_are_decided_once() -> None:
    twice = page("Twice", *AREAS.cells, *AREAS.cells)
    first, second = clear_together([twice, AREAS], RULE)
    assert texts(first) == [*texts(second), *texts(second)] == ["c", "c", "43"] * 2


def test_a_count_that_one_source_withheld_is_shown_by_no_other_table() -> None:
    withheld = page("Withheld", cell(None, symbol="c", area="Ashby"))
    known = page("Known", cell(12, area="Ashby"), cell(40, area="Birch"))
    for order in ([withheld, known], [known, withheld]):
        cleared = {one.table.title: texts(one) for one in clear_together(order, RULE)}
        assert cleared == {"Withheld": ["c"], "Known": ["c", "40"]}


def test_tables_that_contradict_each_other_are_held_back_and_the_others_shown() -> None:
    other = page("Other", cell(44))
    sexes = page("Sexes", cell(20, sex="Boys"), cell(30, sex="Girls"))
    areas, contradicting, fine = clear_together([AREAS, other, sexes], RULE)
    assert rules(areas) == rules(contradicting) == ["totals-disagree"]
    assert set(texts(areas) + texts(contradicting)) == {"c"}
    assert texts(fine) == ["20", "30"]
    assert areas.publication is None


def test_a_county_smaller_than_its_districts_does_not_keep_other_tables_back() -> None:
    wrong = page(
        "Wrong",
        *(cell(50, area="Ashby"), cell(60, area="Birch"), cell(80, area="Thornshire")),
        Thornshire=("Ashby", "Birch"),
    )
    clubs = page("Clubs", cell(3, club="Chess"), cell(30, club="Choir"))
    clubs_cleared, wrong_cleared = clear_together([clubs, wrong], RULE)
    assert texts(clubs_cleared) == ["c", "30"]
    assert rules(wrong_cleared) == ["totals-disagree"]


def test_a_table_too_large_does_not_keep_other_tables_back() -> None:
    huge = page("Huge", *(cell(10, **{f"d{n}": f"m{m}" for n in range(6)}) for m in range(9)))
    cleared = clear_together([huge, AREAS], RULE)
    assert rules(cleared[0]) == ["table-too-large"]
    assert texts(cleared[1]) == ["c", "c", "43"]
