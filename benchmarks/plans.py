"""The plan that is read: the example action plan, laid out as its source is, once and fifty times."""

from __future__ import annotations

from pathlib import Path

from builders.documents.excel import write_xlsx
from builders.documents.layout import Layout as Written
from builders.documents.pdf import write_pdf
from builders.documents.plain import write_text
from builders.documents.word import write_docx
from builders.layouts import in_layout_order, lay_out
from builders.long_plans import AS_PRINTED, longer
from oneplan.document.files import from_yaml
from oneplan.document.schema import PlanDocument
from oneplan.exchange.plan_readers.blocks import Block

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "src/oneplan/examples/worcestershire-2009-10.yaml"
TIMES = 50
WRITERS = {"txt": write_text, "docx": write_docx, "xlsx": write_xlsx, "pdf": write_pdf}


def _blocks(plan: PlanDocument) -> tuple[Block, ...]:
    return lay_out(in_layout_order(plan), AS_PRINTED)


def write_plans(folder: Path) -> dict[str, Path]:
    """Writes the plan in every format, and fifty times as long, and gives the files by name."""
    plan = from_yaml(EXAMPLE.read_bytes())
    once, long = _blocks(plan), _blocks(longer(plan, TIMES))
    files = {}
    for ending, write in WRITERS.items():
        for name, blocks in (("plan", once), ("fifty-plans", long)):
            path = folder / f"{name}.{ending}"
            if not (name == "fifty-plans" and ending == "pdf"):
                path.write_bytes(write(blocks, Written()))
                files[path.name] = path
    return files
