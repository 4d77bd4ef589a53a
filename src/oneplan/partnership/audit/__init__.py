"""What was done, by whom and when: events that are only ever added."""
