from __future__ import annotations

import os
import re
import stat
import time
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from builders.documents.blocks_made import table
from builders.documents.plain import write_text
from builders.site_plans import HARM
from builders.site_waiting import endless, finished
from oneplan.document.files import from_json, from_yaml
from oneplan.exchange.plan_readers.blocks import Heading
from oneplan.website.jobs import readings, rooms
from oneplan.website.jobs.reading_files import ReadingFolder, Request
from oneplan.website.jobs.watching import start_reading

PATIENCE = 600.0
PLAN = write_text(
    [
        Heading("Outcome 1: Quiet nights in Fenshire", 1),
        table(
            ["Ref", "Action", "By when", "Progress measures", "Lead officer"],
            [
                "QN 1.1",
                "Fit quieter tyres to every council van",
                "March 2027",
                "Cut complaints from 90 in March 2026 to 60 in March 2026",
                "Head of Fleet",
            ],
            ["QN 1.2", "Move bin rounds away from five in the morning", "June 2026", "", ""],
        ),
    ]
)


def _send(client: Client, content: bytes = PLAN, name: str = "plan.txt") -> Any:
    return client.post("/check/", {"plan": SimpleUploadedFile(name, content)})


def _read(client: Client, content: bytes = PLAN, name: str = "plan.txt") -> str:
    """The address of the finished reading."""
    answer = _send(client, content, name)
    assert answer.status_code == 302, answer.content.decode()[:2000]
    address = str(answer.headers["Location"])
    finished(client, address)
    return address


def _page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


def _folder(data: Path, address: str) -> Path:
    return data / "readings" / address.strip("/").split("/")[-1]


def test_a_plan_is_read_and_shown_beside_its_source(visitor: Client) -> None:
    address = _read(visitor)
    text = _page(visitor, address)
    assert "Your plan has been read" in text
    assert "Fit quieter tyres to every council van" in text
    assert "QN 1.1" in text
    assert "The start and the end have the same date" in text


def test_each_cell_stands_beside_what_was_read_from_it(visitor: Client) -> None:
    text = _page(visitor, _read(visitor))
    cells = re.findall(
        r'<div class="op-source op-source-row"><p>(.*?)</p></div>\s*<div class="op-read">(.*?)</div>',
        text,
        re.DOTALL,
    )
    beside = [(_words(left), _words(right)) for left, right in cells]
    assert ("Lead officer Head of Fleet", "Lead Head of Fleet") in beside
    assert ("By when March 2027", "By when 31 March 2027") in beside
    assert ("Ref QN 1.2", "Reference QN 1.2") in beside


def _words(markup: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", markup).split())


def test_a_reading_has_the_pages_of_a_plan_and_can_be_taken_away(visitor: Client) -> None:
    address = _read(visitor)
    for page in ("", "actions/", "red-pen/", "thread/", "recommendations/"):
        assert "Only this browser can see it" in _page(visitor, f"{address}plan/{page}")
    as_json = from_json(visitor.get(f"{address}plan/plan.json").content)
    as_yaml = from_yaml(visitor.get(f"{address}plan/plan.yaml").content)
    assert as_json == as_yaml
    report = visitor.get(f"{address}report.html")
    assert "attachment" in report.headers["Content-Disposition"]
    assert "QN 1.1" in report.content.decode()


def test_nobody_else_sees_a_reading(visitor: Client, stranger: Client) -> None:
    address = _read(visitor)
    _page(stranger, "/check/")
    for page in ("", "plan/", "plan/red-pen/", "plan/plan.json", "report.html"):
        assert stranger.get(address + page).status_code == 404, page
    for what in ("delete/", "stop/", "columns/"):
        assert stranger.post(address + what).status_code == 404, what
    assert _page(visitor, address)


def test_a_reading_lies_in_a_folder_that_only_the_site_can_open(
    visitor: Client, data: Path
) -> None:
    folder = _folder(data, _read(visitor))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
    assert visitor.session["visitor"] not in (folder / "request.json").read_text(encoding="utf-8")


def test_a_reading_is_deleted_at_once_on_request(visitor: Client, data: Path) -> None:
    address = _read(visitor)
    assert "are deleted" in visitor.post(f"{address}delete/").content.decode()
    assert not _folder(data, address).exists()
    assert visitor.get(address).status_code == 404


def test_a_reading_is_deleted_after_an_hour(visitor: Client, data: Path) -> None:
    address = _read(visitor)
    request = ReadingFolder(_folder(data, address)).request()
    assert request is not None
    readings.sweep(request.made + 3590)
    assert _folder(data, address).exists()
    readings.sweep(request.made + 3610)
    assert not _folder(data, address).exists()


def test_the_columns_meaning_can_be_changed(visitor: Client) -> None:
    address = _read(visitor)
    text = _page(visitor, address)
    lead = next(field for field, header in _columns(text) if header == "Lead officer")
    answer = visitor.post(f"{address}columns/", {lead: "ignore"})
    finished(visitor, answer.headers["Location"])
    plan = from_json(visitor.get(f"{address}plan/plan.json").content)
    assert all(not action.leads for element in plan.elements for action in element.actions)


def _columns(text: str) -> list[tuple[str, str]]:
    return re.findall(r'for="(column-\d+)">“([^”]+)”', text)


def test_hostile_names_and_words_are_shown_as_text(visitor: Client) -> None:
    content = PLAN.replace(b"quieter", HARM.encode())
    address = _read(visitor, content, f"../../{HARM}.txt")
    text = _page(visitor, address)
    assert "<img" not in text
    assert "<script" not in text


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "plan.txt", "The file is empty"),
        (b"   \n", "plan.txt", "is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(300), "plan.png", "pictur"),
        (b"PK\x03\x04 broken", "plan.docx", "plan.docx"),
        (b"title: [", "plan.yaml", "no YAML"),
    ],
)
def test_what_cannot_be_read_is_said_with_a_cure(
    visitor: Client, content: bytes, name: str, said: str
) -> None:
    answer = _send(visitor, content, name)
    if answer.status_code == 302:
        answer = finished(visitor, answer.headers["Location"])
    text = answer.content.decode()
    assert said.casefold() in text.casefold()
    assert "Traceback" not in text


def test_a_file_that_holds_no_plan_is_not_praised(visitor: Client) -> None:
    text = _page(visitor, _read(visitor, b"Soup of the day: leek and potato.", "menu.txt"))
    assert "no plan was found in it" in text
    assert "nothing to settle" not in text.split("</h1>")[0]


def test_no_file_is_an_error_at_the_field(visitor: Client) -> None:
    answer = visitor.post("/check/", {})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "There is a problem" in text
    assert 'href="#plan"' in text
    assert "Choose the file that holds the plan" in text


def test_a_file_above_the_limit_is_turned_away_unread(
    visitor: Client, data: Path, settings: Any
) -> None:
    settings.ONEPLAN_LARGEST_UPLOAD = 1_000_000
    answer = _send(visitor, b"x" * 1_200_000)
    assert answer.status_code == 413
    assert "larger than 1 MB" in answer.content.decode()
    assert not (data / "readings").exists()
    assert _send(visitor, b"x" * 1_010_000).status_code == 422


def test_only_so_many_are_read_at_once_and_kept(visitor: Client, data: Path, settings: Any) -> None:
    settings.ONEPLAN_READINGS_AT_ONCE = 0
    answer = _send(visitor)
    assert answer.status_code == 503
    assert "Wait a minute" in answer.content.decode()
    assert not list((data / "readings").iterdir())
    settings.ONEPLAN_READINGS_AT_ONCE = 2
    settings.ONEPLAN_READINGS_KEPT = 1
    _read(visitor)
    assert _send(visitor).status_code == 503


def _ended(folder: ReadingFolder) -> str:
    until = time.monotonic() + PATIENCE
    while folder.end() is None and time.monotonic() < until:
        time.sleep(0.1)
    end = folder.end()
    return end.how if end else "never"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_reading_that_takes_too_long_is_stopped(data: Path, settings: Any) -> None:
    settings.ONEPLAN_READING_SECONDS = 1
    folder = endless(data)
    start_reading(folder)
    assert _ended(folder) == "too-long"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_visitor_watches_and_stops_a_reading(visitor: Client, data: Path) -> None:
    folder = endless(data)
    visitor.get("/check/")
    session = visitor.session
    session["visitor"] = "me"
    session.save()
    visitor.cookies["oneplan"] = session.session_key
    start_reading(folder)
    answer = visitor.get("/check/endless/")
    assert answer.headers["Refresh"] == "3"
    assert "Stop reading" in answer.content.decode()
    assert "Refresh" not in visitor.get("/check/endless/?refresh=no").headers
    visitor.post("/check/endless/stop/")
    assert _ended(folder) == "stopped"
    assert "You stopped the reading" in _page(visitor, "/check/endless/")


@pytest.mark.skipif(os.name == "nt", reason="memory is limited where the system can")
def test_a_reading_that_needs_too_much_memory_is_ended(visitor: Client, settings: Any) -> None:
    settings.ONEPLAN_READING_BYTES = 8 * 1024 * 1024
    long = b"".join(b"\n\nFit quieter tyres to van %d by March 2027." % n for n in range(20_000))
    text = _page(visitor, _read(visitor, PLAN + long))
    assert "needed more memory" in text or "too large to be read" in text, text


def test_the_operator_learns_where_the_reader_failed_but_nothing_of_the_plan(
    data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = ReadingFolder(data / "readings" / "faulty")
    (folder.path / "upload").mkdir(parents=True)  # a folder in the file's place cannot be read
    folder.begin(Request(name="secret-title.txt", owner=rooms.hashed("me"), made=time.time()))
    start_reading(folder)
    assert _ended(folder) == "broken"
    assert "read_plan.py" in caplog.text
    assert "IsADirectoryError" in caplog.text or "PermissionError" in caplog.text
    assert "secret-title" not in caplog.text


def test_a_form_without_its_token_is_refused_in_words(data: Path) -> None:  # noqa: ARG001
    careful = Client(enforce_csrf_checks=True)
    answer = careful.post("/check/", {"plan": SimpleUploadedFile("plan.txt", PLAN)})
    assert answer.status_code == 403
    assert "open too long" in answer.content.decode()


def test_a_visitors_pages_are_not_kept_by_anyone(visitor: Client) -> None:
    address = _read(visitor)
    assert "no-store" in visitor.get(address).headers["Cache-Control"]
    cookie = visitor.get("/check/").cookies.get("oneplan") or visitor.cookies["oneplan"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
