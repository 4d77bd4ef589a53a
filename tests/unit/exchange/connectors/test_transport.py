"""What is fetched comes whole, from whom it should, within its time, or not at all."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from email.utils import formatdate
from pathlib import Path
from threading import Event

import pytest
import trustme

from builders.published_server import Asked, Reply, Server, compressed, in_json, serving
from oneplan.exchange.connectors.refusals import FetchFailed
from oneplan.exchange.connectors.transport import Marks, Patience, Transport

BODY = b"area,period,value\nE07000237,2024,5\n" * 50


class Replies:
    """Gives the replies one after the other, the last one for ever."""

    def __init__(self, *replies: Reply) -> None:
        self._replies = list(replies)

    def __call__(self, _: Asked) -> Reply:
        return self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]


def transport(server: Server, **changes: object) -> tuple[Transport, list[float]]:
    waited: list[float] = []
    made = Transport(server.url, pause=waited.append)
    for name, value in changes.items():
        setattr(made, name, value)
    return made, waited


def test_parameters_are_sent_and_the_body_comes_back() -> None:
    with serving(Replies(Reply(BODY, headers={"ETag": '"a"'}))) as server:
        answer = transport(server)[0].get("a/b", {"search": "pupil absence & more", "page": 2})
    assert (answer.body, answer.marks.etag) == (BODY, '"a"')
    assert server.asked[0].parameters == {"search": "pupil absence & more", "page": "2"}


def test_a_compressed_body_is_inflated() -> None:
    with serving(Replies(compressed(BODY))) as server:
        assert transport(server)[0].get("a").body == BODY
    assert server.asked[0].headers["Accept-Encoding"] == "gzip"


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_what_passes_is_tried_again_after_longer_and_longer_pauses(status: int) -> None:
    bad = Reply(status=status)
    with serving(Replies(bad, bad, bad, Reply(BODY))) as server:
        made, waited = transport(server)
        assert made.get("a").body == BODY
    assert waited == [1, 2, 4]


def test_the_server_says_how_long_to_wait_in_seconds_or_as_a_date() -> None:
    seconds = Reply(status=429, headers={"Retry-After": "7"})
    date = Reply(status=503, headers={"Retry-After": formatdate(0, usegmt=True)})
    nonsense = Reply(status=503, headers={"Retry-After": "soon"})
    with serving(Replies(seconds, date, nonsense, Reply(BODY))) as server:
        made, waited = transport(server)
        assert made.get("a").body == BODY
    assert waited == [7, 0, 4]


def test_a_wait_of_an_hour_is_refused_at_once() -> None:
    with serving(Replies(Reply(status=429, headers={"Retry-After": "3600"}))) as server:
        made, waited = transport(server)
        with pytest.raises(FetchFailed, match="asks to wait 3600 seconds"):
            made.get("a")
    assert waited == []


def test_after_five_tries_it_is_given_up() -> None:
    with serving(Replies(Reply(status=500))) as server:
        with pytest.raises(FetchFailed, match="answers 500") as caught:
            transport(server)[0].get("a")
        assert len(server.asked) == 5
    assert caught.value.cure


def test_what_does_not_pass_is_refused_at_once_with_the_servers_words() -> None:
    problem = in_json({"title": "Not found", "errors": [{"message": "No such data set"}]})
    with serving(Replies(Reply(problem.body, 404))) as server:
        with pytest.raises(FetchFailed, match="No such data set") as caught:
            transport(server)[0].get("a")
        assert len(server.asked) == 1
    assert caught.value.cure.startswith("Look whether")


@pytest.mark.parametrize("whole", [Reply(BODY), compressed(BODY)], ids=["plain", "compressed"])
def test_a_body_that_breaks_off_is_fetched_again(whole: Reply) -> None:
    broken = Reply(whole.body, headers=whole.headers, cut=20)
    with serving(Replies(broken, whole)) as server:
        made, waited = transport(server)
        assert made.get("a").body == BODY
    assert waited == [1]


def test_damaged_compression_is_no_body() -> None:
    damaged = Reply(b"\x1f\x8b\x08\x00nonsense", headers={"Content-Encoding": "gzip"})
    with serving(Replies(damaged)) as server, pytest.raises(FetchFailed, match="broke off"):
        transport(server)[0].get("a")


def test_a_server_that_does_not_answer_is_given_up() -> None:
    patience, given_up = Patience(quiet=0.1, tries=2), Event()
    with serving(Replies(Reply(BODY, after=given_up))) as server:
        made, waited = transport(server, patience=patience)
        with pytest.raises(FetchFailed, match="does not answer in time"):
            made.get("a")
        given_up.set()
    assert waited == [1]


def test_a_server_that_is_not_there_is_named() -> None:
    with socket.socket() as nobody_listens:
        nobody_listens.bind(("127.0.0.1", 0))
        port = nobody_listens.getsockname()[1]
        made = Transport(f"http://127.0.0.1:{port}", pause=lambda _: None)
        with pytest.raises(FetchFailed, match=r"127\.0\.0\.1.* cannot be reached"):
            made.get("a")


@pytest.mark.parametrize("reply", [Reply(BODY), compressed(BODY * 40)], ids=["stated", "inflated"])
def test_more_than_is_wanted_is_refused(reply: Reply) -> None:
    with serving(Replies(reply)) as server:
        made, waited = transport(server, most_bytes=1000)
        with pytest.raises(FetchFailed, match="sends more than is wanted"):
            made.get("a")
    assert waited == []


def test_a_redirect_is_followed_and_a_circle_is_not() -> None:
    def answers(asked: Asked) -> Reply:
        if asked.path == "/new":
            return Reply(BODY)
        there = "/new" if asked.path == "/old" else "/round"
        return Reply(status=302, headers={"Location": there})

    with serving(answers) as server:
        assert transport(server)[0].get("old").body == BODY
        with pytest.raises(FetchFailed):
            transport(server)[0].get("round")


def test_what_did_not_change_is_not_sent_again() -> None:
    def answers(asked: Asked) -> Reply:
        same = asked.headers.get("If-None-Match") == '"a"'
        return Reply(status=304) if same else Reply(BODY, headers={"ETag": '"a"'})

    with serving(answers) as server:
        made, _ = transport(server)
        first = made.get("a")
        assert not first.is_same
        assert made.get("a", known=first.marks).is_same
        assert not made.get("a", known=Marks(etag='"b"')).is_same


def test_what_is_no_json_is_refused() -> None:
    page = Replies(Reply(b"<html>sorry</html>"))
    with serving(page) as server, pytest.raises(FetchFailed, match="gave no JSON"):
        transport(server)[0].get_json("a")


@pytest.mark.parametrize("url", ["http://example.org", "ftp://example.org", "file:///a", "example"])
def test_only_https_is_fetched_from(url: str) -> None:
    with pytest.raises(FetchFailed, match="no address that is fetched from"):
        Transport(url).get("a")


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def secure(authority: trustme.CA) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with serving(Replies(Reply(BODY)), context) as server:
        yield server


def test_a_certificate_that_nobody_vouches_for_is_refused_at_once(secure: Server) -> None:
    made, waited = transport(secure)
    with pytest.raises(FetchFailed, match=r"certificate of .* is not to be trusted") as caught:
        made.get("a")
    assert "--ca-file" in caught.value.cure
    assert (waited, secure.asked) == ([], [])


def test_an_authority_of_ones_own_may_vouch(
    secure: Server, authority: trustme.CA, tmp_path: Path
) -> None:
    authority.cert_pem.write_to_path(str(tmp_path / "own.pem"))
    assert transport(secure, ca_file=tmp_path / "own.pem")[0].get("a").body == BODY


def test_a_certificate_for_another_name_is_refused(authority: trustme.CA, tmp_path: Path) -> None:
    authority.cert_pem.write_to_path(str(tmp_path / "own.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("example.org").configure_cert(context)
    with serving(Replies(Reply(BODY)), context) as server:
        made, _ = transport(server, ca_file=tmp_path / "own.pem")
        with pytest.raises(FetchFailed, match="is not to be trusted"):
            made.get("a")


def test_a_file_without_certificates_is_told(secure: Server, tmp_path: Path) -> None:
    (tmp_path / "own.pem").write_text("nothing", encoding="utf-8")
    with pytest.raises(FetchFailed, match="no file of certificates"):
        transport(secure, ca_file=tmp_path / "own.pem")[0].get("a")


def test_https_is_not_left_by_a_redirect(authority: trustme.CA, tmp_path: Path) -> None:
    authority.cert_pem.write_to_path(str(tmp_path / "own.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    away = Reply(status=302, headers={"Location": "http://127.0.0.1:9/elsewhere"})
    with serving(Replies(away), context) as server:
        made, _ = transport(server, ca_file=tmp_path / "own.pem")
        with pytest.raises(FetchFailed, match="leads away from https"):
            made.get("a")
