"""No edit touches what it is given: the parts are kept in memory and shared by all who read them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy

import pytest

from builders.live_plans import small_plan
from oneplan.partnership.plans.parts.changes import Change, applied, inverse
from oneplan.partnership.plans.parts.document import document_of, parts_of
from oneplan.partnership.plans.parts.editing.fields import (
    due_of,
    funding_of,
    measure_of,
    with_fields,
)
from oneplan.partnership.plans.parts.editing.many import (
    moved_many,
    named_on_many,
    removed_many,
    set_on_many,
)
from oneplan.partnership.plans.parts.editing.merging import (
    merged_actions,
    merged_elements,
    merged_texts,
)
from oneplan.partnership.plans.parts.editing.moving import lowered, moved, raised
from oneplan.partnership.plans.parts.editing.renumbering import (
    renumbered_actions,
    renumbered_elements,
    renumbered_levels,
    renumbered_through,
)
from oneplan.partnership.plans.parts.editing.splitting import (
    SplitOff,
    split_action,
    split_element,
    split_text,
)
from oneplan.partnership.plans.parts.editing.tree import FIRST, added, removed
from oneplan.partnership.plans.parts.part import PLAN, Parts

EDITS: dict[str, Callable[[Parts], Iterable[Change]]] = {
    "set": lambda seen: with_fields(seen, "sa-1", {"text": "Other", "places": ["Marsh End"]}),
    "due": lambda seen: with_fields(seen, "sa-2", {"due": due_of("by May 2027")}),
    "money": lambda seen: with_fields(seen, "sa-2", {"funding": funding_of("£3m")}),
    "measure": lambda seen: with_fields(
        seen, "sa-1.m", measure_of("From 10% in 2026 to 20% in 2027", seen["sa-1.m"])
    ),
    "add": lambda seen: added(seen, "action", "well", {"text": "Walk"}, after=FIRST),
    "remove": lambda seen: removed(seen, "safe"),
    "move": lambda seen: moved(seen, "sa-2", "roads"),
    "up": lambda seen: raised(seen, "sa-2"),
    "down": lambda seen: lowered(seen, "safe"),
    "merge": lambda seen: merged_actions(seen, "sa-1", "sa-2").changes,
    "merge elements": lambda seen: merged_elements(seen, "well", "safe").changes,
    "split": lambda seen: split_action(
        seen, "sa-1", "Train", SplitOff("Equip", steps=[0], funding=[0], measures=["sa-1.m"])
    ),
    "split element": lambda seen: split_element(seen, "safe", "Safer", ["sa-2", "falls"]),
    "number": lambda seen: renumbered_actions(seen, "safe", "SB 7"),
    "number elements": lambda seen: renumbered_elements(seen, PLAN, "4"),
    "number through": lambda seen: renumbered_through(seen, PLAN, "SB 7"),
    "number levels": lambda seen: renumbered_levels(seen, PLAN, "4"),
    "split a measure": lambda seen: split_text(seen, "sa-1.m", "40 wardens", "9 halls by 2027"),
    "merge measures": lambda seen: merged_texts(seen, "sa-1.m", "falls").changes,
    "set many": lambda seen: set_on_many(seen, ["sa-1", "sa-2"], {"status": "red"}),
    "name many": lambda seen: named_on_many(seen, ["sa-1", "sa-2"], "leads", come=["Warden"]),
    "move many": lambda seen: moved_many(seen, ["sa-1", "sa-2"], "well"),
    "remove many": lambda seen: removed_many(seen, ["sa-1", "well"]),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_changes_nothing_but_by_its_changes(
    edit: Callable[[Parts], Iterable[Change]],
) -> None:
    seen = parts_of(small_plan())
    before = deepcopy(seen.by_key())
    changes = list(edit(seen))
    after = applied(seen, changes)
    assert seen.by_key() == before
    assert after != seen
    assert document_of(parts_of(document_of(after))) == document_of(after)
    assert applied(after, inverse(changes)) == seen
