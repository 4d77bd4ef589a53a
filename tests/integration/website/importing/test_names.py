from __future__ import annotations

import html
import re
from typing import Any

from builders.importing import PRINTED, Importer, rows_of_names
from builders.partnerships import bodies, started
from oneplan.partnership.partners.models import Alias, Organisation, Post


def _names(ash: Importer, address: str) -> str:
    return html.unescape(ash.page(f"{address}names/"))


def _row(page: str, text: str) -> str:
    return next(row for row in rows_of_names(page) if f"“{text}”" in row)


def _undo(ash: Importer, address: str, settled: str) -> str:
    """What the page says once that which was settled is taken back by its button."""
    batch = re.findall(r'name="batch" value="([^"]+)"', ash.page(settled))[0]
    ash.post(f"{address}names-undo/", batch=batch)
    return _names(ash, address)


def test_spellings_of_one_name_stand_in_one_row_with_how_often(ash: Importer) -> None:
    page = _names(ash, ash.read())
    row = _row(page, "Fen Rivers Trust")
    assert "“The Fen Rivers Trust”" in row
    assert "New:" in row


def test_what_is_here_already_is_suggested_with_the_reason(ash: Importer) -> None:
    bodies(ash.member, "The Fen Rivers Trusts")
    row = _row(_names(ash, ash.read()), "Fen Rivers Trust")
    assert "<b>The Fen Rivers Trusts</b>" in row
    assert "plural" in row
    assert "Accept" in row


def test_a_suggestion_is_accepted_by_one_button_for_all_its_spellings(ash: Importer) -> None:
    [trust] = bodies(ash.member, "Fen Rivers Trusts")
    address = ash.read()
    page = _names(ash, address)
    spellings = ["Fen Rivers Trust", "The Fen Rivers Trust"]
    ash.settle(page, spellings[0], text=spellings, means=f"organisation:{trust}")
    settled = Alias.objects.filter(partnership=ash.member.partnership, organisation=trust)
    assert {each.text for each in settled} == set(spellings)
    assert "settled name" in _names(ash, address)


def test_a_name_that_is_new_is_added_and_taken_back(ash: Importer) -> None:
    address = ash.read()
    to = ash.settle(_names(ash, address), "Head of Drains", text="Head of Drains", means="new")
    assert Post.objects.filter(name="Head of Drains").exists()
    assert "Head of Drains" in _row(_undo(ash, address, to), "Head of Drains")
    assert not Post.objects.filter(name="Head of Drains").exists()


def test_a_name_becomes_what_somebody_says_that_it_is(ash: Importer) -> None:
    page = _names(ash, ash.read())
    ash.settle(
        page,
        "Head of Drains",
        text="Head of Drains",
        means="new",
        sort="organisation",
        name="Drains",
    )
    assert Organisation.objects.get(name="Drains")
    assert Alias.objects.get(text="Head of Drains").organisation


def test_a_name_means_another_one_that_is_here(ash: Importer) -> None:
    [board] = bodies(ash.member, "Internal Drainage Board")
    page = _names(ash, ash.read())
    ash.settle(
        page, "Head of Pumps", text="Head of Pumps", means="other", other=f"organisation:{board}"
    )
    assert Alias.objects.get(text="Head of Pumps").organisation_id == board


def test_where_much_is_here_another_is_named_and_what_may_be_meant_is_asked(ash: Importer) -> None:
    board, *_ = bodies(
        ash.member, "Internal Drainage Board", *(f"Parish Board {each}" for each in range(25))
    )
    place = ash.place_of(_names(ash, ash.read()), "Head of Pumps")
    beside: Any = ash.client.post(
        place, {"text": "Head of Pumps", "means": "new", "name": "Pumps", "other-words": "drainage"}
    )
    assert "take out the name that you typed for it" in beside.content.decode()
    sent = {"text": "Head of Pumps", "means": "other", "other-words": "drainage"}
    asked: Any = ash.client.post(place, sent)
    assert asked.status_code == 422
    text = asked.content.decode()
    assert re.findall(r'type="radio"[^>]* name="other" value="([^"]+)"', text) == [
        f"organisation:{board}"
    ]
    assert not Alias.objects.exists()
    ash.post(place, **sent, **{"other-for": "drainage", "other": f"organisation:{board}"})
    assert Alias.objects.get(text="Head of Pumps").organisation_id == board


def test_what_is_suggested_is_made_new_under_its_printed_name(ash: Importer) -> None:
    bodies(ash.member, "Fen Rivers Trusts")
    page = _names(ash, ash.read())
    ash.settle(page, "Fen Rivers Trust", text="Fen Rivers Trust", means="new")
    names = set(Organisation.objects.values_list("name", flat=True))
    assert names == {"Fen Rivers Trusts", "Fen Rivers Trust"}


def test_only_the_ticked_spellings_are_settled(ash: Importer) -> None:
    address = ash.read()
    page = _names(ash, address)
    ash.settle(page, "Fen Rivers Trust", text="The Fen Rivers Trust", means="new", name="Rivers")
    assert [each.text for each in Alias.objects.all()] == ["The Fen Rivers Trust"]
    assert _row(_names(ash, address), "Fen Rivers Trust")


def test_all_suggestions_are_accepted_at_once_and_taken_back(ash: Importer) -> None:
    bodies(ash.member, "Fen Rivers Trusts")
    address = ash.read()
    assert "Accept 1 suggestion" in _names(ash, address)
    settled = ash.post(f"{address}names-all/")
    assert Alias.objects.count() == 2
    assert "“Head of Drains”" in _names(ash, address)
    _undo(ash, address, settled)
    assert not Alias.objects.exists()


def test_what_is_new_is_added_with_all_suggestions(ash: Importer) -> None:
    address = ash.read()
    ash.post(f"{address}names-all/", new="yes")
    assert "All 4 names are settled" in _names(ash, address)
    assert set(Organisation.objects.values_list("name", flat=True)) == {
        "Fenshire Council",
        "The Fen Rivers Trust",
    }


def test_names_that_were_left_are_settled_in_the_plan(ash: Importer) -> None:
    plan = ash.post(f"{ash.read()}draft/")
    page = _names(ash, plan)
    assert "4 names to settle" in page
    ash.settle(page, "Head of Drains", text="Head of Drains", means="new")
    assert "3 names to settle" in _names(ash, plan)
    settled = ash.post(f"{plan}names-all/", new="yes")
    assert "All 4 names are settled" in _names(ash, plan)
    assert "3 names to settle" in _undo(ash, plan, settled)


def test_a_name_that_was_settled_is_known_in_the_next_plan(ash: Importer) -> None:
    ash.post(f"{ash.read()}names-all/", new="yes")
    assert "All 4 names are settled" in _names(ash, ash.read())


def test_what_was_not_chosen_is_said_at_its_field(ash: Importer) -> None:
    address = ash.read()
    place = ash.place_of(_names(ash, address), "Head of Drains")
    for sent, field in (
        ({"text": "Head of Drains"}, "means"),
        ({"text": "Head of Drains", "means": "other"}, "other"),
        ({"means": "new"}, "text"),
        ({"text": "Head of Drains", "means": "new", "name": "\u200b"}, "name"),
        ({"text": "Head of Drains", "means": "organisation:999999"}, "means"),
    ):
        answer: Any = ash.client.post(place, sent)
        assert answer.status_code == 422, sent
        assert f'<a href="#{field}">' in answer.content.decode(), sent
    assert not Alias.objects.exists()


def test_a_body_of_another_partnership_cannot_be_meant(ash: Importer) -> None:
    [theirs] = bodies(started("Brackland Partnership", "Cedar"), "Brackland Council")
    place = ash.place_of(_names(ash, ash.read()), "Head of Drains")
    sent = {"text": "Head of Drains", "means": f"organisation:{theirs}"}
    answer: Any = ash.client.post(place, sent)
    assert answer.status_code == 422
    assert "Brackland" not in answer.content.decode()


ALIKE = PRINTED.replace(b"Fen Rivers Trust", b"Stonham House").replace(
    b"The Stonham House", b"Stoneham House"
)


def _buttons(page: str, said: str) -> list[tuple[str, str]]:
    """The buttons that say so: where each leads, and what it sends."""
    return re.findall(
        rf'<button class="op-quiet-button" formaction="([^"]+)" name="at_once" value="([^"]+)">{said}<',
        page,
    )


def test_a_button_settles_all_the_spellings_that_its_row_shows(ash: Importer) -> None:
    address = ash.read()
    [(to, sent)] = _buttons(_row(_names(ash, address), "Fen Rivers Trust"), "Add it")
    settled = ash.post(to, at_once=sent)
    assert settled.endswith("&among=partner#partner")
    page = _names(ash, address)
    assert "3 names to settle of 4" in page
    assert "printed “Fen Rivers Trust”, “The Fen Rivers Trust”" in page


def test_a_button_settles_nothing_that_its_row_did_not_show(ash: Importer) -> None:
    address = ash.read()
    page = _names(ash, address)
    [(to, _)] = _buttons(_row(page, "Fen Rivers Trust"), "Add it")
    [(_, of_another)] = _buttons(_row(page, "Head of Drains"), "Add it")
    answer: Any = ash.client.post(to, {"at_once": of_another})
    assert answer.status_code == 422
    assert "Other spellings are taken for this name by now" in answer.content.decode()
    assert not Organisation.objects.exists()


def test_names_that_differ_in_a_letter_are_two_until_a_button_says_that_they_are_one(
    ash: Importer,
) -> None:
    address = ash.read(ALIKE)
    page = _names(ash, address)
    assert "2 names stand first below" in page
    assert "Or the same as “Stonham House”" in _row(page, "Stoneham House")
    [(to, sent)] = _buttons(page, "It is “Stoneham House”")
    ash.post(to, at_once=sent)
    assert [each.name for each in Organisation.objects.all()] == ["Stoneham House"]


def test_the_names_of_one_place_are_settled_at_once_and_the_others_are_left(ash: Importer) -> None:
    address = ash.read()
    settled = ash.post(f"{address}names-all/", new="yes", among="lead")
    assert settled.endswith("&among=lead#lead")
    assert Post.objects.count() == 2
    assert not Organisation.objects.exists()
    assert "2 names to settle of 4" in _names(ash, address)


def test_a_plan_without_names_says_so(ash: Importer) -> None:
    page = _names(ash, ash.read(b"Fens 2030\n\nWe will dig three ditches by May 2031.\n"))
    assert "The plan prints no names to settle" in page
    assert "Go on to the red pen" in page
