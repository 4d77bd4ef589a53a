from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from builders.site_plans import HARM
from builders.site_waiting import finished
from oneplan.document.files import to_json
from oneplan.document.schema import PlanDocument
from oneplan.website.shelf import plan_named


def _towns() -> PlanDocument:
    opened = plan_named("towns")
    assert opened is not None
    return opened.plan.model_copy(deep=True)


def _file(plan: PlanDocument, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, to_json(plan).encode())


def _later() -> PlanDocument:
    plan = _towns()
    plan.elements[0].children[0].actions[0].leads = [HARM]
    del plan.elements[1]
    return plan


def _send(client: Client, **sent: Any) -> str:
    answer: Any = client.post("/compare/", sent)
    assert answer.status_code == 302, answer.content.decode()[:2000]
    address = str(answer.headers["Location"])
    finished(client, address)
    return address


def _text(client: Client, address: str) -> str:
    answer: HttpResponse = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_two_files_are_compared_and_the_page_can_be_mailed_and_deleted(
    visitor: Client, stranger: Client
) -> None:
    address = _send(visitor, old=_file(_towns(), "a.json"), new=_file(_later(), "b.json"))
    text = _text(visitor, address)
    assert "<h1>2 things differ between the two plans</h1>" in text
    assert "“Clean rivers” is gone" in text
    assert "“a.json” compared with “b.json”" in text
    assert "<script" not in text
    assert "Clean rivers" in _text(visitor, f"{address}changes.html")
    assert stranger.get(address).status_code == 404
    assert stranger.post(f"{address}delete/").status_code == 404
    assert "are deleted" in visitor.post(f"{address}delete/").content.decode()
    assert visitor.get(address).status_code == 404


def test_a_file_is_compared_with_a_plan_of_the_site_which_stays(visitor: Client) -> None:
    address = _send(visitor, shelf="towns", new=_file(_later(), "b.json"))
    assert "is gone" in _text(visitor, address)
    visitor.post(f"{address}delete/")
    assert plan_named("towns") is not None
    assert "Fenshire" in _text(visitor, "/plans/towns/")


def test_the_same_plan_twice_does_not_differ(visitor: Client) -> None:
    text = _text(visitor, "/compare/towns/towns/")
    assert "The two plans say the same" in text
    assert "Delete what I sent" not in text


def test_many_differences_come_in_pages(visitor: Client) -> None:
    first = _text(visitor, "/compare/many/towns/")
    assert 'aria-label="Page 2"' in first
    assert "51 to " in _text(visitor, "/compare/many/towns/?page=2")


def test_each_version_that_is_missing_is_said_at_its_field(visitor: Client) -> None:
    answer = visitor.post("/compare/", {"shelf": "nonsense"})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#old"' in text
    assert 'href="#new"' in text


def test_a_version_that_cannot_be_read_is_said_with_its_cure(visitor: Client) -> None:
    address = _send(visitor, shelf="towns", new=SimpleUploadedFile("b.docx", b"PK\x03\x04 broken"))
    text = _text(visitor, address)
    assert "One of the two versions could not be read" in text
    assert "b.docx" in text
    assert visitor.get(f"{address}changes.html").status_code == 404


def test_nothing_is_kept_where_only_one_of_two_can_be_read_now(
    visitor: Client, data: Path, settings: Any
) -> None:
    settings.ONEPLAN_READINGS_KEPT = 1
    sent = {"old": _file(_towns(), "a.json"), "new": _file(_later(), "b.json")}
    answer = visitor.post("/compare/", sent)
    assert answer.status_code == 503
    assert "Wait a minute" in answer.content.decode()
    assert not list((data / "readings").iterdir())


def test_no_comparison_with_what_is_not_there(visitor: Client) -> None:
    assert visitor.get("/compare/towns/nowhere/").status_code == 404
