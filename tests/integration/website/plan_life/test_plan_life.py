"""A plan is begun empty, agreed, over, removed and brought back through the pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from builders.partnerships import started
from builders.standing_cast import signed_in
from oneplan.partnership.partners.access import Member

HERE = "/partnerships/fenshire-partnership/"


@pytest.fixture
def officer(data: Path) -> Client:  # noqa: ARG001 - sessions lie there
    ash: Member = started()
    return signed_in(ash)


def _begun(officer: Client, title: str) -> str:
    answer = officer.post(f"{HERE}start-a-plan/", {"title": title})
    assert answer.status_code == 302
    return answer.headers["Location"]


def test_an_empty_plan_is_begun_and_leads_to_its_first_part(officer: Client) -> None:
    plan = _begun(officer, "A plan for the fens")
    assert plan == f"{HERE}plans/a-plan-for-the-fens/"
    page = officer.get(plan).content.decode()
    assert "Nothing stands in this plan yet" in page
    assert officer.get(f"{plan}particulars/add/element/").status_code == 200
    assert f'href="{plan}particulars/add/element/"' in page
    assert "A plan for the fens" in officer.get(HERE).content.decode()


def test_a_plan_without_a_title_is_refused_at_the_field(officer: Client) -> None:
    answer = officer.post(f"{HERE}start-a-plan/", {"title": "  "})
    assert answer.status_code == 422
    assert 'href="#title"' in answer.content.decode()


def test_a_plan_says_where_it_stands(officer: Client) -> None:
    plan = _begun(officer, "A plan for the fens")
    assert "Being written" in officer.get(HERE).content.decode()
    assert officer.post(f"{plan}stage/", {"stage": "agreed"}).status_code == 302
    front = officer.get(HERE).content.decode()
    assert "Agreed" in front
    assert "Being written" not in front
    wrong = officer.post(f"{plan}stage/", {"stage": "sold"})
    assert wrong.status_code == 422
    assert "Choose one" in wrong.content.decode()


def test_a_removed_plan_is_nowhere_until_it_is_brought_back(officer: Client) -> None:
    plan = _begun(officer, "A plan for the fens")
    assert "Shall this plan be removed?" in officer.get(f"{plan}remove/").content.decode()
    officer.post(f"{plan}remove/")
    assert officer.get(plan).status_code == 404
    gone = officer.get(f"{HERE}removed-plans/").content.decode()
    assert "One plan was removed" in gone
    back = officer.post(f"{HERE}removed-plans/a-plan-for-the-fens/bring-back/")
    assert back.headers["Location"] == plan
    assert officer.get(plan).status_code == 200
    again = officer.post(f"{HERE}removed-plans/a-plan-for-the-fens/bring-back/")
    assert again.status_code == 404
