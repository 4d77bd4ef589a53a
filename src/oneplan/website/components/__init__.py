"""What pages are made of: each a macro in its own template, with its pure values beside it."""
