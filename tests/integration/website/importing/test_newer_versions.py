from __future__ import annotations

import html
import re
from typing import Any

import pytest

from builders.importing import PRINTED, Importer
from builders.live_plans import small_plan
from builders.partnerships import NOON
from builders.standing_cast import document
from oneplan.document.files import from_json, to_json
from oneplan.document.identity import with_ids
from oneplan.document.schema import PlanDocument
from oneplan.partnership.plans.operations.change import change_plan
from oneplan.partnership.plans.parts.editing.fields import with_fields

ACTION = "quillshire-action-1"


@pytest.fixture
def first() -> PlanDocument:
    """The plan as it is brought in first."""
    return with_ids(document("Quillshire", 5))


@pytest.fixture
def plan(ash: Importer, first: PlanDocument) -> str:
    """The address of that plan."""
    return ash.post(f"{ash.read(to_json(first).encode(), 'first.json')}draft/")


def _newer(first: PlanDocument) -> PlanDocument:
    """The same with another text, another date, an action more and one less."""
    newer = first.model_copy(deep=True)
    one, two, three = (element.actions for element in newer.elements[1:4])
    one[0].text = "Mend every lamp of ward 1 in Quillshire"
    two.append(
        two[0].model_copy(
            deep=True, update={"id": None, "ref": "QA 9.0", "text": "Paint the posts green"}
        )
    )
    three.clear()
    return newer


def _shown(ash: Importer, document: PlanDocument, plan: str) -> tuple[str, str]:
    """The address of the page about the newer version, and the page."""
    address = ash.read(to_json(document).encode(), "newer.json")
    slug = plan.strip("/").split("/")[-1]
    assert f"{address}newer/{slug}/" in ash.page(f"{address}draft/")
    return f"{address}newer/{slug}/", html.unescape(ash.page(f"{address}newer/{slug}/"))


def _as_proposed(page: str) -> dict[str, Any]:
    return {
        "seen": re.findall(r'name="seen" value="(\d+)"', page)[0],
        "tick": re.findall(r'name="tick" value="([^"]+)" checked', page),
    }


def _downloaded(ash: Importer, plan: str) -> PlanDocument:
    answer: Any = ash.client.get(f"{plan}plan.json")
    return from_json(b"".join(answer) if answer.streaming else answer.content)


def _said_by_somebody(ash: Importer, plan: str, text: str) -> None:
    change_plan(
        plan=plan.strip("/").split("/")[-1],
        edit=lambda seen: with_fields(seen, ACTION, {"text": text}),
        seen=None,
        by=ash.member,
        at=NOON,
    )


def test_what_differs_is_shown_in_words_and_ticked(
    ash: Importer, plan: str, first: PlanDocument
) -> None:
    _, page = _shown(ash, _newer(first), plan)
    for words in ("Changed: Words", "Paint the posts green", "Removed", "Mend"):
        assert words in page
    assert len(_as_proposed(page)["tick"]) == page.count('name="tick"') > 2


def test_as_proposed_the_plan_becomes_the_newer_version(
    ash: Importer, plan: str, first: PlanDocument
) -> None:
    address, page = _shown(ash, _newer(first), plan)
    assert ash.post(address, **_as_proposed(page)) == plan
    actions = [each for element in _downloaded(ash, plan).elements for each in element.actions]
    assert {each.text for each in actions} == {
        each.text for element in _newer(first).elements for each in element.actions
    }


def test_only_what_is_ticked_is_changed(ash: Importer, plan: str, first: PlanDocument) -> None:
    address, page = _shown(ash, _newer(first), plan)
    sent = _as_proposed(page)
    ash.post(address, seen=sent["seen"], tick=[each for each in sent["tick"] if ACTION in each])
    now = _downloaded(ash, plan)
    assert now.elements[1].actions[0].text == "Mend every lamp of ward 1 in Quillshire"
    assert now.elements[3].actions


def test_what_was_left_is_offered_again_and_not_ticked(
    ash: Importer, plan: str, first: PlanDocument
) -> None:
    address, page = _shown(ash, _newer(first), plan)
    ash.post(address, seen=_as_proposed(page)["seen"], leave="1")
    assert _downloaded(ash, plan).elements == first.elements
    again = _shown(ash, _newer(first), plan)[1]
    assert again.count('name="tick"') == page.count('name="tick"')
    assert again.count("It was left out the last time") == page.count('name="tick"')
    assert _as_proposed(again)["tick"] == []


def test_after_some_were_chosen_exactly_the_rest_is_offered(
    ash: Importer, plan: str, first: PlanDocument
) -> None:
    address, page = _shown(ash, _newer(first), plan)
    sent = _as_proposed(page)
    some, rest = sent["tick"][:2], set(sent["tick"][2:])
    ash.post(address, seen=sent["seen"], tick=some)
    address, again = _shown(ash, _newer(first), plan)
    assert set(re.findall(r'name="tick" value="([^"]+)"', again)) == rest
    ash.post(address, seen=_as_proposed(again)["seen"], tick=list(rest))
    assert "says already what the file says" in _shown(ash, _newer(first), plan)[1]


def test_the_same_document_again_changes_nothing(
    ash: Importer, plan: str, first: PlanDocument
) -> None:
    assert "says already what the file says" in _shown(ash, first, plan)[1]


def test_where_something_was_read_is_no_difference(ash: Importer) -> None:
    plan = ash.post(f"{ash.read()}draft/")
    address = ash.read(PRINTED.replace(b"Lend pumps", b"Hire pumps out"), "ditches-2.txt")
    page = html.unescape(ash.page(f"{address}newer/{plan.strip('/').split('/')[-1]}/"))
    assert "differs from the plan in 1 thing" in page
    assert "Hire pumps out" in re.sub(r"<[^>]+>", "", page)


@pytest.mark.parametrize("choice", ["theirs", "mine"])
def test_where_both_changed_it_both_texts_are_shown_and_one_is_chosen(
    ash: Importer, plan: str, first: PlanDocument, choice: str
) -> None:
    _said_by_somebody(ash, plan, "Mend no lamp at all")
    address, page = _shown(ash, _newer(first), plan)
    assert "Mend no lamp at all" in re.sub(r"<[^>]+>", "", page)
    [name] = set(re.findall(r'name="(choice:[^"]+)"', page))
    ash.post(address, **{"seen": _as_proposed(page)["seen"], name: choice})
    text = _downloaded(ash, plan).elements[1].actions[0].text
    assert text == (
        "Mend no lamp at all" if choice == "theirs" else "Mend every lamp of ward 1 in Quillshire"
    )


def test_a_quite_other_plan_can_be_shown_as_a_newer_version(ash: Importer, plan: str) -> None:
    address, page = _shown(ash, with_ids(small_plan()), plan)
    assert ash.post(address, **_as_proposed(page)) == plan
    assert {each.title for each in _downloaded(ash, plan).elements} == {"Safe", "Well"}


def test_many_differences_are_chosen_page_by_page(ash: Importer, plan: str) -> None:
    address, page = _shown(ash, with_ids(document("Quillshire", 300)), plan)
    assert "1 to 200 of" in page
    assert ash.post(address, **_as_proposed(page)) == address
    rest = html.unescape(ash.page(address))
    assert ash.post(address, **_as_proposed(rest)) == plan
    assert sum(len(each.actions) for each in _downloaded(ash, plan).elements) == 300


def test_a_form_that_never_saw_the_plan_is_not_understood(
    ash: Importer, plan: str, first: PlanDocument
) -> None:
    address, _ = _shown(ash, _newer(first), plan)
    assert ash.client.post(address, {"seen": "99999"}).status_code == 400
    assert _downloaded(ash, plan).elements == first.elements


def test_an_element_that_is_new_comes_with_all_below_it(
    ash: Importer, plan: str, first: PlanDocument
) -> None:
    newer = first.model_copy(deep=True)
    newer.elements.append(with_ids(small_plan()).elements[0])
    address, page = _shown(ash, newer, plan)
    ash.post(address, **_as_proposed(page))
    safe = _downloaded(ash, plan).elements[-1]
    assert safe.title == "Safe"
    assert [each.title for each in safe.children] == ["Safe on the road"]
    assert [each.text for each in safe.measures] == ["Fewer falls"]
    assert [each.text for each in safe.actions[0].measures] == ["40 wardens trained by March 2027"]
