"""The history of a partnership: searched, turned page by page, and taken away as a file."""
