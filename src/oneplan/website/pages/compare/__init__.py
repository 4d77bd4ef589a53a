"""Compare two versions of a plan: send both, see what differs, take it or delete it."""
