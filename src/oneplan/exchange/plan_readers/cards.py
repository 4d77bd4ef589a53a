"""Actions printed as cards – "What: …", "Who: …", "By when: …", a line each – as the rows of a table.

A card's title is its action where no line says what is done ("Build a hub" over "Lead: …"). One card
alone is left as it is: only several of a kind are a plan's way of listing actions. Small tables below
headings are the other kind of card (``tables.headed_tables``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from oneplan.document.phrases.references import take_reference
from oneplan.exchange.plan_readers.blocks import (
    Block,
    Cell,
    Heading,
    Line,
    ListItem,
    Paragraph,
    Row,
    SourceDocument,
    Table,
)
from oneplan.exchange.plan_readers.narrative.labels import read_label
from oneplan.exchange.plan_readers.tables.header_cells import read_header
from oneplan.exchange.plan_readers.tables.roles import Role
from oneplan.vocabulary.findings import Source

_LABEL_INSIDE = re.compile(r"(?<=\s)(?P<label>[A-Z][A-Za-z’'-]{1,20}(?: [a-z’'-]{1,15}){0,4}): ")
_LABEL_WORDS = 7
_LONGEST = 800
_FEWEST_LINES = 3
_FEWEST_CARDS = 2
_SURE = 0.8
_ASKED_FOR: frozenset[Role] = frozenset({"leads", "partners_and_leads", "due"})
_PARTS: frozenset[Role | None] = frozenset({"recommendation", "outcome", "priority", "area"})
_NUMBERED = re.compile(r"\s+(?:no\.?\s?)?(?P<number>\d{1,3}(?:\.\d{1,3})*[a-z]?)$", re.IGNORECASE)
_TITLE_WORDS = 25
_REFERENCE, _ACTION = "Ref", "Action"


@dataclass(slots=True)
class _Card:
    """The labelled lines of a card by their labels; ``title`` is the heading right above."""

    begins: int
    after: int
    lines: dict[str, tuple[str, Source]] = field(default_factory=dict)
    roles: dict[Role, str] = field(default_factory=dict)
    title: str = ""
    source: Source = field(default_factory=Source)


def cards_as_tables(document: SourceDocument) -> SourceDocument:
    """The document with runs of cards as tables; unchanged where it has fewer than two cards."""
    cards = [card for card in _cards(document.blocks) if _is_whole(card)]
    if len(cards) < _FEWEST_CARDS:
        return document
    return replace(document, blocks=tuple(_with_tables(document.blocks, cards)))


def _cards(blocks: Sequence[Block]) -> Iterator[_Card]:
    card: _Card | None = None
    for place, block in enumerate(blocks):
        labelled = _labelled_lines(block)
        if not labelled:
            if card is not None:
                yield card
            card = None
            continue
        for label, text in labelled:
            role = read_header(label).role
            if card is None or label in card.lines or (role in card.roles and role == "action"):
                if card is not None:
                    yield card
                card = _begun(blocks, place, titled=card is None)
            _add(card, label, role, text, block.source)
            card.after = place + 1
    if card is not None:
        yield card


def _begun(blocks: Sequence[Block], place: int, *, titled: bool) -> _Card:
    above = blocks[place - 1] if titled and place else None
    heads = isinstance(above, Heading) or (isinstance(above, Paragraph) and above.bold)
    if above is None or isinstance(above, Table) or not heads:
        return _Card(place, place + 1)
    if len(above.text.split()) > _TITLE_WORDS or _names_a_part(above.text):
        return _Card(place, place + 1)
    return _Card(place - 1, place + 1, title=above.text, source=above.source)


def _names_a_part(title: str) -> bool:
    """Whether a heading is that of an outcome or priority, under which one action stands."""
    return read_label(title) is not None


def _add(card: _Card, label: str, role: Role | None, text: str, source: Source) -> None:
    card.lines[label] = (text, source)
    if role is not None:
        card.roles.setdefault(role, label)


def _labelled_lines(block: Block) -> list[tuple[str, str]]:
    """The labels and texts of a block whose every line is labelled; empty for any other."""
    if not isinstance(block, Paragraph | ListItem) or len(block.text) > _LONGEST:
        return []
    found: list[tuple[str, str]] = []
    for line in _apart(block.text):
        label, colon, text = line.partition(":")
        label = label.strip(" *_")
        if read_header(_NUMBERED.sub("", label)).role in _PARTS and _NUMBERED.search(label):
            return []
        if colon and text.strip() and len(label.split()) <= _LABEL_WORDS:
            found += _without_number(label, text.strip(" *_"))
        elif found and line.strip():
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}")
        else:
            return []
    return found


def _without_number(label: str, text: str) -> list[tuple[str, str]]:
    """ "Action 1.2: …" as the reference that it gives and the action; any other line as it is."""
    number = _NUMBERED.search(label)
    name = label[: number.start()] if number else label
    if number is None or read_header(name).role != "action":
        return [(label, text)]
    return [(name, text), (_REFERENCE, number["number"])]


def _apart(text: str) -> list[str]:
    """The lines of a block, a line that runs several known labels together being cut before each."""
    lines: list[str] = []
    for line in text.split("\n"):
        start = 0
        for label in _LABEL_INSIDE.finditer(line):
            known = read_header(label["label"])
            if label.start() > start and known.role is not None and known.sure >= _SURE:
                lines.append(line[start : label.start()])
                start = label.start()
        lines.append(line[start:])
    return lines


def _is_whole(card: _Card) -> bool:
    """Whether a card says what is done, and who answers for it or by when."""
    sure = [label for label in card.lines if read_header(label).sure >= _SURE]
    acts = "action" in card.roles or bool(card.title and take_reference(card.title)[1])
    return (
        acts
        and bool(_ASKED_FOR & set(card.roles))
        and len(sure) >= _FEWEST_LINES - bool(card.title)
    )


def _with_tables(blocks: Sequence[Block], cards: Sequence[_Card]) -> Iterator[Block]:
    place = 0
    run: list[_Card] = []
    for card in cards:
        if run and card.begins > place:
            yield _table(run)
            run = []
        begins = card.begins
        if not run:
            yield from blocks[place:begins]
        if card.title and "action" in card.roles and take_reference(card.title)[1]:
            # A title beside "What: …" heads the part that the action is of.
            if run:
                yield _table(run)
                run = []
            yield blocks[begins]
            card.title = ""
        run.append(card)
        place = card.after
    if run:
        yield _table(run)
    yield from blocks[place:]


def _table(cards: Sequence[_Card]) -> Table:
    """The cards as rows under the labels of all of them."""
    labels = list(dict.fromkeys(label for card in cards for label in card.lines))
    if any(card.title and "action" not in card.roles for card in cards):
        labels.insert(0, _ACTION)
    if any(_reference(card) for card in cards) and not any(
        read_header(label).role == "reference" for label in labels
    ):
        labels.insert(0, _REFERENCE)
    source = cards[0].source if cards[0].title else next(iter(cards[0].lines.values()))[1]
    header = Row(
        tuple(
            Cell((Line(label),), column, header=True, source=source)
            for column, label in enumerate(labels, start=1)
        ),
        source,
    )
    rows = tuple(_row(card, labels) for card in cards)
    return Table((header, *rows), len(labels), source=source, may_go_on=False)


def _reference(card: _Card) -> str | None:
    return take_reference(card.title)[0] if card.title else None


def _row(card: _Card, labels: Sequence[str]) -> Row:
    told = dict(card.lines)
    if card.title:
        reference, words = take_reference(card.title)
        if reference:
            told.setdefault(_REFERENCE, (reference, card.source))
        if words and "action" not in card.roles:
            told[_ACTION] = (words, card.source)
    source = next(iter(card.lines.values()))[1]
    cells = []
    for column, label in enumerate(labels, start=1):
        text, place = told.get(label, ("", source))
        cells.append(Cell((Line(text),) if text else (), column, source=place))
    return Row(tuple(cells), source)
