"""Words and values that every room shares: immutable, no input or output."""
