"""The people of a partnership: who belongs, as what, for which body."""
