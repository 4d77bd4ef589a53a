"""Scoring: definitions, observations and benchmarks to results, in sets.

The computation is written once, as steps of SQL, and runs embedded or on a cluster.
"""
