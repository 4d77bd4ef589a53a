"""What happened is recorded once, in order, and stays as it was recorded."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import QuerySet
from django.db.transaction import TransactionManagementError
from pytest_django import DjangoAssertNumQueries

from builders.histories import BEGAN, WARDEN, recorded
from oneplan.partnership.audit.models import Event, OnlyAdded, Stream
from oneplan.partnership.audit.operations import Happened, record


def test_events_are_numbered_on_in_their_stream(db: None) -> None:  # noqa: ARG001
    recorded("sweep", "paint", stream="plan:1")
    recorded("mow", stream="plan:2")
    recorded("lay", stream="plan:1")
    numbers = Event.objects.order_by("id").values_list("stream", "number")
    assert list(numbers) == [("plan:1", 1), ("plan:1", 2), ("plan:2", 1), ("plan:1", 3)]
    assert Stream.objects.get(name="plan:1").number == 3


def test_what_one_operation_did_has_one_batch(db: None) -> None:  # noqa: ARG001
    happened = [Happened("action", key) for key in ("a", "b", "c")]
    with transaction.atomic():
        record(happened, stream="plan:1", operation="merge", by=WARDEN, at=BEGAN)
        record(happened[:1], stream="plan:1", operation="edit", by=WARDEN, at=BEGAN)
    batches = Event.objects.order_by("number").values_list("batch", flat=True)
    assert len(set(batches)) == 2
    assert len(set(batches[:3])) == 1


def test_what_is_undone_with_its_transaction_never_happened(db: None) -> None:  # noqa: ARG001
    recorded("sweep")
    with transaction.atomic():
        record([Happened("action", "b")], stream="plan:1", operation="edit", by=WARDEN, at=BEGAN)
        transaction.set_rollback(True)
    recorded("mow")
    labels = Event.objects.order_by("number").values_list("label", flat=True)
    assert list(labels) == ["sweep", "mow"]


@pytest.mark.django_db(transaction=True)
def test_nothing_is_recorded_apart_from_its_change() -> None:
    with pytest.raises(TransactionManagementError):
        record([Happened("action", "b")], stream="plan:1", operation="edit", by=WARDEN, at=BEGAN)


def test_nothing_happened_is_no_event(db: None) -> None:  # noqa: ARG001
    with transaction.atomic():
        assert record([], stream="plan:1", operation="edit", by=WARDEN, at=BEGAN) == []
    assert not Stream.objects.exists()


def test_a_long_label_is_cut_and_what_it_says_is_kept(db: None) -> None:  # noqa: ARG001
    (event,) = recorded("long " * 100)
    event.refresh_from_db()
    assert len(event.label) == 300
    assert event.after == {"text": "long " * 100}


def test_events_cannot_be_changed_or_deleted_by_the_program(db: None) -> None:  # noqa: ARG001
    (event,) = recorded("sweep")
    for forbidden in (event.save, event.delete, Event.objects.all().delete):
        with pytest.raises(OnlyAdded):
            forbidden()
    with pytest.raises(OnlyAdded):
        Event.objects.update(label="swept")


@pytest.mark.parametrize("column", ["label", "after", "at", "actor_label", "words"])
def test_the_database_itself_refuses_to_change_an_event(
    db: None,  # noqa: ARG001
    column: str,
) -> None:
    recorded("sweep")
    _refused(f"UPDATE audit_event SET {column} = {column}")  # noqa: S608 - our columns


_CLEARED = {"sqlite": "DELETE FROM audit_event", "postgresql": "TRUNCATE audit_event"}
_PUT_IN_ITS_PLACE = {
    "sqlite": "INSERT OR REPLACE INTO audit_event SELECT * FROM audit_event",
    "postgresql": "INSERT INTO audit_event SELECT * FROM audit_event"
    " ON CONFLICT (id) DO UPDATE SET label = 'mown'",
}


def _refused(statement: str) -> None:
    """The database does not do it, and says why."""
    with (
        pytest.raises(DatabaseError, match="only ever added to"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_the_database_itself_refuses_to_delete_replace_or_clear_events(
    db: None,  # noqa: ARG001
) -> None:
    recorded("sweep", "paint")
    before = list(Event.objects.values())
    for statement in (
        "DELETE FROM audit_event WHERE number = 2",
        _CLEARED[connection.vendor],
        _PUT_IN_ITS_PLACE[connection.vendor],
    ):
        _refused(statement)
    assert list(Event.objects.values()) == before


def test_no_way_round_through_the_program_changes_an_event(db: None) -> None:  # noqa: ARG001
    (event,) = recorded("sweep")
    event.label = "mown"
    for forbidden in (
        lambda: Event.objects.bulk_update([event], ["label"]),
        lambda: Event.objects.bulk_create(
            [event], update_conflicts=True, unique_fields=["id"], update_fields=["label"]
        ),
        lambda: Event.objects.all()._raw_delete("default"),
        lambda: QuerySet(Event).update(label="mown"),
        lambda: QuerySet(Event).delete(),
    ):
        with pytest.raises((OnlyAdded, DatabaseError)), transaction.atomic():
            forbidden()
    assert Event.objects.get().label == "sweep"


def test_five_hundred_changes_are_recorded_in_a_handful_of_queries(
    db: None,  # noqa: ARG001
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    happened = [
        Happened("action", f"key-{number}", f"SQ {number}", {"text": "was"}, {"text": "is"})
        for number in range(500)
    ]
    with django_assert_max_num_queries(20), transaction.atomic():
        record(happened, stream="plan:1", operation="import", by=WARDEN, at=BEGAN + timedelta(1))
    assert Stream.objects.get(name="plan:1").number == 500
