"""Versions of a live plan: frozen, compared, downloaded, gone back to; the plan as it stood on a day."""
