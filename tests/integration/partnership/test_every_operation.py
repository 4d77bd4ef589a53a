"""Whatever members do stands in the history once, together with what it changed, or neither does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from builders.declared_operations import Operation, operations
from builders.every_operation import EXAMPLES, LATER, Scene, scene
from oneplan.partnership.audit.models import Event, Stream

_ROOMS = ("accounts", "audit", "partners", "plans")
_IN_TWO = {"plans.import_again"}
"""Told as the file that was read, and as what was changed by it."""
_FULL = {
    "sqlite": (
        "CREATE TRIGGER no_room BEFORE INSERT ON audit_event BEGIN SELECT RAISE(ABORT, 'full'); END",
    ),
    "postgresql": (
        "SET CONSTRAINTS ALL IMMEDIATE",  # a table with something pending cannot be altered
        "ALTER TABLE audit_event ADD CONSTRAINT no_room CHECK (false) NOT VALID",
    ),
}


@pytest.fixture
def on(db: None) -> Scene:  # noqa: ARG001 - it lies there
    return scene()


@contextmanager
def _as_if_never() -> Iterator[None]:
    """What is done in the block is not there after it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _leave_no_room_for_history() -> None:
    with connection.cursor() as cursor:
        for statement in _FULL[connection.vendor]:
            cursor.execute(statement)


def _state() -> dict[str, list[dict[str, Any]]]:
    models = [model for room in _ROOMS for model in apps.get_app_config(room).get_models()]
    return {
        model.__name__: list(model._default_manager.order_by("pk").values()) for model in models
    }


def _done(operation: Operation, on: Scene, given: dict[str, Any]) -> None:
    operation.function(**given, by=on.by, at=LATER)


def _named(operation: Operation) -> str:
    return f"{operation.room}.{operation.name}"


def test_every_operation_has_an_example() -> None:
    assert {_named(each) for each in operations()} == EXAMPLES.keys()


def test_every_operation_is_told_once_by_whom_when_and_where(on: Scene) -> None:
    for operation in operations():
        with _as_if_never():
            given = EXAMPLES[_named(operation)](on)
            before = Event.objects.latest("id").pk
            _done(operation, on, given)
            told = Event.objects.filter(pk__gt=before, partnership=on.by.partnership.key)
            deeds = {(each.operation, each.at, each.actor_key, each.actor_label) for each in told}
            assert len(deeds) == 1, (_named(operation), deeds)
            assert deeds.pop()[1:] == (LATER, on.by.actor.key, on.by.actor.label)
            batches = {each.batch for each in told}
            assert len(batches) == (2 if _named(operation) in _IN_TWO else 1), _named(operation)
            _streams_end_where_their_events_do()
            elsewhere = Event.objects.filter(pk__gt=before).exclude(
                partnership=on.by.partnership.key
            )
            assert not elsewhere.exclude(stream__startswith="person:"), _named(operation)


def _streams_end_where_their_events_do() -> None:
    for stream in Stream.objects.all():
        last = Event.objects.of_stream(stream.name).last()
        assert last
        assert (last.number, last.mark) == (stream.number, stream.mark)


def test_what_is_taken_back_with_its_transaction_leaves_no_trace(on: Scene) -> None:
    before = _state()
    for operation in operations():
        with _as_if_never():
            _done(operation, on, EXAMPLES[_named(operation)](on))
            assert _state() != before, _named(operation)
        assert _state() == before, _named(operation)


def test_nothing_is_done_that_the_history_cannot_tell(on: Scene) -> None:
    for operation in operations():
        with _as_if_never():
            given = EXAMPLES[_named(operation)](on)
            before = _state()
            _leave_no_room_for_history()
            with pytest.raises(DatabaseError):
                _done(operation, on, given)
            assert _state() == before, _named(operation)
