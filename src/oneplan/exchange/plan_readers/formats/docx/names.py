"""The names of Word's XML, in the namespace that the document uses (transitional or strict)."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True)
class Names:
    """Tags and attributes by their short name: ``names["p"]`` is the paragraph's full tag."""

    namespace: str
    _made: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, short: str) -> str:
        made = self._made.get(short)
        if made is None:
            made = self._made[short] = f"{{{self.namespace}}}{short}"
        return made

    def all(self, *shorts: str) -> frozenset[str]:
        """The full names of several short ones."""
        return frozenset(self[short] for short in shorts)


def names_of(data: bytes) -> Names:
    """The names that fit a part, told by the namespace it declares."""
    return Names(STRICT if STRICT.encode() in data[:8192] else TRANSITIONAL)


def is_on(value: str | None) -> bool:
    """Whether a switch such as ``<w:b/>`` or ``<w:b w:val="0"/>`` is on."""
    return value is None or value not in _OFF


MATHS_TEXT = f"{_MATHS}t"
ALTERNATE = f"{COMPATIBILITY}AlternateContent"
_CHOICE = f"{COMPATIBILITY}Choice"
_FALLBACK = f"{COMPATIBILITY}Fallback"


def chosen(alternate: etree._Element, names: Names) -> etree._Element | None:
    """The branch of several that is read: the first that holds words or a drawing, None for none."""
    known = (names["t"], names["drawing"], names["pict"])
    for branch in alternate.iterchildren(_CHOICE, _FALLBACK):
        if next(branch.iter(*known), None) is not None:
            return branch
    return None
