"""What members send by the forms: done and shown, or refused with what to do at the field."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from builders.furnished import Furnished, furnished
from builders.partnerships import joined, number_of, someone, started
from builders.site_plans import HARM
from builders.standing_cast import signed_in
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.models import (
    Accountability,
    Alias,
    Board,
    Holding,
    Membership,
    Organisation,
    Partnership,
    Post,
    Seat,
    Strategy,
    Succession,
)
from oneplan.partnership.partners.permissions import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def first() -> Member:
    return started()


@pytest.fixture
def made(first: Member) -> Furnished:
    return furnished(first)


@pytest.fixture
def browser(first: Member) -> Client:
    return signed_in(first)


@pytest.fixture
def base(first: Member) -> str:
    return f"/partnerships/{first.partnership.slug}/"


def _sent(browser: Client, path: str, **given: Any) -> str:
    answer: Any = browser.post(path, given)
    assert answer.status_code == 302, answer.text
    return str(answer.headers["Location"])


def _refused(browser: Client, path: str, **given: Any) -> str:
    answer: Any = browser.post(path, given)
    assert answer.status_code == 422
    assert "There is a problem" in answer.text
    assert "<title>Error: " in answer.text
    return str(answer.text)


def test_a_partnership_is_started_by_whoever_is_signed_in() -> None:
    browser = Client()
    browser.force_login(someone("Fern"))
    where = _sent(browser, "/start-a-partnership/", name="Fens Together", area="E10000034")
    assert re.fullmatch("/partnerships/fens-together-[a-z0-9]{5}/", where)
    assert Membership.objects.get().role == Role.ADMINISTRATOR
    text = _refused(browser, "/start-a-partnership/", name=" ", area="Fens")
    assert "Enter the name of the partnership" in text
    assert 'href="#area"' in text


def test_the_address_of_a_partnership_does_not_tell_of_another_of_the_same_name() -> None:
    told = []
    for word in ("Fern", "Moss"):
        browser = Client()
        browser.force_login(someone(word))
        told.append(_sent(browser, "/start-a-partnership/", name="Fens Together"))
    marks = [re.sub("[a-z0-9]{5}/$", "", where) for where in told]
    assert marks == ["/partnerships/fens-together-"] * 2
    assert told[0] != told[1]


def test_on_a_server_only_those_who_are_named_start_a_partnership(settings: Any) -> None:
    settings.ONEPLAN_STARTERS = ("fern@fenshire.example",)
    named, other = Client(), Client()
    named.force_login(someone("Fern"))
    other.force_login(someone("Moss"))
    assert "/start-a-partnership/" not in other.get("/partnerships/").text
    for answer in (
        other.get("/start-a-partnership/"),
        other.post("/start-a-partnership/", {"name": "Fens Together"}),
    ):
        assert answer.status_code == 403
        assert "whoever runs this site" in answer.text
    assert not Partnership.objects.exists()
    assert "/start-a-partnership/" in named.get("/partnerships/").text
    assert _sent(named, "/start-a-partnership/", name="Fens Together")


def test_a_partnership_is_renamed(browser: Client, base: str) -> None:
    _sent(browser, base + "settings/", name="Fens Together", area="")
    assert Partnership.objects.get().name == "Fens Together"


def test_an_organisation_is_added_and_shown(browser: Client, base: str) -> None:
    where = _sent(
        browser,
        base + "organisations/add/",
        name="Fenland Trust",
        kind="NHS body",
        started="1/4/2013",
    )
    text = browser.get(where).text
    assert "NHS body, since 1 April 2013" in text
    assert Organisation.objects.get().name == "Fenland Trust"


def test_what_is_wrong_with_an_organisation_is_said_at_its_fields(
    browser: Client, base: str, made: Furnished
) -> None:
    text = _refused(
        browser, base + "organisations/add/", name="fenland trust", kind="", started="soon"
    )
    assert "Enter a day like 31 March 2024" in text
    assert 'value="soon"' in text
    text = _refused(browser, base + "organisations/add/", name="fenland trust", kind="", started="")
    assert "There is “Fenland Trust” already" in text
    path = f"{base}organisations/{made.council}/change/"
    assert "Enter the name" in _refused(browser, path, name="", kind="", started="")


def test_a_body_is_renamed_and_its_former_name_stands_on_its_page(
    browser: Client, base: str, made: Furnished
) -> None:
    path = f"{base}organisations/{made.council}/"
    assert _sent(browser, path + "change/", name="Fens Council", kind="council", started="") == path
    text = browser.get(path).text
    assert "Saved." in text
    assert "“Fenshire Council”" in text


def test_an_end_with_two_successors_is_said_and_shown(
    browser: Client, base: str, made: Furnished
) -> None:
    path = f"{base}organisations/{made.council}/"
    text = _refused(browser, path + "end/", on="", successors=[made.trust])
    assert "Enter the day on which it ended" in text
    _sent(browser, path + "end/", on="31 March 2026", successors=[made.trust, made.care_board])
    assert Succession.objects.filter(earlier=made.council).count() == 2
    text = browser.get(path).text
    assert "It ended on 31 March 2026" in text
    assert "Fenland Care Board answers for its actions today" in text


def test_a_circle_of_successors_is_refused_at_the_field(
    browser: Client, base: str, made: Furnished
) -> None:
    path = f"{base}organisations/{made.care_board}/end/"
    text = _refused(browser, path, on="31 March 2026", successors=[made.trust])
    assert 'href="#successors"' in text


def test_a_successor_of_another_partnership_is_not_there(
    browser: Client, base: str, made: Furnished
) -> None:
    theirs = furnished(started("Elsewhere", "Elm")).council
    path = f"{base}organisations/{made.care_board}/end/"
    assert browser.post(path, {"on": "31/3/2026", "successors": [theirs]}).status_code == 404


def test_a_post_is_added_to_a_body_and_somebody_named(
    browser: Client, base: str, made: Furnished
) -> None:
    form = browser.get(f"{base}posts/add/?organisation={made.trust}").text
    assert f'<option value="{made.trust}" selected>' in form
    where = _sent(browser, base + "posts/add/", title="Head of Roads", organisation=made.council)
    number = Post.objects.get(name="Head of Roads").pk
    path = f"{base}posts/{number}/holders/add/"
    assert "Choose a person or enter a name" in _refused(browser, path, name="", person="")
    _sent(browser, path, name="Damson", person="", start="1 May 2024", end="")
    assert "Damson holds it" in browser.get(where).text


def test_a_member_is_named_as_holder(
    browser: Client, base: str, made: Furnished, first: Member
) -> None:
    person = number_of(first)
    _sent(browser, f"{base}posts/{made.vacant}/holders/add/", person=person, name="")
    assert Holding.objects.get(post=made.vacant).person_id == person


def test_a_holding_is_changed_and_taken_back(browser: Client, base: str, made: Furnished) -> None:
    path = f"{base}holders/{made.holding}/"
    text = _refused(browser, path + "change/", start="2 May 2024", end="1 May 2024")
    assert "The last day must not be before the first" in text
    _sent(browser, path + "change/", start="", end="1 May 2024")
    assert str(Holding.objects.get().end) == "2024-05-01"
    _sent(browser, path + "remove/")
    assert not Holding.objects.exists()


def test_a_post_is_changed_and_ended(browser: Client, base: str, made: Furnished) -> None:
    path = f"{base}posts/{made.vacant}/"
    _sent(browser, path + "change/", title="Chief Nurse", organisation="", ended="1 May 2024")
    text = browser.get(path).text
    assert "The post was ended on 1 May 2024" in text
    assert "belongs to no organisation yet" in text


def test_boards_answer_to_boards_and_a_circle_is_refused(
    browser: Client, base: str, made: Furnished
) -> None:
    where = _sent(browser, base + "boards/add/", name="Ditch Group", kind="working group")
    ditch = Board.objects.get(name="Ditch Group").pk
    _sent(browser, where + "answers-to/", boards=[made.board, made.group])
    assert Accountability.objects.filter(board=ditch).count() == 2
    text = _refused(browser, f"{base}boards/{made.board}/answers-to/", boards=[ditch])
    assert "answers to this one" in text
    assert browser.get(base + "boards/").text.count("Ditch Group</a>") == 3
    _sent(browser, where + "answers-to/")
    assert not Accountability.objects.filter(board=ditch).exists()


def test_a_board_is_changed(browser: Client, base: str, made: Furnished) -> None:
    path = f"{base}boards/{made.group}/"
    _sent(browser, path + "change/", name="Ditch Group", kind="forum", ended="1 May 2024")
    assert "It met last on 1 May 2024" in browser.get(path).text


def test_exactly_one_takes_a_seat(browser: Client, base: str, made: Furnished) -> None:
    path = f"{base}boards/{made.group}/members/add/"
    text = _refused(browser, path, who=f"organisation:{made.council}", name="Elm", role="member")
    assert "Choose only one" in text
    text = _refused(browser, path, who="organisation:no", name="", role="")
    assert "or enter a name" in text
    assert "Choose a role" in text
    _sent(browser, path, who=f"post:{made.vacant}", name="", role="vice-chair")
    _sent(browser, path, who="", name="Elm", role="observer")
    assert {str(seat).split(" sits on ")[0] for seat in Seat.objects.filter(board=made.group)} == {
        "Head of Nursing",
        "Elm",
    }


def test_a_seat_is_changed_and_taken_back(browser: Client, base: str, made: Furnished) -> None:
    path = f"{base}seats/{made.seat}/"
    _sent(browser, path + "change/", role="member", start="", end="")
    assert Seat.objects.get(pk=made.seat).role == "member"
    _sent(browser, path + "remove/")
    assert not Seat.objects.filter(pk=made.seat).exists()


def test_a_strategy_is_added_and_changed(browser: Client, base: str, made: Furnished) -> None:
    where = _sent(browser, base + "strategies/add/", title="Wet Feet", owner="")
    _sent(browser, where + "change/", title="Warm Feet", owner=made.trust)
    strategy = Strategy.objects.get(name="Warm Feet")
    assert strategy.owner_id == made.trust
    assert "already" in _refused(browser, base + "strategies/add/", title="DRY feet", owner="")


def test_two_are_made_one_and_what_is_used_is_not_removed(
    browser: Client, base: str, made: Furnished
) -> None:
    path = f"{base}merge/organisation/{made.trust}/"
    assert "Choose the one that stays" in _refused(browser, path, into="")
    where = _sent(browser, path, into=made.council)
    assert "“Fenland Trust” now means this one." in browser.get(where).text
    where = _sent(browser, f"{base}remove/organisation/{made.council}/")
    assert "It cannot be removed while it has posts" in browser.get(where).text
    _sent(browser, f"{base}remove/post/{made.vacant}/")
    assert not Post.objects.filter(pk=made.vacant).exists()
    assert browser.post(f"{base}remove/circus/1/").status_code == 404
    assert browser.get(f"{base}merge/board/{made.board + 1000}/").status_code == 404


def test_a_name_is_forgotten_and_one_goes_back_to_where_one_was(
    browser: Client, base: str, made: Furnished
) -> None:
    back = f"{base}organisations/{made.council}/"
    assert _sent(browser, f"{base}names/{made.name}/forget/", back=back) == back
    assert not Alias.objects.exists()


@pytest.mark.parametrize(
    "back",
    ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "names", "?"],
)
def test_no_form_leads_to_another_site(
    browser: Client, base: str, made: Furnished, back: str
) -> None:
    path = f"{base}names/{made.name}/forget/"
    assert _sent(browser, path, back=back) == base + "names/"


def test_a_person_is_added_and_told_by_letter(
    browser: Client, base: str, made: Furnished, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        _sent(
            browser,
            base + "people/add/",
            email="birch@fenshire.example",
            name="Birch",
            roles=["lead_officer", "analyst"],
            organisation=made.council,
        )
    text = browser.get(base + "people/").text
    assert "Lead officer and analyst" in text
    assert [letter.to for letter in mail.outbox] == [["birch@fenshire.example"]]
    text = _refused(browser, base + "people/add/", email="birch", name="", roles=["jester"])
    assert "in the right form" in text
    assert "Choose at least one role" in text


def test_roles_are_changed_and_a_person_is_removed(
    browser: Client, base: str, first: Member
) -> None:
    birch = number_of(joined(first, "Birch", Role.VIEWER))
    _sent(browser, f"{base}people/{birch}/", roles=["analyst"], organisation="")
    assert Membership.objects.get(person=birch).role == "analyst"
    _sent(browser, f"{base}people/{birch}/remove/")
    assert not Membership.objects.filter(person=birch).exists()
    assert browser.get(f"{base}people/{birch}/").status_code == 404


def test_a_post_tells_when_nobody_held_it_and_when_two_did(
    browser: Client, base: str, made: Furnished
) -> None:
    path = f"{base}posts/{made.post}/"
    for name, since, until in (("Dogwood", "1/3/2020", "31/5/2022"), ("Elder", "1/1/2024", "")):
        _sent(browser, path + "holders/add/", name=name, start=since, end=until)
    text = browser.get(path).text
    assert "Nobody is named from 1 June 2022 to 30 June 2022." in text
    assert "Cedar and Elder both held it from 1 January 2024 on." in text


def test_people_are_looked_for_and_written_to_again(
    browser: Client, base: str, first: Member, django_capture_on_commit_callbacks: Any
) -> None:
    birch = number_of(joined(first, "Birch", Role.VIEWER))
    joined(first, "Cedar", Role.VIEWER)
    text = browser.get(base + "people/", {"words": "birch"}).text
    assert ("Birch" in text, "Cedar" in text) == (True, False)
    for words in ("Fern", "%", "A" * 60_000):
        assert "Nobody here is called so" in browser.get(base + "people/", {"words": words}).text
    with django_capture_on_commit_callbacks(execute=True):
        where = _sent(browser, f"{base}people/{birch}/write-again/")
    assert "The letter is sent again" in browser.get(where).text
    assert mail.outbox[0].to == ["birch@fenshire.example"]
    own = number_of(first)
    where = _sent(browser, f"{base}people/{own}/write-again/")
    assert "They have signed in already" in browser.get(where).text


def test_settled_names_are_looked_for(browser: Client, base: str, made: Furnished) -> None:
    assert made.name
    assert "Fens CC" in browser.get(base + "names/", {"words": "council", "kind": "partner"}).text
    for asked in ({"words": "council", "kind": "lead"}, {"words": "Marsh"}):
        text = browser.get(base + "names/", asked).text
        assert ("Fens CC" in text, "Show all again" in text) == (False, True)
    assert "Fens CC" in browser.get(base + "names/", {"kind": "jester", "page": "x"}).text


def test_the_last_administrator_cannot_remove_themself_and_the_last_but_one_can(
    browser: Client, base: str, first: Member
) -> None:
    own = number_of(first)
    where = _sent(browser, f"{base}people/{own}/remove/")
    assert "Make somebody else an administrator first" in browser.get(where).text
    joined(first, "Birch", Role.ADMINISTRATOR)
    assert _sent(browser, f"{base}people/{own}/remove/") == "/partnerships/"
    assert browser.get(base).status_code == 404


def test_names_that_mean_harm_are_shown_as_they_are(
    browser: Client, base: str, made: Furnished
) -> None:
    where = [
        _sent(browser, base + "organisations/add/", name=HARM),
        _sent(browser, base + "posts/add/", title=HARM),
        _sent(browser, base + "boards/add/", name=HARM),
        _sent(browser, base + "strategies/add/", title=HARM),
        f"{base}people/",
    ]
    lists = [base + page for page in ("organisations/", "posts/", "boards/", "strategies/")]
    forms = [f"{base}boards/{made.board}/members/add/", f"{base}organisations/{made.trust}/end/"]
    for path in (*where, *lists, *forms, base + "search/?words=script"):
        assert "<script" not in browser.get(path).text


@pytest.mark.parametrize("role", [Role.LEAD_OFFICER, Role.ANALYST, Role.BOARD_MEMBER, Role.VIEWER])
def test_nothing_is_changed_by_those_who_may_not(
    first: Member, base: str, made: Furnished, role: Role
) -> None:
    other = signed_in(joined(first, "Birch", role))
    for path in (
        "organisations/add/",
        f"remove/strategy/{made.strategy}/",
        f"seats/{made.seat}/remove/",
        f"holders/{made.holding}/remove/",
        f"names/{made.name}/forget/",
        "people/add/",
    ):
        assert other.post(base + path, {"name": "Mine"}).status_code == 403
    assert Seat.objects.count() == 2
    assert Alias.objects.count() == 1


HOSTILE = ("Nul\x00Trust", "Long " * 200, "Ünïcödé 信託", "=1+1", "\u202egnirtS", "'; --")


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_is_typed_is_kept_or_refused_and_never_breaks(
    browser: Client, base: str, made: Furnished, name: str
) -> None:
    forms = (
        ("organisations/add/", {"name": name, "kind": name, "started": name}),
        ("organisations/add/", {"name": name}),
        ("posts/add/", {"title": name, "organisation": name}),
        ("posts/add/", {"title": name}),
        (f"posts/{made.post}/holders/add/", {"name": name}),
        ("boards/add/", {"name": name}),
        (f"boards/{made.board}/members/add/", {"who": name, "name": name, "role": "member"}),
        ("strategies/add/", {"title": name}),
        ("settings/", {"name": name, "area": name}),
        ("settings/", {"name": name, "area": ""}),
        ("people/add/", {"email": f"{name}@x.example", "name": "Birch", "roles": ["viewer"]}),
        ("people/add/", {"email": "b@x.example", "name": name, "roles": ["viewer"]}),
    )
    for path, given in forms:
        assert browser.post(base + path, given).status_code in {302, 400, 422}, path
    for page in ("organisations/", "posts/", "boards/", "strategies/", "people/"):
        assert browser.get(base + page).status_code == 200
    assert browser.get(base + "search/", {"words": name}).status_code in {200, 400}


@pytest.mark.parametrize("number", [0, 10**9, 10**18, 10**30])
def test_numbers_that_nothing_has_have_no_page(browser: Client, base: str, number: int) -> None:
    pages = (
        "organisations/{}/",
        "organisations/{}/end/",
        "posts/{}/",
        "posts/{}/holders/add/",
        "holders/{}/change/",
        "boards/{}/",
        "boards/{}/answers-to/",
        "seats/{}/change/",
        "strategies/{}/",
        "people/{}/",
        "merge/board/{}/",
    )
    for page in pages:
        assert browser.get(base + page.format(number)).status_code == 404, page
    for page in ("remove/post/{}/", "names/{}/forget/", "people/{}/remove/", "seats/{}/remove/"):
        assert browser.post(base + page.format(number)).status_code == 404, page


def test_another_name_is_added_once_and_means_one_thing(
    browser: Client, base: str, made: Furnished
) -> None:
    path = f"{base}other-names/organisation/{made.council}/"
    _sent(browser, path, name=" FMC ")
    assert "“FMC”" in browser.get(f"{base}organisations/{made.council}/").text
    assert "mean it already" in _refused(browser, path, name="fmc")
    other = f"{base}other-names/organisation/{made.trust}/"
    assert "Let it be forgotten there first" in _refused(browser, other, name="F.M.C.")
    assert "Enter the name" in _refused(browser, other, name=" ")
    assert "at most" in _refused(browser, other, name="long " * 100)
    assert browser.get(f"{base}other-names/frog/{made.council}/").status_code == 404


def test_a_lead_officer_without_an_organisation_is_told_of(browser: Client, base: str) -> None:
    said = "until then they can change nothing"
    fern = {"email": "fern@fenshire.example", "name": "Fern", "organisation": ""}
    assert said not in browser.get(f"{base}people/").text
    _sent(browser, f"{base}people/add/", roles=["lead_officer"], **fern)
    assert said in browser.get(f"{base}people/").text
