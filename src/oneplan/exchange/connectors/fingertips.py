"""Fingertips of the Office for Health Improvement and Disparities: its public interface."""

from __future__ import annotations

from typing import Literal

from oneplan.exchange.connectors.fetched import Fetched, Wanted
from oneplan.exchange.connectors.refusals import FetchFailed
from oneplan.exchange.connectors.transport import Marks, Transport

BASE_URL = "https://fingertips.phe.org.uk"
REGIONS = 6
"""The number of the kind of areas that others lie in; England's and their figures come along."""

By = Literal["indicator", "profile", "group"]


def wanted_figures(
    transport: Transport, by: By, number: str, area_type: int, profile: str | None = None
) -> Wanted:
    """The figures of an indicator, or of all in a profile or group, to fetch with their metadata.

    ``area_type`` is the number of the kind of areas: 502 counties and unitaries, 501 districts.
    ``profile`` says whose polarity holds where an indicator stands in several profiles.

    Raises:
        FetchFailed: the number is none.
    """
    if not number.isdecimal():
        raise FetchFailed(f"{number!r} is no number of Fingertips.", "Its pages show the numbers.")
    chosen = {f"{by}_id" if by != "indicator" else "indicator_ids": number}
    if profile and by == "indicator":
        chosen["profile_id"] = profile
    name = f"fingertips-{by}-{number}.csv"

    def fetch(marks: Marks | None) -> Fetched:
        answer = transport.get(
            f"api/all_data/csv/by_{by}_id",
            {**chosen, "child_area_type_id": area_type, "parent_area_type_id": REGIONS},
            marks,
        )
        if answer.is_same:
            return Fetched(name, None, answer.marks)
        if answer.body.count(b"\n", 0, 1_000_000) < 2:
            raise FetchFailed(
                f"Fingertips has no figures of {by} {number} for areas of type {area_type}.",
                "Name another --area-type: 501 districts, 502 counties; 401 and 402 until 2023.",
            )
        said = transport.get(f"api/indicator_metadata/csv/by_{by}_id", chosen)
        return Fetched(name, answer.body, answer.marks, {"metadata.csv": said.body})

    key = f"fingertips {transport.base_url} {by} {number} {area_type} {profile}"
    return Wanted(key, f"{by} {number}", fetch)
