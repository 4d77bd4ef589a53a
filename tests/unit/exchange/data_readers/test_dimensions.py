from __future__ import annotations

import pytest

from oneplan.exchange.data_readers.datasets import dataset_name, slug
from oneplan.exchange.data_readers.dimensions import dimension_name, is_everyone, member_name


@pytest.mark.parametrize(
    "member", ["Total", "All", "All pupils", "Persons", "Total children", "Ethnicity total", ""]
)
def test_the_whole_is_everyone(member: str) -> None:
    assert is_everyone(member)


@pytest.mark.parametrize(
    "member", ["All other pupils", "Totally blind", "Boys", "All Black pupils"]
)
def test_a_part_is_not_everyone(member: str) -> None:
    assert not is_everyone(member)


def test_a_dimension_has_one_name_in_every_source() -> None:
    assert {dimension_name(header) for header in ("Gender", "sex", "SEX")} == {"sex"}
    assert dimension_name("fsm_status") == dimension_name("Free School Meals")


def test_a_member_leaves_out_the_name_of_its_dimension() -> None:
    names = ("Gender Female", "Gender_Girls", "Girls", "F")
    assert {member_name("sex", name) for name in names} == {"Female"}


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("ks2_la.csv", "ks2_la"),
        ("b1_in_need_2013_to_2025.csv", "b1_in_need"),
        ("clubs_202425.csv", "clubs"),
        ("Clubs 2024-25 (1).xlsx", "clubs"),
        ("2024.csv", "2024"),
    ],
)
def test_a_dataset_keeps_its_name_from_release_to_release(file: str, name: str) -> None:
    assert dataset_name(file) == name


def test_a_name_as_a_code_holds_words_and_hyphens() -> None:
    assert slug("Early years – GLD (%)") == "early-years-gld"
