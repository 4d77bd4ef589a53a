"""Every operation says who may do it, and refuses whoever may not."""

from __future__ import annotations

import ast
from datetime import UTC, datetime
from pathlib import Path

import pytest

from builders.declared_operations import Operation, functions, operations
from oneplan.partnership.audit.operations import Actor, record
from oneplan.partnership.partners.access import Member, NotAllowed
from oneplan.partnership.partners.models import Partnership
from oneplan.partnership.partners.permissions import GRANTS, Role

SOURCES = Path(__file__).resolve().parents[2] / "src" / "oneplan"
OF_VALUES = {"oneplan.partnership.plans.operations.keeping.source_file"}
"""What makes a value that operations are given, and touches nothing."""
ROOMS_THAT_ASK = ("website", "commandline", "demonstration")
OPERATIONS = [pytest.param(each, id=f"{each.room}.{each.name}") for each in operations()]
AT = datetime(2026, 4, 1, 12, tzinfo=UTC)


def _member(role: Role) -> Member:
    actor = Actor("person:0", role.value)
    return Member(Partnership(slug="fens", name="Fens"), actor, frozenset({role}), frozenset())


@pytest.mark.parametrize("operation", OPERATIONS)
def test_an_operation_declares_its_permission_and_is_told_when(operation: Operation) -> None:
    assert operation.permissions, "Declare it with @requires(…)"
    assert "at" in operation.parameters


@pytest.mark.parametrize("operation", OPERATIONS)
def test_an_operation_refuses_whoever_may_not_do_it(
    db: None,  # noqa: ARG001 - operations begin with a transaction
    operation: Operation,
) -> None:
    for role in Role:
        allowed = bool(GRANTS[role].intersection(operation.permissions))
        # Something that nobody asks for ends an operation that is allowed before it begins.
        refusal: type[Exception] = TypeError if allowed else NotAllowed
        with pytest.raises(refusal):
            operation.function(by=_member(role), at=AT, nobody_asks_for_this=True)


def _asked_from_outside() -> dict[str, str]:
    """The functions of operations that the floors above import, with who does."""
    names = {(each.function.__module__, each.name) for each in functions()}
    found = {}
    for room in ROOMS_THAT_ASK:
        for file in (SOURCES / room).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom):
                    for alias in node.names:
                        if (node.module or "", alias.name) in names:
                            found[f"{node.module}.{alias.name}"] = str(file.relative_to(SOURCES))
    return found


def test_what_the_floors_above_call_is_an_operation() -> None:
    whole = {
        f"{each.function.__module__}.{each.name}"
        for each in functions()
        if each.keyword_only and {"by", "at"} <= set(each.parameters)
    }
    asked = _asked_from_outside()
    assert len(asked) > 10
    assert {name: file for name, file in asked.items() if name not in whole | OF_VALUES} == {}


def test_nobody_above_the_rooms_writes_history_without_an_operation() -> None:
    assert f"{record.__module__}.{record.__name__}" not in _asked_from_outside()


def test_every_operation_can_be_done_from_the_floors_above() -> None:
    asked = _asked_from_outside()
    names = {f"{each.function.__module__}.{each.name}" for each in operations()}
    assert sorted(names - asked.keys()) == []
