"""Several people who edit one plan at the same moment, each in a thread with its own connection."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from django.db import connection

from builders.live_plans import BEGAN, live, now, officer, retitled, small_plan
from oneplan.partnership.audit.models import Event
from oneplan.partnership.plans.operations.keeping import SourceFile
from oneplan.partnership.plans.operations.starting import import_plan

PEOPLE = 4
TIMES = 5


def count_up(slug: str) -> list[str]:
    """Everybody adds one to the number that an action says, over and over; gives what went wrong.

    Who is told of a conflict looks again and tries again, as a person would.
    """
    wrong: list[str] = []

    def one_person() -> None:
        try:
            for _ in range(TIMES):
                while True:
                    seen = now(slug)
                    number = int(seen.parts["sa-1"]["text"]) + 1
                    if retitled(seen, "sa-1", str(number)).batch:
                        break
        except Exception as error:  # told to the test, which a thread cannot fail
            wrong.append(repr(error))
        finally:
            connection.close()

    _all_at_once(one_person)
    return wrong


def drafts_at_once() -> list[str]:
    """Everybody makes a draft plan of the same reading: the addresses of what they are given."""
    by = officer()
    file = SourceFile("fens.docx", "1" * 64, reading="one-reading")
    given: list[str] = []

    def one_press() -> None:
        try:
            made = import_plan(document=small_plan(), file=file, by=by, at=BEGAN)
            given.append(made.slug)
        finally:
            connection.close()

    _all_at_once(one_press)
    return given


def _all_at_once(one_person: Callable[[], None]) -> None:
    people = [Thread(target=one_person) for _ in range(PEOPLE)]
    for person in people:
        person.start()
    for person in people:
        person.join()


def counted() -> dict[str, object]:
    """A plan made and counted up in: what went wrong, the number at last, and the events in their order.

    ``drafts`` are the plans that came of one reading for which everybody asked.
    """
    plan = live()
    retitled(plan, "sa-1", "0")
    wrong = count_up(plan.slug)
    events = Event.objects.of_stream(plan.key).filter(subject="sa-1")[1:]
    return {
        "wrong": wrong,
        "number": now(plan.slug).parts["sa-1"]["text"],
        "drafts": drafts_at_once(),
        "steps": [[event.before["text"], event.after["text"]] for event in events],
    }
