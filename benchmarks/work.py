"""One piece of work in a process of its own: does it, says how long it took and what it needed.

Run as ``python -m benchmarks.work NAME FILE``; the time is that of the work, imports done before.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path


def _oneplan() -> Callable[[Path], None]:
    from oneplan.document.files import to_json
    from oneplan.document.lint.lint import lint
    from oneplan.exchange.known import load_known
    from oneplan.exchange.plan_readers.reading import read_plan

    known = load_known()
    read_plan(b"<html><table><tr><td>Action</td></tr></table></html>", "warm.html")

    def work(path: Path) -> None:
        reading = read_plan(path.read_bytes(), path.name)
        to_json(reading.plan)
        lint(reading.plan, known)

    return work


def _python_docx() -> Callable[[Path], None]:
    import docx

    def work(path: Path) -> None:
        for table in docx.Document(str(path)).tables:
            for cell in table._cells:
                assert cell.text is not None

    return work


def _pdfplumber() -> Callable[[Path], None]:
    import pdfplumber

    def work(path: Path) -> None:
        with pdfplumber.open(path) as document:
            for page in document.pages:
                page.extract_tables()

    return work


WORKS = {"oneplan": _oneplan, "python-docx": _python_docx, "pdfplumber": _pdfplumber}


def main() -> None:
    """Does the named work on the file and prints seconds and the peak of memory in megabytes."""
    name, file = sys.argv[1:]
    work = WORKS[name]()
    started = time.perf_counter()
    work(Path(file))
    seconds = time.perf_counter() - started
    print(json.dumps({"seconds": seconds, "megabytes": peak_megabytes()}))


def peak_megabytes() -> float:
    """The most memory that this process has needed until now."""
    status = Path("/proc/self/status")
    if status.exists():  # what the system counts for a child begins with its parent's peak
        line = next(line for line in status.read_text().splitlines() if "VmHWM" in line)
        return int(line.split()[1]) / 1024
    # Linux counts kilobytes, macOS bytes.
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    main()
