from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from builders.plans import make_plan
from builders.typed_commands import Typed
from oneplan.document.files import from_json, from_yaml, to_yaml
from oneplan.evidence.calculations.columns import ADDED, TAKEN
from oneplan.evidence.calculations.table import A_ROW_A_SET, METHODS

PAGE = """<html><h1>A plan for the harbour</h1><h2>Priority 1: Clean water</h2>
<table><tr><th>Ref</th><th>Action</th><th>By when?</th><th>Who</th><th>Measure</th></tr>
<tr><td>HB 1.0</td><td>Mend the sewer</td><td>March 2031</td><td>Head of Drains</td>
<td>Cut spills from 14 in 2029/30 to 22 in 2030/31</td></tr></table></html>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_convert_gives_a_plan_document_as_json_and_as_yaml(typed: Typed, page: Path) -> None:
    as_json, as_yaml = typed("convert", page), typed("convert", page, "--to", "yaml")
    assert as_json.status == 0
    assert from_json(as_json.out) == from_yaml(as_yaml.out)
    assert from_json(as_json.out).elements[0].actions[0].ref == "HB 1.0"


def test_the_name_of_the_output_says_what_to_write(
    typed: Typed, page: Path, tmp_path: Path
) -> None:
    assert typed("convert", page, "-o", tmp_path / "plan.yml").out == ""
    assert from_yaml((tmp_path / "plan.yml").read_bytes()).title == "A plan for the harbour"


def test_a_column_can_be_named_by_hand(typed: Typed, page: Path) -> None:
    said = typed("convert", page, "--column", "Who=partners")
    (action,) = from_json(said.out).elements[0].actions
    assert (action.leads, action.partners) == ([], ["Head of Drains"])


def test_lint_names_the_fault_and_ends_with_one(typed: Typed, page: Path) -> None:
    said = typed("lint", page)
    assert said.status == 1
    assert re.search(r"harbour\.html.*error: .*14.*22.*\[direction-contradicts-values\]", said.out)


@pytest.mark.parametrize("shape", ["json", "sarif", "html"])
def test_lint_writes_the_same_findings_in_every_format(
    typed: Typed, page: Path, shape: str
) -> None:
    said = typed("lint", page, "--format", shape)
    assert said.status == 1
    assert "direction-contradicts-values" in said.out
    if shape != "html":
        assert json.loads(said.out)


def test_rules_can_be_selected_and_ignored(typed: Typed, page: Path) -> None:
    only = typed("lint", page, "--select", "missing-funding", "--format", "json")
    assert {finding["rule"] for finding in json.loads(only.out)["findings"]} == {"missing-funding"}
    assert only.status == 0
    assert typed("lint", page, "--ignore", "direction-contradicts-values").status == 0


def test_what_counts_as_found_can_be_set(typed: Typed, page: Path) -> None:
    words = ("lint", page, "--select", "missing-funding")
    assert typed(*words, "--fail-on", "info").status == 1


def test_an_accepted_finding_no_longer_fails_the_check(typed: Typed, page: Path) -> None:
    found = json.loads(typed("lint", page, "--format", "json").out)["findings"]
    marks = [finding["fingerprint"] for finding in found if finding["severity"] == "error"]
    entries = "".join(f"- fingerprint: {mark}\n  reason: It is so.\n" for mark in marks)
    page.with_name("harbour.html.accepted.yaml").write_text(entries, encoding="utf-8")
    said = typed("lint", page)
    assert said.status == 0
    assert "It is so." in typed("lint", page, "--format", "json").out


def test_diff_of_a_plan_and_its_edited_copy_says_what_changed(typed: Typed, tmp_path: Path) -> None:
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    plan = make_plan(2)
    old.write_text(to_yaml(plan), encoding="utf-8")
    plan.elements[0].children[0].actions[0].leads = ["Head of Drains"]
    new.write_text(to_yaml(plan), encoding="utf-8")
    said = typed("diff", old, new)
    assert said.status == 0
    assert "has another lead: Head of Drains" in said.out
    assert typed("diff", old, old).out.startswith("The two plans say the same")
    assert "<h1>1 thing differs" in typed("diff", old, new, "--format", "html").out


def test_rules_lists_them_all_and_explains_one(typed: Typed) -> None:
    assert "missing-baseline" in typed("rules").out
    assert "baseline" in typed("rules", "missing-baseline").out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("convert", "nowhere.docx"), "There is no file nowhere.docx"),
        (("convert", "."), "is a folder"),
        (("rules", "missing-basline"), "Did you mean missing-baseline?"),
        (("lint", "nowhere.docx", "--select", "no-such-rule"), "There is no rule 'no-such-rule'"),
        (("convert", "nowhere.docx", "--column", "Who=boss"), "There is no role 'boss'"),
        (("convert", "nowhere.docx", "--column", "Who"), "is not HEADER=ROLE"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_with_a_cure(
    typed: Typed, words: tuple[str, ...], says: str
) -> None:
    said = typed(*words)
    assert said.status == 2
    assert says in said.err
    assert "Traceback" not in said.err
    assert said.out == ""


def test_a_file_that_is_no_plan_ends_with_two_and_says_what_to_do(
    typed: Typed, tmp_path: Path
) -> None:
    picture = tmp_path / "plan.docx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 400)
    said = typed("convert", picture)
    assert said.status == 2
    assert len(said.err.splitlines()) == 1


@pytest.mark.parametrize(
    "command", ["convert", "lint", "diff", "rules", "indicators", "calculate", "demo"]
)
def test_every_command_helps_with_an_example(typed: Typed, command: str) -> None:
    said = typed(command, "--help")
    assert said.status == 0
    assert f"oneplan {command}" in said.out
    assert "Example" in said.out


def test_calculate_adds_the_results_to_the_rows(typed: Typed, tmp_path: Path) -> None:
    table = tmp_path / "rows.csv"
    table.write_text("school,numerator,denominator\nHill,12,80\nDale,90,80\n", encoding="utf-8")
    said = typed("calculate", "proportion", table)
    assert said.status == 1
    header, hill, dale = said.out.splitlines()
    assert header == "school,numerator,denominator,value,lower,upper,method,outcome,message"
    assert hill.startswith("Hill,12,80,0.15,")
    assert "not from 0 to the denominator" in dale


@pytest.mark.parametrize("method", METHODS)
def test_a_header_without_rows_comes_back_with_the_columns_that_are_added(
    typed: Typed, tmp_path: Path, method: str
) -> None:
    table = tmp_path / "rows.csv"
    table.write_text(",".join((*TAKEN[method], "note")) + "\n", encoding="utf-8")
    said = typed("calculate", method, table)
    assert said.status == 0
    assert "no rows" in said.err
    (header,) = said.out.splitlines()
    assert header.endswith(",".join((*ADDED[method], "outcome", "message")))
    assert ("note" in header.split(",")) == (method not in A_ROW_A_SET)


def test_calculate_knows_its_columns_whatever_a_spreadsheet_makes_of_them(
    typed: Typed, tmp_path: Path
) -> None:
    table = tmp_path / "rows.csv"
    rows = "\ufeffSchool;NUMERATOR ;Denominator\r\nHill;12,5;1.000\r\n\r\nDale;1;2;3\r\n"
    table.write_text(rows, encoding="utf-8")
    said = typed("calculate", "proportion", table)
    assert said.status == 1
    header, hill, dale = said.out.splitlines()
    assert header.startswith("School,NUMERATOR,Denominator,value,")
    assert hill.startswith('Hill,"12,5",1.000,0.0125,')
    assert "line 4 has 4 cells and the header 3" in dale
    assert "Read with a decimal comma: NUMERATOR, Denominator." in said.err


def test_a_column_that_a_method_needs_is_asked_for(typed: Typed, tmp_path: Path) -> None:
    table = tmp_path / "rows.csv"
    table.write_text("set_id,value\na,4\n", encoding="utf-8")
    said = typed("calculate", "rank", table)
    assert said.status == 2
    assert "no column 'polarity'" in said.err


def test_a_method_that_there_is_not_is_said_with_those_that_there_are(
    typed: Typed, tmp_path: Path
) -> None:
    said = typed("calculate", "median", tmp_path / "rows.csv")
    assert said.status == 2
    assert "control-chart" in said.err
