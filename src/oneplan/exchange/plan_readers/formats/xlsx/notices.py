"""What is noticed in a workbook, and what the officer should do about each."""

from __future__ import annotations

from oneplan.exchange.plan_readers.formats.noticed import Notice

NOTICES = (
    Notice(
        "hidden-sheet",
        "warning",
        "a hidden sheet was left out",
        "{} hidden sheets were left out",
        "Show the sheet in Excel (right click, Unhide) if it belongs to the plan, else delete it.",
    ),
    Notice(
        "formula-without-value",
        "warning",
        "a formula has no stored result, so its cell is empty in the plan",
        "{} formulas have no stored result, so their cells are empty in the plan",
        "Open the workbook in Excel, let it calculate, save it, and read it again.",
    ),
    Notice(
        "formula-error",
        "warning",
        "a formula shows an error instead of a value",
        "{} formulas show an error instead of a value",
        "Put the formula right in Excel, save, and read the workbook again.",
    ),
    Notice(
        "struck-out-text",
        "warning",
        "a cell with struck-out words was read without them",
        "{} cells with struck-out words were read without them",
        "Delete the words, or take the line through them away if they belong to the plan.",
    ),
    Notice(
        "cell-without-text",
        "error",
        "the text of a cell is missing from the file",
        "the texts of {} cells are missing from the file",
        "Open the workbook in Excel, save it again, and read that copy.",
    ),
    Notice(
        "comments-ignored",
        "info",
        "a comment or note on a cell was not read into the plan",
        "{} comments and notes on cells were not read into the plan",
        "Look whether a comment holds what belongs in the plan, and write it into a cell.",
    ),
    Notice(
        "image-without-text",
        "info",
        "a picture was not read; words inside it are not in the plan",
        "{} pictures were not read; words inside them are not in the plan",
        "If a picture shows part of the plan, write it out in cells.",
    ),
    Notice(
        "text-box-ignored",
        "warning",
        "a text box that lies over the cells was not read",
        "{} text boxes that lie over the cells were not read",
        "If its words belong to the plan, write them into cells.",
    ),
    Notice(
        "colour-without-words",
        "warning",
        "a sheet has cells that are only painted red, amber or green; colours are not read",
        "{} sheets have cells that are only painted red, amber or green; colours are not read",
        "Write what the colour means into the cell (Red, Amber, Green) and read the workbook again.",
    ),
    Notice(
        "chart-ignored",
        "info",
        "a chart was not read",
        "{} charts were not read",
        "Nothing is needed: the figures behind a chart are read from their own sheet.",
    ),
    Notice(
        "macros-ignored",
        "info",
        "the workbook carries macros, which were not run or read",
        "the workbook carries macros, which were not run or read",
        "Nothing is needed; save as .xlsx to be rid of them.",
    ),
)
