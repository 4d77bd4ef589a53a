"""Check your own plan: upload, progress, the reading beside the source."""
