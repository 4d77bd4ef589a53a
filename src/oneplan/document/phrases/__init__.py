"""The grammar of plan sentences: measures, dates and year kinds, money, names, references."""
