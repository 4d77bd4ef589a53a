"""The settings of one computer, with time to read a plan on the busiest machine."""

from __future__ import annotations

from oneplan.settings.embedded import *  # noqa: F403 - settings are names in a module

ONEPLAN_READING_SECONDS = 600
