"""What of each part can be changed in one form: how it is shown for typing, and read from what was typed."""
