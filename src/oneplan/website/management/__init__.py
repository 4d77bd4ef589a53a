"""What the site lets be done to it from the command line."""
