"""Thrift's compact protocol, in which Parquet writes its footer: bytes to fields and back.

Source: Apache Thrift, "Thrift compact protocol encoding". A structure is its fields by number, each
with its type; values are kept as they are, so that what is not known here is not lost.
"""

from __future__ import annotations

from dataclasses import dataclass

TRUE, FALSE, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, SET, MAP, STRUCT = range(1, 13)
_WHOLE = (I16, I32, I64)
_LONG_LIST = 15


@dataclass(slots=True)
class Listed:
    """A list or set: the type of its items, and the items."""

    of: int
    items: list[object]


class Structure(dict[int, tuple[int, object]]):
    """The fields of a structure: number to type and value."""

    def whole(self, number: int) -> int | None:
        """The whole number in a field, None where the field is not there."""
        value = self[number][1] if number in self else None
        return value if isinstance(value, int) else None

    def listed(self, number: int) -> Listed:
        """The list in a field."""
        value = self[number][1]
        if not isinstance(value, Listed):
            raise ValueError(f"field {number} is no list")
        return value

    def structures(self, number: int) -> list[Structure]:
        """The structures in a list in a field."""
        return [item for item in self.listed(number).items if isinstance(item, Structure)]


class Reader:
    """Reads values from bytes, from the front."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def structure(self) -> Structure:
        """The structure that begins here."""
        fields, number = Structure(), 0
        while header := self._byte():
            step, kind = header >> 4, header & 15
            number = number + step if step else _unzigzag(self._varint())
            fields[number] = (kind, kind == TRUE if kind in (TRUE, FALSE) else self._value(kind))
        return fields

    def _value(self, kind: int) -> object:
        if kind in _WHOLE:
            return _unzigzag(self._varint())
        if kind == BINARY:
            return self._take(self._varint())
        if kind in (LIST, SET):
            return self._list()
        if kind == STRUCT:
            return self.structure()
        if kind == DOUBLE:
            return self._take(8)
        if kind in (TRUE, FALSE, BYTE):
            return self._byte()
        raise ValueError(f"type {kind} does not occur in a footer")

    def _list(self) -> Listed:
        header = self._byte()
        size, kind = header >> 4, header & 15
        if size == _LONG_LIST:
            size = self._varint()
        return Listed(kind, [self._value(kind) for _ in range(size)])

    def _byte(self) -> int:
        self._at += 1
        return self._data[self._at - 1]

    def _take(self, count: int) -> bytes:
        self._at += count
        return self._data[self._at - count : self._at]

    def _varint(self) -> int:
        value = shift = 0
        while True:
            byte = self._byte()
            value |= (byte & 127) << shift
            if byte < 128:
                return value
            shift += 7


def written(fields: Structure) -> bytes:
    """A structure as bytes."""
    out = bytearray()
    _write_structure(fields, out)
    return bytes(out)


def _write_structure(fields: Structure, out: bytearray) -> None:
    before = 0
    for number, (kind, value) in sorted(fields.items()):
        if kind in (TRUE, FALSE):
            kind = TRUE if value else FALSE  # noqa: PLW2901 - a truth is its own type
        step = number - before
        if 0 < step <= 15:
            out.append(step << 4 | kind)
        else:
            out.append(kind)
            _write_varint(_zigzag(number), out)
        if kind not in (TRUE, FALSE):
            _write_value(kind, value, out)
        before = number
    out.append(0)


def _write_value(kind: int, value: object, out: bytearray) -> None:
    if isinstance(value, Structure):
        _write_structure(value, out)
    elif isinstance(value, Listed):
        _write_list(value, out)
    elif isinstance(value, bytes):
        if kind == BINARY:
            _write_varint(len(value), out)
        out.extend(value)
    elif isinstance(value, int):
        if kind in _WHOLE:
            _write_varint(_zigzag(value), out)
        else:
            out.append(value)


def _write_list(listed: Listed, out: bytearray) -> None:
    size = len(listed.items)
    out.append(min(size, _LONG_LIST) << 4 | listed.of)
    if size >= _LONG_LIST:
        _write_varint(size, out)
    for item in listed.items:
        _write_value(listed.of, item, out)


def _write_varint(value: int, out: bytearray) -> None:
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)


def _zigzag(value: int) -> int:
    return value << 1 if value >= 0 else (-value << 1) - 1


def _unzigzag(value: int) -> int:
    return value >> 1 if not value & 1 else -(value >> 1) - 1
