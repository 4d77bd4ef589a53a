"""Tables of texts as an Excel workbook, and such a workbook read back after people have edited it."""
