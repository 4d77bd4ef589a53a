"""Python's collector of cycles, paused while a document is read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused(*, pause: bool = True) -> Iterator[None]:
    """Blocks and plans hold no cycles, yet the collector would walk over all of them again and again."""
    if not pause or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
