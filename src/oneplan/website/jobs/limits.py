"""What the child process may take – seconds, bytes, its parent's life – set by itself before it reads a thing."""

from __future__ import annotations

import os
import sys
from threading import Thread

if sys.platform != "win32":
    import resource

TOO_LARGE_CODE = 3
LEFT_ALONE_CODE = 4


def limit_myself(seconds: int, size: int) -> None:
    """Caps processor time and memory where the system can (not on Windows, where time is watched)."""
    if sys.platform == "win32":
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds + 10, seconds + 15))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform != "darwin":  # where the limit is not kept
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def end_when_left_alone() -> None:
    """Ends this process at once when whoever started it is gone, which closes the pipe at its standard input."""
    Thread(target=_end_when_closed, daemon=True).start()


def _end_when_closed() -> None:
    os.read(sys.stdin.fileno(), 1)
    os._exit(LEFT_ALONE_CODE)
