"""Names that are likely one, as a row to be settled: what it says, and what its buttons send."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from types import MappingProxyType

from oneplan.partnership.partners.naming.names import SORT_OF, Printed, Sort, Thing, key_of
from oneplan.partnership.partners.naming.settling import NameGroup, Spelling, State
from oneplan.website.live_plans import OpenLivePlan
from oneplan.website.open_imports import OpenImport

Named = OpenImport | OpenLivePlan
"""What prints names that are to be settled: a plan that is being brought in, or one that is here."""

SORT_NAMES = {
    Sort.ORGANISATION: "organisation",
    Sort.POST: "post",
    Sort.BOARD: "board",
    Sort.STRATEGY: "strategy",
}
NEW = "new"
AS = "as:"
"""What is sent for a name that means the same as another new one, whose text follows."""
_BETWEEN = "|"


@dataclass(frozen=True, slots=True)
class NameRow:
    """Spellings that are likely one name: what they may mean, what is sent to accept that, and why.

    ``plain`` says that it is new, in one spelling, and like no other name; ``usual`` that it is of the
    sort that usually stands there. ``same`` sends that it means the same as ``nearly``; it is empty where
    that is the lesser name of the two.
    """

    mark: str
    url: str
    name: str
    spellings: tuple[Spelling, ...]
    times: int
    sort: str
    why: str
    new: bool
    sure: bool
    plain: bool
    usual: bool
    nearly: str
    accept: str
    make_new: str
    same: str


def page_url(opened: Named, page: str, /, **parts: str) -> str:
    """The path of a page about the names of a plan."""
    if isinstance(opened, OpenImport):
        return opened.step_url(f"import-{page}", **parts)
    return opened.url(page, **parts)


def mark_of(kind: Printed, text: str) -> str:
    """What stands in addresses for a name and where it is printed."""
    return f"{kind.value}-{_hashed(text)}"


def sent_for(thing: Thing) -> str:
    """What a form sends for something that stands here."""
    return f"{thing.sort.value}:{thing.id}"


def at_once(group: NameGroup, means: str) -> str:
    """What a button sends to settle all spellings of a row: those that were seen, and what they mean."""
    return f"{_seen(group)}{_BETWEEN}{means}"


def meant_at_once(group: NameGroup, sent: str) -> str | None:
    """What a button said that a row means; None where the row has other spellings by now."""
    seen, _, means = sent.partition(_BETWEEN)
    return means if seen == _seen(group) else None


def name_row(
    opened: Named, group: NameGroup, times: Mapping[str, int] = MappingProxyType({})
) -> NameRow:
    """One group as a row. ``times`` says how often other names stand in the plan."""
    mark = mark_of(group.kind, group.spellings[0].text)
    reasons = dict.fromkeys(each.why for each in group.spellings if _is_other(each.text, group))
    nearly = group.near[0][0] if group.near else ""
    greater = (times.get(nearly, 0), len(nearly)) > (group.times, len(group.name))
    return NameRow(
        mark=mark,
        url=page_url(opened, "name", name=mark),
        name=group.name,
        spellings=group.spellings,
        times=group.times,
        sort=SORT_NAMES[group.sort],
        why="; ".join(list(reasons)[:2]),
        new=group.state == State.NEW,
        sure=group.sure,
        plain=group.state == State.NEW and not nearly and not reasons,
        usual=group.sort == SORT_OF[group.kind],
        nearly=nearly,
        accept=at_once(group, sent_for(group.thing) if group.thing else NEW),
        make_new=at_once(group, NEW),
        same=at_once(group, f"{AS}{nearly}") if greater else "",
    )


def _is_other(text: str, group: NameGroup) -> bool:
    """Whether it is more than the same name in other capitals or with other dashes."""
    return group.state == State.SUGGESTED or key_of(text) != key_of(group.name)


def _seen(group: NameGroup) -> str:
    return _hashed("\n".join(sorted(each.text for each in group.spellings)))


def _hashed(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()
