"""The formats of reports, one a file: content to bytes or text."""
