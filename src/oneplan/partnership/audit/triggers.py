"""What the database itself refuses: changing, deleting, replacing and clearing away what was recorded.

Whoever owns the database can take these away; what they do then shows as a break of the chain.
"""

from __future__ import annotations

_SAID = "the history is only ever added to"
_SQLITE = (
    f"""
    CREATE TRIGGER audit_event_only_added BEFORE UPDATE ON audit_event
    BEGIN SELECT RAISE(ABORT, '{_SAID}'); END
    """,
    f"""
    CREATE TRIGGER audit_event_not_deleted BEFORE DELETE ON audit_event
    BEGIN SELECT RAISE(ABORT, '{_SAID}'); END
    """,
    # INSERT OR REPLACE takes the old row away without asking the trigger above
    f"""
    CREATE TRIGGER audit_event_not_replaced BEFORE INSERT ON audit_event
    WHEN EXISTS (
        SELECT 1 FROM audit_event
        WHERE id = NEW.id OR (stream = NEW.stream AND number = NEW.number)
    )
    BEGIN SELECT RAISE(ABORT, '{_SAID}'); END
    """,  # noqa: S608 - our own words
)
_POSTGRESQL = (
    f"""
    CREATE FUNCTION audit_event_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{_SAID}'; END $$
    """,
    """
    CREATE TRIGGER audit_event_only_added BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION audit_event_refuse()
    """,
    """
    CREATE TRIGGER audit_event_not_cleared BEFORE TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION audit_event_refuse()
    """,
)
_TAKEN_AWAY = {
    "sqlite": (
        "DROP TRIGGER IF EXISTS audit_event_only_added",
        "DROP TRIGGER IF EXISTS audit_event_not_deleted",
        "DROP TRIGGER IF EXISTS audit_event_not_replaced",
    ),
    "postgresql": (
        "DROP TRIGGER IF EXISTS audit_event_only_added ON audit_event",
        "DROP TRIGGER IF EXISTS audit_event_not_cleared ON audit_event",
        "DROP FUNCTION IF EXISTS audit_event_refuse()",
    ),
}


def put_in_place(vendor: str) -> tuple[str, ...]:
    """The statements that make the database refuse, for "sqlite" or "postgresql"."""
    return {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}[vendor]


def taken_away(vendor: str) -> tuple[str, ...]:
    """The statements that undo it: a migration that makes the table anew begins and ends with these."""
    return _TAKEN_AWAY[vendor]
