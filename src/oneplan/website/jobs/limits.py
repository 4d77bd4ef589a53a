"""What the child process may take: seconds and bytes, set by itself before it reads a thing."""

from __future__ import annotations

import sys

if sys.platform != "win32":
    import resource

TOO_LARGE_CODE = 3


def limit_myself(seconds: int, size: int) -> None:
    """Caps processor time and memory where the system can (not on Windows, where time is watched)."""
    if sys.platform == "win32":
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds + 10, seconds + 15))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform != "darwin":  # where the limit is not kept
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
