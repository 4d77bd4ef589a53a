"""``oneplan tick``: what has to be done now and then, as often as one likes."""

from __future__ import annotations

from datetime import UTC, datetime

import typer

from oneplan.commandline.database import begin_django, must_be_up_to_date, using_database
from oneplan.commandline.messages import remark
from oneplan.commandline.outcome import FOUND_ERRORS


def tick() -> None:
    """Clears away what has ended – sessions, lock-outs, old readings – and verifies what is new in the history.

    Have it run every quarter of an hour. Twice does no harm; where it is broken off, the next goes on
    from there. It ends with 1 where the history is not
    as it was recorded.

    Example: `*/15 * * * * oneplan tick`
    """
    begin_django()
    must_be_up_to_date()
    from django.core.management import call_command

    from oneplan.partnership.accounts.sweeping import forget_ended
    from oneplan.partnership.audit.operations import Actor, verify_what_is_new

    now = datetime.now(UTC)
    with using_database():
        call_command("clearsessions")
        call_command("sweep_readings")
        forget_ended(at=now)
        clock = Actor("system:tick", "oneplan tick")
        found = verify_what_is_new(by=clock, at=now)
    for each in found.breaks:
        remark(f"The history is broken. {each}")
    if found.left:
        remark(f"{found.left:,} events of the history are left to be verified the next time.")
    if found.breaks:
        raise typer.Exit(FOUND_ERRORS)
