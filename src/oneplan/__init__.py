"""oneplan: writes, checks, agrees, runs, measures and accounts for a joint plan of public bodies."""

__version__ = "0.1.0"
