"""What a site keeps in memory is never shown when it is old, nor to whom it is not: asked of pages seen before."""

from __future__ import annotations

import pytest
from django.test import Client

from builders.live_plans import FILE, small_plan
from builders.partnerships import NOON, number_of
from builders.standing_cast import Cast, signed_in
from oneplan.partnership.accounts.operations import rename
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.operations.partnerships import change_partnership
from oneplan.partnership.partners.operations.people import change_member, remove_member
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.plans.operations.change import change_plan
from oneplan.partnership.plans.operations.keeping import freeze_version
from oneplan.partnership.plans.operations.starting import import_plan
from oneplan.partnership.plans.parts.editing.fields import with_fields
from oneplan.partnership.plans.queries.live import plan_named

Stage = tuple[Cast, Cast]
NEW, NEW_REF = "Hang a lantern at every stile", "QL 7.7"
OF_NOW = (
    "",
    "actions/",
    "actions/{action}/",
    "history/",
    "parts/{action}/history/",
    "versions/compare/?old=1.0&new=now",
    "versions/1.0/go-back/",
)
OF_THEN = (
    "versions/1.0/plan/",
    "versions/1.0/plan/actions/{action}/",
    "versions/compare/?old=1.0&new=1.0",
    "as-it-stood/{revision}/",
    "as-it-stood/{revision}/actions/{action}/",
)
PAGES = (*OF_NOW, *OF_THEN, "versions/", "as-it-stood/")


def _paths(made: Cast, pages: tuple[str, ...]) -> list[str]:
    start = f"/partnerships/{made.slug}/plans/{made.plan.slug}/"
    word = made.word.lower()
    return [start + page.format(action=f"{word}-action-0", revision=1) for page in pages]


def _seen(browser: Client, paths: list[str]) -> list[str]:
    answers = [browser.get(path) for path in paths]
    assert [answer.status_code for answer in answers] == [200] * len(paths)
    return [answer.text for answer in answers]


def _reword(plan: str, part: str, text: str, ref: str, by: Member) -> None:
    change_plan(
        plan=plan,
        edit=lambda seen: with_fields(seen, part, {"text": text, "ref": ref}),
        seen=None,
        by=by,
        at=NOON,
    )


def test_an_edit_is_seen_at_once_on_every_page_of_the_plan(
    stage: Stage, visitors: dict[Role, Client]
) -> None:
    ours = stage[0]
    paths = _paths(ours, OF_NOW)
    for browser in (visitors[Role.PLAN_OFFICER], visitors[Role.ADMINISTRATOR]):
        assert not any(NEW_REF in page for page in _seen(browser, paths))
    _reword(ours.plan.slug, "quillshire-action-0", NEW, NEW_REF, ours.people[Role.ADMINISTRATOR])
    pages = _seen(visitors[Role.PLAN_OFFICER], paths)
    told = [path for path, page in zip(paths, pages, strict=True) if NEW_REF in page]
    assert told == paths


def test_a_version_that_is_frozen_is_listed_at_once(
    stage: Stage, visitors: dict[Role, Client]
) -> None:
    ours = stage[0]
    (path,) = _paths(ours, ("versions/",))
    browser = visitors[Role.PLAN_OFFICER]
    assert "Version 1.0 is the latest" in browser.get(path).text
    by = ours.people[Role.ADMINISTRATOR]
    now = plan_named(by.partnership, ours.plan.slug)
    assert now
    freeze_version(plan=now.slug, number="1.1", note="", seen=now.revision, by=by, at=NOON)
    assert "Version 1.1 is the latest" in browser.get(path).text


def test_what_once_was_stays_as_it_was(stage: Stage, visitors: dict[Role, Client]) -> None:
    ours = stage[0]
    paths = _paths(ours, OF_THEN)
    before = _seen(visitors[Role.PLAN_OFFICER], paths)
    _reword(ours.plan.slug, "quillshire-action-0", NEW, NEW_REF, ours.people[Role.ADMINISTRATOR])
    assert _seen(visitors[Role.PLAN_OFFICER], paths) == before


def test_names_of_people_and_partnerships_are_those_of_today(
    stage: Stage, visitors: dict[Role, Client]
) -> None:
    ours = stage[0]
    paths = _paths(ours, PAGES)
    _seen(visitors[Role.PLAN_OFFICER], paths)
    by = ours.people[Role.ADMINISTRATOR]
    officer = number_of(ours.people[Role.PLAN_OFFICER])
    rename(person=officer, name="Tilda Thatcher", by=by.actor, at=NOON)
    change_partnership(name="Greater Quillshire", area="", by=by, at=NOON)
    for page in _seen(visitors[Role.PLAN_OFFICER], paths):
        assert ">Tilda Thatcher</a>" in page
        assert "It cannot be changed." in page or ">Greater Quillshire</a>" in page


def test_a_role_that_was_taken_away_is_missed_at_once(
    stage: Stage, visitors: dict[Role, Client]
) -> None:
    ours = stage[0]
    paths = _paths(ours, PAGES)
    _seen(visitors[Role.PLAN_OFFICER], paths)
    by = ours.people[Role.ADMINISTRATOR]
    officer = number_of(ours.people[Role.PLAN_OFFICER])
    change_member(person=officer, roles=[Role.VIEWER], organisation=None, by=by, at=NOON)
    may = {path for path in paths if visitors[Role.VIEWER].get(path).status_code == 200}
    assert may == set(_paths(ours, ("", "actions/", "actions/{action}/")))
    for path in paths:
        answer = visitors[Role.PLAN_OFFICER].get(path)
        assert answer.status_code == (200 if path in may else 403), path
    remove_member(person=officer, by=by, at=NOON)
    for path in paths:
        assert visitors[Role.PLAN_OFFICER].get(path).status_code == 404, path


@pytest.fixture
def alike(stage: Stage) -> dict[str, tuple[Client, list[str]]]:
    """Two plans with the same address, parts, versions and revisions, in two partnerships."""
    found = {}
    for made in stage:
        by = made.people[Role.ADMINISTRATOR]
        plan = small_plan()
        action = plan.elements[0].actions[0]
        action.text, action.ref = f"Count the owls of {made.word}", f"The owls of {made.word}"
        slug = import_plan(document=plan, file=FILE, by=by, at=NOON).slug
        opened = plan_named(by.partnership, slug)
        assert opened
        freeze_version(plan=slug, number="1.0", note="", seen=opened.revision, by=by, at=NOON)
        _reword(slug, "sa-1", f"Ring the owls of {made.word}", f"owls of {made.word}", by)
        start = f"/partnerships/{made.slug}/plans/{slug}/"
        paths = [start + page.format(action="sa-1", revision=1) for page in PAGES]
        found[made.word] = (signed_in(by), paths)
    return found


def test_a_plan_with_the_same_address_in_another_partnership_is_never_shown(
    alike: dict[str, tuple[Client, list[str]]],
) -> None:
    for _ in range(2):
        for word, (browser, paths) in alike.items():
            others = set(alike) - {word}
            for path, page in zip(paths, _seen(browser, paths), strict=True):
                assert not any(f"owls of {other}" in page for other in others), path
                assert f"owls of {word}" in page or path.endswith(
                    ("versions/", "stood/", "new=1.0")
                )
