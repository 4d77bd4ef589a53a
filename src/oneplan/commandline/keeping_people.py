"""What whoever keeps a server does for people: lets in, shuts out, finds a partnership an administrator."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from oneplan.commandline.database import begin_django, must_be_up_to_date, using_database
from oneplan.commandline.messages import remark
from oneplan.commandline.outcome import CouldNot

if TYPE_CHECKING:
    from oneplan.partnership.accounts.models import Person

_Email = Annotated[str, typer.Argument(help="With which address they sign in.")]


def remove_second_step(email: _Email) -> None:
    """Lets in somebody who has lost both their app and their recovery codes.

    Be sure that it is they who ask. Their sessions end, they are told by e-mail, and sign in by a code.

    Example: `oneplan manage remove-second-step ada@example.org`
    """
    _begin()
    from oneplan.partnership.accounts import operations
    from oneplan.partnership.audit.operations import Actor

    by, at = Actor("system:manage", "oneplan manage"), datetime.now(UTC)
    with using_database():
        person = _known(email)
        removed = operations.remove_second_step(person=person.pk, by=by, at=at)
    typer.echo(f"The second step of {person.email} {'is' if removed else 'was already'} off.")


def shut_out(email: _Email) -> None:
    """Lets somebody sign in no more, and ends their sessions at once; what they did stays told.

    It says which partnerships are without an administrator then.

    Example: `oneplan manage shut-out ada@example.org`
    """
    _begin()
    from oneplan.partnership.accounts import operations
    from oneplan.partnership.audit.operations import Actor
    from oneplan.partnership.partners.queries.administrators import without_administrator

    by, at = Actor("system:manage", "oneplan manage"), datetime.now(UTC)
    with using_database():
        person = _known(email)
        operations.shut_out(person=person.pk, by=by, at=at)
        left = without_administrator(person.pk)
    typer.echo(f"{person.email} can no longer sign in.")
    for partnership in left:
        remark(
            f"{partnership.name} has no administrator now: "
            f"oneplan manage add-administrator {partnership.slug} EMAIL"
        )


def let_in_again(email: _Email) -> None:
    """Lets somebody sign in again who was shut out, with the roles that they had.

    Example: `oneplan manage let-in-again ada@example.org`
    """
    _begin()
    from oneplan.partnership.accounts import operations
    from oneplan.partnership.audit.operations import Actor

    by, at = Actor("system:manage", "oneplan manage"), datetime.now(UTC)
    with using_database():
        person = _known(email, active=False)
        operations.let_in_again(person=person.pk, by=by, at=at)
    typer.echo(f"{person.email} can sign in again.")


def add_administrator(
    partnership: Annotated[str, typer.Argument(help="The last part of its address.")],
    email: _Email,
) -> None:
    """Makes somebody an administrator of a partnership that has nobody left to do it.

    They are told by e-mail, and the partnership's history tells it.

    Example: `oneplan manage add-administrator fenland-partnership ada@example.org`
    """
    _begin()
    from oneplan.partnership.audit.operations import Actor
    from oneplan.partnership.partners.operations.people import appoint_administrator
    from oneplan.partnership.partners.refusals import NotThere, Refused

    by, at = Actor("system:manage", "oneplan manage"), datetime.now(UTC)
    letter = SentLetter()
    with using_database():
        try:
            name = appoint_administrator(
                partnership=partnership, email=email, by=by, at=at, once_sent=letter.sent
            )
        except NotThere as error:
            raise CouldNot(
                f"There is no partnership {partnership}.", "See how its address is spelled."
            ) from error
        except Refused as error:
            raise CouldNot(f"{error}.", "oneplan manage add-administrator --help") from error
    typer.echo(f"{email.strip()} is an administrator of {name}.")
    letter.must_be_sent(partnership, email.strip())


class SentLetter:
    """Whether the letter went that tells an administrator how to sign in."""

    def __init__(self) -> None:
        self._went = False

    def sent(self) -> None:
        """Notes that it went."""
        self._went = True

    def must_be_sent(self, partnership: str, email: str) -> None:
        """Says what is kept, and how the letter is sent again, where it did not go.

        Raises:
            CouldNot: the letter was not sent.
        """
        if not self._went:
            again = f"oneplan manage add-administrator {partnership} {email}"
            raise CouldNot(
                f"The letter to {email} could not be sent; all else is done and kept.",
                f"Put ONEPLAN_MAIL right, then send the letter again: {again}",
            )


def _begin() -> None:
    begin_django()
    must_be_up_to_date()


def _known(email: str, *, active: bool = True) -> Person:
    from oneplan.partnership.accounts.queries import active_person, person_shut_out

    person = active_person(email) if active else person_shut_out(email)
    if person is None:
        said = f"Nobody signs in with {email}." if active else f"{email} is not shut out."
        raise CouldNot(said, "See how the address is spelled.")
    return person
