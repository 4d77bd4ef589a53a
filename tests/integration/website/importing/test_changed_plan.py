"""A plan that lives, and the next year's document: its changes are offered, chosen, and the rest offered again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from importlib.resources import files
from random import Random
from typing import Any

import pytest

from builders.begun_imports import begun_import
from builders.changed_documents import Office
from builders.changed_texts import PrintedPlan, ToldOf
from builders.documents.word import write_docx
from builders.importing import Importer
from builders.layouts import Layout, in_layout_order, lay_out
from builders.newer_versions import apart
from builders.partnerships import NOON
from builders.shared import SEEDS, WITHOUT_SEEDS
from oneplan.document.files import from_yaml
from oneplan.document.identity import with_ids
from oneplan.document.lint.facts import PlanFacts
from oneplan.document.schema import PlanDocument
from oneplan.exchange.plan_readers.reading import read_plan
from oneplan.partnership.partners.naming.in_plan import acronyms_in, names_in
from oneplan.partnership.partners.operations.settling import settle_suggestions
from oneplan.partnership.plans.operations.change import change_plan
from oneplan.partnership.plans.operations.keeping import SourceFile
from oneplan.partnership.plans.operations.starting import import_plan
from oneplan.partnership.plans.parts.changes import changes_between
from oneplan.partnership.plans.parts.editing.fields import due_of, with_fields
from oneplan.partnership.plans.parts.part import Parts
from oneplan.partnership.plans.parts.sources import but_for_sources
from oneplan.partnership.plans.queries.live import LivePlan, plan_named
from oneplan.partnership.plans.queries.readings import second_reading
from oneplan.website.pages.importing.newer_differences import differences
from oneplan.website.pages.spreadsheet.items import Item

_OFFERED = re.compile(r'name="(?:tick" value="|choice:)([^"]+)"')
_TICKED = re.compile(r'name="tick" value="([^"]+)" checked')
Documents = tuple[PlanDocument, PlanDocument, list[ToldOf]]


def _word(plan: PlanDocument) -> PlanDocument:
    return read_plan(
        write_docx(lay_out(in_layout_order(plan), Layout.drawn(Random(1)))), "p.docx"
    ).plan


def _as_word() -> Documents:
    example = files("oneplan.examples") / "worcestershire-2009-10.yaml"
    old = in_layout_order(from_yaml(example.read_text(encoding="utf-8")))
    new = old.model_copy(deep=True)
    told = Office(new, Random(5)).changed(20)
    return _word(old), _word(new), told


def _as_text() -> Documents:
    assert SEEDS
    text = next(SEEDS.glob("003_*.txt")).read_text(encoding="utf-8")
    printed = PrintedPlan(text.split("\n"), Random(5))
    told = printed.changed(20)
    before, after = (read_plan(each.encode(), "p.txt").plan for each in (text, printed.text))
    return before, after, told


_WITH_SEEDS = pytest.mark.skipif(SEEDS is None, reason=WITHOUT_SEEDS)


@dataclass(slots=True)
class Year:
    """A plan of last year's document, and the next one."""

    ash: Importer
    slug: str
    newer: PlanDocument
    number: int = 0

    @property
    def live(self) -> LivePlan:
        """The plan as it stands."""
        found = plan_named(self.ash.member.partnership, self.slug)
        assert found
        return found

    @property
    def items(self) -> list[Item]:
        """What the newer document offers."""
        return differences(second_reading(self.live, self.newer), self.live.parts)

    def edit(self, key: str, **fields: Any) -> None:
        """Somebody edits a part."""
        change_plan(
            plan=self.slug,
            edit=lambda seen: with_fields(seen, key, fields),
            seen=None,
            by=self.ash.member,
            at=NOON,
        )

    def brought(self) -> tuple[str, str]:
        """The address of the page about the newer document, brought in once more, and the page."""
        self.number += 1
        begun_import(self.ash.member, self.newer, f"newer-{self.number}")
        address = f"{self.ash.home}import/newer-{self.number}/newer/{self.slug}/"
        return address, unescape(self.ash.page(address))


def _made(ash: Importer, document: PlanDocument, newer: PlanDocument) -> Year:
    facts = PlanFacts(document)
    settle_suggestions(
        names=names_in(facts), acronyms=acronyms_in(document), new=True, by=ash.member, at=NOON
    )
    file = SourceFile("last-year.docx", "0" * 64)
    started = import_plan(document=document, file=file, by=ash.member, at=NOON)
    return Year(ash, started.slug, newer)


def _edited_elsewhere(year: Year, told: list[ToldOf]) -> tuple[set[str], str]:
    """Three actions that the office left alone, and one of which it gave another date."""
    named = {each.action for each in told}
    actions = year.live.parts.of_sort("action")
    left_alone = [each.key for each in actions if each["ref"] not in named][5:50:20]
    for key in left_alone:
        year.edit(key, status="Begun by the lead")
    delayed = next(each.action for each in told if each.name == "By when")
    key = next(each.key for each in actions if each["ref"] == delayed)
    year.edit(key, due=due_of("June 2035"))
    return set(left_alone), key


def _fields(before: Parts, after: Parts) -> set[tuple[str, str]]:
    changes = but_for_sources(changes_between(before, after))
    return {
        (each.key, name)
        for each in changes
        for name in (each.names if each.before and each.after else ("",))
    }


def _post(ash: Importer, address: str, year: Year, chosen: list[str], **more: str) -> None:
    ash.post(address, seen=str(year.live.revision), tick=chosen, **more)


@pytest.mark.parametrize(
    "documents", [_as_word, pytest.param(_as_text, marks=_WITH_SEEDS)], ids=["word", "text"]
)
def test_the_changes_of_the_next_document_are_offered_and_those_chosen_are_made(
    ash: Importer, documents: Any
) -> None:
    old, new, told = documents()
    year = _made(ash, with_ids(old), with_ids(new))
    edited, delayed = _edited_elsewhere(year, told)
    items = year.items
    assert apart(told, items) == ([], [])
    values = [each.value for each in items]
    assert [each.value for each in items if each.now] == [f"due:{delayed}"]

    start = year.live.parts
    address, page = year.brought()
    assert set(_OFFERED.findall(page)) == set(values)
    assert len(_TICKED.findall(page)) == len(told) - 1
    _post(ash, address, year, values, leave="1")
    assert year.live.parts == start

    address, page = year.brought()
    assert set(_OFFERED.findall(page)) == set(values)
    assert _TICKED.findall(page) == []
    some, rest = values[::2], set(values[1::2])
    some = [each for each in some if each != f"due:{delayed}"]
    _post(ash, address, year, some)
    places = {place for each in items if each.value in some for place in each.places}
    assert _fields(start, year.live.parts) == places

    address, page = year.brought()
    rest |= {f"due:{delayed}"}
    assert set(_OFFERED.findall(page)) == rest
    _post(ash, address, year, sorted(rest), **{f"choice:due:{delayed}": "mine"})
    assert year.items == []
    read = second_reading(year.live, year.newer).read
    assert _fields(read, year.live.parts) == {(key, "status") for key in edited}
