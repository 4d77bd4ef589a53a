"""What is noticed in a web page, and what the officer should do about each."""

from __future__ import annotations

from oneplan.exchange.plan_readers.formats.noticed import Notice

NOTICES = (
    Notice(
        "hidden-text",
        "warning",
        "text that the page hides was left out",
        "{} passages that the page hides were left out",
        "If they belong to the plan, open them on the page and save it again.",
    ),
    Notice(
        "struck-out-text",
        "warning",
        "struck-out text was left out",
        "{} passages of struck-out text were left out",
        "Delete it, or take the line through it away if it belongs to the plan.",
    ),
    Notice(
        "nested-table",
        "info",
        "a table inside a table cell was read as lines of that cell",
        "{} tables inside table cells were read as lines of their cells",
        "Check those cells in the reading.",
    ),
    Notice(
        "nested-too-deep",
        "warning",
        "elements nested too deep were read as plain words",
        "elements nested too deep were read as plain words in {} places",
        "Copy the page's text into a new document and read that.",
    ),
    Notice(
        "table-too-wide",
        "error",
        "a row of a table has more columns than can be read; the rest of it is not in the plan",
        "{} rows of tables have more columns than can be read; the rest of them is not in the plan",
        "Divide the table into narrower ones.",
    ),
    Notice(
        "page-frame-left-out",
        "info",
        "a menu, banner or footer that frames the page was left out",
        "{} menus, banners and footers that frame the page were left out",
        "Nothing is needed, unless words of the plan stand there.",
    ),
    Notice(
        "image-without-text",
        "info",
        "a picture without a description was not read",
        "{} pictures without a description were not read",
        "If a picture shows part of the plan, write it out as text or a table.",
    ),
)
