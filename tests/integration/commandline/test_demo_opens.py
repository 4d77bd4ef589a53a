"""The demo opens in a browser when there is something to see."""

from __future__ import annotations

import socket
import threading

from oneplan.commandline.demo import HOST, when_it_answers


def test_the_browser_is_opened_once_something_listens() -> None:
    with socket.socket() as site:
        site.bind((HOST, 0))
        opened = threading.Event()
        looks = threading.Thread(target=when_it_answers, args=(site.getsockname()[1], opened.set))
        looks.start()
        assert not opened.is_set()
        site.listen()
        looks.join(60)
        assert opened.is_set()
