from __future__ import annotations

import json
from typing import Any

from builders.reported import ACCEPTED, FILE, FINDINGS, PLAN
from oneplan.document.lint.rule_list import RULES
from oneplan.exchange.reports.formats.sarif import findings_as_sarif
from oneplan.vocabulary.findings import Finding


def _run(findings: list[Finding] = FINDINGS, file: str = FILE) -> dict[str, Any]:
    log = json.loads(findings_as_sarif(findings, file, plan=PLAN, accepted=ACCEPTED))
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    return run


def test_every_rule_is_described():
    rules = _run()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.name for rule in RULES]
    assert all(rule["fullDescription"]["text"] and rule["help"]["text"] for rule in rules)


def test_a_result_points_at_its_rule_and_its_line():
    run = _run()
    result = run["results"][0]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    physical = result["locations"][0]["physicalLocation"]
    assert physical == {
        "artifactLocation": {"uri": "play%20plan.txt"},
        "region": {"startLine": 5},
    }
    assert result["locations"][0]["logicalLocations"][0]["name"] == "FP 1.1"


def test_a_place_without_a_line_is_said_in_the_message():
    result = _run()["results"][1]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert "(table 2, row 4)" in result["message"]["text"]


def test_info_is_a_note():
    assert [result["level"] for result in _run()["results"]] == ["error", "note", "warning"]


def test_the_fingerprint_is_carried():
    result = _run()["results"][0]
    assert result["partialFingerprints"] == {"oneplanFinding/v1": FINDINGS[0].fingerprint}


def test_an_accepted_finding_is_suppressed_with_its_reason():
    [suppression] = _run()["results"][2]["suppressions"]
    assert suppression["kind"] == "external"
    assert suppression["justification"].startswith("The post is advertised (accepted by Plan")


def test_a_finding_of_the_reader_needs_no_described_rule():
    result = _run([Finding(rule="hidden-rows", severity="info", message="Two rows are hidden.")])
    assert "ruleIndex" not in result["results"][0]


def test_a_path_on_windows_becomes_a_file_address():
    run = _run([Finding(rule="x", severity="info", message="m")], "C:\\Plans\\play plan.docx")
    assert run["artifacts"][0]["location"]["uri"] == "file:///C:/Plans/play%20plan.docx"
