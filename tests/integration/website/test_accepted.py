from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from builders.site_waiting import finished
from oneplan.website import shelf


def _text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def _entry(fingerprint: str, reason: str = "Agreed until the winter.") -> bytes:
    return (
        f"- fingerprint: {fingerprint}\n  reason: {reason}\n  by: Plan officer\n  on: 2026-02-03\n"
    ).encode()


def _fingerprint(plan: str) -> str:
    opened = shelf.plan_named(plan)
    assert opened is not None
    return opened.findings[0].fingerprint or ""


def test_a_list_beside_a_plan_on_the_shelf_accepts_its_findings(
    visitor: Client, data: Path
) -> None:
    before = len(shelf.plan_named("towns").findings)  # type: ignore[union-attr]
    (data / "plans" / "towns.yaml.accepted.yaml").write_bytes(_entry(_fingerprint("towns")))
    text = _text(visitor, "/plans/towns/red-pen/")
    assert f"The red pen found {before - 1} things to settle" in text
    assert "One finding has been accepted with a reason" in text
    assert "Agreed until the winter." in text
    assert "Plan officer, 3 February 2026" in text
    assert "accepted.yaml" not in _text(visitor, "/")


def test_an_acceptance_that_nothing_needs_any_more_is_said(visitor: Client, data: Path) -> None:
    (data / "plans" / "towns.yaml.accepted.yaml").write_bytes(_entry("000000000000"))
    assert "no longer found" in _text(visitor, "/plans/towns/red-pen/")


def test_a_visitor_sends_accepted_findings_with_the_plan(visitor: Client, data: Path) -> None:
    plan = (data / "plans" / "towns.yaml").read_bytes()
    files = {
        "plan": SimpleUploadedFile("towns.yaml", plan),
        "accepted": SimpleUploadedFile(
            "towns.yaml.accepted.yaml", _entry(_fingerprint("towns"), "<b>Because</b>")
        ),
    }
    answer: Any = visitor.post("/check/", files)
    address = answer.headers["Location"]
    finished(visitor, address)
    text = _text(visitor, f"{address}plan/red-pen/")
    assert "One finding has been accepted with a reason" in text
    assert "&lt;b&gt;Because&lt;/b&gt;" in text
    report = visitor.get(f"{address}report.html").content.decode()
    assert "Because" in report


def test_a_list_that_is_none_is_said_and_the_plan_read_all_the_same(
    visitor: Client, data: Path
) -> None:
    plan = (data / "plans" / "towns.yaml").read_bytes()
    files = {
        "plan": SimpleUploadedFile("towns.yaml", plan),
        "accepted": SimpleUploadedFile("list.yaml", b"fingerprints: none"),
    }
    answer: Any = visitor.post("/check/", files)
    page = finished(visitor, answer.headers["Location"])
    assert "holds no list of accepted findings" in page.content.decode()


def test_a_list_that_is_too_large_is_an_error_at_its_field(visitor: Client) -> None:
    files = {
        "plan": SimpleUploadedFile("plan.txt", b"Plan"),
        "accepted": SimpleUploadedFile("list.yaml", b"# " * 1_100_000),
    }
    answer = visitor.post("/check/", files)
    assert answer.status_code == 422
    assert 'href="#accepted"' in answer.content.decode()
