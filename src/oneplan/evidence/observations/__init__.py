"""The store of observations: immutable releases and a manifest; the only room with its SQL."""
