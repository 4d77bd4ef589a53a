import pytest

from oneplan.exchange.plan_readers.tables.header_cells import read_header


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("What are we going to do?", "action"),
        ("Key actions", "action"),
        ("How will we get there?", "action"),
        ("No.", "reference"),
        ("Action ref", "reference"),
        ("By when?", "due"),
        ("TIMESCALE", "due"),
        ("Target date", "due"),
        ("Start date", "start"),
        ("How we’ll know", "measures"),
        ("Progress measure (with baseline, target and milestones)", "measures"),
        ("Measures of success / KPIs", "measures"),
        ("Target 2024/25", "target"),
        ("Where are we now?", "baseline"),
        ("Milestones Q2", "milestones"),
        ("Quarter 3", "milestones"),
        ("Resources (£)", "funding"),
        ("Who", "leads"),
        ("Lead partner", "leads"),
        ("Lead officer / agency", "leads"),
        ("Who else is involved?", "partners"),
        ("Partners involved\n& lead officer", "partners_and_leads"),
        ("Who (lead and partners)", "partners_and_leads"),
        ("Related plans and strategies", "strategies"),
        ("Which board oversees it", "groups"),
        ("Links to strategies & groups", "strategies_and_groups"),
        ("RAG", "status"),
        ("BRAG rating", "status"),
        ("Comments", "progress"),
        ("Strategic objective", "priority"),
        ("Area of focus", "area"),
        ("Page no", "page"),
    ],
)
def test_headers_are_known_by_their_meaning(header: str, role: str) -> None:
    assert read_header(header).role == role


def test_words_in_brackets_explain_and_do_not_decide() -> None:
    assert read_header("Partners (lead in bold)").role == "partners_and_leads"
    assert read_header("Outcome measure (by when)").role == "measures"


def test_a_year_alone_is_a_period_and_no_role() -> None:
    reading = read_header("2025/26")
    assert reading.role is None
    assert reading.period_only


def test_a_header_of_known_words_is_surer_than_one_with_strange_ones() -> None:
    assert read_header("Action").sure > read_header("Action quux frob").sure


@pytest.mark.parametrize("text", ["", "Zeit", "Bod", "x" * 400])
def test_what_says_nothing_known_has_no_role(text: str) -> None:
    assert read_header(text).role is None
    assert read_header(text).sure == 0
