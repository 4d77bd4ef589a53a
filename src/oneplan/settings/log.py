"""What a server's log says of requests under a name that is not its own."""

from __future__ import annotations

import logging


class OfAnotherName(logging.Filter):
    """One line that names the setting, without the lines of code: whoever scans the net causes many."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Every record goes on."""
        record.msg = record.getMessage().replace("ALLOWED_HOSTS", "ONEPLAN_HOSTS")
        record.args = ()
        record.exc_info = None
        return True
