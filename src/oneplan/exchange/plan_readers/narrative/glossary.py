"""Glossaries: tables of two columns, and lines such as "EHCP – Education, Health and Care Plan"."""

from __future__ import annotations

import re

from oneplan.document.phrases.indicators import find_codes
from oneplan.document.schema import Term
from oneplan.exchange.plan_readers.blocks import Row, Table
from oneplan.exchange.plan_readers.narrative.wording import plain
from oneplan.vocabulary.findings import Source

_LINE = re.compile(r"^(.{1,60}?)\s*(?:\t|\s[–—=-]\s|:\s|[–—]\s)\s*(.{2,})$")
_HEADER = re.compile(
    r"^(?:acronyms?|abbreviations?|terms?|meanings?|definitions?|full (?:name|title|term)|in full|what it means|explanations?|initials|stands for|description)\b"
)
_FIGURE = re.compile(r"[<>£]?\s?\d[\d,.]*\s?%?")
_ACRONYM = re.compile(r"^[A-Z0-9][A-Za-z0-9&/.\-’']{0,14}(?: [A-Z0-9&][A-Za-z0-9&/]{0,8})?$")


def read_glossary(table: Table) -> list[Term]:
    """The terms of a glossary table, pair by pair where it has four or six columns; header left out."""
    terms: list[Term] = []
    for row in table.rows:
        texts = [(cell.text.strip(), cell.source) for cell in row.cells]
        for at in range(0, len(texts) - 1, 2):
            (term, source), (meaning, _) = texts[at], texts[at + 1]
            if term and meaning and not _is_header(term, meaning):
                terms.append(Term(term=term, meaning=meaning, source=source))
    return terms


def looks_like_glossary(table: Table) -> bool:
    """Whether a table is a glossary: its header says so, or most first cells are acronyms."""
    if table.columns % 2 or not table.rows:
        return False
    rows = [row for row in table.rows if not row.empty and len(row.cells) >= 2]
    if not rows:
        return False
    if _is_header(rows[0].cells[0].text, rows[0].cells[1].text):
        return True
    if sum(_gives_figures(row) for row in rows) * 2 > len(rows):
        return False
    short = sum(
        1 for row in rows if _ACRONYM.match(row.cells[0].text.strip()) and row.cells[1].text
    )
    capital = sum(1 for row in rows if sum(map(str.isupper, row.cells[0].text)) >= 2)
    return len(rows) >= 3 and short >= 0.8 * len(rows) and capital >= 0.6 * len(rows)


def _gives_figures(row: Row) -> bool:
    """Whether a row measures something: the code of an indicator, or figures beside a name."""
    if find_codes(row.cells[0].text):
        return True
    return sum(_FIGURE.fullmatch(cell.text.strip()) is not None for cell in row.cells[1:]) > 1


def read_term(text: str, source: Source | None = None) -> Term | None:
    """The term of a line of a glossary, None where the line gives none."""
    match = _LINE.match(text)
    return Term(term=match[1].strip(), meaning=match[2].strip(), source=source) if match else None


def _is_header(term: str, meaning: str) -> bool:
    return bool(_HEADER.match(plain(term)) and _HEADER.match(plain(meaning)))
