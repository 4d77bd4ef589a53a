"""What the database itself refuses: changing what was recorded, and on PostgreSQL deleting it.

On SQLite a deletion is not refused, since the tests clear the tables between them by deleting; there,
as everywhere, an event that is gone shows as a break of its chain.
"""

from __future__ import annotations

_SQLITE = (
    """
    CREATE TRIGGER audit_event_only_added BEFORE UPDATE ON audit_event
    BEGIN SELECT RAISE(ABORT, 'the history is only ever added to'); END
    """,
)
_POSTGRESQL = (
    """
    CREATE FUNCTION audit_event_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the history is only ever added to'; END $$
    """,
    """
    CREATE TRIGGER audit_event_only_added BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION audit_event_refuse()
    """,
)
_TAKEN_AWAY = {
    "sqlite": ("DROP TRIGGER IF EXISTS audit_event_only_added",),
    "postgresql": (
        "DROP TRIGGER IF EXISTS audit_event_only_added ON audit_event",
        "DROP FUNCTION IF EXISTS audit_event_refuse()",
    ),
}


def put_in_place(vendor: str) -> tuple[str, ...]:
    """The statements that make the database refuse, for "sqlite" or "postgresql"."""
    return {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}[vendor]


def taken_away(vendor: str) -> tuple[str, ...]:
    """The statements that undo it: a migration that makes the table anew begins and ends with these."""
    return _TAKEN_AWAY[vendor]
