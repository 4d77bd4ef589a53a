"""What somebody did is told in one sentence."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from oneplan.website.components.deed_words import Touched, deed_words

ROOMS = Path(__file__).resolve().parents[3] / "src" / "oneplan" / "partnership"
SAYS_ITSELF = {"edit"}
"""Operations that do many things: what each event did is told."""


def _new(sort: str, label: str) -> Touched:
    return Touched(sort, label, before=False, after=True)


def _changed(sort: str, label: str) -> Touched:
    return Touched(sort, label, before=True, after=True)


@pytest.mark.parametrize(
    ("operation", "touched", "words"),
    [
        ("add_post", [_new("post", "Warden")], "Added the post “Warden”"),
        ("edit", [_changed("action", "QA 1")], "Changed the action “QA 1”"),
        (
            "edit",
            [Touched("action", "QA 1", before=True, after=False)],
            "Removed the action “QA 1”",
        ),
        (
            "freeze",
            [_changed("plan", "Town plan"), _new("version", "1.0")],
            "Froze the version “1.0”",
        ),
        (
            "answer_to",
            [
                _new("accountability", "The forum answers to the board"),
                Touched("accountability", "The forum answers to Cabinet", before=True, after=False),
            ],
            "Said that The forum answers to the board and took back that The forum answers to Cabinet",
        ),
        (
            "answer_to",
            [_new("accountability", f"Forum {number} answers to Cabinet") for number in range(4)],
            "Set whom a board answers to: 4 answers",
        ),
        ("add_seat", [_new("seat", "Ada sits on Cabinet")], "Said that Ada sits on Cabinet"),
        (
            "change_seat",
            [_changed("seat", "Ada sits on Cabinet")],
            "Changed the seat “Ada sits on Cabinet”",
        ),
        (
            "undo",
            [Touched("holding", "Ada holds Warden", before=True, after=False)],
            "Undid a change of the holder “Ada holds Warden”",
        ),
        ("settle_names", [_new("name", "PCT"), _new("name", "LA")], "Settled 2 names"),
        (
            "edit",
            [_changed("action", "QA 1"), _new("measure", "90%"), _changed("action", "QA 2")],
            "Changed 2 actions and 1 measure",
        ),
        (
            "end_organisation",
            [_new("succession", "B after A"), _changed("organisation", "A")],
            "Ended the organisation “A”",
        ),
        (
            "merge_organisation",
            [Touched("organisation", "A", before=True, after=False), _changed("name", "AA")],
            "Merged 1 organisation and 1 name",
        ),
        (
            "split",
            [
                _changed("action", "QA 1"),
                _new("action", "b"),
                _new("action link", "split from QA 1"),
            ],
            "Split a part of the plan, changing 2 actions",
        ),
        (
            "link",
            [_new("action link", "carries on QA 1")],
            "Linked the action link “carries on QA 1”",
        ),
        ("accept findings", [_changed("finding", "")], "Accepted the finding"),
        ("add_strategy", [_new("strategy", "A"), _new("strategy", "B")], "Added 2 strategies"),
    ],
)
def test_a_deed_is_told_by_what_it_did_and_to_what(
    operation: str, touched: list[Touched], words: str
) -> None:
    assert deed_words(operation, touched) == words


def _operations() -> Iterator[str]:
    """The names under which the rooms record what they do."""
    for file in ROOMS.rglob("operations/*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                place = {"changing": 1, "Doing": 3}.get(node.func.id)
                if place is not None and len(node.args) > place:
                    name = node.args[place]
                    if isinstance(name, ast.Constant):
                        yield str(name.value)


def test_every_operation_is_told_by_a_verb_of_what_was_done() -> None:
    one = [_changed("action", "QA 1")]
    names = {*_operations()} - SAYS_ITSELF
    assert len(names) > 25
    untold = {
        name
        for name in names
        if not name.startswith(("add_", "change_", "remove_"))
        and deed_words(name, one).startswith("Changed")
    }
    assert untold == set()
