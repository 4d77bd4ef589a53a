"""The boards of a partnership: who answers to whom, and who sits on them."""
