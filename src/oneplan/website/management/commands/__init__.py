"""The site's commands, by the names of their files."""
