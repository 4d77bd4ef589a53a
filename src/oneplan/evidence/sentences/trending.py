"""Recent trend in a sentence."""

from __future__ import annotations

from oneplan.evidence.sentences.subject import Subject, joined, possessive

_WHY_NOT = {
    "kind_not_tested": "figures of this kind have no test of trend",
    "not_a_single_year": "its periods share years",
    "no_value": "there is no figure for the latest year",
    "fewer_than_five_years": "that needs five years in a row with figures",
    "break_in_series": "the way of counting changed within the last five years",
    "none_or_all": "everybody was counted in one of the years, or nobody in all of them",
    "no_interval": "the source gives no counts to test it with",
}
_MOVED = {"increasing": "rose", "decreasing": "fell"}


def trend_sentence(subject: Subject, period: str, trend: str | None, rule: str) -> str:
    """Which way the last five years went, and whether it is more than chance."""
    figure, span = f"{possessive(subject.area)} figure", f"over the five years to {period}"
    if trend in _MOVED:
        moved = f"{span} {figure} {_MOVED[trend]} by more than chance would explain"
        return joined(subject.opening, f"{moved}, {_worth(subject, trend)}")
    if trend == "no_significant_change":
        changed = f"{span} {figure} changed by no more than chance would explain"
        return joined(subject.opening, changed)
    why = _WHY_NOT.get(rule, _WHY_NOT["no_interval"])
    untested = f"whether {figure} rose or fell {span} is not tested, because {why}"
    return joined(subject.opening, untested)


def _worth(subject: Subject, trend: str) -> str:
    polarity = subject.definition.polarity
    if polarity is None or polarity == "none":
        return "which is neither good nor bad in itself"
    better = (trend == "increasing") == (polarity == "high")
    return "which is better" if better else "which is worse"
