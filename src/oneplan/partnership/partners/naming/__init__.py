"""What printed names mean: when two are the same, which are alike, how those of a plan are settled."""
