"""What the site says of itself: accessibility and privacy."""
