"""Bringing a plan in: a file is read, looked at, its names settled, and made a draft plan."""
