"""From gathered cells to the action that they describe."""

from __future__ import annotations

import re

from oneplan.document.phrases.dates import find_periods, read_due
from oneplan.document.phrases.items import split_items
from oneplan.document.phrases.money import read_funding
from oneplan.document.phrases.names import read_posts, split_names
from oneplan.document.phrases.places import split_places
from oneplan.document.phrases.references import (
    brought_forward_from,
    find_cross_references,
    find_recommendations,
)
from oneplan.document.schema import Action, ActionCategory, Due, Funding, Recommendation, Step
from oneplan.exchange.plan_readers.tables.action_words import read_words
from oneplan.exchange.plan_readers.tables.categories import named_category
from oneplan.exchange.plan_readers.tables.gathered import GatheredAction
from oneplan.exchange.plan_readers.tables.header_cells import read_header
from oneplan.exchange.plan_readers.tables.linked_names import Meanings, split_links
from oneplan.exchange.plan_readers.tables.measure_cells import measures_of, month_in
from oneplan.exchange.plan_readers.tables.money_headers import in_units_of
from oneplan.exchange.plan_readers.tables.people_cells import people_of
from oneplan.exchange.plan_readers.tables.places_named import places_named
from oneplan.exchange.plan_readers.tables.status import read_status

_SEAM = re.compile(r"\s*(?:,|;|\s[–—|-]\s|\s/\s)\s*")
_NO_DATE = re.compile(
    r"ongoing|on-going|monthly|quarterly|annually|weekly|termly|immediate(?:ly)?|tbc", re.IGNORECASE
)


def read_action(gathered: GatheredAction, meanings: Meanings) -> Action:
    """The action that the gathered cells describe; what a cell does not say stays empty.

    ``meanings`` are those of the plan's own abbreviations.
    """
    text, steps = read_words(gathered.lines("action"), gathered.source)
    spoken, further = read_words(gathered.lines("steps"), gathered.source)
    listed = "; ".join(step.text.rstrip(" ;.") for step in further)
    if spoken and spoken != listed and not any(step.text == spoken for step in further):
        further = [Step(text=spoken, month=month_in(spoken), source=gathered.source), *further]
    printed = gathered.text("action", "steps")
    steps = _dated([*steps, *further], gathered)
    partners, leads = people_of(gathered)
    if not leads and _says_who_too(gathered):
        leads = read_posts(_apart(gathered)[0])
    strategies, groups = _links(gathered, meanings)
    recommendations = _recommendations(gathered, printed)
    return Action(
        ref=gathered.ref,
        text=text,
        steps=steps,
        due=_due(gathered),
        category=_category(gathered, recommendations),
        leads=leads,
        partners=partners,
        strategies=strategies,
        groups=groups,
        places=_places(gathered, printed),
        funding=_funding(gathered),
        measures=measures_of(gathered),
        brought_forward_from=brought_forward_from(printed),
        cross_references=find_cross_references(printed),
        recommendations=recommendations,
        status=read_status(gathered.text("status")),
        source=gathered.source,
    )


def _dated(steps: list[Step], gathered: GatheredAction) -> list[Step]:
    """The steps with their months, where the by-when cell lists one date for each."""
    dates = split_items("\n".join(line.text for line in gathered.lines("due")))
    if len(steps) < 2 or len(dates) != len(steps):
        return steps
    return [
        step.model_copy(update={"month": step.month or month_in(date)})
        for step, date in zip(steps, dates, strict=True)
    ]


def _due(gathered: GatheredAction) -> Due | None:
    if not gathered.text("due") and _NO_DATE.fullmatch(gathered.text("start")):
        return read_due(gathered.text("start"))
    return read_due(gathered.text("due") if not _says_who_too(gathered) else _apart(gathered)[1])


def _says_who_too(gathered: GatheredAction) -> bool:
    """Whether one column holds both: "Who and by when", "Lead / timescale"."""
    scores = dict(read_header(gathered.headers.get(("due", 0), "")).scores)
    return "leads" in scores and not gathered.slots("leads")


def _apart(gathered: GatheredAction) -> tuple[str, str]:
    """Who and when of a cell that holds both: the date stands on a line or behind a comma of its own."""
    parts = [part.strip() for line in gathered.lines("due") for part in _SEAM.split(line.text)]
    dates = [part for part in parts if find_periods(part) or _NO_DATE.fullmatch(part)]
    who = [part for part in parts if part and part not in dates]
    return "; ".join(who), " ".join(dates)


def _category(gathered: GatheredAction, recommendations: list[Recommendation]) -> ActionCategory:
    if gathered.answers and recommendations:
        return "recommendation"
    return named_category(gathered.text("category")) or gathered.category


def _recommendations(gathered: GatheredAction, printed: str) -> list[Recommendation]:
    """The reports that an action answers: those its words name, else the one the table is about."""
    column = gathered.text("recommendation")
    found = find_recommendations(printed) or find_recommendations(column)
    report = gathered.report or column
    if found or not gathered.answers or not report:
        return found
    return [Recommendation(report=report, page=gathered.text("page") or None)]


def _funding(gathered: GatheredAction) -> list[Funding]:
    header = gathered.headers.get(("funding", 0), "")
    return [
        in_units_of(header, funding)
        for tier in gathered.tiers("funding")
        for line in tier
        for funding in read_funding(line.text)
    ]


def _links(gathered: GatheredAction, meanings: Meanings) -> tuple[list[str], list[str]]:
    tiers = [[line.text for line in tier] for tier in gathered.tiers("strategies_and_groups")]
    strategies, groups = split_links(tiers, meanings) if tiers else ([], [])
    for line in gathered.lines("strategies"):
        strategies.extend(split_names(line.text))
    for line in gathered.lines("groups"):
        groups.extend(split_names(line.text))
    return list(dict.fromkeys(strategies)), list(dict.fromkeys(groups))


def _places(gathered: GatheredAction, printed: str) -> list[str]:
    listed = [place.name for line in gathered.lines("places") for place in split_places(line.text)]
    return listed or places_named(printed)
