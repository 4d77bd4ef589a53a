"""The golden thread and the logic model of a plan."""
