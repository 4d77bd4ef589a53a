from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import Any

import pytest

from builders.importing import PRINTED, Importer, importer
from builders.partnerships import joined
from builders.standing_cast import document, signed_in
from oneplan.document.files import from_json, to_json, to_yaml
from oneplan.document.identity import with_ids
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.plans.queries.live import plans_of
from oneplan.website.jobs import readings
from oneplan.website.jobs.reading_files import ReadingFolder

_WITH_A_NOTE = b"""Dry Fens Plan 2031

NEW PHOTO TO BE ADDED

Our vision is for Fenshire to be a place where everybody keeps dry feet.

Outcome 1: Dry feet

What we will do

- Clear the ditches beside every lane by March 2027
- Lend pumps to whoever asks by June 2027
"""


def _folder(data: Path, address: str) -> ReadingFolder:
    name = address.strip("/").split("/")[-1]
    return next(ReadingFolder(path) for path in (data / "imports").glob(f"*/{name}"))


def test_a_file_becomes_a_draft_plan_step_by_step(ash: Importer) -> None:
    address = ash.read()
    assert "Clear the ditches beside every lane" in ash.page(address)
    assert "Fen Rivers Trust" in ash.page(f"{address}names/")
    assert "red pen" in ash.page(f"{address}plan/red-pen/")
    assert "Make it a draft plan" in ash.page(f"{address}draft/")
    plan = ash.post(f"{address}draft/")
    assert plan.startswith(f"{ash.home}plans/")
    assert "as a draft" in ash.page(plan)
    assert "Lend pumps to whoever asks" in ash.page(f"{plan}actions/")


def test_what_is_about_the_file_alone_is_said_not_to_come_along(ash: Importer) -> None:
    address = ash.read(_WITH_A_NOTE, "fens.txt")
    page = ash.page(f"{address}draft/")
    assert "One thing more the red pen found in lines of the file" in page
    assert "The red pen found nothing." in page
    plan = ash.post(f"{address}draft/")
    assert "The red pen found nothing" in ash.page(f"{plan}red-pen/")


def test_every_step_shows_where_one_is(ash: Importer) -> None:
    address = ash.read()
    for step, page in (
        ("The reading", ""),
        ("Names", "names/"),
        ("Red pen", "plan/red-pen/"),
        ("Draft plan", "draft/"),
    ):
        assert f'aria-current="step">{step}</a>' in ash.page(address + page)


def test_what_was_begun_waits_on_the_partnership_s_page(ash: Importer) -> None:
    address = ash.read()
    for page in (ash.home, f"{ash.home}import/"):
        assert f'<a href="{address}">ditches.txt</a>' in ash.page(page)


def test_what_has_become_a_plan_is_no_longer_on_the_way_in(
    ash: Importer, data: Path, django_capture_on_commit_callbacks: Any
) -> None:
    address = ash.read()
    folder = _folder(data, address)
    with django_capture_on_commit_callbacks(execute=True):
        plan = ash.post(f"{address}draft/")
    assert not folder.path.exists()
    assert "ditches.txt" not in ash.page(ash.home)
    for step in ("", "names/", "plan/red-pen/", "draft/"):
        gone: Any = ash.client.get(address + step)
        assert (gone.status_code, gone.headers.get("Location")) == (302, plan), step
    assert ash.post(f"{address}draft/") == plan
    assert "The file was brought in already" in ash.page(plan)


def test_a_draft_that_is_asked_for_twice_is_made_once(ash: Importer) -> None:
    """Two tabs at once: the folder is there still when the second asks."""
    address = ash.read()
    first, second = (ash.post(f"{address}draft/") for _ in range(2))
    assert first == second
    assert len(plans_of(ash.member.partnership)) == 1


def test_whose_reading_became_a_plan_is_told_to_nobody_else(ash: Importer) -> None:
    address = ash.read()
    ash.post(f"{address}draft/")
    birch = signed_in(joined(ash.member, "Birch", Role.PLAN_OFFICER))
    for step in ("", "names/", "plan/red-pen/", "draft/"):
        assert birch.get(address + step).status_code == 404, step


def test_a_file_that_was_brought_in_before_is_said_to_be_here(ash: Importer) -> None:
    plan = ash.post(f"{ash.read()}draft/")
    page = ash.page(f"{ash.read()}draft/")
    assert "This file was brought in before" in page
    assert f'href="{plan}"' in page
    assert "Make it another draft plan" in page


def test_a_file_with_the_title_of_a_plan_is_proposed_as_its_newer_version(ash: Importer) -> None:
    ash.post(f"{ash.read()}draft/")
    page = ash.page(f"{ash.read(PRINTED.replace(b'June 2027', b'July 2027'))}draft/")
    assert "A plan of this title is here already" in page
    assert "See what the file changes" in page


def test_an_import_is_deleted_on_request(
    ash: Importer, data: Path, django_capture_on_commit_callbacks: Any
) -> None:
    address = ash.read()
    folder = _folder(data, address)
    with django_capture_on_commit_callbacks(execute=True):
        assert ash.post(f"{address}delete/") == ash.home
    assert not folder.path.exists()


def test_nobody_else_sees_an_import_not_even_in_the_same_partnership(ash: Importer) -> None:
    address = ash.read()
    birch = Importer(ash.member, signed_in(joined(ash.member, "Birch", Role.PLAN_OFFICER)))
    cedar = importer("Brackland Partnership", "Cedar")
    for other in (birch, cedar):
        for page in ("", "names/", "draft/", "plan/", "plan/red-pen/", "plan/plan.json"):
            assert other.client.get(address + page).status_code == 404, page
        for what in ("stop/", "again/", "columns/", "delete/", "names-all/", "draft/"):
            assert other.client.post(address + what).status_code == 404, what
    assert "ditches.txt" not in birch.page(ash.home)


def test_an_import_is_none_below_another_partnership_of_the_same_person(ash: Importer) -> None:
    address = ash.read()
    elsewhere = importer("Brackland Partnership", "Ash")
    assert elsewhere.client.get(address.replace(ash.home, elsewhere.home)).status_code == 404


def test_an_import_is_kept_for_a_day_in_a_folder_that_only_the_site_can_open(
    ash: Importer, data: Path
) -> None:
    folder = _folder(data, ash.read())
    for path in (folder.path, folder.path.parent, data / "imports"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
    request = folder.request()
    assert request
    readings.sweep(request.made + 24 * 3600 - 10)
    assert folder.path.exists()
    readings.sweep(request.made + 24 * 3600 + 10)
    assert not folder.path.exists()


def test_the_meaning_of_columns_can_be_changed(ash: Importer, data: Path) -> None:
    address = ash.read()
    headers = list(dict.fromkeys(_headers(ash.page(address))))
    field = f"column-{headers.index('Lead officer') + 1}"
    before = _folder(data, address).request()
    ash.post(f"{address}columns/", **{field: "ignore"})
    again = _folder(data, address).request()
    assert before
    assert again
    assert before.mapping == {}
    assert again.mapping == {"Lead officer": "ignore"}


def _headers(page: str) -> list[str]:
    return [header for _, header in sorted(re.findall(r'for="column-(\d+)">“([^”]+)”', page))]


@pytest.mark.parametrize("written", [to_json, to_yaml])
def test_a_plan_as_data_needs_no_source_and_no_columns(ash: Importer, written: Any) -> None:
    name = "plan.json" if written is to_json else "plan.yaml"
    page = ash.page(ash.read(written(document("Quillshire", 5)).encode(), name))
    assert "The source beside its reading" not in page
    assert "Read it again with these" not in page
    assert "5 actions" in page


def test_a_plan_that_is_downloaded_and_brought_in_elsewhere_is_the_same_plan(ash: Importer) -> None:
    plan = ash.post(f"{ash.read()}draft/")
    taken = ash.client.get(f"{plan}plan.json")
    cedar = importer("Brackland Partnership", "Cedar")
    again = cedar.post(f"{cedar.read(_content(taken), 'plan.json')}draft/")
    assert from_json(_content(cedar.client.get(f"{again}plan.json"))) == from_json(_content(taken))


def test_a_plan_as_yaml_comes_out_as_it_went_in(ash: Importer) -> None:
    given = with_ids(document("Quillshire", 7))
    plan = ash.post(f"{ash.read(to_yaml(given).encode(), 'plan.yaml')}draft/")
    assert from_json(_content(ash.client.get(f"{plan}plan.json"))) == given


def _content(answer: Any) -> bytes:
    return b"".join(answer) if answer.streaming else bytes(answer.content)


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "plan.txt", "The file is empty"),
        (None, "", "Choose the file that holds the plan"),
    ],
)
def test_what_cannot_be_sent_is_said_at_the_field(
    ash: Importer, content: bytes | None, name: str, said: str
) -> None:
    address = f"{ash.home}import/"
    answer: Any = ash.client.post(address) if content is None else ash.send(content, name)
    assert answer.status_code == 422
    assert f'<a href="#plan">{said}' in answer.content.decode()


def test_a_file_that_is_no_plan_is_said_to_be_none_and_can_be_deleted(ash: Importer) -> None:
    page = ash.page(ash.read(b"\x00\x01\x02" * 400, "picture.docx"))
    assert "Delete what I sent" in page
    assert "Names" not in page


def test_where_no_plan_was_found_another_file_is_asked_for(ash: Importer) -> None:
    page = ash.page(ash.read(b"Dear all, the hall is shut on Monday.\n", "letter.txt"))
    assert "no plan was found in it" in page
    assert f'<a class="govuk-button" href="{ash.home}import/">Send another file</a>' in page
    assert "Go on all the same" in page


def test_a_reading_that_was_stopped_can_be_begun_again(ash: Importer, data: Path) -> None:
    address = ash.read()
    folder = _folder(data, address)
    (folder.path / "end.json").write_text('{"how": "stopped", "message": "", "cure": ""}')
    assert "Read it again" in ash.page(address)
    assert ash.client.get(f"{address}names/").status_code == 404
    ash.post(f"{address}again/")
    assert folder.request()


def test_no_more_is_read_at_once_than_the_site_allows(ash: Importer, settings: Any) -> None:
    settings.ONEPLAN_READINGS_AT_ONCE = 0
    answer = ash.send()
    assert answer.status_code == 503
    assert "Wait a minute" in answer.content.decode()


def test_visitors_readings_take_no_room_from_imports(ash: Importer, settings: Any) -> None:
    settings.ONEPLAN_READINGS_KEPT = 0
    assert ash.read(PRINTED)


def test_who_may_not_bring_plans_in_is_not_offered_it(ash: Importer) -> None:
    viewer = Importer(ash.member, signed_in(joined(ash.member, "Dale", Role.VIEWER)))
    assert f"{ash.home}import/" not in viewer.page(ash.home)
    assert viewer.client.get(f"{ash.home}import/").status_code == 403
