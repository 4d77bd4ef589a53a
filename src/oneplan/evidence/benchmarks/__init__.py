"""Comparison with others: England, region, dated neighbour sets; rank, band, quantile."""
