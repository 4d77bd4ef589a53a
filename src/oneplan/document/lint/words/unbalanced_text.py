"""unbalanced-text: brackets or quotation marks without their partner, or a sentence cut off."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.passages import SENTENCES, Passage, in_passages, passages
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_LIST_MARK = re.compile(r"(?:^|\s)(?:[a-zA-Z]|[ivx]{1,4}|\d{1,2})\)$")
_SMILE = re.compile(r"[:;]-?[()]")
_SIGNS = re.compile(r"[()\[\]“”\"'‘]")
_SIGN = re.compile(r"[()\[\]“”]")
_PAIRS = {")": "(", "]": "[", "”": "“"}
_HANGING = re.compile(
    r"(?<![\w'’-])(?:(?:and|or|the|a|an|including|their|our|its)\s*[.,;]?|(?:of|which|between)\s*,?)\s*$"
)
_LEADS_ON = re.compile(r"\b(?:by|to|including|with|for|that|and|of|in)\s*[:.–-]?\s*$")
_ADJECTIVE = (
    "stable|secure|safe|warm|healthy|healthier|strong|stronger|happy|good|better|clear|effective|appropriate|accessible|affordable|"
    "suitable|sustainable|positive|independent|resilient|loving|caring|prosperous|inclusive|vibrant|timely|high|low|new"
)
_ADJECTIVES = frozenset(_ADJECTIVE.split("|"))
_PREPOSITIONS = frozenset("about at by for from in into of on over through to under with".split())
_NO_NOUN = re.compile(
    rf"\b(?:in|with|of|for|through|by|into|from) (?:an? |the |more )?(?:{_ADJECTIVE})(?:, (?:{_ADJECTIVE})){{0,3}}(?:,? (?:and|or) (?:more )?(?:{_ADJECTIVE}))$",
    re.I,
)
_SINGLE_OPENS = re.compile(r"(?<![\w'’)])['‘](?!(?:em|til|n|twas|tis)\b)(?=[A-Za-z])")
_SINGLE_CLOSES = re.compile(r"(?<=[\w.,!?)])['’](?!\w)")
_NAMES_IN_QUOTES = re.compile(r"^[^'‘’]*\w['’] (?:&|and|or) ['‘]\w[^'‘’]*\w['’]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_OFTEN = 5
_NEARLY_ALWAYS = 0.85
_WORD_ALONE = re.compile(r"[^\w-]")
_STOPS = ".,;:!?)]”’\"'"


def _check(facts: PlanFacts) -> Iterator[Finding]:
    names = set()
    for name, finding in in_passages(facts, _without_partner):
        if name not in names:
            yield finding
        if name:
            names.add(name)
    yield from in_passages(facts, _without_noun)
    yield from _cut_off(facts)


def _without_partner(passage: Passage) -> Iterator[tuple[str, Finding]]:
    """What has no partner in a passage, and the names in which it is to be said once."""
    if passage.part in SENTENCES or passage.part == "title":
        for finding in _unpaired(passage):
            yield "", finding
    elif "' " in passage.text or "’ " in passage.text:
        match = _NAMES_IN_QUOTES.search(passage.text)
        if match:
            yield match.group(), _finding(passage, 0, "A quotation mark has no partner.")


def _unpaired(passage: Passage) -> Iterator[Finding]:
    text = passage.text
    if not _SIGNS.search(text):
        return
    opened = (
        [match.start() for match in _SINGLE_OPENS.finditer(text)]
        if "'" in text or "‘" in text
        else []
    )
    if opened and len(opened) > len(_SINGLE_CLOSES.findall(text)):
        yield _finding(passage, opened[-1], "A quotation mark has no partner.")
    plain = _SMILE.sub("  ", text)
    if plain.count('"') % 2:
        yield _finding(passage, plain.rindex('"'), "A quotation mark has no partner.")
    open_at: defaultdict[str, list[int]] = defaultdict(list)
    for found in _SIGN.finditer(plain):
        at, sign = found.start(), found.group()
        if sign in "([“":
            open_at[sign].append(at)
        elif open_at[_PAIRS[sign]]:
            open_at[_PAIRS[sign]].pop()
        elif not _LIST_MARK.search(plain[max(0, at - 6) : at + 1]):
            yield _finding(passage, at, f"A “{sign}” closes what nothing opened.")
            return
    for sign, places in open_at.items():
        if places:
            yield _finding(passage, places[0], f"A “{sign}” is opened and not closed.")
            return


def _finding(passage: Passage, at: int, message: str) -> Finding:
    text = passage.text
    start = text.rfind(" ", 0, max(0, at - 25)) + 1
    end = text.find(" ", at + 25)
    return about(
        RULE.name,
        "warning",
        passage,
        message,
        quotes=(text[start : end if end > 0 else len(text)],),
        fix="Put in the missing sign, or look whether words have been lost.",
    )


def _cut_off(facts: PlanFacts) -> Iterator[Finding]:
    suspects: list[tuple[Passage, tuple[str, str]]] = []
    everything = passages(facts)
    for passage, following in zip_longest(everything, everything[1:]):
        if passage.part not in SENTENCES and passage.part != "title":
            continue
        text = passage.text.rstrip()
        if passage.part != "title" and _hangs(text[-40:]):
            if not (_leads_on(passage) or _is_listed(passage, following)):
                yield _broken(passage, text)
        elif passage.part in ("title", "statement") and text[-1:].isalpha():
            words = _WORD.findall(text[-60:].casefold())
            if len(words) > 3 and not _is_whole(words[-2], words[-1]):
                suspects.append((passage, (words[-2], words[-1])))
    if suspects:
        always = _always_go_on(facts, suspects)
        for passage, ending in suspects:
            if ending in always:
                yield _broken(passage, passage.text)


@lru_cache(maxsize=16384)
def _hangs(end: str) -> bool:
    return bool(_HANGING.search(end))


def _is_whole(before: str, last: str) -> bool:
    """Whether a noun after a preposition ends the words by right: "homes for children in care"."""
    return before in _PREPOSITIONS and last not in _ADJECTIVES


def _without_noun(passage: Passage) -> Iterator[Finding]:
    """Titles and paragraphs that end with adjectives after a preposition: "grow up in safe and stable"."""
    if passage.part in ("title", "statement"):
        text = passage.text.rstrip()
        last = text[-12:].rpartition(" ")[2].casefold()
        if last in _ADJECTIVES and _NO_NOUN.search(text[-80:]):
            yield _broken(passage, text)


def _leads_on(passage: Passage) -> bool:
    """The lead-in of a list ends in the middle of a sentence by right."""
    return passage.part == "action" and bool(_LEADS_ON.search(passage.text))


def _is_listed(passage: Passage, following: Passage | None) -> bool:
    """The last item but one of a list ends with "and" by right."""
    return (
        following is not None
        and (following.part, following.where) == (passage.part, passage.where)
        and passage.text.rstrip().endswith((" and", " or"))
    )


def _broken(passage: Passage, text: str) -> Finding:
    return about(
        RULE.name,
        "warning",
        passage,
        "The words stop in the middle of a sentence.",
        quotes=(text[max(0, text.rfind(" ", 0, max(0, len(text) - 50))) :].strip(),),
        fix="Look up what was lost at the end, and finish the sentence.",
    )


def _always_go_on(
    facts: PlanFacts, suspects: list[tuple[Passage, tuple[str, str]]]
) -> set[tuple[str, str]]:
    """The endings that nearly always go on with one word, and stand before no other stop in the plan."""
    endings = {ending for _, ending in suspects}
    lasts = {last for _, last in endings}
    texts = {(passage.text.casefold(), last) for passage, (_, last) in suspects}
    alone = {last for last, times in Counter(last for _, last in texts).items() if times == 1}
    expected = Counter(last for _, (_, last) in suspects)
    following: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    stopped: Counter[str] = Counter()
    for passage in passages(facts):
        words = passage.text.casefold().split()
        for place, word in enumerate(words):
            bare = word.rstrip(_STOPS)
            if bare not in lasts:
                continue
            if bare != word or place + 1 == len(words):
                stopped[bare] += 1
            elif place:
                following[words[place - 1], word][
                    _WORD_ALONE.split(words[place + 1], maxsplit=1)[0]
                ] += 1
    return {
        pair
        for pair, words in following.items()
        if pair in endings
        and pair[1] in alone
        and words.total() >= _OFTEN
        and words.most_common(1)[0][1] >= _NEARLY_ALWAYS * words.total()
        and stopped[pair[1]] <= expected[pair[1]]
    }


RULE = Rule(
    name="unbalanced-text",
    title="A bracket without its partner, or a sentence cut off",
    severity="warning",
    family="words",
    scope="across",
    meaning="A bracket or quotation mark has no partner, or a text ends with a word that needs another (“in safe and stable”), or "
    "with words that are followed by the same word everywhere else in the plan.",
    why="Something may have been lost in copying: the half of a condition, the end of a promise.",
    bad="Offer lessons to all pupils (including those in the",
    good="Offer lessons to all pupils (including those in the villages).",
    check=_check,
)
