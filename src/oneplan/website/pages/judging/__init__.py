"""What people say of the red pen's findings in a live plan: accepted with a reason, given to somebody."""
