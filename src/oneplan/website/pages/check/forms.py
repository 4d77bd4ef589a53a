"""What may be sent: one file, neither empty nor too large; and what its columns mean."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from oneplan.document.lint.acceptances import MOST_BYTES
from oneplan.exchange.plan_readers.tables.roles import ROLES

_LONGEST_NAME = 120


def complaint(upload: UploadedFile[Any] | None) -> str | None:
    """What is wrong with an upload, in a sentence that says what to do; None where nothing is."""
    if upload is None:
        return "Choose the file that holds the plan"
    if not upload.size:
        return "The file is empty. Choose the file that holds the plan"
    largest = settings.ONEPLAN_LARGEST_UPLOAD
    if upload.size > largest:
        return (
            f"The file must be smaller than {largest // 1_000_000} MB. Save a copy without pictures"
        )
    return None


def complaint_about_accepted(upload: UploadedFile[Any] | None) -> str | None:
    """What is wrong with the file of accepted findings, which need not be there."""
    if upload is not None and (upload.size or 0) > MOST_BYTES:
        return "The list of accepted findings is too large. Choose the *.accepted.yaml file"
    return None


def plain_name(name: str | None) -> str:
    """The file's name without folders, controls or excess length."""
    last = PurePath((name or "").replace("\\", "/")).name
    printable = "".join(character for character in last if character.isprintable()).strip()
    return printable[-_LONGEST_NAME:] or "the file"


def chosen_columns(
    sent: Mapping[str, Any], report: list[dict[str, list[dict[str, str]]]]
) -> dict[str, str]:
    """The columns' headers with their meanings, where the form names one that there is."""
    headers = list(
        dict.fromkeys(c["header"] for table in report for c in table["columns"] if c["header"])
    )
    chosen = {
        header: str(sent.get(f"column-{number}", ""))
        for number, header in enumerate(headers, start=1)
    }
    return {header: role for header, role in chosen.items() if role in ROLES}
