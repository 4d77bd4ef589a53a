"""Many people at one plan: the site they share, their browsers, and whether all that is kept agrees."""
