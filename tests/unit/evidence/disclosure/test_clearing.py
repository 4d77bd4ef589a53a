from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.attacker import Attacker
from builders.counted import cell
from oneplan.evidence.definitions import Definition
from oneplan.evidence.disclosure.clearing import Clearance, clear
from oneplan.evidence.disclosure.counted import (
    CountedCell,
    CountedTable,
    Structure,
)
from oneplan.evidence.disclosure.rule import SuppressionRule, rule_of
from oneplan.vocabulary.estimates import Impossible

RULE = SuppressionRule("Under five", "A made-up source", 5)


def table(*cells: CountedCell, **more: object) -> CountedTable:
    return CountedTable("Clubs", cells, **more)


def texts(clearance: Clearance) -> list[str]:
    return [one.text for one in clearance.table]


def test_a_small_count_takes_another_with_it_where_a_total_is_shown() -> None:
    cleared = clear(table(cell(3, sex="Boys"), cell(40, sex="Girls"), cell(43)), RULE)
    assert texts(cleared) == ["c", "c", "43"]
    assert cleared.reasons == ("small", "other", "")


def test_a_nought_is_a_real_nought_where_the_source_says_so() -> None:
    cells = cell(0, sex="Boys"), cell(40, sex="Girls"), cell(40)
    assert texts(clear(table(*cells), RULE)) == ["0", "40", "40"]
    hidden = texts(clear(table(*cells), replace(RULE, zero="hidden")))
    assert hidden[0] == "c"
    assert "c" in hidden[1:]


def test_all_minus_boys_is_girls_even_where_no_table_lists_them() -> None:
    cleared = clear(table(cell(98, sex="Boys"), cell(100)), RULE)
    assert "c" in texts(cleared)


def test_bands_of_ages_that_overlap_are_taken_from_each_other() -> None:
    cells = cell(30, age="0 to 4"), cell(33, age="0 to 5"), cell(90, age="6 to 15")
    assert "c" in texts(clear(table(*cells), RULE))
    wide = cell(30, age="0 to 4"), cell(60, age="0 to 5"), cell(90, age="6 to 15")
    assert texts(clear(table(*wide), RULE)) == ["30", "60", "90"]


def test_a_sum_of_years_does_not_give_a_year_back() -> None:
    spans = {"year": {"2022": (2022.0, 2023.0), "2023": (2023.0, 2024.0), "both": (2022.0, 2024.0)}}
    structure = Structure(spans=spans, apart=frozenset({"year"}))
    cells = cell(3, year="2022"), cell(20, year="2023"), cell(23, year="both")
    cleared = clear(table(*cells, structure=structure), RULE)
    assert texts(cleared)[0] == "c"
    assert texts(cleared).count("c") >= 2


def test_years_that_are_not_summed_up_do_not_hang_together() -> None:
    structure = Structure(apart=frozenset({"year"}))
    cells = cell(3, year="2022"), cell(20, year="2023")
    assert texts(clear(table(*cells, structure=structure), RULE)) == ["c", "20"]


def test_the_parts_of_a_county_are_named_beforehand() -> None:
    structure = Structure(
        parts={"area": {"Thornshire": ("Ashby", "Birch")}}, apart=frozenset({"area"})
    )
    cells = cell(3, area="Ashby"), cell(50, area="Birch"), cell(53, area="Thornshire")
    assert texts(clear(table(*cells, structure=structure), RULE)).count("c") == 2
    unrelated = table(*cells, structure=Structure(apart=frozenset({"area"})))
    assert texts(clear(unrelated, RULE)) == ["c", "50", "53"]


def test_answers_that_may_be_given_together_are_not_summed() -> None:
    cells = cell(60, answer="Parks"), cell(70, answer="Clubs"), cell(3, answer="Buses"), cell(100)
    cleared = clear(table(*cells), RULE)
    assert texts(cleared) == ["60", "70", "c", "100"]
    assert [finding.rule for finding in cleared.findings] == ["parts-exceed-whole"]
    stated = table(*cells, structure=Structure(overlap=frozenset({"answer"})))
    assert not clear(stated, RULE).findings


def test_who_did_not_answer_so_is_protected_too_unless_the_source_says_otherwise() -> None:
    cells = cell(98, 100, area="Ashby"), cell(60, 110, area="Birch")
    careful = clear(table(*cells), RULE).table.cells[0]
    assert None in (careful.count, careful.base)
    relaxed = clear(table(*cells), replace(RULE, complement=False)).table.cells[0]
    assert (relaxed.count, relaxed.base) == (98, 100)


def test_a_count_or_a_base_that_is_withheld_withholds_the_share() -> None:
    answers = cell(3, 43, answer="Yes"), cell(40, 43, answer="No")
    rounds = cell(43, 43), cell(30, 46, area="Ashby")
    for one in (*clear(table(*answers), RULE).table, *clear(table(*rounds), RULE).table):
        assert (one.share(100) is None) == (None in (one.count, one.base))


def test_a_population_that_everybody_knows_is_shown_and_the_rate_is_not() -> None:
    cells = cell(3, 4_000, area="Ashby"), cell(50, 5_000, area="Birch")
    cleared = clear(table(*cells, base_public=True), RULE).table
    assert [one.base_text for one in cleared] == ["4000", "5000"]
    assert cleared.cells[0].share(10_000) is None
    assert cleared.cells[1].share(10_000) == 100.0


def test_a_count_among_few_people_is_withheld() -> None:
    cells = cell(6, 9, area="Ashby"), cell(50, 500, area="Birch")
    cleared = clear(table(*cells), replace(RULE, least_base=10, complement=False))
    assert cleared.reasons == ("base", "")


def test_rounded_counts_protect_and_shares_come_from_what_is_shown() -> None:
    cells = cell(3, sex="Boys"), cell(42, sex="Girls"), cell(45)
    cleared = clear(table(*cells), replace(RULE, round_to=10)).table
    assert [one.text for one in cleared] == ["c", "40", "50"]
    share = clear(table(cell(42, 96, sex="Girls"), base_public=True), replace(RULE, round_to=10))
    assert share.table.cells[0].share(100) == 40.0


def test_a_count_that_its_source_withheld_stays_withheld() -> None:
    cells = cell(None, symbol="c", sex="Boys"), cell(40, sex="Girls"), cell(43)
    cleared = clear(table(*cells), RULE)
    assert texts(cleared)[0] == "c"
    assert texts(cleared).count("c") == 2
    assert cleared.reasons[0] == "source"


def test_rows_that_are_left_out_because_they_are_nought_are_known_to_be_nought() -> None:
    cells = (
        cell(3, area="Ashby", sex="Boys"),
        cell(3, area="Ashby"),
        cell(40, area="Birch", sex="Girls"),
    )
    whole = cell(40, area="Birch"), cell(3, sex="Boys"), cell(40, sex="Girls"), cell(43)
    assert texts(clear(table(*cells, *whole), RULE)) == ["c", "c", "c", "c", "c", "c", "43"]


def test_a_figure_that_is_not_available_keeps_its_symbol() -> None:
    assert texts(clear(table(cell(None, symbol="x", sex="Boys"), cell(40)), RULE)) == ["x", "40"]


def test_the_same_table_twice_gets_the_same_pattern() -> None:
    cells = [cell(c, area=f"A{c}") for c in (2, 9, 17, 30, 41)]
    whole = table(*cells, cell(99))
    first = clear(whole, RULE)
    assert first.publication is not None
    assert texts(clear(whole, RULE, [first.publication])) == texts(first)
    turned = clear(table(cell(99), *cells[::-1]), RULE)
    assert texts(turned)[::-1] == texts(first)


def test_late_returns_do_not_give_an_earlier_count_back() -> None:
    before = table(cell(3, area="Ashby"), cell(10, area="Birch"), cell(13), release="June")
    after = table(cell(6, area="Ashby"), cell(10, area="Birch"), cell(16), release="July")
    first = clear(before, RULE)
    assert first.publication is not None
    assert texts(clear(after, RULE)) == ["6", "10", "16"]
    assert texts(clear(after, RULE, [first.publication])).count("c") >= 2


def test_a_count_that_was_published_before_is_told() -> None:
    lax = clear(table(cell(3, area="Ashby"), cell(10, area="Birch")), replace(RULE, hide_under=0))
    assert lax.publication is not None
    cleared = clear(table(cell(3, area="Ashby")), RULE, [lax.publication])
    assert [finding.rule for finding in cleared.findings] == ["count-published-before"]
    assert texts(cleared) == ["c"]


def test_a_total_smaller_than_its_part_shows_nothing_and_says_where() -> None:
    cleared = clear(table(cell(30, sex="Boys"), cell(20)), RULE)
    assert texts(cleared) == ["c", "c"]
    assert cleared.publication is None
    assert [(f.rule, f.where) for f in cleared.findings] == [("totals-disagree", "everyone")]


def test_one_cell_with_two_counts_in_one_release_shows_nothing() -> None:
    first = clear(table(cell(30, sex="Boys")), RULE)
    assert first.publication is not None
    second = clear(table(cell(31, sex="Boys")), RULE, [first.publication])
    assert [finding.rule for finding in second.findings] == ["totals-disagree"]
    assert texts(second) == ["c"]


def test_a_table_too_large_to_be_proved_shows_nothing() -> None:
    cells = (cell(10, **{f"d{n}": f"m{m}" for n in range(6)}) for m in range(9))
    cleared = clear(table(*cells), RULE)
    assert [finding.rule for finding in cleared.findings] == ["table-too-large"]
    assert set(texts(cleared)) == {"c"}


def test_a_rule_that_hides_very_few_values_still_leaves_four_open() -> None:
    three = replace(RULE, hide_under=3)
    cleared = clear(table(cell(2, sex="Boys"), cell(9, sex="Girls"), cell(11)), three)
    assert texts(cleared) == ["c", "c", "11"]


def test_the_rule_of_a_definition_is_its_threshold() -> None:
    definition = Definition("clubs", "Members of clubs", suppress_below=8, source="The clubs")
    rule = rule_of(definition)
    assert rule is not None
    assert (rule.hide_under, rule.source) == (8, "The clubs")
    assert rule_of(Definition("clubs", "Members of clubs")) is None


@pytest.mark.parametrize("wrong", [{"hide_under": -1}, {"round_to": 0}, {"symbol": "3"}])
def test_a_rule_that_cannot_be_is_refused(wrong: Mapping[str, object]) -> None:
    with pytest.raises(Impossible):
        replace(RULE, **wrong)


@given(
    st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=2, max_size=3),
    st.sampled_from([3, 5, 6, 8]),
    st.randoms(use_true_random=False),
)
@settings(max_examples=25, deadline=None)
def test_no_withheld_count_of_any_table_is_narrowed_to_fewer_than_four_values(
    counts: list[list[int]], threshold: int, order: Random
) -> None:
    areas, groups = [f"A{n}" for n in range(len(counts))], ["G0", "G1", "G2"]
    keys = [(a, g) for a in [*areas, None] for g in [*groups, None]]
    true = {
        (a, g): sum(
            counts[areas.index(x)][groups.index(y)]
            for x in ([a] if a else areas)
            for y in ([g] if g else groups)
        )
        for a, g in keys
    }
    named = {k: {n: m for n, m in zip(("area", "group"), k, strict=True) if m} for k in keys}
    mixed = sorted(keys, key=lambda _: order.random())
    rule = replace(RULE, hide_under=threshold)
    cleared = clear(table(*(cell(true[k], **named[k]) for k in mixed)), rule)
    assert not cleared.findings
    attacker = Attacker({"area": areas, "group": groups})
    hidden = []
    for key, one in zip(mixed, cleared.table, strict=True):
        sum_ = attacker.people({name: [member] for name, member in named[key].items()})
        if one.is_withheld:
            attacker.learns(sum_, 1)
            hidden.append(sum_)
        else:
            attacker.learns(sum_, true[key], true[key])
        assert one.is_withheld or not 0 < true[key] < threshold
    assert all(len(attacker.values(sum_)) >= 4 for sum_ in hidden)
    plain = clear(table(*(cell(true[k], **named[k]) for k in keys)), rule)
    assert [one.text for one in plain.table] == [
        cleared.table.cells[mixed.index(key)].text for key in keys
    ]
