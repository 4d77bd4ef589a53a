"""Several people who edit one plan at the same moment, each in a thread with its own connection."""

from __future__ import annotations

from threading import Thread

from django.db import connection

from builders.live_plans import live, now, retitled
from oneplan.partnership.audit.models import Event

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

    people = [Thread(target=one_person) for _ in range(PEOPLE)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    return wrong


def counted() -> dict[str, object]:
    """A plan made and counted up in: what went wrong, the number at last, and the events in their order."""
    plan = live()
    retitled(plan, "sa-1", "0")
    wrong = count_up(plan.slug)
    events = Event.objects.of_stream(plan.key).filter(subject="sa-1")[1:]
    return {
        "wrong": wrong,
        "number": now(plan.slug).parts["sa-1"]["text"],
        "steps": [[event.before["text"], event.after["text"]] for event in events],
    }
