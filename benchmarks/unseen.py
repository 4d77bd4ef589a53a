"""Makes a site's plans such as nobody has opened yet, at each line that it reads: ``python -m benchmarks.unseen``.

The site's processes find that each plan has another state than the one they keep, as after an edit.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from secrets import token_hex

import django
from django.conf import settings

from benchmarks.plans import ROOT


def main() -> None:
    """Goes on until there is nothing left to read; says a word whenever it is done."""
    django.setup()
    from oneplan.partnership.plans.models import Plan

    for _ in sys.stdin:
        for plan in Plan.objects.all():
            Plan.objects.filter(pk=plan.pk).update(state=token_hex(16))
        for read in (settings.ONEPLAN_DATA / "imports").glob("*/*/plan.json"):
            os.utime(read)
        print("done", flush=True)


@contextmanager
def unseen(environment: Mapping[str, str]) -> Iterator[Callable[[], None]]:
    """What makes the plans of a site unseen, while the block runs."""
    command = [sys.executable, "-m", "benchmarks.unseen"]
    with subprocess.Popen(
        command, env=dict(environment), cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as made:  # fmt: skip
        assert made.stdin
        assert made.stdout

        def again() -> None:
            print(file=made.stdin, flush=True)
            told = made.stdout.readline() if made.stdout else ""
            assert told == "done\n", made.poll()

        yield again
        made.stdin.close()


if __name__ == "__main__":
    main()
