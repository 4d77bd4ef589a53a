from __future__ import annotations

import json

from builders.reported import ACCEPTED, FILE, FINDINGS, PLAN
from oneplan.exchange.reports.formats.json import findings_as_json
from oneplan.vocabulary.findings import Finding


def test_findings_come_back_as_they_were():
    content = json.loads(findings_as_json(FINDINGS, FILE, plan=PLAN))
    assert [Finding.model_validate(finding) for finding in content["findings"]] == FINDINGS


def test_the_counts_and_the_plan_are_named():
    content = json.loads(findings_as_json(FINDINGS, FILE, plan=PLAN, accepted=ACCEPTED))
    assert content["counts"] == {"error": 1, "warning": 0, "info": 1, "accepted": 1}
    assert content["title"] == "Play for all in Fenshire"


def test_an_accepted_finding_has_its_reason_and_day():
    [accepted] = json.loads(findings_as_json([], FILE, accepted=ACCEPTED))["accepted"]
    assert accepted["acceptance"] == {
        "reason": "The post is advertised",
        "by": "Plan officer",
        "on": "2026-03-01",
    }
