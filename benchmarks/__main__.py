"""Prints each benchmark beside its yardstick, as ratios of one run: ``make bench``."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks import pages, scoring
from benchmarks.plans import ROOT, write_plans
from benchmarks.printed import Row, print_as_they_come

ROUNDS = 5


@dataclass(frozen=True)
class Bench:
    """A work on a file beside a yardstick on another, and the ratio that it may reach."""

    title: str
    file: str
    yardstick: str
    yardstick_file: str
    at_most: float


BENCHES = (
    Bench("Text, convert and lint", "plan.txt", "python-docx", "plan.docx", 5),
    Bench("Excel, convert and lint", "plan.xlsx", "python-docx", "plan.docx", 5),
    Bench("Word, convert and lint", "plan.docx", "python-docx", "plan.docx", 7),
    Bench("PDF, convert and lint", "plan.pdf", "pdfplumber", "plan.pdf", 2),
    Bench("Text, fifty times the plan", "fifty-plans.txt", "oneplan", "plan.txt", 55),
    Bench("Excel, fifty times the plan", "fifty-plans.xlsx", "oneplan", "plan.xlsx", 55),
    Bench("Word, fifty times the plan", "fifty-plans.docx", "oneplan", "plan.docx", 55),
)


def _measured(work: str, file: Path) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.work", work, str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    return result["seconds"], result["megabytes"]


def _row(bench: Bench, files: dict[str, Path]) -> Row:
    ours, theirs, peaks = [], [], []
    rounds = 2 if bench.at_most > 10 else ROUNDS
    for _ in range(rounds):
        seconds, peak = _measured("oneplan", files[bench.file])
        ours.append(seconds)
        peaks.append(peak)
        theirs.append(_measured(bench.yardstick, files[bench.yardstick_file])[0])
    ratio = median(a / b for a, b in zip(ours, theirs, strict=True))
    return (
        bench.title,
        f"{median(ours):.3f} s",
        f"{bench.yardstick} on {bench.yardstick_file}",
        f"{median(theirs):.3f} s",
        f"{ratio:.1f}",
        f"{bench.at_most:g}",
        f"{median(peaks):.0f} MB",
    )


def main() -> None:
    """Writes the plans, measures in turn and prints each line as it comes; then scoring and the pages."""
    title = "Reading and checking a plan; seconds of one run, ratio to the yardstick"
    with tempfile.TemporaryDirectory() as folder:
        files = write_plans(Path(folder))
        print_as_they_come(title, "Measuring …", (_row(bench, files) for bench in BENCHES))
    scoring.main()
    pages.main()


if __name__ == "__main__":
    main()
