"""What is offered of a newer version of a plan, held against what is to be told of it."""

from __future__ import annotations

from collections.abc import Iterable

from builders.changed_texts import ToldOf
from oneplan.document.identity import with_ids
from oneplan.document.schema import PlanDocument
from oneplan.partnership.plans.parts.changes import changes_between
from oneplan.partnership.plans.parts.document import parts_of
from oneplan.partnership.plans.parts.part import Parts
from oneplan.partnership.plans.parts.second_reading import read_again
from oneplan.partnership.plans.parts.taken import LeftBefore
from oneplan.partnership.plans.queries.readings import SecondReading
from oneplan.website.components.word_difference import BothTexts
from oneplan.website.pages.importing.newer_differences import differences
from oneplan.website.pages.spreadsheet.items import Item


def offered(old: PlanDocument, new: PlanDocument, current: Parts | None = None) -> list[Item]:
    """What a newer document offers to a plan that was made of the older one, and may have been edited since."""
    before = parts_of(with_ids(old))
    read = read_again(before, with_ids(new))
    reading = SecondReading(before, read, tuple(changes_between(before, read)), (), LeftBefore({}))
    return differences(reading, current or before)


def apart(told: Iterable[ToldOf], items: Iterable[Item]) -> tuple[list[ToldOf], list[str]]:
    """What is not offered though it is to be told, and what is offered though it is not."""
    left = list(items)
    missing = []
    for each in told:
        found = next((item for item in left if _tells(item, each)), None)
        if found:
            left.remove(found)
        else:
            missing.append(each)
    return missing, [f"{item.doing} {item.name} {item.part}" for item in left]


def _tells(item: Item, told: ToldOf) -> bool:
    return (
        (item.doing, item.name) == (told.doing, told.name)
        and told.action in item.part
        and told.words.casefold() in in_words(item).casefold()
    )


def in_words(item: Item) -> str:
    """All that a difference says."""
    said = [item.part, *(text for _, text in item.says)]
    for texts in (item.texts, item.now):
        said += _both(texts)
    return " ".join(said)


def _both(texts: BothTexts | None) -> list[str]:
    if texts is None:
        return []
    return ["".join(run.text for run in runs) for runs in (texts.one, texts.other)]
