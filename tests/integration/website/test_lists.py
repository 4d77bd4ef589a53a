from __future__ import annotations

import re

from django.test import Client

from oneplan.website import shelf


def _text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def _references(text: str) -> list[str]:
    return re.findall(r'class="op-ref" href="[^"]+">([^<]+)<', text)


def test_a_long_list_comes_in_pages(visitor: Client) -> None:
    opened = shelf.plan_named("many")
    assert opened is not None
    first = _text(visitor, opened.url("actions"))
    assert f"1 to 50 of {len(opened.actions)}" in first
    assert 'aria-label="Page 2"' in first
    second = _text(visitor, opened.url("actions") + "?page=2")
    assert not set(_references(first)) & set(_references(second))


def test_a_page_that_is_not_there_is_the_nearest_that_is(visitor: Client) -> None:
    for page in ("99", "0", "-1", "x", "9" * 400):
        assert _references(_text(visitor, f"/plans/many/actions/?page={page}"))


def test_actions_are_found_by_words_part_lead_and_what_they_lack(visitor: Client) -> None:
    assert _references(_text(visitor, "/plans/towns/actions/?words=EMPTY+shops")) == [
        "LT 1.1",
        "LT 2.1",
    ]
    assert _references(_text(visitor, "/plans/towns/actions/?lead=Head+of+Libraries")) == ["LT 1.1"]
    assert _references(_text(visitor, "/plans/towns/actions/?without=lead")) == ["LT 2.1"]
    assert _references(_text(visitor, "/plans/towns/actions/?part=lively-high-streets")) == [
        "LT 2.1"
    ]


def test_a_filter_that_nothing_meets_says_so(visitor: Client) -> None:
    assert "No action is like that" in _text(visitor, "/plans/towns/actions/?words=zeppelin")


def test_actions_are_sorted_by_date_with_the_undated_last(visitor: Client) -> None:
    assert _references(_text(visitor, "/plans/towns/actions/?sort=due")) == ["LT 1.1", "LT 2.1"]
    assert _references(_text(visitor, "/plans/towns/actions/?sort=nonsense")) == [
        "LT 1.1",
        "LT 2.1",
    ]


def test_the_red_pen_counts_what_it_found_and_groups_it_by_severity(visitor: Client) -> None:
    opened = shelf.plan_named("towns")
    assert opened is not None
    text = _text(visitor, "/plans/towns/red-pen/")
    assert f"The red pen found {len(opened.findings)} things to settle" in text
    assert text.index("Cannot be right <span") < text.index("Needs an answer <span")


def test_findings_are_filtered_by_severity_family_part_and_rule(visitor: Client) -> None:
    opened = shelf.plan_named("towns")
    assert opened is not None
    errors = [each for each in opened.findings if each.severity == "error"]
    text = _text(visitor, "/plans/towns/red-pen/?severity=error")
    assert text.count('class="op-find"') == len(errors) > 0
    one_rule = _text(visitor, f"/plans/towns/red-pen/?rule={errors[0].rule}")
    same = [each for each in opened.findings if each.rule == errors[0].rule]
    assert one_rule.count('class="op-find"') == len(same)
    within = list(opened.findings_within(opened.elements["lively-high-streets"].element))
    part = _text(visitor, "/plans/towns/red-pen/?part=lively-high-streets")
    assert part.count('class="op-find"') == len(within) > 0
    assert "No finding is like that" in _text(visitor, "/plans/towns/red-pen/?about=nothing")


def test_the_list_is_headed_by_what_is_missing_and_names_each_part_once(visitor: Client) -> None:
    text = _text(visitor, "/plans/towns/actions/")
    assert "<h1>Of 2 actions, one has no lead</h1>" in text
    assert "One has no date and one has no measure." in text
    assert text.count("Lively high streets</a></th>") == 1
    by_date = _text(visitor, "/plans/towns/actions/?sort=due")
    assert 'class="op-run"' not in by_date
    assert 'class="op-under"' in by_date


def test_every_kind_of_finding_can_be_chosen_with_how_many_there_are(visitor: Client) -> None:
    opened = shelf.plan_named("towns")
    assert opened is not None
    rule = opened.findings[0].rule
    number = sum(each.rule == rule for each in opened.findings)
    text = _text(visitor, "/plans/towns/red-pen/")
    assert f'<option value="{rule}">' in text
    assert f"({number})</option>" in text.split(f'<option value="{rule}">')[1][:120]


def test_a_plan_without_actions_says_so_instead_of_praising_them(visitor: Client) -> None:
    text = _text(visitor, "/plans/told/actions/")
    assert "<h1>The plan names no actions</h1>" in text
    assert "No action is like that" not in text
