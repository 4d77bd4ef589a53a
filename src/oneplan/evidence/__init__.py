"""The calculation library: published methods over figures, worth installing by itself."""
