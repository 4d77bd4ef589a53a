"""What a PDF is noticed to hold beside its words."""

from __future__ import annotations

from oneplan.exchange.plan_readers.formats.noticed import Notice

NOTICES = (
    Notice(
        "colour-without-words",
        "warning",
        "a table has cells that are only painted red, amber or green; colours are not read",
        "{} tables have cells that are only painted red, amber or green; colours are not read",
        "Write what the colour means into the cell (Red, Amber, Green) and read the document again.",
    ),
)
