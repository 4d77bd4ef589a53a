"""An outcome, a priority, an area: what it says and what hangs on it."""
