from __future__ import annotations

import csv
import json
import stat
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from builders.typed_commands import Typed
from oneplan.evidence.catalogue import load_catalogue

RULE = """
name = "Counts from 1 to 5 are withheld"
source = "Made-up guidance"
hide_under = 6
"""
TABLE = """year,area code,area,sex,pupils,percent
2023,E1,Ashby,Boys,3,6.5
2023,E1,Ashby,Girls,43,93.5
2023,E1,Ashby,Total,46,100
2023,E2,Birch,Boys,20,50
2023,E2,Birch,Girls,20,50
2023,E2,Birch,Total,40,100
2023,E3,Thornshire,Boys,23,26.7
2023,E3,Thornshire,Girls,63,73.3
2023,E3,Thornshire,Total,86,100
"""
Disclose = Callable[..., tuple[int, list[dict[str, str]], str]]


@pytest.fixture
def disclose(typed: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Disclose:
    """Runs the command in a folder with a table and a rule: its status, the rows, and what it said."""
    monkeypatch.chdir(tmp_path)
    Path("pupils.csv").write_text(TABLE, encoding="utf-8")
    Path("rule.toml").write_text(RULE, encoding="utf-8")

    def command(*words: str) -> tuple[int, list[dict[str, str]], str]:
        said = typed("disclose", *words)
        return said.status, list(csv.DictReader(StringIO(said.out))), said.err

    return command


def test_a_small_count_is_withheld_with_what_would_give_it_back(disclose: Disclose) -> None:
    status, rows, said = disclose("pupils.csv", "--rule", "rule.toml")
    assert status == 0
    assert [row["pupils"] for row in rows] == ["c", "c", "46", "c", "c", "40", "23", "63", "86"]
    assert [row["status"] for row in rows].count("suppressed") == 4
    assert "4 of 9 counts withheld: 1 by the rule, 3 to protect them" in said


def test_a_percentage_goes_with_its_count(disclose: Disclose) -> None:
    _, rows, _ = disclose("pupils.csv", "--rule", "rule.toml")
    assert [row["percent"] for row in rows] == [*"cc", "100", *"cc", "100", "26.7", "73.3", "100"]


def test_a_figure_that_may_be_of_anything_is_withheld_with_any_count(disclose: Disclose) -> None:
    Path("other.csv").write_text(TABLE.replace("26.7", "30.1"), encoding="utf-8")
    _, rows, _ = disclose("other.csv", "--rule", "rule.toml")
    assert {row["percent"] for row in rows} == {"c"}


def test_the_reasons_are_a_file_of_their_own(disclose: Disclose) -> None:
    disclose("pupils.csv", "--rule", "rule.toml", "--reasons", "why.csv")
    with Path("why.csv").open(encoding="utf-8") as file:
        reasons = list(csv.DictReader(file))
    assert (reasons[0]["line"], reasons[0]["count"]) == ("2", "primary: a small count")
    assert all(row["count"].startswith("secondary") for row in reasons[1:])


def test_what_was_published_is_remembered_and_not_undone(disclose: Disclose) -> None:
    first = disclose("pupils.csv", "--rule", "rule.toml", "--ledger", "ledger.json")
    again = disclose("pupils.csv", "--rule", "rule.toml", "--ledger", "ledger.json")
    assert again == first
    kept = json.loads(Path("ledger.json").read_text(encoding="utf-8"))
    assert len(kept["publications"]) == 1
    if sys.platform != "win32":
        assert stat.S_IMODE(Path("ledger.json").stat().st_mode) == 0o600
    Path("girls.csv").write_text(GIRLS, encoding="utf-8")
    _, rows, _ = disclose("girls.csv", "--rule", "rule.toml", "--ledger", "ledger.json")
    assert [row["pupils"] for row in rows] == ["c", "63"]


GIRLS = "Academic year,Area name,Gender,pupils\n2023,Ashby,Female,43\n2023,Thornshire,Female,63\n"


def _shown(folder: str, table: str) -> list[str]:
    with Path(folder, table).open(encoding="utf-8") as file:
        return [row["pupils"] for row in csv.DictReader(file)]


def test_tables_of_one_call_are_cleared_together_into_a_folder(disclose: Disclose) -> None:
    Path("girls.csv").write_text(GIRLS, encoding="utf-8")
    words = "--rule", "rule.toml", "--ledger", "ledger.json", "-o", "shown", "--reasons", "why"
    status, rows, said = disclose("girls.csv", "pupils.csv", *words)
    assert (status, rows) == (0, [])
    assert _shown("shown", "girls.csv") == ["c", "63"]
    assert _shown("shown", "pupils.csv") == ["c", "c", "46", "c", "c", "40", "23", "63", "86"]
    assert Path("why", "girls.csv").exists()
    assert "girls.csv: 1 of 2 counts withheld" in said
    first = Path("shown", "pupils.csv").read_bytes()
    assert disclose("pupils.csv", "girls.csv", *words)[0] == 0
    assert Path("shown", "pupils.csv").read_bytes() == first
    kept = json.loads(Path("ledger.json").read_text(encoding="utf-8"))
    assert len(kept["publications"]) == 2


def test_each_table_may_have_a_release_of_its_own(disclose: Disclose) -> None:
    later = TABLE.replace("Ashby,Boys,3,6.5", "Ashby,Boys,7,14").replace(
        "Ashby,Total,46", "Ashby,Total,50"
    )
    later = later.replace("Thornshire,Boys,23", "Thornshire,Boys,27").replace(
        "Total,86", "Total,90"
    )
    Path("later.csv").write_text(later, encoding="utf-8")
    words = "later.csv", "pupils.csv", "--rule", "rule.toml", "-o", "shown"
    assert disclose(*words)[0] == 1
    assert _shown("shown", "pupils.csv") == ["c"] * 9
    status, _, said = disclose(*words, "--release", "July", "--release", "June")
    assert (status, "Each of them could still be" in said) == (0, True)
    assert _shown("shown", "pupils.csv")[0] == "c"
    assert _shown("shown", "later.csv")[0] in ("c", "7")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["girls.csv"], "Several tables need a folder"),
        (["girls.csv", "-o", "rule.toml"], "is a file, for several tables"),
        (["girls.csv", "-o", "."], "would be written over"),
        (["more/pupils.csv", "-o", "shown"], "have the same name"),
        (["girls.csv", "-o", "shown", "--reasons", "shown"], "would be written over"),
        (["girls.csv", "-o", "shown", *["--release", "a"] * 3], "3 releases for 2 tables"),
        (["girls.csv", "-o", "rule.toml/shown"], "cannot be"),
    ],
)
def test_several_tables_that_cannot_be_written_apart_are_refused(
    disclose: Disclose, words: list[str], sentence: str
) -> None:
    Path("more").mkdir()
    for name in ("girls.csv", "more/pupils.csv"):
        Path(name).write_text(GIRLS, encoding="utf-8")
    status, _, said = disclose("pupils.csv", "--rule", "rule.toml", *words)
    assert status == 2
    assert sentence in said
    assert Path("pupils.csv").read_text(encoding="utf-8") == TABLE
    assert not Path("shown").exists()


def test_a_table_is_not_written_over_with_what_may_be_shown(disclose: Disclose) -> None:
    status, _, said = disclose("pupils.csv", "--rule", "rule.toml", "-o", "pupils.csv")
    assert (status, "would be written over" in said) == (2, True)


def test_who_was_everyone_in_one_table_is_everyone_in_the_next(disclose: Disclose) -> None:
    disclose("pupils.csv", "--rule", "rule.toml", "--ledger", "ledger.json")
    other = "year,area,sex,pupils\n2023,Birch,Total,40\n2023,Thornshire,Total,90\n"
    Path("other.csv").write_text(other, encoding="utf-8")
    status, rows, said = disclose("other.csv", "--rule", "rule.toml", "--ledger", "ledger.json")
    assert status == 1
    assert "Two counts are given for one cell of one release" in said
    assert {row["pupils"] for row in rows} == {"c"}


def test_where_a_total_disagrees_with_its_parts_nothing_is_shown_and_it_is_told(
    disclose: Disclose,
) -> None:
    Path("wrong.csv").write_text(TABLE.replace("Birch,Boys,20", "Birch,Boys,99"), encoding="utf-8")
    status, rows, said = disclose("wrong.csv", "--rule", "rule.toml")
    assert status == 1
    assert "totals-disagree" in said
    assert {row["pupils"] for row in rows} == {"c"}


def test_a_cell_that_is_no_count_is_withheld_and_told_with_its_line(disclose: Disclose) -> None:
    Path("odd.csv").write_text(TABLE.replace("Girls,43,", "Girls,many,"), encoding="utf-8")
    status, rows, said = disclose("odd.csv", "--rule", "rule.toml")
    assert status == 1
    assert "odd.csv:3" in said
    assert rows[1]["pupils"] == "c"


def test_percentages_of_a_base_are_worked_back_to_counts(disclose: Disclose) -> None:
    Path("shares.csv").write_text(
        "area,answered,base\nAshby,6%,50\nBirch,40%,80\nCopse,-4%,50\nTotal,20%,180\n".replace(
            "answered", "% who answered"
        ),
        encoding="utf-8",
    )
    status, rows, said = disclose("shares.csv", "--rule", "rule.toml")
    assert status == 1
    assert "shares.csv:4" in said
    shown = [row["% who answered"] for row in rows]
    assert shown[0] == shown[2] == "c"


def test_the_rule_of_a_defined_indicator_is_taken_by_its_code(disclose: Disclose) -> None:
    code = next(d.code for d in load_catalogue() if (d.suppress_below or 0) > 3)
    status, rows, _ = disclose("pupils.csv", "--rule", code)
    assert (status, rows[0]["pupils"]) == (0, "c")


@pytest.mark.parametrize(
    ("file", "content", "sentence"),
    [
        ("rule.toml", "name = ", "is no TOML"),
        ("rule.toml", 'name = "a"\nsource = "b"\n', "has no hide_under"),
        ("rule.toml", RULE + "threshold = 5", "no field 'threshold'"),
        ("rule.toml", RULE + 'zero = "gone"', 'is not "shown" or "hidden"'),
        ("rule.toml", RULE + "parts = 3", "parts is no table"),
        ("pupils.csv", "area,sex\nAshby,Boys\n", "No column holds counts"),
        ("pupils.csv", "area,pupils\n", "no rows"),
        ("pupils.csv", "", "empty"),
        ("ledger.json", "{}[]", "cannot be read as a ledger"),
    ],
)
def test_bad_input_is_one_sentence_and_what_to_do(
    disclose: Disclose, file: str, content: str, sentence: str
) -> None:
    Path(file).write_text(content, encoding="utf-8")
    status, rows, said = disclose("pupils.csv", "--rule", "rule.toml", "--ledger", "ledger.json")
    assert (status, rows) == (2, [])
    assert sentence in said
    assert "Traceback" not in said
