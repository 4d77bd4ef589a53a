"""Published figures fetched from public interfaces, as bytes for the readers."""
