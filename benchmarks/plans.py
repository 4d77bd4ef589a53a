"""The plan that is read: the example action plan, laid out as its source is, once and fifty times."""

from __future__ import annotations

from pathlib import Path

from builders.documents.excel import write_xlsx
from builders.documents.layout import Layout as Written
from builders.documents.pdf import write_pdf
from builders.documents.plain import write_text
from builders.documents.word import write_docx
from builders.layouts import Layout, in_layout_order, lay_out
from oneplan.document.files import from_yaml
from oneplan.document.schema import Element, PlanDocument
from oneplan.exchange.plan_readers.blocks import Block

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "src/oneplan/examples/worcestershire-2009-10.yaml"
TIMES = 50
AS_PRINTED = Layout(
    columns=("action", "due", "measures", "funding", "partners_and_leads", "strategies_and_groups"),
    headers={
        "action": "Action: what are we going to do?",
        "due": "By when?",
        "measures": "Progress measure",
        "funding": "Financial resource",
        "partners_and_leads": "Partners involved & lead officer",
        "strategies_and_groups": "Links to plans / strategies & existing groups",
    },
    spaced_references=True,
    lead_in_second_row=True,
    groups_in_second_row=True,
    rows_to_a_page=8,
    split_rows=False,
    merged_cells=False,
    part_in_first_row=False,
)
WRITERS = {"txt": write_text, "docx": write_docx, "xlsx": write_xlsx, "pdf": write_pdf}


def _blocks(plan: PlanDocument) -> tuple[Block, ...]:
    return lay_out(in_layout_order(plan), AS_PRINTED)


def _longer(plan: PlanDocument, times: int) -> PlanDocument:
    copies: list[Element] = []
    for number in range(times):
        for element in plan.elements:
            copy = element.model_copy(deep=True)
            copy.title = f"{copy.title}, part {number + 1}"
            _renumber(copy, number)
            copies.append(copy)
    return plan.model_copy(update={"elements": copies})


def _renumber(element: Element, number: int) -> None:
    for action in element.actions:
        letters, _, place = (action.ref or "").partition(" ")
        if place:
            action.ref = f"{letters} {number * 10 + int(place.split('.')[0])}.{place.split('.')[1]}"
    for child in element.children:
        child.title = f"{child.title}, part {number + 1}"
        _renumber(child, number)


def write_plans(folder: Path) -> dict[str, Path]:
    """Writes the plan in every format, and fifty times as long, and gives the files by name."""
    plan = from_yaml(EXAMPLE.read_bytes())
    once, long = _blocks(plan), _blocks(_longer(plan, TIMES))
    files = {}
    for ending, write in WRITERS.items():
        for name, blocks in (("plan", once), ("fifty-plans", long)):
            path = folder / f"{name}.{ending}"
            if not (name == "fifty-plans" and ending == "pdf"):
                path.write_bytes(write(blocks, Written()))
                files[path.name] = path
    return files
