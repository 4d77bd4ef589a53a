"""The plan on a page, and the plan as data."""
