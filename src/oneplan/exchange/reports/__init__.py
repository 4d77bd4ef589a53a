"""Reports out: content and its formats."""
