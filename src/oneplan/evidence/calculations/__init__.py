"""The methods over rows of text: columns in, columns added, for analysts and for checking."""
