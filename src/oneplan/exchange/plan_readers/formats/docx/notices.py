"""What is noticed in a Word document, and what the officer should do about each."""

from __future__ import annotations

from oneplan.exchange.plan_readers.formats.noticed import Notice

NOTICES = (
    Notice(
        "tracked-changes",
        "warning",
        "the document has a tracked change, read as if it had been accepted",
        "the document has {} tracked changes, read as if all had been accepted",
        "Accept or reject them in Word (Review) and read the plan again.",
    ),
    Notice(
        "comments-ignored",
        "info",
        "a comment was not read into the plan",
        "{} comments were not read into the plan",
        "Look whether a comment holds what belongs in the plan, and settle it there.",
    ),
    Notice(
        "footnotes",
        "warning",
        "a footnote or endnote was not read into the plan",
        "{} footnotes and endnotes were not read into the plan",
        "Look whether a note changes a figure or a date; if so, put it into the text.",
    ),
    Notice(
        "hidden-text",
        "warning",
        "hidden text was left out",
        "{} passages of hidden text were left out",
        "Show hidden text in Word (¶) and delete it, or make it visible if it belongs to the plan.",
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
        "Check those cells in the reading; make the inner table part of the outer one if wrong.",
    ),
    Notice(
        "nested-too-deep",
        "warning",
        "elements nested too deep were read as plain words",
        "elements nested too deep were read as plain words in {} places",
        "Copy the text into a new document and read that.",
    ),
    Notice(
        "table-too-wide",
        "error",
        "a row of a table has more columns than can be read; the rest of it is not in the plan",
        "{} rows of tables have more columns than can be read; the rest of them is not in the plan",
        "Divide the table into narrower ones.",
    ),
    Notice(
        "text-box",
        "info",
        "a text box was read where it is anchored",
        "{} text boxes were read where they are anchored",
        "Check that their text stands in the right place in the reading.",
    ),
    Notice(
        "colour-without-words",
        "warning",
        "a table has cells that are only painted red, amber or green; colours are not read",
        "{} tables have cells that are only painted red, amber or green; colours are not read",
        "Write what the colour means into the cell (Red, Amber, Green) and read the document again.",
    ),
    Notice(
        "image-without-text",
        "info",
        "a picture was not read; words inside it are not in the plan",
        "{} pictures were not read; words inside them are not in the plan",
        "If a picture shows part of the plan, write it out as text or a table.",
    ),
    Notice(
        "macros-ignored",
        "info",
        "the document carries macros, which were not run or read",
        "the document carries macros, which were not run or read",
        "Nothing is needed; save as .docx to be rid of them.",
    ),
    Notice(
        "linked-content",
        "warning",
        "a part that Word takes from another file was not read",
        "{} parts that Word takes from other files were not read",
        "Open the document in Word, paste the other file's text into it, and read it again.",
    ),
)
