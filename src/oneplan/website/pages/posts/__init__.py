"""The posts of a partnership: who holds them, who held them, which are vacant."""
