"""Bytes of a text file to characters, with a finding where the encoding had to be guessed."""

from __future__ import annotations

import codecs

from oneplan.exchange.plan_readers.limits import LIMITS, cut_off
from oneplan.vocabulary.findings import Finding, Source

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LIKELY = ["cp1252", "mac_roman", "cp850", "cp1250"]
_SAMPLE = 32_768


def decode(data: bytes, name: str) -> tuple[str, list[Finding]]:
    """The text of the bytes. UTF-8 and marked encodings are certain; any other gives a finding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), []
    wide = _wide_encoding(data)
    if wide:
        return data.decode(wide, errors="replace"), []
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return _guessed(data, name, error.start)


def decode_prose(data: bytes, name: str) -> tuple[str, list[Finding]]:
    """The text of a file that holds little but words, cut at a line's end where it is too long."""
    text, findings = decode(data, name)
    if len(text) <= LIMITS.characters:
        return text, findings
    end = text.rfind("\n", 0, LIMITS.characters) + 1 or LIMITS.characters
    line = text.count("\n", 0, end) + 1
    findings.append(cut_off(Source(file=name, line=line), f"{LIMITS.characters:,} characters"))
    return text[:end], findings


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of English text is nought."""
    sample = data[:2000]
    if len(sample) < 8 or b"\0" not in sample:
        return None
    if sample[1::2].count(0) > 0.8 * len(sample[1::2]):
        return "utf-16-le"
    if sample[::2].count(0) > 0.8 * len(sample[::2]):
        return "utf-16-be"
    return None


def _guessed(data: bytes, name: str, first_odd: int) -> tuple[str, list[Finding]]:
    lenient = data.decode("utf-8", errors="replace")
    odd = lenient.count("\ufffd")
    well_formed = sum(1 for character in lenient if ord(character) > 127) - odd
    line = data.count(b"\n", 0, first_odd) + 1
    if well_formed > 2 * odd:
        return lenient, [_damaged(name, odd, line)]
    encoding = _most_likely(data, first_odd)
    return data.decode(encoding, errors="replace"), [_was_guessed(name, encoding, line)]


def _most_likely(data: bytes, first_odd: int) -> str:
    from charset_normalizer import from_bytes

    start = max(0, first_odd - _SAMPLE // 2)
    sample = data[start : start + _SAMPLE]
    best = from_bytes(sample, cp_isolation=_LIKELY).best()
    if best is None or any(0x91 <= byte <= 0x97 for byte in sample):
        # Curly quotes and dashes of Windows lie where no other likely encoding has letters.
        return "cp1252"
    return best.encoding


def _damaged(name: str, odd: int, line: int) -> Finding:
    return Finding(
        rule="damaged-characters",
        severity="warning",
        message=f"{odd} character{'s' if odd > 1 else ''} could not be read, the first on line {line}.",
        fix="Save the file again as UTF-8 from the program that wrote it.",
        source=Source(file=name, line=line),
    )


def _was_guessed(name: str, encoding: str, line: int) -> Finding:
    return Finding(
        rule="encoding-guessed",
        severity="info",
        message=f"The file does not say its encoding; it was read as {encoding.replace('_', '-')}.",
        fix=f"Look at the quotes, dashes and pound signs from line {line} on; where they are wrong, "
        "save the file as UTF-8.",
        source=Source(file=name, line=line),
    )
