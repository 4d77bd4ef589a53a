"""What a sentence is about, and how its figures are said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from oneplan.evidence.definitions import Definition
from oneplan.evidence.observations.schema import Status
from oneplan.evidence.targets.rules import as_printed
from oneplan.vocabulary.figures import figure_in_words

_DECIMALS_UNSAID = 2
_SINGULAR = {"points": "point", "cases": "case", "days": "day", "weeks": "week", "years": "year"}
_SHARES = ("%", "percent")

ABSENT: dict[Status, str] = {
    "ok": "is not known",
    "suppressed": "is withheld to protect the people behind it",
    "not_applicable": "does not apply",
    "not_available": "is not available",
    "low": "is so small that it rounds to nought",
}
"""What is said of a figure that is not there."""

COMPARATORS = {
    "England": "England",
    "region": "the region",
    "statistical_neighbours": "the average of its statistical neighbours",
    "peers": "the average of its peers",
    "county": "the county",
    "London": "London",
}
"""How the comparators that a plan may name are said."""


@dataclass(frozen=True, slots=True)
class Subject:
    """An indicator in an area, which is given by its name."""

    definition: Definition
    area: str

    @property
    def opening(self) -> str:
        """What a sentence begins with: "Infant mortality: "."""
        return f"{self.definition.name}: "

    def figure(self, value: float) -> str:
        """A value with the decimals and the unit of the definition: "17.0%", "86 per 10,000"."""
        decimals = self.definition.decimals
        if decimals is None:
            number = _short(value, _DECIMALS_UNSAID)
        else:
            number = _signed(as_printed(value, decimals), decimals)
        return self._with_unit(number)

    def number(self, value: float) -> str:
        """A value that was set, without noughts that nobody wrote: "80%"."""
        decimals = max(self.definition.decimals or 0, _DECIMALS_UNSAID)
        return self._with_unit(_short(value, decimals))

    def difference(self, value: float) -> str:
        """The size of a difference: of percentages in percentage points, else in the unit."""
        number = _short(abs(value), self._decimals())
        if self.definition.unit in _SHARES:
            return f"{number} percentage {'point' if number == '1' else 'points'}"
        return self._with_unit(number)

    def pace(self, value: float) -> str:
        """A change a year, with one decimal more than the figures have: "a rise of 0.85 points a year"."""
        size = as_printed(abs(value), self._decimals() + 1)
        if size == 0:
            return "no change"
        finer = Subject(_with_decimals(self.definition, self._decimals() + 1), self.area)
        return f"{'a rise' if value > 0 else 'a fall'} of {finer.difference(value)} a year"

    def _decimals(self) -> int:
        decimals = self.definition.decimals
        return _DECIMALS_UNSAID if decimals is None else decimals

    def _with_unit(self, number: str) -> str:
        unit = self.definition.unit
        if unit in _SHARES:
            return f"{number}%"
        if unit in _SINGULAR and number.lstrip("−") == "1":
            return f"{number} {_SINGULAR[unit]}"
        bare = figure_in_words(0, unit)
        return bare.replace("0", number, 1) if bare.startswith(("0", "£", "€", "$")) else number


def _with_decimals(definition: Definition, decimals: int) -> Definition:
    return Definition(definition.code, definition.name, unit=definition.unit, decimals=decimals)


def _signed(value: float, decimals: int) -> str:
    plain = f"{abs(value):,.{decimals}f}"
    return f"−{plain}" if value < 0 and float(plain.replace(",", "")) else plain


def _short(value: float, decimals: int) -> str:
    """The value rounded, without noughts at its end: 80.50 is "80.5"."""
    number = _signed(as_printed(value, decimals), decimals)
    return number.rstrip("0").rstrip(".") if "." in number else number


def possessive(name: str) -> str:
    """ "Kent" as "Kent’s", "Milton Keynes" as "Milton Keynes’"."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def comparator_in_words(name: str | None) -> str:
    """A comparator as it is said; one that is not in the list stands as the plan names it."""
    return COMPARATORS.get(name or "", name or "the comparator")


def day_in_words(day: date) -> str:
    """31 March 2027."""
    return f"{day.day} {day:%B %Y}"


def joined(*parts: str) -> str:
    """The parts as one sentence with its full stop; a name that ends in one keeps it."""
    text = "".join(parts).strip()
    return text if text.endswith(".") else f"{text}."
