"""Which part of the plan an action belongs to, where a table serves two or answers a report."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from oneplan.document.phrases.references import find_recommendations
from oneplan.document.schema import ElementKind
from oneplan.exchange.plan_readers.between_tables import (
    announces_answers,
    report_named,
    says_both,
)
from oneplan.exchange.plan_readers.drafts import Draft, DraftTree, plain
from oneplan.exchange.plan_readers.headings import HeadingWords, take_apart
from oneplan.exchange.plan_readers.tables.gathered import GatheredAction
from oneplan.exchange.plan_readers.tables.roles import ELEMENT_ROLES, Role

_MOST_IN_ONE_TABLE = 3
_LONGEST_LABEL = 40


@dataclass(slots=True)
class _Answers:
    """Actions announced as the answer to a report, and the part that they are for."""

    whole: Draft
    here: Draft
    report: str | None
    actions: list[GatheredAction] = field(default_factory=list)


class Placing:
    """Keeps what the lines above a table say of where its actions belong."""

    def __init__(self, tree: DraftTree) -> None:
        self._tree = tree
        self._headed: list[Draft] = []
        self._joint: Draft | None = None
        self._answers: _Answers | None = None
        self._all_answers: list[_Answers] = []

    def opened(self, draft: Draft) -> None:
        """A heading began: alone, or straight after one of its own level."""
        self._answers = None
        self._joint = None
        fellows = [known for known in self._headed if known.level == draft.level]
        untouched = all(known.holds_nothing and not known.children for known in fellows)
        same_parent = all(known.parent is draft.parent for known in fellows)
        if fellows and untouched and same_parent and draft.holds_nothing:
            self._headed = [*fellows, draft][-_MOST_IN_ONE_TABLE - 1 :]
        else:
            self._headed = [draft]

    def closed(self) -> None:
        """No part is open any more."""
        self._headed, self._joint, self._answers = [], None, None

    def remark(self, text: str) -> None:
        """A line between tables, which may say what the next table is for."""
        if announces_answers(text):
            whole = self._named_in(text) or self._tree.outermost()
            self._answers = _Answers(whole, self.target(), report_named(text))
            self._all_answers.append(self._answers)
        elif says_both(text):
            self.target()

    def target(self) -> Draft:
        """The part that what follows belongs to: the open one, or one for all that share a table."""
        if self._joint is not None:
            return self._joint
        if 1 < len(self._headed) <= _MOST_IN_ONE_TABLE:
            self._joint = _shared(self._headed)
            return self._joint
        self._headed = self._headed[-1:]
        return self._tree.current

    def place(self, action: GatheredAction) -> None:
        """Put an action where it belongs."""
        draft = self._by_columns(action, self.target())
        draft.actions.append(action)
        if self._answers is not None:
            self._answers.actions.append(action)

    def settle(self) -> None:
        """Move answers to reports to the part they are for, and shared actions to the one they name."""
        for answers in self._all_answers:
            _settle_answers(answers)
        for draft in list(self._tree.root.walk()):
            if draft.serves:
                _settle_shared(draft)

    def _by_columns(self, action: GatheredAction, draft: Draft) -> Draft:
        for role in ELEMENT_ROLES:
            text = action.elements.get(role)
            if not text:
                continue
            words = take_apart(text)
            if plain(words.title) in (plain(draft.heading.title), plain(draft.title or "")):
                continue
            known = self._tree.titled(words.title)
            if known is None:
                named = _named(words, text, action.headers.get((role, 0), ""))
                known = self._tree.inner(named, role, action.source, draft)
                known.kind = known.kind or words.kind or _KIND_OF_ROLE[role]
            draft = known
        return draft

    def _named_in(self, text: str) -> Draft | None:
        """The open outermost part's fellow that a line names, such as "… areas for Be Healthy …"."""
        words = f" {plain(text)} "
        for draft in [self._tree.current, *self._tree.current.ancestors()]:
            title = plain(draft.heading.title)
            if title and f" {title} " in words:
                return draft
        return None


_KIND_OF_ROLE: dict[Role, ElementKind] = {
    "outcome": "outcome",
    "priority": "priority",
    "area": "focus_area",
}


def _named(words: HeadingWords, text: str, header: str) -> HeadingWords:
    """A part named by a column; the column's header is the plan's word for its level."""
    named = words if words.title else HeadingWords(text)
    if named.label or not header or len(header) > _LONGEST_LABEL or header.endswith("?"):
        return named
    return replace(named, label=header.strip(" :"))


def _shared(drafts: list[Draft]) -> Draft:
    """One part for all the headings that stand above a table together."""
    titles = " / ".join(draft.heading.title for draft in drafts)
    first = drafts[0]
    shared = Draft(HeadingWords(titles, first.heading.label), f"shared {first.level}", first.source)
    shared.kind = "section"
    shared.serves = list(drafts)
    shared.parent = first.parent
    if first.parent is not None:
        first.parent.children.append(shared)
    return shared


def _settle_answers(answers: _Answers) -> None:
    named = sum(bool(find_recommendations(action.text("action"))) for action in answers.actions)
    listed = any(action.answers for action in answers.actions)
    if not listed and named * 2 < len(answers.actions):
        return
    for action in answers.actions:
        action.answers = True
        action.report = answers.report
        action.category = "core"
    if answers.whole is answers.here:
        return
    moved = set(map(id, answers.actions))
    answers.here.actions = [action for action in answers.here.actions if id(action) not in moved]
    answers.whole.actions.extend(answers.actions)


def _settle_shared(shared: Draft) -> None:
    """Give an action to the only part whose title its own words hold."""
    kept = []
    for action in shared.actions:
        words = plain(action.text("action"))
        named = [draft for draft in shared.serves if plain(draft.heading.title) in words]
        if len(named) == 1:
            named[0].actions.append(action)
        else:
            kept.append(action)
    shared.actions = kept
