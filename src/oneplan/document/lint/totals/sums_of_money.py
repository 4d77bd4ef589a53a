"""Sums of money that the plan breaks down, and whether the parts make the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlacedAction, PlanFacts, about
from oneplan.document.lint.passages import SENTENCES, Passage, in_passages
from oneplan.vocabulary.figures import figure_in_words
from oneplan.vocabulary.findings import Finding

_SUM = re.compile(
    r"£\s?(?P<digits>\d{1,3}(?:,\d{3})+|\d{1,9})(?P<rest>\.\d{1,4})?\s?(?P<scale>k|m|bn|thousand|million|billion)?\b",
    re.I,
)
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_BROKEN_DOWN = re.compile(
    r"(?:\s(?:in total|in all))?\s?(?:[:(]|,? (?:made up of|comprising|consisting of)\b)"
)
_IN_BRACKETS = re.compile(r"[^()]+")
_SENTENCE = re.compile(r"(?:[^.;\n]|\.(?=\d))+")
_ASIDE = re.compile(r"\([^()]*\)")
_NOT_ALL = re.compile(
    r"\b(?:including|of which|such as|e\.g|per|each|every|a year|annually|up to|about|around|over|at least|then)\b",
    re.I,
)
_TOTAL = re.compile(r"\b(?:total|overall|altogether|in all)\b", re.I)
_FIX = "Correct the total or the part that is wrong, or say what the rest is."


def wrong_sums(rule: str, facts: PlanFacts) -> Iterator[Finding]:
    """A finding for each sum of money, in a sentence or in an action's funding, that its parts do not make."""
    for passage, words, message in in_passages(facts, _in_a_sentence):
        yield about(rule, "error", passage, message, quotes=(words,), fix=_FIX)
    for placed in facts.actions:
        if len(placed.action.funding) > 2:
            yield from _funding(rule, placed)


def _in_a_sentence(passage: Passage) -> Iterator[tuple[Passage, str, str]]:
    """The passage, the words of a sum that its parts do not make, and what is said of it."""
    if passage.part in SENTENCES and passage.text.count("£") > 2:
        for words, total, whole in _broken_down(passage.text):
            yield passage, words, f"The parts add up to {total}, not {whole}."


def _broken_down(text: str) -> Iterator[tuple[str, str, str]]:
    """The words of a sum with its parts, what the parts make, and the sum; nothing where the two agree."""
    end = 0
    for match in _SUM.finditer(text):
        opening = _BROKEN_DOWN.match(text, match.end())
        if opening is None or match.start() < end:
            continue
        reach = _IN_BRACKETS if opening.group().endswith("(") else _SENTENCE
        clause = reach.match(text, opening.end())
        if clause is None or _NOT_ALL.search(clause.group()):
            continue
        end = clause.end()
        parts = [_amount(part) for part in _SUM.finditer(_ASIDE.sub("", clause.group()))]
        whole, total = _amount(match), sum(parts)
        if _may_be_the_whole(parts, whole) and not _agree(total, whole):
            yield (
                text[match.start() : end].strip(),
                figure_in_words(total, "GBP"),
                match.group().strip(),
            )


def _funding(rule: str, placed: PlacedAction) -> Iterator[Finding]:
    """An action's sums, one of which calls itself the total of the others."""
    sums = [money for money in placed.action.funding if money.amount is not None]
    totals = [money for money in sums if _TOTAL.search(f"{money.text} {money.label or ''}")]
    if len(totals) != 1 or any(_NOT_ALL.search(money.text) for money in sums):
        return
    parts = [money.amount or 0 for money in sums if money is not totals[0]]
    whole, total = totals[0].amount or 0, sum(parts)
    if _may_be_the_whole(parts, whole) and not _agree(total, whole):
        message = f"The sums beside it add up to {figure_in_words(total, 'GBP')}, not {figure_in_words(whole, 'GBP')}."
        yield about(rule, "error", placed, message, quotes=(totals[0].text,), fix=_FIX)


def _may_be_the_whole(parts: list[float], whole: float) -> bool:
    """Whether the parts can be all of a whole: two or more, none as large, and not far from it together."""
    near = abs(sum(parts) - whole) * 4 <= whole
    return len(parts) > 1 and max(parts) < whole and near


def _agree(total: float, whole: float) -> bool:
    """Whether the two are one but for rounding, which sums in millions allow."""
    return abs(total - whole) <= (whole * 0.02 if whole >= 1e6 else 1)


def _amount(match: re.Match[str]) -> float:
    number = float(match["digits"].replace(",", "") + (match["rest"] or ""))
    return number * _SCALES.get((match["scale"] or "").casefold(), 1)
