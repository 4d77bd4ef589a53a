from __future__ import annotations

from builders.reported import ACCEPTED, FILE, FINDINGS, PLAN
from oneplan.exchange.reports.formats.text import findings_as_text
from oneplan.vocabulary.findings import Finding, Source


def test_a_finding_begins_with_place_severity_message_and_rule():
    first = findings_as_text(FINDINGS, FILE).splitlines()[0]
    assert first == (
        "play plan.txt:5: error: FP 1.1 is the reference of 2 different actions. [duplicate-reference]"
    )


def test_a_place_in_a_table_is_said_in_words():
    assert "play plan.txt: table 2, row 4: info:" in findings_as_text(FINDINGS, FILE)


def test_the_quoted_words_are_underlined_where_they_stand():
    lines = findings_as_text(FINDINGS, FILE, plan=PLAN).splitlines()
    quoted = next(line for line in lines if "in four towns" in line)
    marks = lines[lines.index(quoted) + 1]
    start = quoted.index("in four towns")
    assert marks[start : start + 13] == "~" * 13
    assert marks.count("~") == 13


def test_the_post_stands_beside_the_action():
    assert "FP 1.1 · Head of Parks" in findings_as_text(FINDINGS, FILE, plan=PLAN)


def test_what_to_do_is_said():
    assert "Fix: Give the second a free reference." in findings_as_text(FINDINGS, FILE)


def test_the_last_line_counts():
    text = findings_as_text(FINDINGS, FILE, accepted=ACCEPTED)
    assert text.splitlines()[-1] == (
        "2 findings: 1 cannot be right as written, 1 is worth a look. 1 more is accepted."
    )


def test_nothing_found_is_said_too():
    assert findings_as_text([], FILE) == "The red pen found nothing to settle.\n"


def test_without_a_terminal_there_is_no_escape_sequence_even_from_the_plan():
    assert "\x1b" not in findings_as_text(FINDINGS, FILE, plan=PLAN)


def test_on_a_terminal_the_severity_is_coloured():
    assert "\x1b[1;31merror\x1b[0m" in findings_as_text(FINDINGS, FILE, colour=True)


def test_the_place_of_a_workbook_names_the_sheet():
    finding = Finding(
        rule="placeholder",
        severity="error",
        message="M",
        source=Source(file="p.xlsx", sheet="Plan", line=7),
    )
    assert findings_as_text([finding], "p.xlsx").startswith("p.xlsx: sheet “Plan”, line 7: error")
