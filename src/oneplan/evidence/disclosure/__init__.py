"""What may be shown of a counted table, so that no small count can be worked back out."""
