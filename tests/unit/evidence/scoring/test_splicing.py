from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import given, settings
from hypothesis import strategies as st

from oneplan.evidence.scoring.earlier import Earlier, Part
from oneplan.evidence.scoring.joining import row_groups
from oneplan.evidence.scoring.splicing import spliced

CODES = st.sets(st.sampled_from("abcdefghijklm"), min_size=1)


def _results(codes: Sequence[str], rows: int, say: str) -> pa.Table:
    keys = [code for code in sorted(codes) for _ in range(rows)]
    said = [f"{say} {place % rows}" for place in range(len(keys))]
    return pa.table({"indicator": pa.array(keys, pa.string()), "said": pa.array(said, pa.string())})


@settings(max_examples=30, deadline=None)
@given(CODES, CODES, st.integers(1, 4), st.integers(1, 9))
def test_what_is_kept_and_what_is_new_stand_in_their_order(
    held: set[str], changed: set[str], rows: int, together: int
) -> None:
    kept = held - changed
    with TemporaryDirectory() as name:
        folder = Path(name)
        earlier = folder / "earlier.parquet"
        pq.write_table(_results([*held], rows, "before"), earlier, row_group_size=together)
        scored, output = folder / "scored.parquet", folder / "output.parquet"
        pq.write_table(_results([*changed], rows, "now"), scored)
        part = Part(dict.fromkeys(sorted(held), ""), 0, row_groups(earlier))
        if kept:
            spliced(Earlier(earlier, (part,)), kept, sorted(changed), scored, output)
            both = [_results([*kept], rows, "before"), _results([*changed], rows, "now")]
            expected = pa.concat_tables(both).sort_by("indicator")
            assert pq.read_table(output).equals(expected)
        assert {file.name for file in folder.iterdir()} <= {
            "earlier.parquet",
            "scored.parquet",
            "output.parquet",
        }


def test_row_groups_without_a_changed_indicator_stay_byte_for_byte(tmp_path: Path) -> None:
    earlier, scored, output = (tmp_path / name for name in ("earlier", "scored", "output"))
    pq.write_table(_results("abcdefgh", 3, "before"), earlier, row_group_size=6)
    pq.write_table(_results("c", 3, "now"), scored)
    part = Part(dict.fromkeys("abcdefgh", ""), 0, 4)
    spliced(Earlier(earlier, (part,)), set("abdefgh"), ["c"], scored, output)
    assert row_groups(output) == 4
    for number, same in ((0, True), (1, False), (2, True), (3, True)):
        contents = []
        for file in (earlier, output):
            column = pq.read_metadata(file).row_group(number).column(1)
            begin = column.dictionary_page_offset or column.data_page_offset
            contents.append(file.read_bytes()[begin : begin + column.total_compressed_size])
        assert (contents[0] == contents[1]) is same


def test_indicators_that_are_gone_leave_nothing(tmp_path: Path) -> None:
    earlier, output = tmp_path / "earlier", tmp_path / "output"
    pq.write_table(_results("abcdefgh", 3, "before"), earlier, row_group_size=5)
    parts = (Part(dict.fromkeys("abcd", ""), 0, 3), Part(dict.fromkeys("efgh", ""), 3, 5))
    spliced(Earlier(earlier, parts), set("abgh"), [], None, output)
    assert pq.read_table(output).equals(_results("abgh", 3, "before"))
