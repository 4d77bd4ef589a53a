"""A plan read from the bytes of a file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.composed import placed_actions
from oneplan.document.files import to_json, to_yaml
from oneplan.exchange.plan_readers.blocks import UnreadableFile
from oneplan.exchange.plan_readers.reading import read_plan

PLAN = b"""Clean Towns Plan 2024 to 2026

Priority 1: Tidy squares

Ref\tAction\tLead\tBy when\tMeasure
TS 1.0\tHire a sweeper\tSquare Warden\tMarch 2025\tSweeper hired by March 2025
TS 1.1\tEmpty every bin each day\tWaste Manager\tJune 2025\tFull bins fall from 40 in 2023/24 to 10 in 2024/25
"""


def _ends_well(data: bytes) -> str:
    """The title of the plan, or the message and the cure; anything else would be an exception."""
    try:
        return read_plan(data, "towns.txt").plan.title
    except UnreadableFile as unreadable:
        return f"{unreadable} {unreadable.cure}"


def test_a_text_file_becomes_a_plan_with_ids_and_places() -> None:
    reading = read_plan(PLAN, "towns.txt")
    (element,) = reading.plan.elements
    assert (element.label, element.code, element.title) == ("Priority", "1", "Tidy squares")
    assert [action.ref for action in element.actions] == ["TS 1.0", "TS 1.1"]
    assert element.id
    assert all(action.id for action in element.actions)
    assert element.actions[0].source is not None
    assert element.actions[0].source.line == 6
    assert reading.source is not None
    assert [known.role for known in reading.columns[0].columns] == [
        "reference",
        "action",
        "leads",
        "due",
        "measures",
    ]


def test_a_plan_document_passes_through_unchanged() -> None:
    plan = read_plan(PLAN, "towns.txt").plan
    assert read_plan(to_json(plan).encode(), "towns.json").plan == plan
    assert read_plan(to_yaml(plan).encode(), "towns.yaml").plan == plan


def test_the_caller_s_mapping_reaches_the_table() -> None:
    reading = read_plan(PLAN, "towns.txt", mapping={"Lead": "partners"})
    actions = [action for _, action in placed_actions(reading.plan.elements)]
    assert actions[0].partners == ["Square Warden"]
    assert actions[0].leads == []


@pytest.mark.parametrize("name", ["plan.json", "plan.yaml"])
@pytest.mark.parametrize("data", [b"", b"{", b"[1, 2]", b"title: [", b"\xff\xfe\x00"])
def test_a_plan_document_that_is_none_is_said(name: str, data: bytes) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read_plan(data, name)
    assert str(raised.value)
    assert raised.value.cure


def test_prose_before_the_tables_is_read_as_prose() -> None:
    prose = [
        "# Clean Towns Plan 2024 to 2026",
        "## Outcome 1: Children play out",
        "### Why this matters",
        *(f"- Street {number} has nowhere safe to play." for number in range(8)),
        "### What we will do",
        *(f"- Close street {number} to cars on Sundays." for number in range(8)),
        "### How we will measure it",
        "- Children who play out each week rise from 20% in 2024 to 40% in 2026.",
        "- Injuries on side streets fall from 12 in 2024 to 6 in 2026.",
        "## Action plan",
        "",
    ]
    data = "\n".join(prose).encode() + PLAN.split(b"\n", 2)[2]
    plan = read_plan(data, "towns.md").plan
    assert [element.title for element in plan.elements] == ["Children play out", "Tidy squares"]
    outcome, priority = plan.elements
    assert sum(said.kind == "activity" for said in outcome.statements) == 8
    assert len(outcome.measures) == 2
    assert [action.ref for action in priority.actions] == ["TS 1.0", "TS 1.1"]


def test_what_is_no_plan_is_said() -> None:
    reading = read_plan(b"Dear all,\n\nthe meeting has moved to the town hall.\n", "letter.txt")
    assert "not-a-plan" in [finding.rule for finding in reading.findings]


def test_two_plans_in_one_file_are_noticed() -> None:
    later = PLAN.replace(b"2024 to 2026", b"2027 to 2029").replace(b"sweeper", b"gardener")
    more = b"TS 1.2\tWash the steps\tSquare Warden\tMay 2025\tSteps washed\n"
    reading = read_plan(PLAN + more + b"\n" + later + more, "towns.txt")
    assert "two-plans-in-one-file" in [finding.rule for finding in reading.findings]


def test_every_finding_has_a_fingerprint() -> None:
    reading = read_plan(PLAN.replace(b"Measure\n", b"Frobnitz\n"), "towns.txt")
    assert [finding.rule for finding in reading.findings] == ["column-not-recognised"]
    assert all(finding.fingerprint for finding in reading.findings)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(PLAN)), st.integers(0, len(PLAN)), st.binary(max_size=12))
def test_a_mutilated_file_ends_in_a_reading_or_a_clear_message(
    start: int, length: int, put: bytes
) -> None:
    data = PLAN[:start] + put + PLAN[start + length :]
    assert _ends_well(data)


CELLS = [
    "",
    "Action",
    "By when?",
    "Lead",
    "BH 1.0 Open a hut",
    "March 2024",
    "Head of Huts",
    "by end",
    "Action to narrow the gap",
    "Priority 1: Huts",
    "£5,000",
    "(",
    "•",
    "A. 1",
    "Outcome measures:",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(CELLS), min_size=1, max_size=5), min_size=1, max_size=12))
def test_any_table_reads_without_an_exception(rows: list[list[str]]) -> None:
    text = "\n".join("\t".join(row) for row in rows)
    assert _ends_well(text.encode())
