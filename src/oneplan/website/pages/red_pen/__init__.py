"""The red pen's findings in a plan."""
