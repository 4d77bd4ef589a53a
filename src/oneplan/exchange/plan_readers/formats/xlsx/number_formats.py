"""Numbers as Excel shows them: 0.8 under "0%" is 80%, 40268 under a date format 31 March 2010."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from itertools import pairwise

BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"£"#,##0',
    6: '"£"#,##0',
    7: '"£"#,##0.00',
    8: '"£"#,##0.00',
    9: "0%",
    10: "0.00%",
    14: "d mmm yyyy",
    15: "d mmm yy",
    16: "d mmm",
    17: "mmm yy",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "d mmm yyyy h:mm",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    41: "#,##0",
    42: '"£"#,##0',
    43: "#,##0.00",
    44: '"£"#,##0.00',
    45: "mm:ss",
    49: "@",
}
"""Formats that files name by number only; dates and money as a British Excel shows them."""

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]|(.)', re.DOTALL)
_CONDITION = re.compile(r"\[\s*(<=|>=|<>|<|>|=)\s*(-?\d{1,15}(?:\.\d{1,10})?)\s*\]")
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_POWER_OR_FRACTION = re.compile(r"[Ee][+-]|[#?0]\s*/\s*[#?\d]")
_COMPARED: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
_LARGEST_DATE = 2_958_465
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A format taken apart. ``decimals`` is None for General, ``date`` holds the letters d, m, y, h."""

    before: str = ""
    after: str = ""
    decimals: int | None = None
    fewest_decimals: int = 0
    thousands: bool = False
    percent: bool = False
    divided_by: int = 1
    date: str = ""


@lru_cache(maxsize=1024)
def number_format(code: str) -> NumberFormat:
    """One section of a format code, taken apart."""
    if code.casefold().lstrip().startswith("general") or _POWER_OR_FRACTION.search(code):
        return NumberFormat()
    before: list[str] = []
    after: list[str] = []
    digits: list[str] = []
    letters: list[str] = []
    percent = False
    for match in _TOKEN.finditer(code[:_LONGEST]):
        quoted, escaped, money, character = match.groups()
        if character is not None and character in "0#?.,":
            digits.append(character)
        elif character == "%":
            percent = True
        elif character is not None and character in "dDmMyYhHsS":
            letters.append(character.lower())
        else:
            literal = quoted or escaped or money or (character or "")
            (after if digits else before).append(literal)
    if letters and not set(digits) & set("0#?"):
        return NumberFormat(date="".join(letters))
    pattern = "".join(digits)
    if not pattern:
        return NumberFormat(percent=percent)
    body = pattern.rstrip(",")
    _, _, fraction = body.partition(".")
    return NumberFormat(
        "".join(before).lstrip() if "".join(before).strip() else "",
        ("".join(after)).rstrip() if "".join(after).strip() else "",
        sum(fraction.count(mark) for mark in "0#?"),
        fraction.count("0"),
        "," in body,
        percent,
        1000 ** (len(pattern) - len(body)),
    )


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[str, ...]:
    """The format's sections; a semicolon inside quotes divides nothing."""
    in_quotes, cuts = False, [-1]
    for at, character in enumerate(code):
        if character == '"':
            in_quotes = not in_quotes
        elif character == ";" and not in_quotes:
            cuts.append(at)
    cuts.append(len(code))
    return tuple(code[before + 1 : after] for before, after in pairwise(cuts))


def _section(code: str, number: Decimal) -> str:
    """The section that holds for a number: the first, or the one whose condition it meets."""
    sections = _sections(code)
    if "[" not in code or not any(_CONDITION.search(section) for section in sections):
        return sections[0]
    for section in sections:
        condition = _CONDITION.search(section)
        if condition is None or _COMPARED[condition[1]](number, Decimal(condition[2])):
            return section
    return "General"


def shown(value: str, code: str, *, from_1904: bool = False) -> str:
    """A numeric value, given as the file stores it, as Excel shows it; unchanged if no number."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite() or abs(number.adjusted()) > 40:
        return value
    section = _section(code[:_LONGEST], number)
    if _ELAPSED.search(section):
        return _elapsed(number)
    parts = number_format(section)
    if parts.date:
        return _date(number, parts.date, from_1904) or _plain(number)
    if parts.percent:
        number *= 100
    if parts.decimals is None:
        return _plain(number) + ("%" if parts.percent else "")
    text = _digits(abs(number) / parts.divided_by, parts)
    sign = "-" if number < 0 and any(digit in text for digit in "123456789") else ""
    return f"{sign}{parts.before}{text}{'%' if parts.percent else ''}{parts.after}".strip()


def _digits(number: Decimal, parts: NumberFormat) -> str:
    places = min(parts.decimals or 0, 20)
    rounded = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    text = f"{rounded:,f}" if parts.thousands else f"{rounded:f}"
    whole, dot, fraction = text.partition(".")
    least = parts.fewest_decimals
    fraction = fraction[:least] + fraction[least:].rstrip("0")
    return f"{whole}{dot}{fraction}" if fraction else whole


def _plain(number: Decimal) -> str:
    """A number without format: at most 11 significant digits, as Excel's General shows."""
    if number == number.to_integral_value() and number.adjusted() < 15:
        return str(int(number))
    text = f"{float(number):.11g}"
    return text if "e" in text else f"{Decimal(text):f}"


def _date(number: Decimal, letters: str, from_1904: bool) -> str:
    if number < 0 or number > _LARGEST_DATE:
        return ""
    moment = _moment(float(number), from_1904)
    month = _MONTHS[moment.month - 1]
    if "d" in letters:
        return f"{moment.day} {month} {moment.year}"
    if "y" in letters:
        return f"{month} {moment.year}" if "m" in letters else str(moment.year)
    if "h" in letters or "s" in letters:
        return f"{moment:%H:%M}"
    return month


def _elapsed(number: Decimal) -> str:
    """Hours and minutes that have passed, from a number of days."""
    hours, minutes = divmod(round(float(number) * 24 * 60), 60)
    return f"{hours}:{minutes:02d}"


def shown_moment(value: str) -> str:
    """A date that the file stores in words ("2031-03-31T00:00:00") as Excel shows it."""
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        return value
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def _moment(number: float, from_1904: bool) -> datetime:
    # Excel counts a 29 February 1900 that never was, so later days are one too many.
    day = date(1904, 1, 1) if from_1904 else date(1899, 12, 31 if number < 60 else 30)
    start = datetime.combine(day, time())
    return start + timedelta(days=min(number, _LARGEST_DATE - 1462))
