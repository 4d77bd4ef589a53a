"""What an operation says where it cannot do what is asked."""

from __future__ import annotations

from collections.abc import Mapping


class NotThere(Exception):
    """What is asked for is not in this partnership: it is gone, or it is another's."""


class Refused(Exception):
    """What was given cannot be: a sentence for each field, saying what to do. Nothing was changed."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__("; ".join(errors.values()))
        self.errors = dict(errors)


def refuse(**errors: str | None) -> None:
    """Refuses what was given if a field has something wrong with it.

    Raises:
        Refused: at least one of the fields has.
    """
    wrong = {field: error for field, error in errors.items() if error}
    if wrong:
        raise Refused(wrong)
