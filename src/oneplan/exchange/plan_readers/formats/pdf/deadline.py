"""A limit on working time for code that may run away on hostile input and cannot count its steps."""

from __future__ import annotations

import ctypes
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_LOOK_EVERY = 0.2


class TooSlow(BaseException):
    """The work took longer than allowed. Not an Exception, so that no library swallows it."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise TooSlow in this thread once it has worked for so many seconds of processor time."""
    thread = threading.get_ident()
    end = time.process_time() + seconds
    done = threading.Event()
    lock = threading.Lock()

    def watch() -> None:
        while not done.wait(_LOOK_EVERY):
            if time.process_time() > end:
                with lock:
                    if not done.is_set():
                        _raise_in(thread, TooSlow)
                return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        with lock:
            done.set()
        watcher.join()


def _raise_in(thread: int, error: type[BaseException]) -> None:
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error))
