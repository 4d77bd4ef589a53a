"""What members see of their partnership, what strangers do not, and how little the database is asked."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from builders.furnished import Furnished, furnished
from builders.live_plans import FILE, small_plan
from builders.partnerships import NOON, joined, someone, started
from builders.standing_cast import signed_in
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.plans.operations.starting import import_plan

pytestmark = pytest.mark.django_db

MOST_QUERIES = 15
SEEN = {
    "": "Fenshire Partnership",
    "organisations/": "Fenland Care Board",
    "organisations/{made.trust}/": "What it was, and what it became",
    "organisations/{made.council}/": "Fens CC",
    "posts/": "Head of Nursing",
    "posts/?vacant=yes": "Head of Nursing",
    "posts/?on=1 July 2020": "Head of Rivers",
    "posts/{made.post}/": "Cedar",
    "boards/": "Dyke Group",
    "boards/{made.board}/": "Held by Cedar",
    "strategies/": "Dry Feet",
    "strategies/{made.strategy}/": "Fenshire Council",
    "names/": "Fens CC",
    "search/": "Find an organisation",
    "search/?words=FENS cc": "printed in plans as “Fens CC”",
}
FORMS = (
    "organisations/add/",
    "organisations/{made.council}/change/",
    "organisations/{made.trust}/end/",
    "posts/add/",
    "posts/{made.post}/change/",
    "posts/{made.post}/holders/add/",
    "holders/{made.holding}/change/",
    "boards/add/",
    "boards/{made.board}/change/",
    "boards/{made.group}/answers-to/",
    "boards/{made.board}/members/add/",
    "seats/{made.seat}/change/",
    "strategies/add/",
    "strategies/{made.strategy}/change/",
    "merge/organisation/{made.council}/",
    "merge/post/{made.post}/",
)
OF_ADMINISTRATORS = ("people/", "people/add/", "settings/")


def _path(member: Member, page: str, made: Furnished) -> str:
    return f"/partnerships/{member.partnership.slug}/" + page.format(made=made)


def test_a_viewer_sees_every_page_and_nothing_to_change_on_it(
    first: Member, made: Furnished
) -> None:
    browser = signed_in(joined(first, "Birch", Role.VIEWER))
    for page, said in SEEN.items():
        answer = browser.get(_path(first, page, made))
        assert answer.status_code == 200, page
        assert said in answer.text, page
        for change in ('method="post"', "/change/", "/add/"):
            assert change not in answer.text, page


def test_an_action_names_its_bodies_as_then_and_who_answers_for_them_today(
    first: Member, made: Furnished
) -> None:
    document = small_plan()
    document.elements[0].actions[1].partners = ["Fenland Trust", "Fenshire Council"]
    import_plan(document=document, file=FILE, by=first, at=NOON)
    browser = signed_in(joined(first, "Birch", Role.VIEWER))
    text = browser.get(_path(first, "plans/a-plan-for-fenshire/actions/sa-2/", made)).text
    assert "“Fenland Trust” today" in text
    assert f'organisations/{made.care_board}/">Fenland Care Board</a>' in text
    assert "followed on 1 July 2022" in text
    assert "“Fenshire Council” today" not in text


def test_to_strangers_no_page_is_there(first: Member, made: Furnished) -> None:
    stranger = signed_in(started("Elsewhere", "Elm"))
    for page in (*SEEN, *FORMS, *OF_ADMINISTRATORS):
        answer = stranger.get(_path(first, page, made))
        assert answer.status_code == 404, page
        assert "Fenshire" not in answer.text, page


def test_things_of_another_partnership_have_no_page_in_ones_own(
    first: Member, made: Furnished
) -> None:
    other = started("Elsewhere", "Elm")
    browser = signed_in(other)
    for page in (page for page in (*SEEN, *FORMS) if "{" in page):
        answer = browser.get(_path(other, page, made))
        assert answer.status_code == 404, page
        assert first.partnership.name not in answer.text, page


def test_a_plan_officer_is_shown_the_forms_and_a_lead_officer_is_not(
    first: Member, made: Furnished
) -> None:
    officer = signed_in(joined(first, "Birch", Role.PLAN_OFFICER))
    lead = signed_in(joined(first, "Cedar", Role.LEAD_OFFICER))
    for page in FORMS:
        assert officer.get(_path(first, page, made)).status_code == 200, page
        assert lead.get(_path(first, page, made)).status_code == 403, page


def test_people_are_for_administrators_alone(first: Member, made: Furnished) -> None:
    officer = signed_in(joined(first, "Birch", Role.PLAN_OFFICER))
    administrator = signed_in(first)
    for page in OF_ADMINISTRATORS:
        assert administrator.get(_path(first, page, made)).status_code == 200, page
        assert officer.get(_path(first, page, made)).status_code == 403, page


def test_whoever_is_not_signed_in_is_asked_to_whether_the_partnership_exists_or_not(
    first: Member,
) -> None:
    for slug in (first.partnership.slug, "nowhere"):
        answer = Client().get(f"/partnerships/{slug}/organisations/")
        assert answer.status_code == 302
        assert "/sign-in/" in answer.headers["Location"]


def test_two_hundred_organisations_take_no_more_queries_than_few(
    first: Member, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    made = furnished(first, more=200)
    browser = signed_in(first)
    for page in (*SEEN, *FORMS, *OF_ADMINISTRATORS):
        with django_assert_max_num_queries(MOST_QUERIES):
            assert browser.get(_path(first, page, made)).status_code == 200


def test_a_long_list_is_in_pages(first: Member) -> None:
    furnished(first, more=120)
    browser = signed_in(first)
    path = f"/partnerships/{first.partnership.slug}/organisations/"
    assert "Parish 99" not in browser.get(path).text
    assert "Parish 99" in browser.get(path + "?page=2").text


def test_an_empty_partnership_says_what_to_do_first(first: Member) -> None:
    browser = signed_in(first)
    front = browser.get(f"/partnerships/{first.partnership.slug}/").text
    assert "What to do first" in front
    for page in ("organisations", "posts", "boards", "strategies", "names"):
        answer = browser.get(f"/partnerships/{first.partnership.slug}/{page}/")
        assert "yet</h1>" in answer.text


def test_ones_partnerships_are_listed_with_ones_roles(first: Member) -> None:
    other = started("Elsewhere", "Elm")
    joined(other, "Ash", Role.ANALYST, Role.VIEWER)
    text = signed_in(first).get("/partnerships/").text
    assert "You belong to two partnerships" in text
    assert "As analyst and viewer" in text


def test_whoever_belongs_to_none_is_told_what_to_do(first: Member) -> None:
    browser = Client()
    browser.force_login(someone("Fern"))
    text = browser.get("/partnerships/").text
    assert "You belong to no partnership yet" in text
    assert "fern@fenshire.example" in text
    assert 'href="/start-a-partnership/"' in text
    assert first.partnership.name not in text


@pytest.mark.usefixtures("made")
def test_a_search_finds_nothing_of_another_partnership() -> None:
    other = started("Elsewhere", "Elm")
    text = signed_in(other).get(f"/partnerships/{other.partnership.slug}/search/?words=Fens").text
    assert "Nothing here is called so" in text


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("words", ["%", "  ", "***", "Fens " * 60, "'; drop table", "<b>"])
def test_any_words_can_be_searched_for(first: Member, words: str) -> None:
    path = f"/partnerships/{first.partnership.slug}/search/"
    answer = signed_in(first).get(path, {"words": words})
    assert answer.status_code == 200
    assert "<b>" not in answer.text.split("<main")[1]


@pytest.mark.usefixtures("made")
def test_a_day_that_is_none_is_said_and_today_is_shown(first: Member) -> None:
    path = f"/partnerships/{first.partnership.slug}/posts/"
    answer = signed_in(first).get(path, {"on": "31 Febtober"})
    assert "Enter a day like 31 March 2024" in answer.text
    assert "Cedar" in answer.text


@pytest.mark.usefixtures("made")
def test_who_held_a_post_on_another_day_is_shown(first: Member) -> None:
    path = f"/partnerships/{first.partnership.slug}/posts/"
    assert "Cedar" not in signed_in(first).get(path, {"on": "30/6/2022"}).text
    assert "Cedar" in signed_in(first).get(path, {"on": "2022-07-01"}).text


def test_an_administrator_is_told_who_acts_for_a_body_that_has_ended(
    first: Member, made: Furnished
) -> None:
    joined(first, "Birch", Role.LEAD_OFFICER, organisation=made.council)
    path = f"/partnerships/{first.partnership.slug}/people/"
    assert "It has ended" not in signed_in(first).get(path).text
    joined(first, "Damson", Role.LEAD_OFFICER, organisation=made.trust)
    assert signed_in(first).get(path).text.count("It has ended: choose who followed it") == 1
