"""What the pages and other rooms read of a partnership, in sets; a file for each part."""
