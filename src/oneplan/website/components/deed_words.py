"""What somebody did in one operation, as one sentence: "Froze version “1.0”", "Changed 2 actions and 1 measure"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from oneplan.vocabulary.lists import listed
from oneplan.website.wording import counted


@dataclass(frozen=True, slots=True)
class Touched:
    """A thing that an operation touched: whether it was there before, and whether it was after."""

    sort: str
    label: str
    before: bool
    after: bool


_DONE = {
    "accept findings": "Accepted",
    "answer_to": "Set whom a board answers to:",
    "appoint_administrator": "Appointed",
    "end_organisation": "Ended",
    "forget_name": "Forgot",
    "freeze": "Froze",
    "give findings": "Gave to somebody",
    "go back": "Went back to how things were, changing",
    "import": "Brought in",
    "invite_again": "Wrote again to",
    "link": "Linked",
    "merge": "Merged parts of the plan, changing",
    "move": "Moved",
    "open findings again": "Opened again",
    "remove": "Removed",
    "renumber": "Numbered anew",
    "restore": "Brought back",
    "settle_names": "Settled",
    "split": "Split a part of the plan, changing",
    "stage": "Set the stage of",
    "start": "Started",
    "start_partnership": "Started",
    "undo": "Undid a change of",
    "undo_settling": "Took back",
    "unlink": "Unlinked",
}
"""Operations whose events do not say by themselves what was done."""
_MERGES = "merge_"
_TOLD_BY = {
    "end_organisation": "organisation",
    "freeze": "version",
    "import": "import",
    "start": "start",
    "start_partnership": "partnership",
}
"""The sort of event that says it all, where an operation leaves several."""
_BESIDES = {"action link"}
"""Sorts of events that come with others and are then not told by themselves."""
_NOUNS = {
    "accountability": ("answer", "answers"),
    "holding": ("holder", "holders"),
    "import": ("document", "documents"),
    "plan link": ("plan", "plans"),
    "removal": ("plan", "plans"),
    "stage": ("plan", "plans"),
    "start": ("plan", "plans"),
    "body": ("name", "names"),
    "succession": ("succession", "successions"),
}

_STATEMENTS = frozenset({"accountability", "holding", "seat"})
"""Things whose labels are statements: "The forum answers to the board"."""
_MOST_STATEMENTS = 3


def deed_words(operation: str, touched: Sequence[Touched]) -> str:
    """The sentence, without a full stop, about what one operation did: it touched one thing at least."""
    leading = _TOLD_BY.get(operation)
    told = [each for each in touched if each.sort == leading]
    told = told or [each for each in touched if each.sort not in _BESIDES] or list(touched)
    if len(told) <= _MOST_STATEMENTS and operation != "undo" and all(map(_is_said, told)):
        first, *others = map(touched_words, told)
        return listed([first, *(f"{words[0].lower()}{words[1:]}" for words in others)])
    return f"{_done(operation, told)} {_things(told)}"


def touched_words(thing: Touched) -> str:
    """The same about one thing by itself: added, changed or removed; said or taken back."""
    if _is_said(thing):
        return f"{'Said' if thing.after else 'Took back'} that {thing.label}"
    return f"{_came_or_went(thing)} {_thing(thing)}"


def _is_said(thing: Touched) -> bool:
    """Whether a statement came or went."""
    return thing.sort in _STATEMENTS and bool(thing.label) and thing.before != thing.after


def _done(operation: str, told: Sequence[Touched]) -> str:
    if operation.startswith(_MERGES):
        return "Merged"
    ways = {_came_or_went(each) for each in told}
    return _DONE.get(operation) or (ways.pop() if len(ways) == 1 else "Changed")


def _came_or_went(thing: Touched) -> str:
    if not thing.before:
        return "Added" if thing.after else "Noted"
    return "Changed" if thing.after else "Removed"


def _things(told: Sequence[Touched]) -> str:
    if len(told) == 1:
        return _thing(told[0])
    sorts = Counter(each.sort for each in told)
    return listed([counted(number, *_noun(sort)) for sort, number in sorts.items()])


def _thing(thing: Touched) -> str:
    noun, _ = _noun(thing.sort)
    return f"the {noun} “{thing.label}”" if thing.label else f"the {noun}"


def _noun(sort: str) -> tuple[str, str]:
    word = sort.replace("_", " ")
    if word in _NOUNS:
        return _NOUNS[word]
    return word, f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
