"""Rows of an action table that head the numbered rows below them."""

from collections.abc import Sequence

from oneplan.document.schema import Element
from oneplan.exchange.plan_readers.reading import read_plan

_HEADER = "Ref,Action,Lead,By when,Measure"
_BAND = "1,Farms leave room for hedges,Head of Landscape,,"
_BELOW = (
    "1.1,Pay for 40 miles of hedge,Hedge Officer,March 2026,40 miles planted",
    "1.2,Train ten hedge layers,Skills Manager,May 2026,Ten layers trained",
)
_NEXT = (
    "2,Towns leave room for swifts,Head of Planning,,",
    "2.1,Fit 900 boxes,Ecologist,June 2026,900 boxes",
    "2.2,Write a design guide,Urban Designer,July 2026,Guide out",
)


def _read(*rows: str, header: str = _HEADER) -> Sequence[Element]:
    return read_plan("\n".join((header, *rows)).encode(), "wildlife.csv").plan.elements


def test_a_row_above_numbered_rows_is_a_part_and_no_action() -> None:
    hedges, swifts = _read(_BAND, *_BELOW, *_NEXT)
    assert (hedges.kind, hedges.code, hedges.title) == (
        "priority",
        "1",
        "Farms leave room for hedges",
    )
    assert [action.ref for action in hedges.actions] == ["1.1", "1.2"]
    assert [action.ref for action in swifts.actions] == ["2.1", "2.2"]


def test_who_leads_on_a_whole_part_is_kept() -> None:
    hedges, *_ = _read(_BAND, *_BELOW)
    assert [said.text for said in hedges.statements] == ["Lead: Head of Landscape"]


def test_a_number_in_front_of_the_words_heads_the_rows_below_too() -> None:
    header = "Action,Lead,By when,Measure"
    rows = [row.replace(",", " ", 1) for row in (_BAND, *_BELOW, *_NEXT)]
    assert [(part.code, len(part.actions)) for part in _read(*rows, header=header)] == [
        ("1", 2),
        ("2", 2),
    ]


def test_a_row_with_a_date_of_its_own_is_an_action() -> None:
    (section,) = _read(_BAND.replace(",,", ",June 2027,"), *_BELOW)
    assert [action.ref for action in section.actions] == ["1", "1.1", "1.2"]


def test_numbers_in_a_row_are_actions_of_one_level() -> None:
    (section,) = _read(_BAND, _NEXT[0])
    assert [action.ref for action in section.actions] == ["1", "2"]
