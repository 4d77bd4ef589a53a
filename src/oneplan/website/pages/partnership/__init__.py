"""A partnership's own pages: where it begins, what it has, its search, its names, what is merged or removed."""
