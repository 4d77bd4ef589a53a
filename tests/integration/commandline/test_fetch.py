"""Published figures come from interfaces into a store: what is new, whole, and nothing else."""

from __future__ import annotations

import csv
import json
from functools import partial
from io import StringIO
from pathlib import Path

import pytest

from builders.interfaces import DATA_SET, Ees, Fingertips, Nomis
from builders.published_server import Reply, serving
from builders.typed_commands import Typed


@pytest.fixture
def fetch(typed: Typed) -> Typed:
    return partial(typed, "observations")


def shown(fetch: Typed, store: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(fetch("show", "--store", store)[1])))


def content(store: Path) -> dict[str, bytes]:
    return {str(path.relative_to(store)): path.read_bytes() for path in store.rglob("*.*")}


def test_a_data_set_comes_with_its_metadata_and_only_once(fetch: Typed, tmp_path: Path) -> None:
    store, interface = tmp_path / "store", Ees()
    with serving(interface) as server:
        url = f"{server.url}/statistics/v1"
        words = ("fetch", "ees", DATA_SET, "--store", store, "--base-url", url)
        status, out, err = fetch(*words)
        assert (status, err) == (0, "")
        assert "members-of-clubs.csv: 2 value cells, 2 observations of 1 indicators (ees)" in out
        before, asked = content(store), len(server.asked)
        status, out, _ = fetch(*words)
        assert (status, content(store)) == (0, before)
        assert "nothing new since" in out
        assert not [path for path in server.paths()[asked:] if path.endswith("/csv")]
        interface.version, interface.value = "1.1", "13.5"
        assert "1 indicators" in fetch(*words)[1]
    rows = {row["area"]: row["value"] for row in shown(fetch, store)}
    assert rows == {"E10000034": "13.5", "E92000001": ""}
    (listed,) = csv.DictReader(StringIO(fetch("list", "--store", store, "--indicators")[1]))
    assert (listed["name"], listed["unit"]) == ("Share of members", "%")


def test_a_query_for_an_area_comes_page_by_page(fetch: Typed, tmp_path: Path) -> None:
    store = tmp_path / "store"
    with serving(Ees()) as server:
        url = f"{server.url}/statistics/v1"
        words = ("fetch", "ees", DATA_SET, "--area", "E10000034", "--store", store)
        status, _, err = fetch(*words, "--base-url", url)
        assert (status, err) == (0, "")
        sent = [json.loads(asked.sent) for asked in server.asked if asked.sent]
    assert [each["page"] for each in sent] == [1, 2]
    assert sent[0]["criteria"] == {"locations": {"in": [{"level": "LA", "code": "E10000034"}]}}
    found = {(row["period"], row["group"]): row["status"] for row in shown(fetch, store)}
    assert found == {("2023/24", ""): "ok", ("2023/24", "sex=Male"): "suppressed"}


def test_series_are_called_after_the_name_that_is_given(fetch: Typed, tmp_path: Path) -> None:
    store = tmp_path / "store"
    with serving(Ees()) as server:
        words = ("fetch", "ees", DATA_SET, "--store", store, "--name", "clubs_la")
        url = f"{server.url}/statistics/v1"
        assert fetch(*words, "--base-url", url)[0] == 0
        assert fetch(*words, DATA_SET, "--base-url", url)[0] == 2
    assert {row["indicator"] for row in shown(fetch, store)} == {"clubs_la/pt_members"}


def test_data_sets_are_found_on_all_pages_of_all_publications(fetch: Typed) -> None:
    with serving(Ees(size=1)) as server:
        url = f"{server.url}/statistics/v1"
        status, out, _ = fetch("fetch", "list-ees", "clubs", "--base-url", url)
    rows = list(csv.DictReader(StringIO(out)))
    assert (status, len(rows)) == (0, 6)
    assert rows[0]["id"] == DATA_SET
    assert {row["publication"] for row in rows} == {"Clubs 0", "Clubs 1", "Clubs 2"}
    assert rows[0]["periods"] == "2022/23 to 2023/24"


def test_every_version_of_a_data_set_is_listed(fetch: Typed) -> None:
    with serving(Ees()) as server:
        url = f"{server.url}/statistics/v1"
        out = fetch("fetch", "list-ees", "clubs", "--versions", "--base-url", url)[1]
    versions = [row["version"] for row in csv.DictReader(StringIO(out))]
    assert versions[:3] == ["2.0", "1.1", "1.0"]


def test_an_indicator_comes_with_its_kind_of_year_and_polarity(
    fetch: Typed, tmp_path: Path
) -> None:
    store, interface = tmp_path / "store", Fingertips()
    with serving(interface) as server:
        words = ("fetch", "fingertips", "70001", "--store", store, "--base-url", server.url)
        status, _, err = fetch(*words)
        assert (status, err) == (0, "")
        assert "nothing new since" in fetch(*words)[1]
        interface.value, interface.tag = 13.5, '"second"'
        assert fetch(*words)[0] == 0
    assert {row["period_kind"] for row in shown(fetch, store)} == {"financial"}
    assert "13.5" in {row["value"] for row in shown(fetch, store)}
    (listed,) = csv.DictReader(StringIO(fetch("list", "--store", store, "--indicators")[1]))
    assert listed["polarity"] == "high"


def test_figures_for_areas_that_have_none_are_refused_with_the_cure(
    fetch: Typed, tmp_path: Path
) -> None:
    with serving(Fingertips()) as server:
        words = ("fetch", "fingertips", "70001", "--store", tmp_path, "--area-type", "7")
        status, _, err = fetch(*words, "--base-url", server.url)
    assert status == 2
    assert "no figures of indicator 70001" in err
    assert "--area-type" in err


def test_a_table_of_nomis_comes_page_by_page_and_only_what_is_new(
    fetch: Typed, tmp_path: Path
) -> None:
    store, interface = tmp_path / "store", Nomis()
    with serving(interface) as server:
        words = ("fetch", "nomis", "NM_31_1", "--where", "geography=TYPE423", "--store", store)
        status, out, _ = fetch(*words, "--base-url", server.url)
        assert (status, interface.pages) == (0, [0, 2, 4])
        assert "5 value cells, 5 observations" in out
        assert server.asked[-1].parameters["geography"] == "TYPE423"
        assert "nothing new since" in fetch(*words, "--base-url", server.url)[1]
        assert interface.pages == [0, 2, 4]
        interface.updated = "2025-07-15 09:30:00"
        for _ in range(2):
            assert "nothing new since" in fetch(*words, "--base-url", server.url)[1]
        assert interface.pages == [0, 2, 4, 0, 2, 4]
    assert len(shown(fetch, store)) == 5


def test_a_fetch_that_fails_in_the_middle_leaves_the_store_as_it_was(
    fetch: Typed, tmp_path: Path
) -> None:
    store, interface = tmp_path / "store", Nomis()
    with serving(interface) as server:
        words = ("fetch", "nomis", "NM_31_1", "--store", store, "--base-url", server.url)
        fetch(*words)
        before = content(store)
        interface.updated, interface.stops, interface.pages = "later", 2, []
        status, _, err = fetch(*words)
    assert (status, content(store)) == (2, before)
    assert "answers 404" in err


def test_what_was_withdrawn_does_not_come_back_by_itself(fetch: Typed, tmp_path: Path) -> None:
    store = tmp_path / "store"
    with serving(Fingertips()) as server:
        words = ("fetch", "fingertips", "70001", "--store", store, "--base-url", server.url)
        fetch(*words)
        (release,) = csv.DictReader(StringIO(fetch("list", "--store", store)[1]))
        fetch("withdraw", release["release"], "--store", store, "--reason", "wrong area")
        status, _, err = fetch(*words)
        assert (status, "--again" in err) == (0, True)
        assert fetch("list", "--store", store)[1] == ""
        assert fetch(*words, "--again")[0] == 0
    assert "70001" in fetch("list", "--store", store, "--indicators")[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ees", "nothing-of-the-kind"), "answers 404"),
        (("nomis", "population"), "names no dataset of Nomis"),
        (("nomis", "NM_99_9"), "has no dataset NM_99_9"),
        (("nomis", "NM_31_1", "--where", "geography"), "is not NAME=VALUE"),
        (("fingertips", "obesity"), "is no number of Fingertips"),
    ],
)
def test_a_name_that_is_wrong_is_a_sentence_with_a_cure(
    fetch: Typed, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    interface = Nomis() if words[0] == "nomis" else Ees()
    with serving(interface) as server:
        status, _, err = fetch("fetch", *words, "--store", tmp_path, "--base-url", server.url)
    assert status == 2
    assert said in err
    assert "Traceback" not in err


@pytest.mark.parametrize("body", [b"[1, 2]", b"{}", b'{"results": 5}', b"\xff\xfe", b"null", b""])
def test_an_interface_that_changed_its_form_is_refused_in_a_sentence(
    fetch: Typed, tmp_path: Path, body: bytes
) -> None:
    for words in (("ees", DATA_SET), ("nomis", "NM_31_1"), ("fingertips", "70001")):
        with serving(lambda _: Reply(body)) as server:
            status, _, err = fetch("fetch", *words, "--store", tmp_path, "--base-url", server.url)
        assert (status, "Traceback" in err) == (2, False)
        assert err.startswith("oneplan: ")
    with serving(lambda _: Reply(body)) as server:
        assert fetch("fetch", "list-ees", "clubs", "--base-url", server.url)[0] == 2
    assert content(tmp_path) == {}
