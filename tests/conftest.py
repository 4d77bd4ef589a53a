"""What all tests share: the hosts they may reach, and Hypothesis without a clock."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("oneplan", deadline=None, print_blob=True)
settings.load_profile("oneplan")
