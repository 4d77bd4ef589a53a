"""What people do to plans: one function for each thing, each in one transaction."""
