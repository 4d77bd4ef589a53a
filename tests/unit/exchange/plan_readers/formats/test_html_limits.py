from __future__ import annotations

from dataclasses import replace

import pytest

from builders.documents.blocks_made import texts_of
from oneplan.exchange.plan_readers.blocks import UnreadableFile
from oneplan.exchange.plan_readers.formats.format import Contents
from oneplan.exchange.plan_readers.formats.html.reading import read_html
from oneplan.exchange.plan_readers.limits import LIMITS, Limits


def read(body: str, limits: Limits = LIMITS) -> Contents:
    return read_html(f"<html><body>{body}</body></html>".encode(), "plan.html", limits)


def messages(contents: Contents) -> str:
    return " ".join(finding.message for finding in contents.findings)


def test_paragraphs_beyond_the_limit_are_said() -> None:
    contents = read("<p>Pond</p>" * 9, replace(LIMITS, blocks=6))
    assert len(contents.blocks) == 6
    assert "after 6 paragraphs and tables" in messages(contents)
    assert not read("<p>Pond</p>" * 6, replace(LIMITS, blocks=6)).findings


def test_cells_beyond_the_limit_are_said_with_the_row() -> None:
    rows = "<tr><td>Dig<td>May</tr>" * 9
    contents = read(f"<table>{rows}</table><p>After</p>", replace(LIMITS, cells=6))
    (finding,) = contents.findings
    assert "after 6 table cells" in finding.message
    assert finding.source is not None
    assert finding.source.row == 4


def test_columns_beyond_the_limit_are_said_where_they_hold_words() -> None:
    wide = "<table><tr><td>one<td>two<td>three</tr><tr><td>four<td>five<td></tr></table>"
    (finding,) = read(wide, replace(LIMITS, columns=2)).findings
    assert (finding.rule, finding.quotes) == ("table-too-wide", ("three",))


def test_lists_nested_too_deep_are_read_as_plain_words_and_said() -> None:
    contents = read("<ul>" * 200 + "<li>Ponds</li>" + "</ul>" * 200)
    assert "Ponds" in " ".join(texts_of(contents.blocks))
    assert "nested-too-deep" in {finding.rule for finding in contents.findings}


def test_tags_beyond_the_limit_are_said_and_what_comes_before_is_kept() -> None:
    contents = read("<p>Pond</p>" * 50, replace(LIMITS, tags=40))
    assert 10 < len(contents.blocks) < 25
    assert "after 40 tags of the page" in messages(contents)


def test_a_page_that_is_too_long_is_cut_at_a_tag_and_said() -> None:
    contents = read("<p>Pond</p>" * 50, replace(LIMITS, markup=201))
    assert set(texts_of(contents.blocks)) == {"Pond"}
    assert "after 201 characters of the page's source" in messages(contents)


def test_pictures_and_scripts_inside_a_page_do_not_count() -> None:
    picture = f'<img alt="x" src="data:image/png;base64,{"QUJD" * 500}">'
    script = f"<script>{'a<b;' * 500}</script>"
    contents = read(
        f"{picture}{script}<STYLE>p{{}}</STYLE><p>Pond</p>", replace(LIMITS, markup=400)
    )
    assert texts_of(contents.blocks) == ["Pond"]
    assert not contents.findings


def test_a_page_of_nothing_but_endless_nesting_says_so() -> None:
    with pytest.raises(UnreadableFile, match="nested too deep"):
        read("<div>" * 20_000)
