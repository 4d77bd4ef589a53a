"""Files in and out: readers and reports."""
