"""Work for several engines at once: what one cannot divide, another has something to do meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import TypeVar

from oneplan.evidence.scoring.engine import Engine

_T = TypeVar("_T")
_R = TypeVar("_R")


def worked_off(
    tasks: Sequence[_T], engines: Sequence[Engine], work: Callable[[Engine, _T], _R]
) -> Generator[_R, None, None]:
    """What the work makes of each task, in their order; as many at once as there are engines.

    Where one fails, or whoever takes the results leaves early, the others are broken off.
    """
    free: SimpleQueue[Engine] = SimpleQueue()
    for engine in engines:
        free.put(engine)

    def worked(task: _T) -> _R:
        engine = free.get()
        try:
            return work(engine, task)
        finally:
            free.put(engine)

    with ThreadPoolExecutor(len(engines)) as pool:
        waiting = [pool.submit(worked, task) for task in tasks]
        try:
            for future in waiting:
                yield future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for engine in engines:
                engine.stop()
            raise
