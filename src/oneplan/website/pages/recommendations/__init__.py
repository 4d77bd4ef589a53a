"""What inspections recommended and what answers them."""
