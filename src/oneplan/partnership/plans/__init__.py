"""Plans as rows: the tree, its editing, its history and its versions."""
