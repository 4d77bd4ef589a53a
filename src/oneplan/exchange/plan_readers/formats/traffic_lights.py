"""Traffic lights without words: empty cells that are only painted red, amber or green."""

from __future__ import annotations

from collections.abc import Iterable
from colorsys import rgb_to_hsv

_PALE, _DARK = 0.4, 0.4
_HUES = ((15, "red"), (65, "amber"), (165, "green"), (345, ""), (360, "red"))
"""Degrees on the wheel of colours up to which a colour is one of the traffic light's."""
_WORDS_BESIDE = 2


def light_of(rgb: str) -> str:
    """Red, amber or green where a colour ("FF0000") is plainly that, empty for every other."""
    try:
        red, green, blue = bytes.fromhex(rgb[-6:])
    except ValueError:
        return ""
    hue, saturation, value = rgb_to_hsv(red / 255, green / 255, blue / 255)
    if saturation < _PALE or value < _DARK:
        return ""
    return next(name for end, name in _HUES if hue * 360 <= end)


class TrafficLights:
    """Told of the painted empty cells of one table, row by row."""

    def __init__(self) -> None:
        self._colours: dict[int, str] = {}
        self.speak = False
        """Whether a column has such cells of two colours, beside cells with words."""

    def take(self, words: int, painted: Iterable[tuple[int, str]]) -> None:
        """Take the columns and colours of a row of which ``words`` cells hold words."""
        if words < _WORDS_BESIDE:
            return
        for column, colour in painted:
            if self._colours.setdefault(column, colour) != colour:
                self.speak = True
