"""``oneplan manage``: Django's commands, and ours beside them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated

import typer

from oneplan.commandline import keeping_people
from oneplan.commandline.backing_up import back_up
from oneplan.commandline.database import begin_django, must_be_up_to_date, using_database
from oneplan.commandline.messages import remark
from oneplan.commandline.outcome import FOUND_ERRORS, CouldNot

ours = typer.Typer(no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"]})
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"
_ELSEWHERE: dict[str, Callable[..., None]] = {
    "add-administrator": keeping_people.add_administrator,
    "back-up": back_up,
    "let-in-again": keeping_people.let_in_again,
    "remove-second-step": keeping_people.remove_second_step,
    "shut-out": keeping_people.shut_out,
}
OURS = frozenset({"start-partnership", "verify-history", *_ELSEWHERE})
for _name, _command in _ELSEWHERE.items():
    ours.command(_name)(_command)


def manage(context: typer.Context) -> None:
    """Runs a command on the server's database: ours (below), or any of Django's (`migrate`, `check` …).

    `start-partnership NAME --administrator EMAIL` makes a partnership with its first administrator;
    `add-administrator PARTNERSHIP EMAIL` gives one another;
    `remove-second-step EMAIL` lets in somebody who has lost the app that gives their codes;
    `shut-out EMAIL` lets somebody sign in no more, `let-in-again EMAIL` takes that back;
    `verify-history` holds every recorded event against its mark; `back-up FOLDER` copies all that the
    server keeps. Each answers `--help`;
    `oneplan manage help` lists Django's.

    Example: `oneplan manage migrate`
    """
    words = context.args
    if not words or words[0] in {"-h", "--help"}:
        typer.echo(context.get_help())
        return
    if words[0] in OURS:
        ours(words, prog_name="oneplan manage")
        return
    begin_django()
    with using_database():
        _of_django(words)


def _of_django(words: list[str]) -> None:
    """Runs one of Django's commands; what it says on its own stays as it says it."""
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import ManagementUtility
    from django.core.management.base import CommandError, SystemCheckError

    name, *rest = words
    utility = ManagementUtility(["oneplan manage", name, *rest])
    if name in {"help", "--version"}:
        utility.execute()
        return
    if name not in _names():
        raise CouldNot(f"There is no command {name!r}.", "oneplan manage help lists them.")
    command = utility.fetch_command(name)
    try:
        command.run_from_argv(["oneplan manage", name, "--traceback", *rest])
    except SystemCheckError as error:
        remark(str(error))
        raise typer.Exit(FOUND_ERRORS) from error
    except (CommandError, ImproperlyConfigured) as error:
        raise CouldNot(str(error).strip()) from error


def _names() -> frozenset[str]:
    from django.core.management import get_commands

    return frozenset(get_commands())


@ours.command("start-partnership")
def start_partnership(
    name: Annotated[str, typer.Argument(help="The partnership's name.")],
    administrator: Annotated[
        str, typer.Option(metavar="EMAIL", help="Who looks after it first; they are sent a letter.")
    ],
    area: Annotated[str, typer.Option(help="The code of its area, such as E10000034.")] = "",
) -> None:
    """Makes a partnership with its first administrator, who is told by e-mail how to sign in.

    Example: `oneplan manage start-partnership "Fenland Partnership" --administrator ada@example.org`
    """
    begin_django()
    must_be_up_to_date()
    from django.conf import settings
    from django.db import transaction

    from oneplan.partnership.accounts.operations import invite
    from oneplan.partnership.audit.operations import Actor
    from oneplan.partnership.partners.operations import partnerships
    from oneplan.partnership.partners.refusals import Refused, refuse
    from oneplan.partnership.partners.rules import about_email

    by, at = Actor("system:manage", "oneplan manage"), datetime.now(UTC)
    email, letter = administrator.strip(), keeping_people.SentLetter()
    with using_database():
        try:
            refuse(email=about_email(email))
            with transaction.atomic():
                person = invite(email=email, name="", by=by, at=at, to=name, once_sent=letter.sent)
                made = partnerships.start_partnership(
                    name=name, area=area, person=person.pk, by=by, at=at
                )
        except Refused as error:
            raise CouldNot(f"{error}.", "oneplan manage start-partnership --help") from error
    place = f"{settings.ONEPLAN_ADDRESS}/partnerships/{made.slug}/"
    typer.echo(f"{made.name} is at {place}, looked after by {email}.")
    letter.must_be_sent(made.slug, email)


@ours.command("verify-history")
def verify_history(
    until: Annotated[
        datetime | None,
        typer.Option(
            formats=[_MOMENT], help="The moment that a seal was made for, to make it again."
        ),
    ] = None,
) -> None:
    """Holds every recorded event against its mark, and says which are not as they were recorded.

    It ends with 1 where one is not. The seal that it prints, kept elsewhere (in the minutes of a board),
    vouches for the history: as long as nobody has touched it, the same moment gives the same seal.

    Example: `oneplan manage verify-history`
    """
    begin_django()
    must_be_up_to_date()
    from oneplan.partnership.audit import operations

    by, now = operations.Actor("system:manage", "oneplan manage"), datetime.now(UTC)
    moment = until.replace(tzinfo=UTC) if until else now.replace(microsecond=0)
    with using_database():
        found = operations.verify_history(by=by, at=now, until=moment)
    for each in found.breaks:
        remark(str(each))
    if found.breaks:
        raise typer.Exit(FOUND_ERRORS)
    events = f"{found.events:,} event{'' if found.events == 1 else 's'}"
    typer.echo(f"The history is whole: {events}.")
    typer.echo(f"Seal of {moment.strftime(_MOMENT)}: {found.seal}")
