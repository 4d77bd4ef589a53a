"""Plans in: Word, Excel, CSV, PDF, HTML, Markdown and text to a plan document with its findings."""
