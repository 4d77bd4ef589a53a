"""Each phrasing of the corpus, read one by one."""

from __future__ import annotations

import pytest

from oneplan.document.phrases.dates import find_periods, read_due
from oneplan.document.phrases.measures import read_measure
from oneplan.document.phrases.money import read_funding
from oneplan.document.phrases.names import read_posts, split_names, split_partners_and_leads
from oneplan.document.phrases.references import take_reference
from unit.document.phrases import corpus


@pytest.mark.parametrize("cells", corpus.rows("measures"), ids=lambda cells: cells[0])
def test_a_measure_is_read_as_it_is_meant(cells: list[str]) -> None:
    assert corpus.measure(read_measure(cells[0])) == cells[1:]


@pytest.mark.parametrize("cells", corpus.rows("due"), ids=lambda cells: cells[0])
def test_by_when_is_read_as_it_is_meant(cells: list[str]) -> None:
    text, neighbour, month, period = cells
    due = read_due(text, neighbour or None)
    assert due is not None
    assert [due.month or "-", due.period or "-"] == [month, period]


@pytest.mark.parametrize("cells", corpus.rows("periods"), ids=lambda cells: cells[0])
def test_the_periods_of_a_text_are_found(cells: list[str]) -> None:
    assert corpus.listed([corpus.period(found) for found in find_periods(cells[0])]) == cells[1]


@pytest.mark.parametrize("cells", corpus.rows("funding"), ids=lambda cells: cells[0])
def test_money_is_read_as_it_is_meant(cells: list[str]) -> None:
    assert corpus.listed([corpus.funding(part) for part in read_funding(cells[0])]) == cells[1]


@pytest.mark.parametrize("cells", corpus.rows("names"), ids=lambda cells: cells[0])
def test_a_list_of_names_is_split_between_names_only(cells: list[str]) -> None:
    assert corpus.listed(split_names(cells[0]), " | ") == cells[1]


@pytest.mark.parametrize("cells", corpus.rows("posts"), ids=lambda cells: cells[0])
def test_each_post_of_a_cell_is_whole(cells: list[str]) -> None:
    assert corpus.listed(read_posts(cells[0]), " | ") == cells[1]


@pytest.mark.parametrize("cells", corpus.rows("partners_and_leads"), ids=lambda cells: cells[0])
def test_partners_and_the_lead_after_them_are_told_apart(cells: list[str]) -> None:
    partners, leads = split_partners_and_leads(cells[0])
    assert [corpus.listed(partners, " | "), corpus.listed(leads, " | ")] == cells[1:]


@pytest.mark.parametrize("cells", corpus.rows("references"), ids=lambda cells: cells[0])
def test_a_reference_is_taken_and_an_age_or_a_count_is_not(cells: list[str]) -> None:
    reference, rest = take_reference(cells[0])
    assert [reference or "-", rest or "-"] == cells[1:]
