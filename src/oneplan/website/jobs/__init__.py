"""Work that takes longer than a page may: the reading of a visitor's plan, in a process of its own."""
