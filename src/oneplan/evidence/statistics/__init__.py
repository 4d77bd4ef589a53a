"""Statistical methods, one a file, each with its published source."""
