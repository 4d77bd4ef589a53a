"""Action tables: what their columns mean, which rows belong together, and the actions they hold."""
