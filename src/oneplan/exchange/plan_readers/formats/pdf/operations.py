"""What a page's content asks to be painted: its operators with their operands, read in one pass.

The parser that reads the rest of a PDF takes content character by character, which is most of the
time that a page costs. Content in plain order is read here; the rest still goes to that parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import stream_value
from pdfminer.psparser import LIT

_ENDS = rb"(?=[\0\t\n\f\r ()<>\[\]/]|\Z)"
_PLAIN = rb"[^()\\]*(?:\\[\0-\xff][^()\\]*)*"
_TOKEN = re.compile(
    rb"[\0\t\n\f\r ]*(?:"
    rb"(?P<number>[+-]?(?:\d+\.?\d*|\.\d+))" + _ENDS + rb"|"
    rb"(?P<operator>[A-Za-z'\"][A-Za-z0-9]*\*?)" + _ENDS + rb"|"
    rb"<(?P<digits>[0-9A-Fa-f\0\t\n\f\r ]*)>|"
    rb"\((?P<string>" + _PLAIN + rb"(?:\(" + _PLAIN + rb"\)" + _PLAIN + rb")*)\)|"
    rb"/(?P<name>[^\0\t\n\f\r ()<>\[\]{}/%#]*)" + _ENDS + rb"|"
    rb"(?P<opens>\[|<<)|(?P<closes>\]|>>)|(?P<comment>%[^\r\n]*)|(?P<end>\Z))"
)
_ESCAPED = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\0-\xff]))")
_MEANINGS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_WRAPS = frozenset((b"\n", b"\r", b"\r\n"))
_WORDS: dict[bytes, object] = {b"true": True, b"false": False}
_LARGEST = 16_000_000
_DEEPEST = 16
_METHOD = str.maketrans({"*": "_a", '"': "_w", "'": "_q"})
_IMAGE_INSIDE = b"BI"
_CLOSED_BY = {b"[": b"]", b"<<": b">>"}
_NOTHING = frozenset({"comment", "end"})
Operation = tuple[str, list[Any]]


class Interpreter(PDFPageInterpreter):
    """Carries out the operators of a page on a device."""

    def execute(self, streams: Sequence[object]) -> None:
        """Carry out the operators of content streams; one that calls itself is left out."""
        usable = [
            each
            for each in map(stream_value, streams)
            if each.objid is not None and each.objid not in self.parent_stream_ids
        ]
        found = operations(b"\n".join(each.get_data() for each in usable))
        if found is None:
            super().execute(streams)
            return
        self.stream_ids.clear()
        self.stream_ids.update(each.objid for each in usable if each.objid is not None)
        known: dict[str, tuple[Callable[..., None], int] | None] = {}
        for name, operands in found:
            if name not in known:
                known[name] = self._method(name)
            method = known[name]
            if method is None:
                continue
            carry_out, count = method
            self.argstack = operands
            if not count:
                carry_out()
            elif len(operands) >= count:
                carry_out(*self.pop(count))

    def _method(self, name: str) -> tuple[Callable[..., None], int] | None:
        method = getattr(self, f"do_{name.translate(_METHOD)}", None)
        return (method, method.__code__.co_argcount - 1) if method else None


def operations(content: bytes) -> list[Operation] | None:
    """The operators in order, each with its operands; None for content that is not in plain order."""
    if len(content) > _LARGEST:
        return None
    found: list[Operation] = []
    operands: list[Any] = []
    outer: list[tuple[bytes, list[Any]]] = []
    at, end = 0, len(content)
    while at < end:
        match = _TOKEN.match(content, at)
        if match is None or len(outer) > _DEEPEST:
            return None
        at = match.end()
        kind = match.lastgroup or "end"
        token = match[kind]
        if kind == "operator" and token not in _WORDS:
            if token == _IMAGE_INSIDE or outer:
                return None
            found.append((token.decode(), operands))
            operands = []
        elif kind == "opens":
            outer.append((token, operands))
            operands = []
        elif kind == "closes":
            if not outer or _CLOSED_BY[outer[-1][0]] != token:
                return None
            opened, before = outer.pop()
            before.append(operands if opened == b"[" else _pairs(operands))
            operands = before
        elif kind not in _NOTHING:
            operands.append(_value(kind, token))
    return found


def _value(kind: str, token: bytes) -> object:
    if kind == "number":
        return float(token) if b"." in token else int(token)
    if kind == "string":
        return _ESCAPED.sub(_meant, token) if b"\\" in token else token
    if kind == "digits":
        digits = b"".join(token.translate(None, b"\0").split()).decode()
        return bytes.fromhex(digits + "0" * (len(digits) % 2))
    if kind == "name":
        return LIT(token.decode("utf-8", "replace"))
    return _WORDS[token]


def _pairs(items: list[Any]) -> dict[str, Any]:
    """A dictionary's keys and values."""
    return {
        str(getattr(key, "name", key)): value
        for key, value in zip(items[::2], items[1::2], strict=False)
    }


def _meant(match: re.Match[bytes]) -> bytes:
    """The character that an escape in a string stands for."""
    if match[1]:
        return bytes((int(match[1], 8) & 0xFF,))
    return b"" if match[2] in _WRAPS else _MEANINGS.get(match[2], match[2])
