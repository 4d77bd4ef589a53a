"""The first page: what oneplan does, and the plans on this site."""
