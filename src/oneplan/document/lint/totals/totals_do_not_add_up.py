"""totals-do-not-add-up: a stated total that is not the sum of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.passages import SENTENCES, Passage, in_passages, passages
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.totals.counts import COUNT, FIGURE, WORDS, count, looks_like_a_year
from oneplan.document.lint.totals.stated_counts import wrong_counts
from oneplan.document.lint.totals.sums_of_money import wrong_sums
from oneplan.document.lint.totals.tables_in_prose import wrong_columns
from oneplan.vocabulary.findings import Finding, Severity

_ABOUT = r"(?P<about>(?:over|more than|nearly|almost|around|about|some|approximately|approx\.?|c\.|circa|up to|at least|fewer than|less than)\s*)?"
_WHOLE = re.compile(
    rf"{_ABOUT}(?P<whole>{COUNT})\s+(?P<what>[a-z][\w' /-]{{2,60}}?)\s*(?:\((?P<inside>[^()]{{3,200}})\)|:\s*(?P<after>[^.;]{{3,200}}))",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"^\s*(?:and |plus |with )?(?P<about>(?:c\.|about|around|approximately|over|nearly)\s*)?(?P<part>{COUNT})\s+(?:[a-z]|[A-Z])",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r",\s*(?!\d{3}\b)|\s+and\s+|\s*\+\s*|;\s*|\s+plus\s+")
_LIST_OF_COUNTS = re.compile(
    rf"[(:]\s*(?:c\.\s?|about |around |over |nearly )?(?:\d|(?:{'|'.join(WORDS)})\b)[^()]*?(?:,|;|\+| and | plus )",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"(?:\band|\+|\bplus)\s+(?!\S*\bothers?\b)[^,;+]*$")
_SUBSET = re.compile(
    r"\b(?:others?|the rest|remaining|including|e\.g|such as|of (?:which|whom)|at least|per|each|every)\b",
    re.I,
)
_PACE = re.compile(r"\b(?:each|every|per|a|annually|yearly)(?: year| month| term| week)?$", re.I)
_RUNNING = re.compile(r"\b(?:in (?:total|all) by|cumulative(?:ly)?|rising to|then)\b", re.I)
_EXHAUSTIVE = re.compile(
    r"\b(?:in total|total|altogether|made up of|comprising|consisting of)\b", re.I
)
_SUM = re.compile(
    r"(?P<parts>£?\d[\d,]*(?:\.\d+)?(?:\s*\+\s*£?\d[\d,]*(?:\.\d+)?)+)\s*=\s*(?P<whole>£?\d[\d,]*(?:\.\d+)?)(?![\d,]*\s?(?:m|k|million)\b)"
)
_HEAD = re.compile(
    rf"^{_ABOUT}(?P<whole>{FIGURE})\s+(?:\w+\s+){{0,3}}(?:responses?|respondents|replies|people|children|returns|comments|participants|schools|places|families)\b",
    re.I,
)
_ITEM = re.compile(rf"^(?P<about>(?:c\.|about|around)\s*)?(?P<part>{FIGURE})\s+[A-Za-z]")


def _check(facts: PlanFacts) -> Iterator[Finding]:
    yield from in_passages(facts, _in_a_sentence)
    yield from _in_a_list(passages(facts))
    yield from wrong_counts(RULE.name, facts)
    yield from wrong_sums(RULE.name, facts)
    yield from wrong_columns(RULE.name, facts)


def _in_a_sentence(passage: Passage) -> Iterator[Finding]:
    if passage.part not in SENTENCES and passage.part not in ("title", "funding"):
        return
    for match in _SUM.finditer(passage.text) if "=" in passage.text else ():
        amount = sum(_money(part) for part in match["parts"].split("+"))
        if abs(amount - _money(match["whole"])) > 0.005:
            yield _finding(passage, match.group(), f"{amount:,.10g}", match["whole"], "error")
    for match in _WHOLE.finditer(passage.text) if _LIST_OF_COUNTS.search(passage.text) else ():
        text = match["inside"] or match["after"]
        parts = _parts(text)
        whole = count(match["whole"])
        if len(parts) < 2 or looks_like_a_year(match["whole"]) or _SUBSET.search(text):
            continue
        if _PACE.search(match["what"]) or _RUNNING.search(text):
            continue
        total = sum(parts)
        near = abs(total - whole) * 4 <= whole or _EXHAUSTIVE.search(match.group())
        if total != whole and near and not _allowed(match["about"], total, whole):
            certain = total > whole or (len(parts) > 2 and _CLOSED.search(text))
            severity: Severity = "error" if certain and not match["about"] else "warning"
            yield _finding(passage, match.group().strip(), f"{total:,}", match["whole"], severity)


def _parts(text: str) -> list[int]:
    """The counts of a list of which every item begins with one; none where any item does not."""
    found = [_PART.match(item) for item in _BETWEEN.split(text)]
    if not all(found):
        return []
    return [count(match["part"]) for match in found if match]


def _allowed(about: str | None, total: int, whole: int) -> bool:
    word = (about or "").strip().casefold()
    if word in ("over", "more than", "at least"):
        return total >= whole
    if word in ("up to", "fewer than", "less than", "nearly", "almost"):
        return total <= whole
    return bool(word) and abs(total - whole) * 20 <= whole


@lru_cache(maxsize=32768)
def _heads(text: str) -> re.Match[str] | None:
    """The total with which a text begins."""
    return _HEAD.match(text)


def _in_a_list(run: list[Passage]) -> Iterator[Finding]:
    """A heading with a total, and the lines below it that each begin with a number."""
    for place, head in enumerate(run):
        match = _heads(head.text) if head.part in ("title", "statement") else None
        if match is None:
            continue
        items = []
        for below in run[place + 1 : place + 12]:
            item = _ITEM.match(below.text) if below.part == "statement" else None
            if item is None:
                break
            items.append(item)
        total, whole = sum(count(item["part"]) for item in items), count(match["whole"])
        near = abs(total - whole) * 4 <= whole
        if (
            len(items) > 1
            and total != whole
            and near
            and not _allowed(match["about"], total, whole)
        ):
            rough = match["about"] or any(item["about"] for item in items)
            yield _finding(
                head, match.group(), f"{total:,}", match["whole"], "warning" if rough else "error"
            )


def _money(text: str) -> float:
    return float(text.strip().lstrip("£").replace(",", ""))


def _finding(passage: Passage, words: str, total: str, whole: str, severity: Severity) -> Finding:
    return about(
        RULE.name,
        severity,
        passage,
        f"The parts add up to {total}, not {whole}.",
        quotes=(words,),
        fix="Correct the total or the part that is wrong, or say what the rest is.",
    )


RULE = Rule(
    name="totals-do-not-add-up",
    title="A total that is not the sum of its parts",
    severity="error",
    family="totals",
    scope="across",
    meaning="A stated total does not agree with its parts: in a sentence, in the lines below a heading, in "
    "a column with a total, in a sum of money that is broken down, or in the number of priorities that the plan says it has. Round figures "
    "(“over”, “about”) are given room.",
    why="Whoever adds up the figures in the meeting stops believing the others.",
    bad="12 schools (5 primary, 4 middle and 2 high)",
    good="11 schools (5 primary, 4 middle and 2 high)",
    check=_check,
)
