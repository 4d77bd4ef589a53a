from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from oneplan.document.lint.acceptances import (
    Acceptance,
    judged,
    read_acceptances,
    stale,
)
from oneplan.vocabulary.findings import Finding

FINDING = Finding(
    rule="missing-lead",
    severity="warning",
    message="Nobody leads.",
    where="FP 1.1",
    fingerprint="ab12",
)
FILE = b"""\
accepted:
  - fingerprint: ab12
    rule: missing-lead
    where: FP 1.1
    reason: The post is being advertised
    by: Plan officer
    on: 2026-03-01
"""


def _complaints(data: bytes) -> list[str]:
    return [fault.message for fault in read_acceptances(data, "plan.accepted.yaml")[1]]


def test_a_whole_entry_is_read():
    acceptances, faults = read_acceptances(FILE, "plan.accepted.yaml")
    assert faults == []
    assert acceptances == [
        Acceptance(
            "ab12",
            "The post is being advertised",
            "missing-lead",
            "FP 1.1",
            "Plan officer",
            date(2026, 3, 1),
        )
    ]


def test_a_bare_list_is_read_too():
    assert read_acceptances(b"- {fingerprint: x1, reason: Agreed}", "a")[0][0].fingerprint == "x1"


def test_an_empty_file_accepts_nothing():
    assert read_acceptances(b"", "a") == ([], [])
    assert read_acceptances(b"accepted:\n", "a") == ([], [])


def test_an_entry_without_a_reason_does_not_count():
    acceptances, [fault] = read_acceptances(b"- fingerprint: x1", "a")
    assert acceptances == []
    assert fault.severity == "error"
    assert "without a reason" in fault.message


def test_a_wrong_day_is_said_and_the_acceptance_kept():
    acceptances, [fault] = read_acceptances(b"- {fingerprint: x1, reason: R, on: spring}", "a")
    assert len(acceptances) == 1
    assert fault.severity == "warning"


def test_the_second_acceptance_of_one_finding_is_said():
    twice = b"- {fingerprint: x1, reason: A}\n- {fingerprint: x1, reason: B}"
    acceptances, [fault] = read_acceptances(twice, "a")
    assert [acceptance.reason for acceptance in acceptances] == ["A"]
    assert "second time" in fault.message


def test_a_file_that_is_no_yaml_is_said_with_its_line():
    [fault] = read_acceptances(b"a: 1\n\t- [", "a")[1]
    assert fault.source is not None
    assert fault.source.line == 2


def test_what_is_no_list_no_entry_or_no_text_is_said():
    assert _complaints(b"just words") == ["The file holds no list of accepted findings."]
    assert _complaints(b"fingerprints: none") == ["The file holds no list of accepted findings."]
    assert _complaints(b"- 7") == ["Entry 1 is not a set of fingerprint, reason, by and on."]
    assert _complaints(b"\xff\xfe\xfa") == ["The file is not text in UTF-8."]
    assert _complaints(b"a" * 3_000_000) == [
        "The file is too large to be a list of accepted findings."
    ]


def test_an_accepted_finding_is_no_longer_open():
    other = FINDING.model_copy(update={"fingerprint": "cd34"})
    result = judged([FINDING, other], [Acceptance("ab12", "Agreed")])
    assert result.open == [other]
    assert result.accepted == [(FINDING, Acceptance("ab12", "Agreed"))]


def test_an_acceptance_without_its_finding_is_stale():
    acceptances = [Acceptance("ab12", "Agreed"), Acceptance("zz", "Old", rule="vague-measure")]
    [finding] = stale([FINDING], acceptances, "plan.accepted.yaml")
    assert "vague-measure" in finding.message
    assert finding.severity == "info"


@given(st.binary(max_size=200))
def test_no_file_is_met_with_a_traceback(data):
    acceptances, _ = read_acceptances(data, "a")
    assert all(acceptance.reason for acceptance in acceptances)
