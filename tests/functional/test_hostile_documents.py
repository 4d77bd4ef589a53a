"""Broken, swollen and scrambled documents, as many as `ONEPLAN_MUTANTS` says, through the whole chain.

Each ends in a plan with its findings or in one clear message; none in another exception, in more
than ten seconds or in more than a gigabyte.
"""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Callable
from functools import cache
from random import Random

import pytest

from builders.documents.excel import write_xlsx
from builders.documents.pdf import write_pdf
from builders.documents.plain import write_csv, write_markdown, write_text
from builders.documents.web import write_html
from builders.documents.word import write_docx
from builders.layouts import Layout, in_layout_order, lay_out
from builders.mutations import mutants
from builders.pace import at_this_pace
from builders.plans import make_plan
from builders.shared import SEEDS
from oneplan.document.files import from_json, to_json, to_yaml
from oneplan.document.lint.lint import lint
from oneplan.exchange.known import load_known
from oneplan.exchange.plan_readers.blocks import Block, UnreadableFile
from oneplan.exchange.plan_readers.formats.pdf.deadline import deadline
from oneplan.exchange.plan_readers.reading import Reading, read_plan

KNOWN = load_known()
MOST_SECONDS = 10.0
MOST_KILOBYTES = 1_000_000
MUTANTS = int(os.environ.get("ONEPLAN_MUTANTS", "4000"))
BATCHES = {"docx": 22, "xlsx": 18, "html": 15, "txt": 15, "md": 8, "csv": 8, "yaml": 9, "pdf": 5}
"""A hundred batches; what is slow to read is tried less often."""
IN_A_BATCH = MUTANTS // sum(BATCHES.values())
LONGEST_SEED = 10_000

Writer = Callable[[tuple[Block, ...]], bytes]
WRITERS: dict[str, Writer] = {
    "docx": write_docx,
    "xlsx": write_xlsx,
    "html": write_html,
    "txt": write_text,
    "md": write_markdown,
    "csv": write_csv,
    "pdf": write_pdf,
}


def test_they_come_in_a_hundred_batches() -> None:
    assert sum(BATCHES.values()) == 100


@cache
def _original(extension: str, seed: int) -> bytes:
    if extension == "txt" and SEEDS is not None and seed % 2:
        return _stretch_of_a_real_plan(seed)
    plan = in_layout_order(make_plan(seed))
    del plan.elements[1:]
    if extension == "yaml":
        return (to_json(plan) if seed % 2 else to_yaml(plan)).encode()
    blocks = lay_out(plan, Layout.drawn(Random(seed)))
    return WRITERS[extension](blocks)


def _stretch_of_a_real_plan(seed: int) -> bytes:
    assert SEEDS is not None
    files = sorted(SEEDS.glob("*.txt"))
    text = files[seed % len(files)].read_bytes()
    start = Random(seed).randrange(max(1, len(text) - LONGEST_SEED))
    return text[start : start + LONGEST_SEED]


@pytest.mark.parametrize(
    ("extension", "batch"),
    [(extension, batch) for extension, most in BATCHES.items() for batch in range(most)],
)
def test_a_broken_document_ends_in_a_plan_or_a_message(extension: str, batch: int) -> None:
    before = _kilobytes()
    for mutant in mutants(_original(extension, batch), IN_A_BATCH, seed=batch):
        refusal, reading, written = _outcome(mutant.data, f"plan.{extension}")
        if reading is None:
            assert refusal, (mutant.name, mutant.seed)
        else:
            assert from_json(written) == reading.plan, (mutant.name, mutant.seed)
    assert _kilobytes() <= max(before, MOST_KILOBYTES)


def _outcome(data: bytes, name: str) -> tuple[str, Reading | None, str]:
    """What is said where the document cannot be read, else its reading and that as JSON."""
    try:
        with deadline(at_this_pace(MOST_SECONDS)):
            reading = read_plan(data, name)
            lint(reading.plan, KNOWN)
            return "", reading, to_json(reading.plan)
    except UnreadableFile as refusal:
        return f"{refusal} {refusal.cure}" if str(refusal) and refusal.cure else "", None, ""


def _kilobytes() -> float:
    """The most memory this process has held so far, whichever test needed it."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 if sys.platform == "darwin" else peak
