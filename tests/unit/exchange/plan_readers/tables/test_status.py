import pytest

from oneplan.exchange.plan_readers.tables.status import known_status, read_status


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("R", "red"),
        ("AMBER", "amber"),
        ("⬤ Green", "green"),
        ("🟢", "green"),
        ("RAG: Red", "red"),
        ("Amber/Green", "amber/green"),
        ("A-R", "amber/red"),
        ("On track", "on track"),
        ("Completed", "complete"),
        ("✔", "complete"),
        ("Not yet started", "not started"),
        ("Green (on track)", "green"),
        ("Delayed", "off track"),
    ],
)
def test_a_status_is_one_plain_word(printed: str, status: str) -> None:
    assert read_status(printed) == status


def test_what_follows_the_word_is_kept() -> None:
    assert read_status("Amber – the van is late") == "amber – the van is late"


def test_an_unknown_status_stays_as_printed() -> None:
    assert read_status("With the lawyers") == "With the lawyers"
    assert known_status("With the lawyers") is None


def test_an_empty_cell_has_no_status() -> None:
    assert read_status("  ") is None
