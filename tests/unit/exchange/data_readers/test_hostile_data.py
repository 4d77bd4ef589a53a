from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import data_files
from oneplan.exchange.data_readers.data_files import read_observations
from oneplan.exchange.data_readers.reading import NoObservations
from oneplan.exchange.data_readers.rows import UnreadableTable

SOUND = [
    data_files.ees(["sex", "pupils"], [[*data_files.county(), "Boys", "5"]] * 2),
    data_files.fingertips([{}, {"Sex": "Male"}]),
    data_files.els([{}, {"areacd": "E92000001"}]),
    data_files.lait([("Skating", "2024", "7.5", 885.0)]),
    data_files.csv_bytes(["area", "period", "sex", "value"], [["E07000237", "2024", "All", "4"]]),
]


@settings(max_examples=60)
@given(st.sampled_from(SOUND), st.integers(0, 2000), st.binary(max_size=6), st.integers(0, 40))
def test_a_file_with_a_part_overwritten_is_read_or_refused_in_a_sentence(
    data: bytes, place: int, put: bytes, taken: int
) -> None:
    place %= len(data)
    broken = data[:place] + put + data[place + taken :]
    try:
        reading = read_observations(broken, "a.csv")
    except (NoObservations, UnreadableTable):
        return
    assert reading.cells == reading.observations.num_rows + sum(reading.rejected.values())


@pytest.mark.parametrize("data", SOUND[:3], ids=["ees", "fingertips", "els"])
def test_a_header_without_rows_gives_no_observations(data: bytes) -> None:
    reading = read_observations(data.split(b"\n")[0] + b"\n", "a.csv")
    assert (reading.cells, reading.observations.num_rows) == (0, 0)


def test_a_character_that_separates_inside_a_cell_does_no_harm() -> None:
    rows = [[*data_files.county(), "Bo\x1fys", "5"]]
    reading = read_observations(data_files.ees(["sex", "pupils"], rows), "a.csv")
    assert reading.observations["group"].to_pylist() == ["sex=Bo ys"]


def test_a_cell_of_a_million_characters_is_no_number() -> None:
    rows = [["E07000237", "2024", "9" * 1_000_000], ["E07000237", "2023", "4"]]
    reading = read_observations(data_files.csv_bytes(["area", "period", "value"], rows), "a.csv")
    assert (reading.cells, reading.observations.num_rows) == (2, 1)


def test_a_table_as_wide_as_a_sheet_can_be_is_refused_with_the_cure() -> None:
    header = ",".join(f"x{number}" for number in range(16_384))
    with pytest.raises(UnreadableTable, match="16,384 columns") as caught:
        read_observations(f"{header}\n{'1,' * 16_383}1\n".encode(), "a.csv")
    assert "rows" in caught.value.cure
