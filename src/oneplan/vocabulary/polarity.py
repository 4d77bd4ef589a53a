"""Which way is good."""

from __future__ import annotations

from typing import Literal

Polarity = Literal["high", "low", "none"]
"""High is good, low is good, or no judgement is made. None (absent) means: nobody has said."""
