"""Lists of labels and values (``<dl>``): each label with what is said of it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from oneplan.exchange.plan_readers.formats.html.elements import tag_of, words_inside

_LONGEST_LABEL = 80
_MOST_VALUES = 1
_FEWEST = 2


def labels_of(element: etree._Element) -> Iterator[tuple[etree._Element, list[etree._Element]]]:
    """Each ``dt`` with the ``dd`` after it, those that a ``div`` groups included."""
    label: etree._Element | None = None
    values: list[etree._Element] = []
    for part in _parts(element):
        if tag_of(part) == "dt":
            if label is not None:
                yield label, values
            label, values = part, []
        elif label is not None:
            values.append(part)
    if label is not None:
        yield label, values


def is_of_labels(element: etree._Element) -> bool:
    """Whether short labels have one value each, as on a card, and nothing stands between them."""
    pairs = list(labels_of(element))
    if len(pairs) < _FEWEST or tag_of(next(_parts(element))) != "dt":
        return False
    return all(
        len(values) == _MOST_VALUES
        and len(words_inside(label)) <= _LONGEST_LABEL
        and not any(tag_of(inner) in {"table", "dl"} for inner in values[0].iter())
        for label, values in pairs
    )


def _parts(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        tag = tag_of(child)
        if tag in {"dt", "dd"}:
            yield child
        elif tag == "div":
            yield from (inner for inner in child if tag_of(inner) in {"dt", "dd"})
