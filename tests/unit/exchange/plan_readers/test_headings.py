import pytest

from oneplan.exchange.plan_readers.headings import labels_of, read_heading, take_apart


@pytest.mark.parametrize(
    ("line", "label", "code", "title"),
    [
        ("Priority 1: cleaner beaches.", "Priority", "1", "cleaner beaches"),
        ("Area for improvement: fewer lost dogs.", "Area for improvement", None, "fewer lost dogs"),
        ("Outcome 2 – Safe water", "Outcome", "2", "Safe water"),
        ("Strategic Objective Three - Warm homes", "Strategic Objective", "3", "Warm homes"),
        ("Theme B | Work", "Theme", "B", "Work"),
        ("Objective 1.2 Plant hedges", "Objective", "1.2", "Plant hedges"),
        ("Priority 4", "Priority", "4", "Priority 4"),
    ],
)
def test_a_labelled_line_is_a_heading(line: str, label: str, code: str | None, title: str) -> None:
    words = read_heading(line)
    assert words is not None
    assert (words.label, words.code, words.title) == (label, code, title)


def test_a_line_in_capitals_is_a_heading_and_initials_are_not() -> None:
    words = read_heading("OUR TOWNS ARE CLEAN AND GREEN.")
    assert words is not None
    assert words.capitals
    assert read_heading("OM: 0-11 & OM: 11-19 & OM: ALN") is None
    assert read_heading("RAG") is None


@pytest.mark.parametrize(
    "line",
    [
        "Priorities for the coming year: many things.",
        "Outcome measures:",
        "Priority is given to the coast.",
        "The plan is set out in three sections – one for each town.",
        "",
    ],
)
def test_a_sentence_is_no_heading(line: str) -> None:
    assert read_heading(line) is None


def test_a_plan_may_number_its_parts_with_a_word_of_its_own() -> None:
    labels = labels_of(["Wave 1: Calm seas", "A line", "Wave 2: Clean sand"])
    words = read_heading("Wave 2: Clean sand", labels)
    assert words is not None
    assert (words.label, words.code, words.title) == ("Wave", "2", "Clean sand")
    assert read_heading("Wave 2: Clean sand") is None


def test_a_number_before_a_heading_is_its_code() -> None:
    assert take_apart("2.1 Keep the ferry running").code == "2.1"
    assert take_apart("Keep the ferry running").code is None
