"""Changing a live plan: its texts, dates, measures and money, and which part stands where."""
