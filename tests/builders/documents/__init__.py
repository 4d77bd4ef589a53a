"""Writers of test files: the same blocks as Word, Excel, HTML, PDF, Markdown, CSV and text."""
