"""What a plan took of a newer document is what it says by then; the rest was left."""

from __future__ import annotations

import json

from builders.live_plans import small_plan
from oneplan.document.schema import Action, PlanDocument
from oneplan.partnership.plans.parts.changes import applied, changes_between
from oneplan.partnership.plans.parts.document import parts_of
from oneplan.partnership.plans.parts.second_reading import read_again
from oneplan.partnership.plans.parts.taken import (
    as_rows,
    from_rows,
    left_before,
    left_of,
    taken,
)
from oneplan.vocabulary.findings import Source

BEFORE = parts_of(small_plan())


def _newer() -> PlanDocument:
    newer = small_plan()
    newer.elements[0].actions[0].text = "Train all wardens"
    newer.elements[0].actions[0].leads = ["Ambulance Service"]
    newer.elements[0].actions.append(Action(ref="SA 3", text="Grit the pavements"))
    newer.glossary.clear()
    return newer


READ = read_again(BEFORE, _newer())
CHANGES = changes_between(BEFORE, READ)


def test_a_plan_that_took_nothing_has_the_document_before_as_its_base() -> None:
    assert taken(BEFORE, READ, BEFORE) == BEFORE


def test_a_plan_that_took_all_has_the_newer_document_as_its_base() -> None:
    assert taken(BEFORE, READ, READ) == READ
    assert left_of(READ, READ) == []


def test_of_one_part_one_field_may_be_taken_and_another_left() -> None:
    plan = BEFORE.by_key()
    part = plan["sa-1"]
    plan["sa-1"] = type(part)(
        part.sort, part.key, part.owner, part.position, {**part.fields, "text": "Train all wardens"}
    )
    base = taken(BEFORE, READ, type(BEFORE)(plan.values()))
    assert (base["sa-1"]["text"], base["sa-1"]["leads"]) == ("Train all wardens", ["Fire Service"])


def test_what_somebody_typed_alike_is_taken_and_what_they_typed_otherwise_is_left() -> None:
    text = [each for each in CHANGES if each.key == "sa-1"]
    assert taken(BEFORE, READ, applied(BEFORE, text))["sa-1"] == READ["sa-1"]


def test_what_was_left_is_known_again_after_it_was_kept() -> None:
    left = left_before(json.loads(json.dumps(left_of(BEFORE, READ))))
    for each in CHANGES:
        places = [(each.key, name) for name in (*each.names, "")]
        assert left.is_again([each], places)
    assert not left_before(None).is_again(CHANGES, [("sa-1", "text")])


def test_another_wish_for_the_same_field_was_not_left_before() -> None:
    left = left_before(left_of(BEFORE, READ))
    other = _newer()
    other.elements[0].actions[0].text = "Train half of the wardens"
    changes = changes_between(BEFORE, read_again(BEFORE, other))
    assert not left.is_again(changes, [("sa-1", "text")])
    assert left.is_again(changes, [("sa-1", "leads")])


def test_parts_come_back_from_the_way_they_are_kept() -> None:
    assert from_rows(json.loads(json.dumps(as_rows(READ)))) == READ


def test_where_a_step_was_read_is_not_mistaken_for_what_somebody_changed() -> None:
    newer = small_plan()
    newer.elements[0].actions[0].steps[0].source = Source(file="next.docx", line=9)
    newer.elements[0].actions[0].text = "Train all wardens"
    read = read_again(BEFORE, newer)
    assert taken(BEFORE, read, BEFORE)["sa-1"]["steps"] == BEFORE["sa-1"]["steps"]
