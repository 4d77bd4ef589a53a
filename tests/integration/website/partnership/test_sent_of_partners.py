"""What is sent about organisations, posts, boards and strategies: done and shown, or refused with what to do."""

from __future__ import annotations

import pytest
from django.test import Client

from builders.furnished import Furnished, furnished
from builders.partnerships import number_of, started
from builders.sent_forms import refused, sent
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.models import (
    Accountability,
    Board,
    Holding,
    Organisation,
    Post,
    Seat,
    Strategy,
    Succession,
)

pytestmark = pytest.mark.django_db


def test_an_organisation_is_added_and_shown(browser: Client, base: str) -> None:
    where = sent(
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
    text = refused(
        browser, base + "organisations/add/", name="fenland trust", kind="", started="soon"
    )
    assert "Enter a day like 31 March 2024" in text
    assert 'value="soon"' in text
    text = refused(browser, base + "organisations/add/", name="fenland trust", kind="", started="")
    assert "There is “Fenland Trust” already" in text
    path = f"{base}organisations/{made.council}/change/"
    assert "Enter the name" in refused(browser, path, name="", kind="", started="")


def test_a_body_is_renamed_and_its_former_name_stands_on_its_page(
    browser: Client, base: str, made: Furnished
) -> None:
    path = f"{base}organisations/{made.council}/"
    assert sent(browser, path + "change/", name="Fens Council", kind="council", started="") == path
    text = browser.get(path).text
    assert "Saved." in text
    assert "“Fenshire Council”" in text


def test_an_end_with_two_successors_is_said_and_shown(
    browser: Client, base: str, made: Furnished
) -> None:
    path = f"{base}organisations/{made.council}/"
    text = refused(browser, path + "end/", on="", successors=[made.trust])
    assert "Enter the day on which it ended" in text
    sent(browser, path + "end/", on="31 March 2026", successors=[made.trust, made.care_board])
    assert Succession.objects.filter(earlier=made.council).count() == 2
    text = browser.get(path).text
    assert "It ended on 31 March 2026" in text
    assert "Fenland Care Board answers for its actions today" in text


def test_a_circle_of_successors_is_refused_at_the_field(
    browser: Client, base: str, made: Furnished
) -> None:
    path = f"{base}organisations/{made.care_board}/end/"
    text = refused(browser, path, on="31 March 2026", successors=[made.trust])
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
    where = sent(browser, base + "posts/add/", title="Head of Roads", organisation=made.council)
    number = Post.objects.get(name="Head of Roads").pk
    path = f"{base}posts/{number}/holders/add/"
    assert "Choose a person or enter a name" in refused(browser, path, name="", person="")
    sent(browser, path, name="Damson", person="", start="1 May 2024", end="")
    assert "Damson holds it" in browser.get(where).text


def test_a_member_is_named_as_holder(
    browser: Client, base: str, made: Furnished, first: Member
) -> None:
    person = number_of(first)
    sent(browser, f"{base}posts/{made.vacant}/holders/add/", person=person, name="")
    assert Holding.objects.get(post=made.vacant).person_id == person


def test_a_holding_is_changed_and_taken_back(browser: Client, base: str, made: Furnished) -> None:
    path = f"{base}holders/{made.holding}/"
    text = refused(browser, path + "change/", start="2 May 2024", end="1 May 2024")
    assert "The last day must not be before the first" in text
    sent(browser, path + "change/", start="", end="1 May 2024")
    assert str(Holding.objects.get().end) == "2024-05-01"
    sent(browser, path + "remove/")
    assert not Holding.objects.exists()


def test_a_post_is_changed_and_ended(browser: Client, base: str, made: Furnished) -> None:
    path = f"{base}posts/{made.vacant}/"
    sent(browser, path + "change/", title="Chief Nurse", organisation="", ended="1 May 2024")
    text = browser.get(path).text
    assert "The post was ended on 1 May 2024" in text
    assert "belongs to no organisation yet" in text


def test_boards_answer_to_boards_and_a_circle_is_refused(
    browser: Client, base: str, made: Furnished
) -> None:
    where = sent(browser, base + "boards/add/", name="Ditch Group", kind="working group")
    ditch = Board.objects.get(name="Ditch Group").pk
    sent(browser, where + "answers-to/", boards=[made.board, made.group])
    assert Accountability.objects.filter(board=ditch).count() == 2
    text = refused(browser, f"{base}boards/{made.board}/answers-to/", boards=[ditch])
    assert "answers to this one" in text
    assert browser.get(base + "boards/").text.count("Ditch Group</a>") == 3
    sent(browser, where + "answers-to/")
    assert not Accountability.objects.filter(board=ditch).exists()


def test_a_board_is_changed(browser: Client, base: str, made: Furnished) -> None:
    path = f"{base}boards/{made.group}/"
    sent(browser, path + "change/", name="Ditch Group", kind="forum", ended="1 May 2024")
    assert "It met last on 1 May 2024" in browser.get(path).text


def test_exactly_one_takes_a_seat(browser: Client, base: str, made: Furnished) -> None:
    path = f"{base}boards/{made.group}/members/add/"
    text = refused(browser, path, who=f"organisation:{made.council}", name="Elm", role="member")
    assert "Choose only one" in text
    text = refused(browser, path, who="organisation:no", name="", role="")
    assert "or enter a name" in text
    assert "Choose a role" in text
    sent(browser, path, who=f"post:{made.vacant}", name="", role="vice-chair")
    sent(browser, path, who="", name="Elm", role="observer")
    assert {str(seat).split(" sits on ")[0] for seat in Seat.objects.filter(board=made.group)} == {
        "Head of Nursing",
        "Elm",
    }


def test_a_seat_is_changed_and_taken_back(browser: Client, base: str, made: Furnished) -> None:
    path = f"{base}seats/{made.seat}/"
    sent(browser, path + "change/", role="member", start="", end="")
    assert Seat.objects.get(pk=made.seat).role == "member"
    sent(browser, path + "remove/")
    assert not Seat.objects.filter(pk=made.seat).exists()


def test_a_strategy_is_added_and_changed(browser: Client, base: str, made: Furnished) -> None:
    where = sent(browser, base + "strategies/add/", title="Wet Feet", owner="")
    sent(browser, where + "change/", title="Warm Feet", owner=made.trust)
    strategy = Strategy.objects.get(name="Warm Feet")
    assert strategy.owner_id == made.trust
    assert "already" in refused(browser, base + "strategies/add/", title="DRY feet", owner="")


def test_two_are_made_one_and_what_is_used_is_not_removed(
    browser: Client, base: str, made: Furnished
) -> None:
    path = f"{base}merge/organisation/{made.trust}/"
    assert "Choose the one that stays" in refused(browser, path, into="")
    where = sent(browser, path, into=made.council)
    assert "“Fenland Trust” now means this one." in browser.get(where).text
    where = sent(browser, f"{base}remove/organisation/{made.council}/")
    assert "It cannot be removed while it has posts" in browser.get(where).text
    sent(browser, f"{base}remove/post/{made.vacant}/")
    assert not Post.objects.filter(pk=made.vacant).exists()
    assert browser.post(f"{base}remove/circus/1/").status_code == 404
    assert browser.get(f"{base}merge/board/{made.board + 1000}/").status_code == 404


def test_a_post_tells_when_nobody_held_it_and_when_two_did(
    browser: Client, base: str, made: Furnished
) -> None:
    path = f"{base}posts/{made.post}/"
    for name, since, until in (("Dogwood", "1/3/2020", "31/5/2022"), ("Elder", "1/1/2024", "")):
        sent(browser, path + "holders/add/", name=name, start=since, end=until)
    text = browser.get(path).text
    assert "Nobody is named from 1 June 2022 to 30 June 2022." in text
    assert "Cedar and Elder both held it from 1 January 2024 on." in text
