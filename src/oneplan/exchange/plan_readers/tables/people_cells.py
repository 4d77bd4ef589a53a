"""Who takes part and who answers for it: from cells of either, of both, in one or two rows."""

from __future__ import annotations

from oneplan.document.phrases.leads_among_partners import marks_a_lead
from oneplan.document.phrases.names import (
    looks_like_post,
    read_posts,
    split_names,
    split_partners_and_leads,
)
from oneplan.exchange.plan_readers.tables.gathered import GatheredAction, Tier


def people_of(action: GatheredAction) -> tuple[list[str], list[str]]:
    """The partners and the leads of an action, each once, in order."""
    partners = [name for tier in action.tiers("partners") for name in _names(tier)]
    helpers, leads = _leading(action.tiers("leads"))
    more_partners, more_leads = _both(action.tiers("partners_and_leads"))
    return _once([*partners, *helpers, *more_partners]), _once([*leads, *more_leads])


def _leading(tiers: list[Tier]) -> tuple[list[str], list[str]]:
    """Who helps and who leads, of cells that name leads; a mark says who of several does."""
    helpers: list[str] = []
    leads: list[str] = []
    for tier in tiers:
        text = "\n".join(line.text for line in tier)
        if marks_a_lead(text):
            more_helpers, more_leads = split_partners_and_leads(text)
            helpers += more_helpers
            leads += more_leads
        else:
            leads += _leads(tier)
    return helpers, leads


def _names(tier: Tier) -> list[str]:
    return [name for line in tier for name in split_names(line.text)]


def _leads(tier: Tier) -> list[str]:
    return [
        post
        for line in _unwrapped(tier)
        for part in line.split(";")
        for post in _posts_or_bodies(part)
    ]


def _posts_or_bodies(text: str) -> list[str]:
    """Who leads: posts – or bodies, where a plan names no post ("Police, Probation")."""
    posts = read_posts(text)
    bodies = len(posts) == 1 and not looks_like_post(posts[0])
    return split_names(posts[0]) if bodies else posts


def _unwrapped(tier: Tier) -> list[str]:
    """The lines of a cell, a name that a line break divided put together."""
    texts: list[str] = []
    for line in tier:
        cut = texts and not line.bullet and (texts[-1].endswith((",", "&", "/", ":", " and")))
        if cut or (texts and line.text[:1].islower()):
            texts[-1] = f"{texts[-1]} {line.text}"
        else:
            texts.append(line.text)
    return texts


def _both(tiers: list[Tier]) -> tuple[list[str], list[str]]:
    """Cells that hold both: in two rows the lead stands below, in one row after the partners."""
    if not tiers:
        return [], []
    if len(tiers) > 1:
        partners, leads = _one_cell(tiers[0]) if _holds_a_lead(tiers[0]) else (_names(tiers[0]), [])
        return partners, [*leads, *(lead for tier in tiers[1:] for lead in _leads(tier))]
    return _one_cell(tiers[0])


def _holds_a_lead(tier: Tier) -> bool:
    return any(":" in line.text and looks_like_post(line.text) for line in tier)


def _one_cell(tier: Tier) -> tuple[list[str], list[str]]:
    lines = _unwrapped(tier)
    first_post = len(lines)
    while first_post > 0 and len(lines) > 1 and _is_a_post(lines[first_post - 1]):
        first_post -= 1
    if first_post == len(lines):
        return split_partners_and_leads("\n".join(lines))
    above = [name for line in lines[:first_post] for name in split_names(line)]
    return above, [post for line in lines[first_post:] for post in read_posts(line)]


def _is_a_post(line: str) -> bool:
    if looks_like_post(line) and len(split_names(line)) == 1:
        return True
    partners, leads = split_partners_and_leads(line)
    return bool(leads) and not partners


def _once(names: list[str]) -> list[str]:
    return list(dict.fromkeys(names))
