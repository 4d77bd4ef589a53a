"""A PDF from bytes to blocks, page by page, each parsed once and let go."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

from oneplan.exchange.plan_readers.blocks import Block, UnreadableFile
from oneplan.exchange.plan_readers.formats.format import Contents
from oneplan.exchange.plan_readers.formats.pdf.assembly import assembled
from oneplan.exchange.plan_readers.formats.pdf.deadline import TooSlow, deadline
from oneplan.exchange.plan_readers.formats.pdf.margins import Margin, Margins, margin_of
from oneplan.exchange.plan_readers.formats.pdf.mending import mended
from oneplan.exchange.plan_readers.formats.pdf.notices import NOTICES
from oneplan.exchange.plan_readers.formats.pdf.pages import PageParts, PageReader, Sized
from oneplan.exchange.plan_readers.formats.pdf.painted import painted
from oneplan.exchange.plan_readers.formats.pdf.streams import refuse_bombs
from oneplan.exchange.plan_readers.formats.pdf.turned import labels_on_their_side, upright
from oneplan.exchange.plan_readers.formats.pdf.words import lines_of, words_of
from oneplan.exchange.plan_readers.limits import LIMITS, cut_off, damaged
from oneplan.vocabulary.findings import Finding, Source

_SECONDS = 8.0
_SECONDS_A_PAGE = 1.0
_MOST_SECONDS = 45.0
_ENOUGH_SECONDS = 25.0
"""No page is begun after so much work: what is read has yet to be understood."""
_FEW_CHARACTERS = 20

# The parser logs a line for every oddity of a file; what matters becomes a finding here.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def read_pdf(data: bytes, name: str) -> Contents:
    """The blocks of a PDF. UnreadableFile for scans, passwords, bombs and broken files."""
    refuse_bombs(data, name)
    reading = _Reading(name)
    try:
        allowed = _SECONDS + _SECONDS_A_PAGE * data.count(b"/Page")
        with deadline(min(allowed, _MOST_SECONDS)):
            reading.read(data)
    except TooSlow:
        place = Source(name, page=reading.number)
        reading.findings.append(cut_off(place, f"page {reading.number}, which is too intricate"))
    return reading.contents()


class _Reading:
    def __init__(self, name: str) -> None:
        self._name = name
        self._reader = PageReader(name)
        self._margins = Margins()
        self._waiting: PageParts | None = None
        self._sized: list[Sized] = []
        self._without_text: list[int] = []
        self._unreadable: list[int] = []
        self._sizes: Counter[float] = Counter()
        self.findings: list[Finding] = []
        self.number = 0

    def read(self, data: bytes) -> None:
        """Read all pages, as many as the limits allow."""
        self._read_pages(data)
        self._take(self._waiting, None)

    def _read_pages(self, data: bytes) -> None:
        enough = time.process_time() + _ENOUGH_SECONDS
        for number, page in enumerate(self._parsed_pages(data), start=1):
            self.number = number
            if number > LIMITS.pages or time.process_time() > enough:
                place = Source(self._name, page=number)
                self.findings.append(cut_off(place, f"{number - 1} pages"))
                return
            try:
                self._read_page(number, page)
            except (MemoryError, KeyboardInterrupt):
                raise
            except Exception:
                # A damaged page makes the parser raise errors of every kind; the others are kept.
                self._unreadable.append(number)
            finally:
                page.close()

    def _parsed_pages(self, data: bytes) -> Iterator[Any]:
        try:
            with pdfplumber.open(BytesIO(data)) as pdf:
                yield from pdf.pages
        except GeneratorExit:
            raise
        except Exception as error:
            if self.number == 0:
                raise _refusal(error, self._name) from error
            self.findings.append(damaged(Source(self._name, page=self.number), "pages are missing"))

    def _read_page(self, number: int, page: Any) -> None:
        found = painted(page)
        if found.more:
            what = f"{len(found.characters)} characters of a page"
            self.findings.append(cut_off(Source(self._name, page=number), what))
        found, width, height = upright(found, float(page.width), float(page.height))
        words = words_of(found.characters, width, height)
        if sum(len(word.text) for word in words) < _FEW_CHARACTERS and found.pictures:
            self._without_text.append(number)
        for word in words:
            self._sizes[round(word.size * 2) / 2] += len(word.text)
        margin = margin_of(lines_of(words), height)
        size = (round(width), round(height))
        labels = labels_on_their_side(found, width, height)
        waiting = self._waiting
        self._waiting = PageParts(number, words, found.edges, size, found.lights, labels, margin)
        self._take(waiting, margin)

    def _take(self, page: PageParts | None, after: Margin | None) -> None:
        """Read a page whose successor has been seen: both show which lines run from page to page."""
        if page is None:
            return
        running = self._margins.running(page.margin, after)
        try:
            self._sized.extend(self._reader.read(page, running))
        except (MemoryError, KeyboardInterrupt):
            raise
        except Exception:
            self._unreadable.append(page.number)

    def contents(self) -> Contents:
        """The blocks of all pages, running headers dropped and headings told by their size."""
        body_size = max(self._sizes, key=lambda size: self._sizes[size], default=10.0)
        sized = mended(self._sized, self._reader.breaks, self._reader.joiner)
        blocks: tuple[Block, ...] = tuple(assembled(sized, body_size))
        if not blocks:
            raise self._nothing_read()
        self.findings.extend(self._about_pages())
        self.findings.extend(self._reader.noticed.findings(NOTICES))
        return Contents(blocks, tuple(self.findings))

    def _nothing_read(self) -> UnreadableFile:
        if self._unreadable and not self._without_text:
            return _damaged_file(self._name)
        return UnreadableFile(
            f"“{self._name}” holds pictures of pages, not text, as a scan does.",
            "Use the Word or Excel version, or run text recognition (OCR) over it first.",
        )

    def _about_pages(self) -> Iterator[Finding]:
        if self._without_text:
            yield Finding(
                rule="page-without-text",
                severity="warning",
                message=f"{_pages(self._without_text)} a picture without text and was not read.",
                fix="If the plan stands there, run text recognition (OCR) or use the original file.",
                source=Source(self._name, page=self._without_text[0]),
            )
        if self._unreadable:
            yield Finding(
                rule="page-unreadable",
                severity="error",
                message=f"{_pages(self._unreadable)} damaged and was not read.",
                fix="Print the original to a new PDF and read that.",
                source=Source(self._name, page=self._unreadable[0]),
            )


def _pages(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"Page {numbers[0]} is"
    listed = ", ".join(str(number) for number in numbers[:10])
    more = " and others" if len(numbers) > 10 else ""
    return f"Each of the pages {listed}{more} is"


def _refusal(error: Exception, name: str) -> UnreadableFile:
    if isinstance(error, UnreadableFile):
        return error
    causes = (error, error.__cause__, error.__context__, *error.args)
    if any(isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError) for cause in causes):
        return UnreadableFile(
            f"“{name}” is protected by a password.",
            "Open it with the password and print it to a new PDF without one.",
        )
    return _damaged_file(name)


def _damaged_file(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” is damaged or was not copied completely.",
        "Copy or download the file again, or print the original to a new PDF.",
    )
