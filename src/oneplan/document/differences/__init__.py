"""Two versions of a plan compared: what moved, in words and numbers."""
