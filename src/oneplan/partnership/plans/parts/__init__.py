"""A plan as parts, and every edit of it as a list of changes; pure."""
